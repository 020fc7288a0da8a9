"""The clock: aware, in UTC, with the days of Amsterdam."""

from datetime import UTC, date, datetime, timedelta
from threading import Thread

import pytest

from agenda import klok


def test_the_clock_is_aware_and_in_utc():
    assert klok.nu().utcoffset() == timedelta(0)


def test_just_before_midnight_utc_in_winter_it_is_the_next_day_in_amsterdam():
    with klok.vastgezet(datetime(2024, 12, 31, 23, 30, tzinfo=UTC)):
        assert klok.vandaag() == date(2025, 1, 1)


def test_two_hours_before_midnight_utc_in_summer_it_is_the_next_day_in_amsterdam():
    with klok.vastgezet(datetime(2024, 6, 30, 22, 0, tzinfo=UTC)):
        assert klok.vandaag() == date(2024, 7, 1)


def test_a_fixed_moment_ends_with_its_block_and_the_outer_one_returns():
    outer, inner = datetime(2024, 1, 1, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC)
    with klok.vastgezet(outer):
        with klok.vastgezet(inner):
            assert klok.nu() == inner
        assert klok.nu() == outer
    assert klok.nu() > inner


def test_a_fixed_moment_is_not_seen_by_another_thread():
    seen = []
    with klok.vastgezet(datetime(2024, 1, 1, tzinfo=UTC)):
        thread = Thread(target=lambda: seen.append(klok.nu().year))
        thread.start()
        thread.join()
    assert seen != [2024]


def test_a_moment_without_time_zone_is_refused():
    naive = datetime(2024, 1, 1)  # noqa: DTZ001  that is the point
    with pytest.raises(ValueError, match="tijdzone"), klok.vastgezet(naive):
        pass
