"""A chart of two columns for each month: geometry here, drawing in templates/actielijnen/deel/maandgrafiek.html."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from agenda.money import euro

HOOGTE = 240  # px that the columns have
BOVEN = 20  # px for the amount at the highest line
MARGE = Decimal(15)  # percent of the width for the amounts at the left
KOLOM = Decimal("0.34")  # of the width of a month
LIJNEN = 4  # about as many lines as are drawn


@dataclass(frozen=True)
class Maand:
    """What is drawn of one month, in euro; less than nothing where more came back than was paid."""

    naam: str
    gepland: Decimal
    betaald: Decimal


@dataclass(frozen=True)
class Kolom:
    """One column: its place in percent of the width and in px, so that it fits every width."""

    soort: str
    x: str
    breedte: str
    y: int
    hoogte: int


@dataclass(frozen=True)
class Maandgrafiek:
    """The months of a year with one sentence that says what to see; the table below it has the amounts."""

    titel: str
    conclusie: str
    maanden: Sequence[Maand]

    @property
    def alternatief(self) -> str:
        return f"{self.titel}. {self.conclusie} De bedragen staan in de tabel hieronder."

    @property
    def stap(self) -> Decimal:
        """How much lies between two lines: 1, 2 or 5 with noughts behind it."""
        bereik = max(self._alles) - min(self._alles)
        ruw = max(bereik / LIJNEN, Decimal(1))
        tien = Decimal(10) ** ruw.adjusted()
        return next(each * tien for each in (1, 2, 5, 10) if each * tien >= ruw)

    @property
    def _alles(self) -> list[Decimal]:
        return [Decimal(0), *(som for each in self.maanden for som in (each.gepland, each.betaald))]

    @property
    def _hoogste(self) -> Decimal:
        return (max(self._alles) / self.stap).to_integral_value(ROUND_CEILING) * self.stap or self.stap

    @property
    def _laagste(self) -> Decimal:
        return (min(self._alles) / self.stap).to_integral_value(ROUND_FLOOR) * self.stap

    def _y(self, bedrag: Decimal) -> int:
        return BOVEN + round((self._hoogste - bedrag) / (self._hoogste - self._laagste) * HOOGTE)

    @property
    def lijnen(self) -> list[tuple[str, int]]:
        """The amount at each line and its height in px, the highest first."""
        aantal = int((self._hoogste - self._laagste) / self.stap) + 1
        bedragen = [self._hoogste - nummer * self.stap for nummer in range(aantal)]
        return [(euro(each), self._y(each)) for each in bedragen]

    @property
    def nul(self) -> int:
        return self._y(Decimal(0))

    @property
    def kolommen(self) -> list[Kolom]:
        return [
            self._kolom(soort, nummer, plaats, som)
            for nummer, each in enumerate(self.maanden)
            for plaats, (soort, som) in enumerate((("gepland", each.gepland), ("betaald", each.betaald)))
        ]

    def _kolom(self, soort: str, nummer: int, plaats: int, som: Decimal) -> Kolom:
        x = MARGE + self._maand * (nummer + Decimal("0.16") + KOLOM * plaats)
        hoog, laag = sorted((self._y(som), self.nul))
        return Kolom(soort, f"{x:.2f}%", f"{self._maand * KOLOM:.2f}%", hoog, laag - hoog)

    @property
    def _maand(self) -> Decimal:
        """The width of one month in percent."""
        return (100 - MARGE) / len(self.maanden)

    @property
    def namen(self) -> list[tuple[str, str]]:
        """The name of each month and the middle of its place."""
        return [
            (each.naam, f"{MARGE + self._maand * (nummer + Decimal('0.5')):.2f}%")
            for nummer, each in enumerate(self.maanden)
        ]

    @property
    def y_namen(self) -> int:
        return BOVEN + HOOGTE + 20

    @property
    def hoogte(self) -> int:
        return self.y_namen + 6
