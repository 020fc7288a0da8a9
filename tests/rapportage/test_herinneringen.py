"""A toezegging with a last day is remembered five working days before, on the day, and the day after: once each."""

from datetime import date, datetime, timedelta

import pytest

from agenda import klok
from agenda.access import Rol
from agenda.berichten.herinneringen import remind, working_days
from agenda.models import Bericht, Ministerie, Programma
from agenda.taken.uitvoering import discover
from rapportage.models import Toezegging

LAATSTE_DAG = date(2026, 4, 29)  # Wednesday; Monday 27 April is Koningsdag, so five working days before is the 21st


@pytest.fixture
def toezegging(db, programmamanager, redacteur):
    discover()
    szw = Ministerie.objects.create(afkorting="SZW", naam="SZW")
    programma = Programma.objects.create(code="p", naam="P", korte_naam="P", soort="voorbeeld", ministerie=szw)
    return Toezegging.objects.create(
        programma=programma, sleutel="jaarlijks", tekst="Vertrouwelijk.", ambt="minister", uiterlijk_op=LAATSTE_DAG
    )


def hourly(first: date, last: date) -> list[tuple[str, str]]:
    """Remind every few hours from `first` to `last`; gives day and kind of each message that came of it."""
    day = first
    while day <= last:
        for hour in (0, 7, 23):
            with klok.vastgezet(datetime(day.year, day.month, day.day, hour, 5, tzinfo=klok.AMSTERDAM)):
                remind()
        day += timedelta(days=1)
    rows = Bericht.objects.order_by("moment")
    return [(f"{row.moment.astimezone(klok.AMSTERDAM):%d-%m}", row.soort) for row in rows]


def test_the_three_reminders_come_on_their_day_and_once(toezegging):
    assert hourly(date(2026, 4, 13), date(2026, 5, 20)) == [
        ("21-04", "termijn_nadert"),
        ("29-04", "termijn_vandaag"),
        ("30-04", "termijn_verstreken"),
    ]


def test_a_reminder_goes_to_the_programmamanagers_says_voorbeeld_and_not_what_was_promised(toezegging, account):
    hourly(LAATSTE_DAG, LAATSTE_DAG)

    (bericht,) = Bericht.objects.all()
    assert bericht.ontvanger.rollen == [Rol.PROGRAMMAMANAGER]
    assert (bericht.kenmerk, bericht.is_voorbeeld) == ("toezegging jaarlijks", True)
    assert bericht.adres == "/werk/toezeggingen/?programma=p#jaarlijks"


def test_a_portal_that_was_off_on_the_day_reminds_late_rather_than_never(toezegging):
    assert hourly(date(2026, 4, 24), date(2026, 4, 24)) == [("24-04", "termijn_nadert")]
    assert hourly(date(2026, 5, 4), date(2026, 5, 4))[1:] == [("04-05", "termijn_verstreken")]


def test_another_deadline_is_another_reminder(toezegging):
    hourly(LAATSTE_DAG, LAATSTE_DAG)
    toezegging.uiterlijk_op = date(2026, 5, 28)
    toezegging.save()

    assert hourly(date(2026, 5, 28), date(2026, 5, 28))[1:] == [("28-05", "termijn_vandaag")]


def test_a_toezegging_without_a_last_day_is_never_remembered(toezegging):
    Toezegging.objects.update(uiterlijk_op=None)
    assert hourly(LAATSTE_DAG, LAATSTE_DAG) == []


@pytest.mark.parametrize(
    ("start", "aantal", "day"),
    [
        (date(2026, 4, 21), 5, LAATSTE_DAG),
        (LAATSTE_DAG, -5, date(2026, 4, 21)),
        (date(2026, 12, 24), 1, date(2026, 12, 28)),
        (date(2026, 6, 27), 1, date(2026, 6, 29)),
    ],
)
def test_working_days_leave_out_weekends_and_feestdagen(start, aantal, day):
    assert working_days(start, aantal) == day
