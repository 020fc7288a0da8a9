"""What will be left of the kas of a year: a prognose less what experience says does not come, with a band."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from actielijnen.begroting.standen import NUL
from actielijnen.begroting.verwachting import Nakoming
from actielijnen.models import Aanname, Prognose
from agenda.money import rond

FORMULE = (
    "verwachte uitgaven = betaald + uit openstaand × (1 − deel te laat) + nieuw × (1 − deel gaat niet door)",
    "onderuitputting = kasbudget − verwachte uitgaven",
)


@dataclass(frozen=True)
class Band:
    """A value with what it is at least and at most."""

    laag: Decimal
    verwacht: Decimal
    hoog: Decimal


@dataclass(frozen=True)
class Projectie:
    """The amounts (euro) and shares (0 to 1) from which the onderuitputting of a year follows."""

    kasbudget: Decimal
    betaald: Decimal
    uit_openstaand: Decimal
    nieuw: Decimal
    te_laat: Band
    gaat_niet_door: Band

    @property
    def uitgaven(self) -> Band:
        """At least what is paid when most comes late."""
        te_laat, niet_door = self.te_laat, self.gaat_niet_door
        return Band(
            laag=self._uitgaven(te_laat.hoog, niet_door.hoog),
            verwacht=self._uitgaven(te_laat.verwacht, niet_door.verwacht),
            hoog=self._uitgaven(te_laat.laag, niet_door.laag),
        )

    @property
    def onderuitputting(self) -> Band:
        """Less than 0 is a dreigende overschrijding."""
        uitgaven = self.uitgaven
        return Band(
            laag=self.kasbudget - uitgaven.hoog,
            verwacht=self.kasbudget - uitgaven.verwacht,
            hoog=self.kasbudget - uitgaven.laag,
        )

    def _uitgaven(self, te_laat: Decimal, niet_door: Decimal) -> Decimal:
        return self.betaald + rond(self.uit_openstaand * (1 - te_laat)) + rond(self.nieuw * (1 - niet_door))


def projectie(prognose: Prognose) -> Projectie | None:
    """The projection over the programma's own budget; None as long as an assumption is not stated."""
    aannames = {each.soort: Band(each.laag, each.verwacht, each.hoog) for each in prognose.aannames.all()}
    if len(aannames) < len(Aanname.Soort):
        return None
    rijen = [rij for rij in prognose.regels.select_related("regel") if rij.regel.dekkingsbron_id is None]
    return Projectie(
        kasbudget=sum((rij.kasbudget for rij in rijen), NUL),
        betaald=sum((rij.betaald for rij in rijen), NUL),
        uit_openstaand=sum((rij.uit_openstaand for rij in rijen), NUL),
        nieuw=sum((rij.nieuw for rij in rijen), NUL),
        te_laat=aannames[Aanname.Soort.TE_LAAT],
        gaat_niet_door=aannames[Aanname.Soort.GAAT_NIET_DOOR],
    )


def geteld(jaren: list[Nakoming]) -> Band | None:
    """The share that came late, counted over earlier years: the best year, all together, the worst year.

    None without years: experience that is not there is not made up.
    """
    if not jaren:
        return None
    samen = 1 - sum(each.betaald for each in jaren) / sum(each.gepland for each in jaren)
    delen = [each.te_laat for each in jaren]
    return Band(_deel(min(delen)), _deel(samen), _deel(max(delen)))


def _deel(waarde: Decimal) -> Decimal:
    return waarde.quantize(Decimal("0.0001"), ROUND_HALF_UP)
