"""One column of a list: what it is called, which value it shows, and how that is written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, number_format

from agenda.money import euro

LEEG = "–"


class Soort(StrEnum):
    TEKST = "tekst"
    GETAL = "getal"
    BEDRAG = "bedrag"
    DATUM = "datum"


TYPEN = {Soort.GETAL: (int, Decimal), Soort.BEDRAG: (int, Decimal), Soort.DATUM: (date,)}


@dataclass(frozen=True)
class Kolom:
    """A column, declared once for the screen and every kind of file.

    `waarde` is a path ("provincie.naam") or a function of the record; without it the path is `sleutel`.
    `sorteer` is the database field to order by; without it the column cannot be sorted. `link` gives an
    address for a record, or None; `toon` gives the tone of a badge for a record, or nothing for plain text.
    `som` is the database field to add up over all rows of the list; without it there is no sum.
    """

    sleutel: str
    kop: str
    waarde: str | Callable[[Any], Any] = ""
    soort: Soort = Soort.TEKST
    sorteer: str = ""
    link: Callable[[Any], str | None] | None = None
    toon: Callable[[Any], str] | None = None
    som: str = ""

    @property
    def is_rechts(self) -> bool:
        return self.soort in (Soort.GETAL, Soort.BEDRAG)

    def value(self, record) -> str | int | Decimal | date | None:
        """The value for `record`; unknown is None. Raises TypeError if it does not fit `soort`."""
        value = self.waarde(record) if callable(self.waarde) else follow(record, self.waarde or self.sleutel)
        if value is None or value == "":
            return None
        if self.soort == Soort.TEKST:
            return {True: "ja", False: "nee"}[value] if isinstance(value, bool) else str(value)
        if not isinstance(value, TYPEN[self.soort]) or isinstance(value, bool):
            raise TypeError(f"Kolom ‘{self.kop}’ is van soort {self.soort}, maar krijgt {value!r}.")
        return timezone.localtime(value) if isinstance(value, datetime) else value

    def text(self, value) -> str:
        """`value` as the screen shows it, in Dutch."""
        if value is None:
            return LEEG
        return SCHRIJFWIJZE[self.soort](value)


def follow(record, path: str):
    """`provincie.naam` of a record; None as soon as a part is unknown. A method on the way is called."""
    for name in path.split("."):
        if record is None:
            return None
        record = getattr(record, name)
        record = record() if callable(record) else record
    return record


def datum(value: date) -> str:
    return date_format(value, "j F Y H:i" if isinstance(value, datetime) else "j F Y")


def getal(value: int | Decimal) -> str:
    return number_format(value, use_l10n=True, force_grouping=True)


SCHRIJFWIJZE: dict[Soort, Callable[[Any], str]] = {
    Soort.TEKST: str,
    Soort.GETAL: getal,
    Soort.BEDRAG: lambda value: euro(Decimal(value)),
    Soort.DATUM: datum,
}
