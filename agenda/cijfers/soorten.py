"""The one shape of a figure, whether it was counted over records or recorded from a source."""

from dataclasses import dataclass
from decimal import Decimal

from agenda.models import Bron


@dataclass(frozen=True)
class Herkomst:
    """Where a value comes from: the source, and the place in it."""

    bron: str
    titel: str
    verwijzing: str
    vindplaats: str
    bekend_sinds: str

    @classmethod
    def uit(cls, bron: Bron, vindplaats: str) -> "Herkomst":
        bekend = f"{bron.bekend_sinds:%Y-%m-%d}" if bron.bekend_sinds else ""
        return cls(bron.sleutel, bron.titel, bron.verwijzing, vindplaats, bekend)

    @classmethod
    def uit_het_portaal(cls, register: str, vindplaats: str) -> "Herkomst":
        """Counted over what the portal itself keeps: a register, and what of it was counted."""
        return cls("", register, "", vindplaats, "")


@dataclass(frozen=True)
class Eerder:
    """A value that was stated before. `is_gemeld`: a Kamerbrief states it, so parliament has been told."""

    kaal: str
    tekst: str
    herkomst: Herkomst
    is_gemeld: bool


@dataclass(frozen=True)
class Cijfer:
    """A figure as a text may use it.

    `kaal` is the written value, `tekst` the same with its qualifier, `waarde` the exact value as text.
    An open figure has a `probleem` (Dutch: what is wrong and what to do) and no letter may use it.
    """

    naam: str
    titel: str
    oorsprong: str
    uitleg: str
    eenheid: str = ""
    waarde: str = ""
    kaal: str = ""
    tekst: str = ""
    kwalificatie: str = ""
    betreft: str = ""
    herkomst: tuple[Herkomst, ...] = ()
    records: tuple[str, ...] = ()
    eerder: tuple[Eerder, ...] = ()
    probleem: str = ""


@dataclass(frozen=True)
class Telling:
    """What a counting function returns: the value, the records it rests on and their sources."""

    naam: str
    titel: str
    waarde: Decimal | int
    records: tuple[str, ...]
    herkomst: tuple[Herkomst, ...]
    kwalificatie: str = "exact"
    betreft: str = ""
