"""Background work: reminding gemeenten of what they began and did not hand in."""

from agenda import berichten
from agenda.access import Permission
from agenda.gemeentelijk import mensen_van
from subsidies.aanvragen.regels import tijdvak
from subsidies.models import Aanvraag


@berichten.again_and_again
def concepten_herinneren() -> None:
    """Of an aanvraag that was not handed in: before the tijdvak closes, on its last day, and when it has closed."""
    for aanvraag in Aanvraag.objects.filter(status=Aanvraag.Status.CONCEPT).for_list():
        vak = tijdvak(aanvraag.versie)
        if vak is None:
            continue
        collegas = mensen_van(aanvraag.gemeente, Permission.AANVRAAG_INDIENEN)
        over = {"kenmerk": f"aanvraag {aanvraag.regeling.kenmerkcode}", "adres": aanvraag.adres_gemeente}
        berichten.herinneren(aanvraag, vak.laatste_minuut.date(), collegas, soort="aanvraag", **over)
