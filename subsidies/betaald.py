"""What pays for an interventie: the DU's that name it, and what pays for its uitvoeringen."""

from collections.abc import Iterator

from actielijnen.begroting.openstaand import met_openstaand
from actielijnen.models import Verplichting
from agenda.models import Gebruiker
from interventies.models import Interventie
from interventies.palet.geld import Betaling, vertelt
from subsidies.models import Bekostiging, Decentralisatieuitkering


@vertelt
def uitkeringen(interventie: Interventie, user: Gebruiker) -> Iterator[Betaling]:
    """Each DU that names it, in whatever status. The gemeente is free in what it spends the money on."""
    genoemd = Decentralisatieuitkering.objects.visible_to(user).filter(interventie=interventie)
    for each in genoemd.select_related("programma", "gemeente__opvolger", "fondsuitkering"):
        yield Betaling(
            naam=each.titel,
            aan=each.gemeente_in_woorden,
            bedrag=each.bedrag,
            stand=each.get_status_display(),
            url=each.get_absolute_url(),
        )


@vertelt
def bekostigingen(interventie: Interventie, user: Gebruiker) -> Iterator[Betaling]:
    """Each verplichting once, however many uitvoeringen it pays for, and each theme of a regeling."""
    records = Bekostiging.objects.visible_to(user).filter(
        uitvoering__interventie=interventie, uitvoering__vervallen_op=None
    )
    nummers: dict[int, list[str]] = {}
    for each in records.select_related("uitvoering", "thema__versie__regeling__programma"):
        if each.thema:
            yield _uit_regeling(each)
        else:
            nummers.setdefault(each.verplichting_id, []).append(str(each.uitvoering))
    for each in met_openstaand(Verplichting.objects.filter(pk__in=nummers)).select_related("programma"):
        yield Betaling(
            naam=str(each),
            aan=each.wederpartij,
            bedrag=each.bedrag + each.bijgesteld,
            stand=f"Voor {', '.join(nummers[each.pk])}",
            url=each.get_absolute_url(),
        )


def _uit_regeling(each: Bekostiging) -> Betaling:
    """To whom another ministry pays, and how much, is not known here."""
    stand = f"Signaal, buiten de scope: {each.signaal}" if each.signaal else f"Voor {each.uitvoering}"
    return Betaling(naam=str(each), aan="", bedrag=None, stand=stand, url=each.thema.versie.get_absolute_url())
