"""When a request came in, with the web server of ours before it and without."""

from contextvars import copy_context
from datetime import UTC, datetime, timedelta

import pytest

from agenda import klok, ontvangst

BINNEN = datetime(2026, 11, 30, 22, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wacht", "leest", "telt"),
    [
        (timedelta(minutes=2), timedelta(seconds=1), BINNEN),  # it waited for its turn
        (timedelta(0), timedelta(seconds=5), BINNEN + timedelta(seconds=5)),  # it was not there whole
    ],
)
def test_waiting_for_a_turn_makes_nobody_late_and_sending_slowly_does(wacht, leest, telt):
    def handled():
        with klok.vastgezet(BINNEN + wacht):
            ontvangst.noteer(BINNEN)
        with klok.vastgezet(BINNEN + wacht + leest):
            return ontvangst.ontvangen_op()

    assert copy_context().run(handled) == telt


def test_without_our_web_server_it_is_now():
    with klok.vastgezet(BINNEN):
        assert copy_context().run(ontvangst.ontvangen_op) == BINNEN
