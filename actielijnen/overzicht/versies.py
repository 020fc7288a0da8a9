"""The begroting as it was after each moment: mutaties are only ever added, so every version stays readable."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from actielijnen.begroting.standen import NUL
from actielijnen.models import Budget, Mutatie
from actielijnen.overzicht.keuzes import Indeling, Keuze, KeuzeForm
from actielijnen.overzicht.tabel import Bedragentabel, Cel, Rij, adres, bedrag

BUDGETTEN = (Budget.VERPLICHTINGEN, Budget.KAS)


@dataclass(frozen=True)
class Versie:
    """Mutaties of one document that were booked after each other; `na` and `tot` are numbers of mutaties."""

    mutaties: list[Mutatie]
    na: int

    @property
    def tot(self) -> int:
        return self.mutaties[-1].pk

    @property
    def titel(self) -> str:
        eerste = self.mutaties[0]
        return f"{eerste.get_moment_display()} {eerste.begrotingsjaar or ''}".strip()

    @property
    def bron(self):
        return self.mutaties[0].bron

    def verschil(self, budget: str) -> Decimal:
        return sum((each.bedrag for each in self.mutaties if each.budget in (budget, Budget.BEIDE)), NUL)


class VersiesForm(KeuzeForm):
    """Versions are of all years together."""

    def __init__(self, vraag, found: Indeling):
        super().__init__(vraag, found)
        del self.fields["jaar"]


class Versies(Keuze):
    """Every version of the begroting of the chosen dekkingsbron, the newest first."""

    form_class = VersiesForm

    @property
    def versies(self) -> list[Versie]:
        """In the order of booking: what follows each other of the same moment, year and bron is one version."""
        mutaties = Mutatie.objects.filter(regel__in=[regel.pk for regel in self.van_bron])
        stukken = groupby(
            mutaties.select_related("bron").order_by("pk"),
            key=lambda each: (each.moment, each.begrotingsjaar, each.bron_id),
        )
        gevonden: list[Versie] = []
        for _, rijen in stukken:
            gevonden.append(Versie(list(rijen), gevonden[-1].tot if gevonden else 0))
        return gevonden

    @property
    def tabel(self) -> Bedragentabel:
        stand, rijen = dict.fromkeys(BUDGETTEN, NUL), []
        for versie in self.versies:
            cellen = []
            for budget in BUDGETTEN:
                stand[budget] += versie.verschil(budget)
                cellen += self._cellen(versie, budget, stand[budget])
            rijen.append(Rij(f"{versie.titel} – {versie.bron}", cellen, versie.bron.get_absolute_url()))
        koppen = ["Verschil verplichtingen", "Stand verplichtingen", "Verschil kas", "Stand kas"]
        return Bedragentabel("Versies van de begroting", "Na dit stuk", koppen, rijen[::-1])

    def _cellen(self, versie: Versie, budget: str, stand: Decimal) -> list[Cel]:
        vraag = {"dekkingsbron": self.dekkingsbron, "budget": budget.value, "versie": versie.tot}
        return [
            bedrag(versie.verschil(budget), adres("mutaties", **vraag, na=versie.na), te_veel=""),
            bedrag(stand, adres("mutaties", **vraag), te_veel=""),
        ]
