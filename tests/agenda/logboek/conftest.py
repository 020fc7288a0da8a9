"""A log with two zegels, and what somebody who owns the tables can do to it."""

import pytest
from django.db import connection

from agenda import audit
from agenda.models import Provincie, Zegel
from agenda.spoor.controle import in_words
from agenda.spoor.verzegelen import verzegelen

TABLES = ("agenda_auditregel", "agenda_spoor", "agenda_zegel")


@pytest.fixture(autouse=True)
def zegelbestand_pad(settings, tmp_path):
    settings.ZEGELBESTAND = tmp_path / "zegels.txt"
    return settings.ZEGELBESTAND


def as_owner(statement: str, parameters=()) -> None:
    """What the owner of the tables can do: take the triggers off, write, and put them on again."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement, parameters)
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


@pytest.fixture
def seal(django_capture_on_commit_callbacks):
    """Seals as the werker does; what happens after the commit too."""

    def make() -> Zegel:
        with django_capture_on_commit_callbacks(execute=True):
            return verzegelen()

    return make


@pytest.fixture
def sealed(redacteur, seal):
    """Three lines of the log, three of the trail and more, under two zegels."""
    regels = [audit.record(redacteur, "uitloggen", by=redacteur) for _ in range(2)]
    seal()
    regels.append(audit.record(redacteur, "uitloggen", by=redacteur))
    Provincie.objects.bulk_create([Provincie(code=f"PV3{n}", naam=f"Nieuw {n}") for n in range(3)])
    seal()
    return regels


def after(nummer: int) -> str:
    return f"na {in_words(Zegel.objects.get(nummer=nummer))}"
