"""From when to when a version takes aanvragen, to the minute, and what an outage of the portal does to that."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from agenda import klok
from agenda.feestdagen import is_werkdag
from subsidies.models import RegelingVersie, Storing

MINUUT = timedelta(minutes=1)
Verlenging = RegelingVersie.Verlenging


@dataclass(frozen=True)
class Tijdvak:
    """From `opent` until `sluit`, which is the first moment that is too late.

    `storingen` are the outages that moved `sluit`, and `zonder_storing` is when it would have closed without them.
    """

    opent: datetime
    sluit: datetime
    storingen: tuple[Storing, ...] = ()
    zonder_storing: datetime | None = None

    def bevat(self, moment: datetime) -> bool:
        return self.opent <= moment < self.sluit

    @property
    def laatste_minuut(self) -> datetime:
        """`sluit` as people say it: 23.59 uur, and not 0.00 uur of the day after."""
        return _last_minute(self.sluit)

    @property
    def eerdere_laatste_minuut(self) -> datetime:
        """The last minute as it was before the outages."""
        return _last_minute(self.zonder_storing or self.sluit)


def _later_by_duration(sluit: datetime, opent: datetime, storing: Storing) -> datetime:
    return sluit + _up_to_minute(storing.eind - max(storing.begin, opent))


def _end_of_next_werkdag(sluit: datetime, opent: datetime, storing: Storing) -> datetime:
    """Midnight after the first werkdag that lies whole after the outage, unless it closes later than that already."""
    dag = storing.eind.astimezone(klok.AMSTERDAM).date() + timedelta(days=1)
    while not is_werkdag(dag):
        dag += timedelta(days=1)
    return max(sluit, datetime.combine(dag + timedelta(days=1), time.min, tzinfo=klok.AMSTERDAM))


# fmt: off
#                       when it closes after one outage, that a version closed at that moment without it
VERLENGT: dict[str, Callable[[datetime, datetime, Storing], datetime]] = {
    Verlenging.NIET:    lambda sluit, opent, storing: sluit,
    Verlenging.DUUR:    _later_by_duration,
    Verlenging.WERKDAG: _end_of_next_werkdag,
}
# fmt: on


def sluiting(opent: datetime, sluit: datetime, regel: str, storingen: Iterable[Storing]) -> Tijdvak:
    """The tijdvak from `opent` until `sluit` as `regel` moves its end for each of `storingen`, the earliest first.

    An outage counts when it falls within the tijdvak, also when that is so because of the one before it. Of two that
    overlap, the part that both have counts once.
    """
    end, moved, seen_until = sluit, [], opent
    for storing in storingen:
        if storing.begin >= end or storing.eind <= seen_until:
            continue
        later = VERLENGT[regel](end, seen_until, storing)
        seen_until = storing.eind
        if later > end:
            moved.append(storing)
            end = later
    return Tijdvak(opent, end, tuple(moved), sluit)


def geldende_storingen() -> Sequence[Storing]:
    """Every outage that counts, for who asks the tijdvak of more than one version."""
    return list(Storing.objects.geldend())


def tijdvak(versie: RegelingVersie, storingen: Sequence[Storing] | None = None) -> Tijdvak | None:
    """The tijdvak of `versie`, whose last minute counts whole; None as long as it is not set."""
    if versie.aanvragen_vanaf is None:
        return None
    sluit = versie.aanvragen_tot.replace(second=0, microsecond=0) + MINUUT
    if versie.storing_verlengt == Verlenging.NIET:
        storingen = ()
    elif storingen is None:
        storingen = geldende_storingen()
    return sluiting(versie.aanvragen_vanaf, sluit, versie.storing_verlengt, storingen)


def tijdvakken(versies: Iterable[RegelingVersie]) -> list[tuple[RegelingVersie, Tijdvak]]:
    """Each version with its tijdvak; the outages are asked once, and only if one of the versions heeds them."""
    versies = list(versies)
    heeded = any(each.storing_verlengt != Verlenging.NIET for each in versies)
    storingen = geldende_storingen() if heeded else ()
    return [(each, tijdvak(each, storingen)) for each in versies]


def _up_to_minute(duration: timedelta) -> timedelta:
    """`duration` in whole minutes, a part of one rounded up."""
    return -(-duration // MINUUT) * MINUUT


def _last_minute(sluit: datetime) -> datetime:
    return (sluit - MINUUT).astimezone(klok.AMSTERDAM)
