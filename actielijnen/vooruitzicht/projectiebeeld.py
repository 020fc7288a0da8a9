"""The projection of onderuitputting as a page shows it: assumptions, sum, band and chart."""

from dataclasses import dataclass
from decimal import Decimal

from actielijnen.begroting.projectie import FORMULE, Band, Projectie, projectie
from actielijnen.begroting.verwachting import Nakoming, nakoming
from actielijnen.models import Aanname, Prognose
from agenda.money import euro
from agenda.ui.grafieken import Staaf, Staafdiagram


@dataclass(frozen=True)
class Projectiebeeld:
    """The projection (None as long as assumptions are missing) and what earlier years say."""

    aannames: list[Aanname]
    ontbrekend: list[tuple[str, str]]
    uitkomst: Projectie | None
    jaren: list[Nakoming]
    formule: tuple[str, ...] = FORMULE

    @property
    def is_overschrijding(self) -> bool:
        return self.uitkomst is not None and self.uitkomst.onderuitputting.verwacht < 0

    @property
    def grafiek(self) -> Staafdiagram | None:
        """The kasbudget beside what is expected to be spent, at least and at most."""
        if self.uitkomst is None:
            return None
        uitgaven, over = self.uitkomst.uitgaven, self.uitkomst.onderuitputting
        return Staafdiagram(
            titel="Verwachte uitgaven met marge",
            conclusie=_conclusie(over),
            staven=[
                _staaf("Kasbudget", self.uitkomst.kasbudget),
                _staaf("Uitgaven, laag", uitgaven.laag),
                _staaf("Uitgaven, verwacht", uitgaven.verwacht),
                _staaf("Uitgaven, hoog", uitgaven.hoog),
            ],
        )


def projectiebeeld(prognose: Prognose) -> Projectiebeeld:
    """The projection of a prognose as far as it can be made."""
    aannames = list(prognose.aannames.all())
    soorten = {each.soort for each in aannames}
    return Projectiebeeld(
        aannames=aannames,
        ontbrekend=[(soort, label) for soort, label in Aanname.Soort.choices if soort not in soorten],
        uitkomst=projectie(prognose),
        jaren=nakoming(prognose.programma, prognose.jaar, prognose.peildatum),
    )


def _staaf(naam: str, bedrag: Decimal) -> Staaf:
    return Staaf(naam, max(bedrag, Decimal(0)), euro(bedrag))


def _conclusie(over: Band) -> str:
    wat = "Verwachte onderuitputting" if over.verwacht >= 0 else "Verwachte overschrijding"
    return f"{wat}: {euro(abs(over.verwacht))}, met een marge van {euro(over.laag)} tot {euro(over.hoog)}."
