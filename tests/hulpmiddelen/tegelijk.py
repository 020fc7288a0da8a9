"""Several people at once: threads with a connection of their own each, as requests have."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

from django.db import connection


def at_once(*actions: Callable) -> list:
    """What each of `actions` answered or raised; they start together."""
    start = Barrier(len(actions))

    def one(action):
        try:
            start.wait(timeout=60)
            return action()
        except Exception as fault:
            return fault
        finally:
            connection.close()

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(one, actions))


def meeting(action: Callable, persons: int = 2) -> Callable:
    """`action`, but its first `persons` callers wait for each other: all have looked, and nobody has written yet."""
    all_there = Barrier(persons)

    def waiting(*arguments, **named):
        with suppress(BrokenBarrierError):
            all_there.wait(timeout=5)
        all_there.abort()
        return action(*arguments, **named)

    return waiting
