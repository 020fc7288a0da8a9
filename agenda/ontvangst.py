"""When a request was with us: at a busy moment it waits for its turn, and that makes nobody late."""

from contextvars import ContextVar
from datetime import datetime, timedelta

from agenda import klok

LEZEN = timedelta(seconds=5)  # who takes longer to send the rest was not with us whole when its first bytes were

_binnen: ContextVar[tuple[datetime, datetime] | None] = ContextVar("verzoek_binnen", default=None)


def noteer(binnen: datetime) -> None:
    """The web server begins, in this thread, with a request that it has had since `binnen`."""
    _binnen.set((binnen, klok.nu()))


def ontvangen_op() -> datetime:
    """When the request that this thread carries out was here; now, where no web server of ours told."""
    nu = klok.nu()
    binnen, begonnen = _binnen.get() or (nu, nu)
    return binnen if nu - begonnen < LEZEN else nu
