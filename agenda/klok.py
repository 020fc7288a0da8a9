"""The only clock: what moment it is, and what day it is in Amsterdam."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_vastgezet: ContextVar[datetime | None] = ContextVar("vastgezet_moment", default=None)


def nu() -> datetime:
    """This moment, aware, in UTC."""
    return _vastgezet.get() or datetime.now(UTC)  # noqa: TID251  the one place that may


def vandaag() -> date:
    """Today's date in Amsterdam; just after midnight there it is still yesterday in UTC."""
    return nu().astimezone(AMSTERDAM).date()


@contextmanager
def vastgezet(moment: datetime) -> Iterator[datetime]:
    """Let `nu` return `moment` within the block, in this thread only. Raises ValueError without time zone."""
    if moment.tzinfo is None:
        raise ValueError(f"Het moment {moment} heeft geen tijdzone. Geef die mee, bijvoorbeeld tzinfo=UTC.")
    token = _vastgezet.set(moment.astimezone(UTC))
    try:
        yield moment
    finally:
        _vastgezet.reset(token)
