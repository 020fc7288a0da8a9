"""What a budget holder watches, per line of the begroting; the amounts of lines add up to those of a post or a year."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from django.db.models import Case, F, Q, Sum, Value, When

from actielijnen.models import Begrotingsregel, Betaling, Bijstelling, Budget, Mutatie, Reservering, Verplichting

NUL = Decimal("0.00")


@dataclass(frozen=True)
class Stand:
    """The amounts of one or more lines, in euro; `a + b` is the Stand of both together."""

    budget: Decimal = NUL  # verplichtingenbudget: oorspronkelijk plus all mutaties
    kasbudget: Decimal = NUL
    gereserveerd: Decimal = NUL
    aangegaan: Decimal = NUL
    bijgesteld: Decimal = NUL  # verhogingen less vrijval
    betalingen: Decimal = NUL  # kas that went out in the year of the line
    ontvangsten: Decimal = NUL  # kas that came back in it
    betaald_op_eigen: Decimal = NUL  # net, in any year, on the verplichtingen of the line itself
    bijgesteld_op_eigen: Decimal = NUL

    def __add__(self, other: "Stand") -> "Stand":
        return Stand(*(getattr(self, veld.name) + getattr(other, veld.name) for veld in fields(self)))

    @property
    def verplicht(self) -> Decimal:
        return self.aangegaan + self.bijgesteld

    @property
    def betaald(self) -> Decimal:
        return self.betalingen - self.ontvangsten

    @property
    def openstaand(self) -> Decimal:
        """What the verplichtingen of these lines still ask, in whatever year."""
        return self.aangegaan + self.bijgesteld_op_eigen - self.betaald_op_eigen

    @property
    def beschikbaar(self) -> Decimal:
        return self.budget - self.verplicht - self.gereserveerd

    @property
    def kasruimte(self) -> Decimal:
        return self.kasbudget - self.betaald

    @property
    def uitputting(self) -> Decimal | None:
        """Which part of the kas is paid; None (niet van toepassing) where there is no kas."""
        return self.betaald / self.kasbudget if self.kasbudget else None

    @property
    def verplicht_deel(self) -> Decimal | None:
        """Which part of the budget is committed; None (niet van toepassing) where there is no budget."""
        return self.verplicht / self.budget if self.budget else None


def totaal(standen: Iterable[Stand]) -> Stand:
    return sum(standen, Stand())


def standen(regels: Iterable[Begrotingsregel], peildatum: date | None = None) -> dict[int, Stand]:
    """The Stand of each of `regels` by its number, in one query, so that all amounts are of one moment.

    With `peildatum`: what was booked and known by the end of that day. Reserveringen are as they are now.
    """
    lijnen = [regel.pk for regel in regels]
    if not lijnen:
        return {}
    eerste, *rest = (_sommen(deel, rijen, weg, lijnen) for deel, (rijen, weg) in _delen(peildatum).items())
    delen: dict[int, dict[str, Decimal]] = {pk: {} for pk in lijnen}
    for deel, pk, som in eerste.union(*rest, all=True):
        delen[pk][deel] = som
    return {pk: Stand(**sommen) for pk, sommen in delen.items()}


def stand_van(regel: Begrotingsregel) -> Stand:
    return standen([regel])[regel.pk]


def bijdrage(rij: Mutatie | Verplichting | Betaling) -> Stand:
    """What one row adds to the Stand of the line that it is booked on. Raises TypeError for another kind of row."""
    match rij:
        case Mutatie(budget=budget, bedrag=bedrag):
            return Stand(NUL if budget == Budget.KAS else bedrag, NUL if budget == Budget.VERPLICHTINGEN else bedrag)
        case Verplichting(bedrag=bedrag):
            return Stand(aangegaan=bedrag)
        case Betaling(soort=Betaling.Soort.TERUGONTVANGST, bedrag=bedrag):
            return Stand(ontvangsten=bedrag)
        case Betaling(bedrag=bedrag):
            return Stand(betalingen=bedrag)
    raise TypeError(f"Een reeks kent geen {type(rij)._meta.verbose_name}.")


def _delen(peildatum: date | None) -> dict:
    """Per part of a Stand the rows that make it, and how they name their line."""
    tot = Q() if peildatum is None else Q(datum__lte=peildatum)
    mutaties = Mutatie.objects.bekend_op(peildatum)
    betalingen = Betaling.objects.filter(tot)
    terug = Q(soort=Betaling.Soort.TERUGONTVANGST)
    return {
        "budget": (mutaties.exclude(budget=Budget.KAS), "regel"),
        "kasbudget": (mutaties.exclude(budget=Budget.VERPLICHTINGEN), "regel"),
        "gereserveerd": (Reservering.objects.filter(tot, status=Reservering.Status.OPEN), "regel"),
        "aangegaan": (Verplichting.objects.filter(tot), "regel"),
        "bijgesteld": (Bijstelling.objects.filter(tot), "regel"),
        "bijgesteld_op_eigen": (Bijstelling.objects.filter(tot), "verplichting__regel"),
        "betalingen": (betalingen.filter(soort=Betaling.Soort.BETALING), "regel"),
        "ontvangsten": (betalingen.filter(terug), "regel"),
        "betaald_op_eigen": (betalingen, "verplichting__regel"),
    }


def _sommen(deel: str, rijen, weg: str, lijnen: list[int]):
    """Rows (name of the part, number of the line, sum in euro)."""
    som = netto() if rijen.model is Betaling and weg != "regel" else Sum("bedrag")
    gekozen = rijen.order_by().filter(**{f"{weg}__in": lijnen})
    return gekozen.values(lijn=F(weg)).annotate(deel=Value(deel), som=som).values_list("deel", "lijn", "som")


def netto():
    """The sum of betalingen less terugontvangsten, as an aggregate over Betaling."""
    return Sum(Case(When(soort=Betaling.Soort.TERUGONTVANGST, then=-F("bedrag")), default=F("bedrag")))
