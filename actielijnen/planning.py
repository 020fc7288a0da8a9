"""The planning of a programma as a picture: per activiteit a bar of what was planned and one of what was done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from actielijnen.models import Activiteit, Mijlpaal
from actielijnen.perioden import periode
from agenda import klok

LENGSTE = 12  # quarters that fit on a screen
BREEDTE = 100  # of the whole time


@dataclass(frozen=True)
class Kwartaal:
    """Three months: where they begin in the picture, and the how manieth of the year they are."""

    begin: date
    x: str

    @property
    def nummer(self) -> int:
        return (self.begin.month + 2) // 3


@dataclass(frozen=True)
class Balk:
    """A period in the picture, in percent of its width."""

    x: str
    breedte: str


@dataclass(frozen=True)
class Regel:
    """One activiteit with its bars (None outside the picture), its mijlpalen and the words that say the same."""

    activiteit: Activiteit
    plan: Balk | None
    uitvoering: Balk | None
    mijlpalen: list[tuple[Mijlpaal, str]]

    @property
    def gepland(self) -> str:
        return periode(self.activiteit.gepland_van, self.activiteit.gepland_tot)

    @property
    def uitgevoerd(self) -> str:
        if self.activiteit.gerealiseerd_van is None:
            return "niet begonnen" if self.activiteit.termijn is None else "nog niet"
        return periode(self.activiteit.gerealiseerd_van, self.activiteit.gerealiseerd_tot)


@dataclass(frozen=True)
class Planning:
    """All activiteiten that lie in some quarters, per actielijn, and where today is."""

    van: date
    tot: date
    groepen: list[tuple[str, list[Regel]]]
    vandaag: str

    @property
    def kwartalen(self) -> list[Kwartaal]:
        return [Kwartaal(begin, self.x(begin)) for begin in quarters(self.van, self.tot)]

    def x(self, day: date) -> str:
        return percent(self.van, self.tot, day)


def planning(activiteiten: Iterable[Activiteit], mijlpalen: Iterable[Mijlpaal], vanaf: date) -> Planning:
    """The picture of the quarters from that of `vanaf` on: as many as are needed, and no more than LENGSTE."""
    activiteiten, mijlpalen = list(activiteiten), list(mijlpalen)
    van = quarter_of(vanaf)
    laatste = max([each.gepland_tot for each in activiteiten], default=vanaf)
    tot = min(next_quarter(quarter_of(max(laatste, vanaf))), list(quarters(van, date.max))[LENGSTE])
    per_activiteit = {}
    for each in mijlpalen:
        if (op := each.gerealiseerd_op or each.gepland_op) and van <= op < tot:
            per_activiteit.setdefault(each.activiteit_id, []).append((each, percent(van, tot, op)))
    binnen = [each for each in activiteiten if each.gepland_tot >= van and each.gepland_van < tot]
    binnen.sort(key=lambda each: (each.actielijn.nummer if each.actielijn else 0, each.gepland_van))
    groepen = [
        (naam, [row(each, van, tot, per_activiteit.get(each.pk, [])) for each in rijen])
        for naam, rijen in groupby(binnen, key=lambda each: str(each.actielijn or "Het hele programma"))
    ]
    vandaag = klok.vandaag()
    return Planning(van, tot, groepen, percent(van, tot, vandaag) if van <= vandaag < tot else "")


def row(activiteit: Activiteit, van: date, tot: date, mijlpalen: list) -> Regel:
    einde = activiteit.gerealiseerd_tot or klok.vandaag()
    uitvoering = bar(van, tot, activiteit.gerealiseerd_van, einde) if activiteit.gerealiseerd_van else None
    return Regel(activiteit, bar(van, tot, activiteit.gepland_van, activiteit.gepland_tot), uitvoering, mijlpalen)


def bar(van: date, tot: date, begin: date, einde: date) -> Balk | None:
    """The part of begin to einde (both days included) that lies in the picture."""
    begin, einde = max(begin, van), min(einde + timedelta(days=1), tot)
    if begin >= einde:
        return None
    breedte = (einde - begin).days / (tot - van).days * BREEDTE
    return Balk(percent(van, tot, begin), f"{max(breedte, 0.5):.2f}%")


def percent(van: date, tot: date, day: date) -> str:
    return f"{(day - van).days / (tot - van).days * BREEDTE:.2f}%"


def quarter_of(day: date) -> date:
    """The first day of its quarter."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def next_quarter(begin: date) -> date:
    return date(begin.year + begin.month // 10, (begin.month + 2) % 12 + 1, 1)


def quarters(van: date, tot: date) -> Iterator[date]:
    """The first day of each quarter from `van` on, before `tot`; never more than a picture can hold and one."""
    begin, number = van, 0
    while begin < tot and number <= LENGSTE:
        yield begin
        begin, number = next_quarter(begin), number + 1
