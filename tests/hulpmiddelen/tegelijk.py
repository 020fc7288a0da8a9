"""Several people at once: threads with a connection of their own each, as requests have, at one moment of the clock."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from threading import Barrier, BrokenBarrierError
from time import sleep

from django.db import connection, transaction


def at_once(*actions: Callable) -> list:
    """What each of `actions` answered or raised; they start together."""
    start = Barrier(len(actions))

    def one(action):
        try:
            start.wait(timeout=60)
            return _with_own_connection(action)
        except Exception as fault:
            return fault

    with ThreadPoolExecutor(len(actions)) as pool:
        return [each.result() for each in [pool.submit(copy_context().run, one, action) for action in actions]]


def meeting(action: Callable, persons: int = 2) -> Callable:
    """`action`, but its first `persons` callers wait for each other: all have looked, and nobody has written yet."""
    all_there = Barrier(persons)

    def waiting(*arguments, **named):
        with suppress(BrokenBarrierError):
            all_there.wait(timeout=5)
        all_there.abort()
        return action(*arguments, **named)

    return waiting


def while_uncommitted(first: Callable, second: Callable):
    """What `second` answers when it begins after `first` has written and before that is committed."""
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            coming = pool.submit(copy_context().run, _with_own_connection, second)
            _until_somebody_waits(coming)
        return coming.result(timeout=60)


def _with_own_connection(action: Callable):
    try:
        return action()
    finally:
        connection.close()


def _until_somebody_waits(coming: Future) -> None:
    """Until a lock holds the other up, or it needed none and is done."""
    waits = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    for _ in range(3000):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # else a transaction keeps seeing its first look
            cursor.execute(waits)
            if cursor.fetchone()[0] or coming.done():
                return
        sleep(0.01)
    raise AssertionError("De tweede wacht niet en komt niet klaar.")
