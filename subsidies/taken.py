"""Background work: reminding gemeenten of what they did not hand in, and staff of what did not come."""

from agenda import berichten, klok
from agenda.access import Permission
from agenda.gemeentelijk import mensen_van
from agenda.models import Gebruiker
from subsidies.aanvragen.aanvullen import tell_staff
from subsidies.aanvragen.regels import tijdvak
from subsidies.models import Aanvraag, Aanvulling


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


@berichten.again_and_again
def aanvullingen_herinneren() -> None:
    """Of a supplement that was asked: before its last day, on it and after it; then staff hears of it as well."""
    eerste, laatste = berichten.horizon()
    rows = Aanvulling.objects.open().filter(uiterlijk_op__range=(eerste, laatste))
    for each in rows.select_related("aanvraag__gemeente", "aanvraag__versie__regeling__programma"):
        aanvraag = each.aanvraag
        collegas = mensen_van(aanvraag.gemeente, Permission.AANVRAAG_INDIENEN)
        over = {"kenmerk": aanvraag.kenmerk, "adres": aanvraag.adres_gemeente}
        berichten.herinneren(aanvraag, each.uiterlijk_op, collegas, soort="aanvulling", **over)
        if each.uiterlijk_op < klok.vandaag():
            systeem = Gebruiker.objects.systeem()
            tell_staff("aanvulling_niet_ontvangen", aanvraag, systeem, eenmalig=each.uiterlijk_op.isoformat())
