"""While the database is away every page says in Dutch that it comes back, and shows nothing of what went wrong."""

import psycopg
import pytest
from django.db import DatabaseError, InterfaceError, OperationalError
from django.test import Client
from django.urls import reverse

from agenda.spoor.databank.base import DatabaseWrapper
from agenda.ui.views import is_database_away
from tests.hulpmiddelen.pagina import text


@pytest.fixture
def browser(db, redacteur):
    client = Client(raise_request_exception=False)
    client.force_login(redacteur)
    return client


@pytest.fixture
def away(browser, monkeypatch):
    """No cursor comes any more: as when PostgreSQL stops while the portal runs."""

    def refused(self, *arguments, **options):
        raise OperationalError("connection to server at 10.0.0.5 failed") from psycopg.OperationalError()

    with monkeypatch.context() as patched:
        patched.setattr(DatabaseWrapper, "cursor", refused)
        yield


@pytest.mark.parametrize("address", ["/werk/", "/", "/account/inloggen/", "/beheer/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_page_says_that_it_comes_back(away, browser, address, method):
    answer = getattr(browser, method)(address)
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "Het portaal is even niet bereikbaar" in text(answer)
    assert "10.0.0.5" not in answer.content.decode()


def test_who_runs_the_portal_is_told_by_its_probes(away):
    ready, live = (Client().get(reverse(name)) for name in ("ready", "live"))
    assert (ready.status_code, ready["Retry-After"], live.status_code) == (503, "60", 200)


def caused_by(wrapper: type, cause: psycopg.Error) -> DatabaseError:
    fault = wrapper()
    fault.__cause__ = cause
    return fault


# fmt: off
FAULTS = [
    (caused_by(OperationalError, psycopg.OperationalError()),            True),
    (caused_by(OperationalError, psycopg.errors.AdminShutdown()),        True),
    (caused_by(OperationalError, psycopg.errors.CannotConnectNow()),     True),
    (caused_by(InterfaceError,   psycopg.InterfaceError()),              True),
    (caused_by(OperationalError, psycopg.errors.DeadlockDetected()),     False),
    (caused_by(OperationalError, psycopg.errors.LockNotAvailable()),     False),
    (caused_by(DatabaseError,    psycopg.errors.UndefinedTable()),       False),
    (ValueError(),                                                       False),
    (None,                                                               False),
]
# fmt: on


@pytest.mark.parametrize(("fault", "is_away"), FAULTS)
def test_a_fault_of_ours_is_no_database_that_is_away(fault, is_away):
    assert is_database_away(fault) is is_away
