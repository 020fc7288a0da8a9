"""The amounts as a page shows them: chosen, per gemeente, and added up per instrument and never across."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from agenda import klok
from agenda.lijsten import Kolom, Soort
from agenda.lijsten.kolommen import datum
from agenda.models import Gemeente, Programma
from rapportage.geldstromen.stromen import Geldstroom


@dataclass(frozen=True)
class Som:
    """What one instrument comes to: what is certain, and what is not yet."""

    instrument: str
    vast: Decimal
    nog_niet: Decimal
    gemeenten: int


@dataclass(frozen=True)
class PerGemeente:
    """All amounts of one gemeente of today."""

    gemeente: Gemeente
    rijen: list[Geldstroom]

    @property
    def eerder(self) -> list[str]:
        """The names of gemeenten that went up in it and had something."""
        return sorted({each.naam_toen for each in self.rijen} - {""})

    @property
    def jaren(self) -> str:
        jaren = sorted({each.jaar for each in self.rijen})
        return str(jaren[0]) if len(jaren) == 1 else f"{jaren[0]}–{jaren[-1]}"

    @property
    def sommen(self) -> list[Som]:
        return sommen(self.rijen)


def sommen(rijen: Iterable[Geldstroom]) -> list[Som]:
    """Per instrument, in the order of its name."""
    per_instrument = defaultdict(list)
    for each in rijen:
        per_instrument[each.instrument].append(each)
    return [
        Som(
            instrument,
            sum((each.bedrag for each in eigen if each.is_vast), Decimal(0)),
            sum((each.bedrag for each in eigen if not each.is_vast), Decimal(0)),
            len({each.gemeente.pk for each in eigen}),
        )
        for instrument, eigen in sorted(per_instrument.items())
    ]


def per_gemeente(rijen: Iterable[Geldstroom]) -> list[PerGemeente]:
    """The rows of each gemeente of today, by name."""
    groepen = groupby(rijen, key=lambda each: each.gemeente)
    return [PerGemeente(gemeente, list(eigen)) for gemeente, eigen in groepen]


class Geldstromenbestand:
    """The same rows as a file: what the writers of a list ask of it."""

    titel = "Geld per gemeente"
    records = Gemeente.objects.none()
    kolommen = [
        Kolom("gemeente", "Gemeente"),
        Kolom("toen", "Naam van toen"),
        Kolom("code", "CBS-code van toen"),
        Kolom("gebied", "Gebied"),
        Kolom("instrument", "Instrument"),
        Kolom("thema", "Thema"),
        Kolom("jaar", "Jaar"),
        Kolom("bedrag", "Bedrag", soort=Soort.BEDRAG),
        Kolom("stand", "Stand"),
        Kolom("is_vast", "Staat vast"),
        Kolom("bron", "Bron"),
        Kolom("vindplaats", "Vindplaats"),
    ]

    def __init__(
        self, programma: Programma, rijen: list[Geldstroom], filters_in_woorden: str, filters_voor_logboek: str
    ):
        self.programma, self.rijen = programma, rijen
        self.filters_in_woorden, self.filters_voor_logboek = filters_in_woorden, filters_voor_logboek

    @property
    def aantal(self) -> int:
        return len(self.rijen)

    @property
    def is_voorbeeld(self) -> bool:
        return self.programma.is_voorbeeld

    def values(self) -> Iterator[list]:
        for each in self.rijen:
            plek = [each.gemeente.naam, each.toen.naam, each.toen.code, each.gebied or None]
            wat = [
                each.instrument,
                each.thema,
                str(each.jaar),
                each.bedrag,
                each.stand,
                "ja" if each.is_vast else "nee",
            ]
            yield [*plek, *wat, each.bron.titel, each.vindplaats]

    def herkomst(self) -> list[tuple[str, str]]:
        voorbeeld = [("VOORBEELD", "verzonnen gegevens, niet van een echt programma")] if self.is_voorbeeld else []
        return [
            ("Lijst", self.titel),
            *voorbeeld,
            ("Programma", self.programma.naam),
            ("Filters", self.filters_in_woorden),
            ("Aantal rijen", str(self.aantal)),
            ("Let op", "tel alleen op wat vaststaat, en nooit over instrumenten heen"),
            ("Gemaakt op", datum(klok.nu().astimezone(klok.AMSTERDAM))),
        ]
