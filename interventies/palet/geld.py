"""What pays for an interventie: told by the apps above this one, which know the money."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from actielijnen.begroting.openstaand import met_openstaand
from actielijnen.models import Verplichting
from agenda.models import Gebruiker
from interventies.models import Evaluatie, Interventie


@dataclass(frozen=True)
class Betaling:
    """One sum (euro; None: not known here) for an interventie: what it is, to whom, how it stands, and its page."""

    naam: str
    aan: str
    bedrag: Decimal | None
    stand: str
    url: str


Verteller = Callable[[Interventie, Gebruiker], Iterable[Betaling]]
_vertellers: list[Verteller] = []


def vertelt(functie: Verteller) -> Verteller:
    """Register a function that tells what pays for an interventie, as far as a reader may see it."""
    _vertellers.append(functie)
    return functie


def kosten(evaluatie: Evaluatie) -> Decimal | None:
    """What the verplichting of an evaluatie amounts to now, in euro; None: it has none."""
    verplichting = met_openstaand(Verplichting.objects.filter(pk=evaluatie.verplichting_id)).first()
    return verplichting and verplichting.bedrag + verplichting.bijgesteld


def betaald_door(interventie: Interventie, user: Gebruiker) -> list[Betaling]:
    return [betaling for functie in _vertellers for betaling in functie(interventie, user)]
