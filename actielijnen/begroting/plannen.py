"""When a verplichting is expected to be paid: a planning replaces the one before as a whole, which stays readable."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction

from actielijnen.begroting.plafond import Geweigerd, lock
from actielijnen.begroting.verplichten import openstaand_van
from actielijnen.models import Betaaltermijn, Verplichting
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.money import euro


@transaction.atomic
def plannen(verplichting: Verplichting, termijnen: Sequence[tuple[date, Decimal]], *, by) -> list[Betaaltermijn]:
    """Plan payments (first day of a month, euro) instead of what was planned; none takes the planning away.

    Raises GeenToegang, or Geweigerd when the termijnen ask more than is open.
    """
    require(by, Permission.VERPLICHTING_AANGAAN)
    lock(verplichting.regel)
    _check(verplichting, termijnen)
    nu = klok.nu()
    verplichting.termijnen.filter(vervangen_op=None).update(vervangen_op=nu)
    gepland = Betaaltermijn.objects.bulk_create(
        Betaaltermijn(verplichting=verplichting, maand=maand, bedrag=bedrag, gepland_op=nu, gepland_door=by)
        for maand, bedrag in termijnen
    )
    totaal = euro(sum((bedrag for _, bedrag in termijnen), Decimal(0)))
    audit.record(verplichting, "betalingen_plannen", by=by, aantal=len(gepland), bedrag=totaal)
    return gepland


def _check(verplichting: Verplichting, termijnen: Sequence[tuple[date, Decimal]]) -> None:
    maanden = [maand for maand, _ in termijnen]
    if any(bedrag <= 0 for _, bedrag in termijnen):
        raise Geweigerd("Elk bedrag is meer dan € 0. Haal een maand zonder betaling weg.", "termijnen")
    if dubbel := next((maand for maand in maanden if maanden.count(maand) > 1), None):
        raise Geweigerd(f"{dubbel:%m-%Y} staat er twee keer. Tel de bedragen van die maand bij elkaar op.", "termijnen")
    if vroeg := next((maand for maand in maanden if maand < klok.vandaag().replace(day=1)), None):
        raise Geweigerd(f"{vroeg:%m-%Y} is al voorbij. Plan alleen wat nog betaald moet worden.", "termijnen")
    totaal, openstaand = sum((bedrag for _, bedrag in termijnen), Decimal(0)), openstaand_van(verplichting)
    if totaal > openstaand:
        raise Geweigerd(
            f"Samen is dat {euro(totaal)}, en van {verplichting.kenmerk} staat {euro(openstaand)} open: "
            f"{euro(totaal - openstaand)} te veel.",
            "termijnen",
        )
