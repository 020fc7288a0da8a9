"""A prognose as its page shows it: per dekkingsbron a table with a total, per post the explanation, and the changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from actielijnen.begroting.prognose import onverklaard
from actielijnen.begroting.standen import NUL
from actielijnen.models import Begrotingspost, Prognose, Prognoseregel
from agenda.money import euro
from agenda.ui.grafieken import Staaf, Staafdiagram

EIGEN = "Eigen begroting"


def richting(afwijking: Decimal) -> str:
    """What a deviation is called."""
    if afwijking == 0:
        return "gelijk aan het kasbudget"
    return "onderuitputting" if afwijking < 0 else "dreigende overschrijding"


@dataclass(frozen=True)
class Rij:
    """One line, with what the prognose before said of it (None: nothing)."""

    rij: Prognoseregel
    eerder: Prognoseregel | None
    is_afwijkend: bool

    @property
    def post(self) -> Begrotingspost:
        return self.rij.regel.post

    @property
    def richting(self) -> str:
        return richting(self.rij.afwijking)

    @property
    def verschil(self) -> Decimal | None:
        """How much more is expected than the time before, in euro."""
        return self.rij.verwacht - self.eerder.verwacht if self.eerder else None

    @property
    def oorzaken(self) -> str:
        """From which amounts that difference comes."""
        if self.eerder is None:
            return "stond niet in de vorige prognose"
        namen = {"betaald": "betaald", "uit_openstaand": "uit openstaand", "nieuw": "nieuw", "kasbudget": "kasbudget"}
        delen = [(naam, getattr(self.rij, veld) - getattr(self.eerder, veld)) for veld, naam in namen.items()]
        return ", ".join(f"{naam} {met_teken(deel)}" for naam, deel in delen if deel) or "niets veranderd"


@dataclass(frozen=True)
class Groep:
    """The lines of one dekkingsbron; money of others is never added to the programma's own."""

    naam: str
    rijen: list[Rij]

    def _som(self, veld: str) -> Decimal:
        return sum((getattr(rij.rij, veld) for rij in self.rijen), NUL)

    @property
    def kasbudget(self) -> Decimal:
        return self._som("kasbudget")

    @property
    def betaald(self) -> Decimal:
        return self._som("betaald")

    @property
    def verwacht(self) -> Decimal:
        return self._som("verwacht")

    @property
    def afwijking(self) -> Decimal:
        return self._som("afwijking")

    @property
    def richting(self) -> str:
        return richting(self.afwijking)

    @property
    def voet(self) -> tuple[str, ...]:
        velden = ("kasbudget", "betaald", "uit_openstaand", "nieuw", "verwacht", "afwijking")
        return ("Totaal", *(euro(self._som(veld)) for veld in velden), self.richting)


@dataclass(frozen=True)
class Prognosebeeld:
    """All that the page of a prognose shows of its amounts."""

    groepen: list[Groep]
    vorige: Prognose | None
    onverklaard: list[Begrotingspost]
    verklaringen: dict[int, str]

    @property
    def eigen(self) -> Groep:
        return next((groep for groep in self.groepen if groep.naam == EIGEN), Groep(EIGEN, []))

    @property
    def van_anderen(self) -> list[Groep]:
        return [groep for groep in self.groepen if groep.naam != EIGEN]

    @property
    def posten(self) -> list[tuple[Begrotingspost, str, bool]]:
        """Each post with its explanation, and whether it still needs one."""
        posten = {rij.post.pk: rij.post for groep in self.groepen for rij in groep.rijen}
        zonder = {post.pk for post in self.onverklaard}
        op_nummer = sorted(posten.values(), key=lambda post: post.nummer)
        return [(post, self.verklaringen.get(post.pk, ""), post.pk in zonder) for post in op_nummer]

    @property
    def grafiek(self) -> Staafdiagram | None:
        """Kasbudget and prognose of each post of the programma's own budget, beside each other."""
        staven = []
        for rij in self.eigen.rijen:
            staven.append(Staaf(f"{rij.post}: kasbudget", max(rij.rij.kasbudget, NUL), euro(rij.rij.kasbudget)))
            staven.append(Staaf(f"{rij.post}: prognose", max(rij.rij.verwacht, NUL), euro(rij.rij.verwacht)))
        if not staven:
            return None
        slot = f"Samen is dat {euro(abs(self.eigen.afwijking))} {self.eigen.richting}."
        return Staafdiagram(
            titel="Kasbudget en prognose per post",
            conclusie=slot if self.eigen.afwijking else "De prognose is gelijk aan het kasbudget.",
            staven=staven,
        )


def prognosebeeld(prognose: Prognose) -> Prognosebeeld:
    """The whole of a prognose, beside the fixed one before it."""
    vorige = prognose.vorige
    toen = {rij.regel_id: rij for rij in vorige.regels.all()} if vorige else {}
    regels = prognose.regels.select_related("regel__post__programma", "regel__dekkingsbron")
    rijen = [
        Rij(each, toen.get(each.regel_id), each.afwijking != 0 and abs(each.afwijking) >= prognose.drempel)
        for each in regels
    ]
    return Prognosebeeld(
        groepen=_per_bron(rijen),
        vorige=vorige,
        onverklaard=onverklaard(prognose),
        verklaringen={each.post_id: each.tekst for each in prognose.verklaringen.all()},
    )


def met_teken(bedrag: Decimal) -> str:
    """`+ € 5` or `− € 5`."""
    return f"{'+' if bedrag > 0 else '−'} {euro(abs(bedrag))}"


def _per_bron(rijen: Iterable[Rij]) -> list[Groep]:
    def naam(rij: Rij) -> str:
        return str(rij.rij.regel.dekkingsbron or EIGEN)

    op_naam = sorted(rijen, key=lambda rij: (rij.rij.regel.dekkingsbron is not None, naam(rij), rij.post.nummer))
    return [Groep(bron, list(groep)) for bron, groep in groupby(op_naam, key=naam)]
