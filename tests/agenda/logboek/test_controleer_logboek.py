"""The zegels outside the database, and the command that checks all."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from procrastinate.contrib.django import app

from agenda.logboek.taken import seal_the_log
from agenda.models import Zegel
from agenda.spoor import zegelbestand
from agenda.spoor.controle import controleren, in_words
from agenda.spoor.verzegelen import verzegelen
from agenda.taken.uitvoering import discover
from tests.agenda.logboek.conftest import after, as_owner

pytestmark = pytest.mark.django_db

# --- The file --------------------------------------------------------------------------------------------


def test_the_file_holds_number_moment_and_fingerprint(sealed, zegelbestand_pad):
    assert zegelbestand_pad.read_text() == "".join(zegelbestand.line(zegel) for zegel in Zegel.objects.all())
    assert [len(line.split()[2]) for line in zegelbestand_pad.read_text().splitlines()] == [64, 64]


def test_a_run_that_broke_off_before_the_file_is_made_up_for_by_the_next(sealed, seal, zegelbestand_pad):
    verzegelen()  # its callback after the commit never runs
    assert controleren() == ["Zegel 3 staat niet in het zegelbestand."]
    seal()
    assert controleren() == []
    assert len(zegelbestand_pad.read_text().splitlines()) == 4


def test_a_file_that_is_gone_or_spoilt_is_said(sealed, zegelbestand_pad):
    with zegelbestand_pad.open("a") as file:
        file.write("geen idee\n\n")
    assert controleren() == [
        "Regel 3 van het zegelbestand is geen zegel.",
        "Regel 4 van het zegelbestand is geen zegel.",
    ]
    zegelbestand_pad.unlink()
    assert controleren() == ["Het zegelbestand ontbreekt."]


# --- The command and the werker ---------------------------------------------------------------------------


def controleer_logboek() -> str:
    answer = StringIO()
    call_command("controleer_logboek", stdout=answer)
    return answer.getvalue()


def test_the_command_says_that_the_log_is_right(sealed):
    assert controleer_logboek() == f"Het logboek klopt, tot en met {in_words(Zegel.objects.last())}.\n"


def test_the_command_says_that_there_is_nothing_to_check_yet(db):
    assert controleer_logboek() == "Er is nog geen zegel. De werker maakt er elk uur een.\n"


def test_the_command_fails_with_the_line_that_is_wrong(sealed, zegelbestand_pad):
    as_owner("DELETE FROM agenda_auditregel WHERE id = %s", [sealed[0].pk])
    with pytest.raises(CommandError) as refusal:
        controleer_logboek()
    assert str(refusal.value).splitlines() == [
        "Het logboek klopt niet.",
        f"Regel {sealed[0].pk} van het logboek is verwijderd {after(1)}.",
        f"Zegelbestand: {zegelbestand_pad}",
    ]
    assert refusal.value.returncode == 1


def test_the_werker_knows_the_hourly_zegel():
    discover()
    found = [
        each.cron for each in app.periodic_registry.periodic_tasks.values() if each.task.name == "logboek_verzegelen"
    ]
    assert found == ["7 * * * *"]
    seal_the_log(timestamp=0)
    assert Zegel.objects.count() == 1
