"""Bar charts for the screen: geometry here, drawing in templates/components/staafdiagram.html."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

LABEL_CHARACTERS = 36  # one line of a label on a screen of 320 pixels
LINE = 20  # px
BAR = 16  # px
GAP = 18  # px
WIDEST = Decimal(68)  # percent; the rest is for the value behind the longest bar


@dataclass(frozen=True)
class Staaf:
    """One bar: its label, its value (zero or more) and the value as it must be printed."""

    label: str
    waarde: Decimal
    tekst: str


@dataclass(frozen=True)
class GetekendeStaaf:
    """A bar with its place: heights in px, lengths in percent, so that it fits every width."""

    staaf: Staaf
    regels: list[tuple[str, int]]
    y_balk: int
    y_waarde: int
    lengte: str


@dataclass(frozen=True)
class Staafdiagram:
    """A horizontal bar chart with one sentence that says what to see in it."""

    titel: str
    conclusie: str
    staven: Sequence[Staaf]
    kolommen: str = "Onderdeel | Bedrag >"
    balkhoogte: int = BAR

    def __post_init__(self):
        if not self.staven:
            raise ValueError(
                f"Staafdiagram “{self.titel}” heeft geen staven. Toon dan het onderdeel lege_staat."
            )
        for staaf in self.staven:
            if staaf.waarde < 0:
                raise ValueError(f"Staaf “{staaf.label}” is {staaf.waarde}; een staaf is nul of meer.")

    @property
    def alternatief(self):
        """What a screen reader says instead of the picture; the table repeats it."""
        return f"{self.titel}. {self.conclusie}"

    @property
    def rijen(self):
        return [(staaf.label, staaf.tekst) for staaf in self.staven]

    @property
    def getekend(self):
        largest = max(staaf.waarde for staaf in self.staven) or Decimal(1)
        drawn, top = [], 0
        for staaf in self.staven:
            lines = textwrap.wrap(staaf.label, LABEL_CHARACTERS)
            regels = [(line, top + LINE * number + 15) for number, line in enumerate(lines)]
            y_balk = top + LINE * len(lines) + 4
            length = max(staaf.waarde / largest * WIDEST, Decimal("0.3"))
            drawn.append(GetekendeStaaf(staaf, regels, y_balk, y_balk + 13, f"{length:.1f}%"))
            top = y_balk + BAR + GAP
        return drawn

    @property
    def hoogte(self):
        return self.getekend[-1].y_balk + BAR + 2
