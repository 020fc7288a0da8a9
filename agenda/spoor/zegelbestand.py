"""The chain outside the database: a line per zegel, in a file that whoever owns the database need not own."""

import fcntl
import os
from datetime import UTC

from django.conf import settings

from agenda.models import Zegel


def append_missing() -> None:
    """Add the zegels after the last one in the file; also those of a run that was broken off before this."""
    path = settings.ZEGELBESTAND
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "a+", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        last = max((int(words[0]) for words in map(str.split, file) if words and words[0].isdigit()), default=0)
        for zegel in Zegel.objects.filter(nummer__gt=last):
            file.write(line(zegel))
        file.flush()
        os.fsync(file.fileno())


def line(zegel: Zegel) -> str:
    """`12 2026-11-22T13:07:00+00:00 5f3a…`: number, moment and SHA-256."""
    return f"{zegel.nummer} {zegel.moment.astimezone(UTC).isoformat(timespec='seconds')} {zegel.sha256}\n"


def lines() -> list[str] | None:
    """What the file holds, line by line; None if it does not exist."""
    try:
        return settings.ZEGELBESTAND.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return None
