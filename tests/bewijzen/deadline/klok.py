"""The clock of the portal set forward, so that a tijdvak closes when the proof says so; it runs at its own speed."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from agenda import klok

SLUIT = datetime(2026, 11, 30, 23, 0, tzinfo=UTC)  # midnight in Amsterdam: the end of the tijdvak of open_regeling
VERZET = "PROEF_VERZET"  # environment: the file that says how many seconds the clock is ahead


def sluit_om(bestand: Path, moment: float) -> None:
    """Let the clock reach SLUIT at `moment`, in real seconds since 1970."""
    new = bestand.with_suffix(".nieuw")
    new.write_text(str(SLUIT.timestamp() - moment))
    new.replace(bestand)  # whole, for who reads it meanwhile


def verzet() -> None:
    """Set the clock of this process forward as the file says, now and whenever that changes."""
    file, now = Path(os.environ[VERZET]), klok.nu
    klok.nu = lambda: now() + timedelta(seconds=float(file.read_text()))
