"""Where it runs: the gemeenten on the map of the Netherlands, and those that it does not know."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agenda.ui.landkaart import Landkaart, Punt, landkaart, middles
from interventies.models import Uitvoering


@dataclass(frozen=True)
class Plaats:
    """A gemeente in words, with the page behind it."""

    code: str
    woorden: str
    url: str


def kaart_van_gemeenten(titel: str, plaatsen: Iterable[Plaats]) -> tuple[Landkaart | None, list[Plaats]]:
    """The map with a mark in the middle of each gemeente (None: it knows none), and those that are not on it."""
    bekend = middles()
    plaatsen = list(plaatsen)
    punten = [
        Punt(nummer, plaats.woorden, plaats.code, *bekend[plaats.code], plaats.url)
        for nummer, plaats in enumerate((each for each in plaatsen if each.code in bekend), start=1)
    ]
    return _kaart(titel, punten), [each for each in plaatsen if each.code not in bekend]


def kaart_van_uitvoeringen(titel: str, uitvoeringen: Sequence[Uitvoering]) -> Landkaart | None:
    """The map with a mark for each focusgebied, or else each gemeente, of these; None if it knows none of them."""
    bekend = middles()
    plekken = {(each.gemeente, each.gebied) for each in uitvoeringen if each.gemeente.code in bekend}
    punten = []
    for nummer, (gemeente, gebied) in enumerate(sorted(plekken, key=_woorden), start=1):
        plek = (gebied.rd_x, gebied.rd_y) if gebied else bekend[gemeente.code]
        punten.append(Punt(nummer, _woorden((gemeente, gebied)), gemeente.code, *plek))
    return _kaart(titel, punten)


def _woorden(plek) -> str:
    gemeente, gebied = plek
    return f"{gemeente}, {gebied}" if gebied else str(gemeente)


def _kaart(titel: str, punten: list[Punt]) -> Landkaart | None:
    return landkaart(titel, punten) if punten else None
