"""The security log as a test reads it: each line the moment it is written, with the counts of earlier tests forgotten."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from agenda import weigeringen


@contextmanager
def meegelezen(lines: list[str]) -> Iterator[list[str]]:
    """Within the block, `lines` gets each line that is written, and none of before."""
    lines.clear()
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())
    logger = logging.getLogger("portaal.beveiliging")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weigeringen, "DEMPING", weigeringen.Demping())
        logger.addHandler(handler)
        try:
            yield lines
        finally:
            logger.removeHandler(handler)
