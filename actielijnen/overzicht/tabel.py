"""A table of amounts: each cell says an amount, where its rows are listed, and in words what is wrong with it."""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import urlencode

from django.urls import reverse

from agenda.money import euro
from agenda.ui.tabel import Kolom

NVT = "n.v.t."


@dataclass(frozen=True)
class Cel:
    """What one cell says; `erbij` is what an amount below zero means, in words."""

    tekst: str
    url: str = ""
    erbij: str = ""


@dataclass(frozen=True)
class Rij:
    titel: str
    cellen: list[Cel]
    url: str = ""
    badge: str = ""
    is_totaal: bool = False


@dataclass(frozen=True)
class Bedragentabel:
    """Rows of cells, as many as `koppen`; all columns but the first hold amounts."""

    titel: str
    eerste: str
    koppen: list[str]
    rijen: list[Rij] = field(default_factory=list)

    @property
    def kolommen(self) -> list[Kolom]:
        return [Kolom(self.eerste), *(Kolom(kop, rechts=True) for kop in self.koppen)]

    @property
    def met_koppen(self) -> list[tuple[Rij, list[tuple[str, Cel]]]]:
        """Each row with its cells, each beside the heading of its column."""
        return [(rij, list(zip(self.koppen, rij.cellen, strict=True))) for rij in self.rijen]


def bedrag(waarde: Decimal, url: str = "", te_veel: str = "te veel") -> Cel:
    """An amount in euro that leads to its rows; below zero it is said in words too."""
    return Cel(euro(waarde), url, f"{euro(-waarde)} {te_veel}" if waarde < 0 and te_veel else "")


def deel(waarde: Decimal | None) -> Cel:
    """A part as a percentage with one decimal; `n.v.t.` where there is nothing to divide by."""
    if waarde is None:
        return Cel(NVT)
    honderd = (waarde * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Cel(f"{honderd}%".replace(".", ","))


def adres(naam: str, **vraag) -> str:
    """The address of the page `naam` with filters; a list of values is given as that many filters."""
    return f"{reverse(naam)}?{urlencode(vraag, doseq=True)}" if vraag else reverse(naam)
