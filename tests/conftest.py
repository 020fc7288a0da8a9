"""The same people and the same data in every test, and no network for any of them."""

import socket
from io import StringIO

import hypothesis
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test import TransactionTestCase, override_settings
from xdist.scheduler import LoadFileScheduling

from agenda.access import GEMEENTELIJK, Rol
from agenda.models import Gebruiker, Gemeente, Programma, Provincie
from tests.hulpmiddelen import clamd as virusscanner
from tests.hulpmiddelen import databank, stand
from tests.hulpmiddelen.browser import chromium
from tests.oidc import aanbieder as oidc

BROWSER = "tests/browser/"
# An example may take its time: a busy machine is no fault of the portal.
hypothesis.settings.register_profile("geduldig", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("geduldig")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """The files of tests/browser go to one process, because they share a portal that takes long to start."""

    class PerFile(LoadFileScheduling):
        def _split_scope(self, nodeid):
            file = super()._split_scope(nodeid)
            return BROWSER if file.startswith(BROWSER) else file

    return PerFile(config, log)


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """A test may talk to this machine only: PostgreSQL's socket and servers on loopback."""
    connect = socket.socket.connect

    def loopback_only(self, address):
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"Een test zoekt verbinding met {address}; tests hebben geen netwerk.")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", loopback_only)


@pytest.fixture(scope="session")
def sjabloon(django_db_blocker):
    """A database as `migrate` makes it, for others to be a copy of. The tests own theirs: they make and empty it."""
    connection.settings_dict.update(USER=settings.DATABASE_EIGENAAR["USER"])
    connection.settings_dict["OPTIONS"] |= settings.DATABASE_EIGENAAR.get("OPTIONS", {})
    with django_db_blocker.unblock():
        return databank.sjabloon()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, sjabloon):
    connection.settings_dict["TEST"]["TEMPLATE"] = sjabloon


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """At the end, who still holds the database lets go: a process that a test killed may live on in PostgreSQL."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture(scope="session", autouse=True)
def quick():
    """No third of a second per password, no search through all static files for each Client, no slow emptying."""
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with (
        override_settings(PASSWORD_HASHERS=hashers, WHITENOISE_AUTOREFRESH=True),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: stand.empty())
        yield


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def clamd_address():
    """One real clamd for all tests."""
    with virusscanner.clamd() as (address, _):
        yield address


@pytest.fixture
def clamd(settings, clamd_address):
    """Without this fixture there is no virus scanner."""
    settings.CLAMAV = clamd_address


@pytest.fixture(scope="session")
def aanbieder(tmp_path_factory):
    """A real provider of OpenID Connect, with invented people."""
    with oidc.running(tmp_path_factory.mktemp("aanbieder")) as started:
        yield started


@pytest.fixture(scope="session")
def loaded_rows(django_db_setup, django_db_blocker):
    """What the loader makes of an empty database, kept aside; the database itself stays empty."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("laad_programma", verbosity=0)
        rows = stand.keep()
        transaction.set_rollback(True)
    return rows


@pytest.fixture(scope="session")
def rows_with_example(loaded_rows, django_db_blocker):
    """The real programme and the Voorbeeldprogramma beside it, as their loaders make them."""
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(PORTAAL_DEMO=True):
        stand.put_back(loaded_rows)
        call_command("laad_voorbeeld", verbosity=0, stdout=StringIO())
        rows = stand.keep()
        transaction.set_rollback(True)
    return rows


@pytest.fixture
def voorbeeldprogramma(rows_with_example, db):
    """The Voorbeeldprogramma, with the real programme beside it."""
    with transaction.atomic():
        stand.put_back(rows_with_example)
    return Programma.objects.get(code="voorbeeld-2026")


@pytest.fixture
def programma(loaded_rows, db):
    """The real programme with all its data, as the loader makes it."""
    with transaction.atomic():
        stand.put_back(loaded_rows)
    return Programma.objects.get(code="veerkracht-weerbaarheid")


def voorbeeldstad() -> Gemeente:
    """The gemeente of who works at one, in a test that loads no programme."""
    provincie = Provincie.objects.create(code="PV99", naam="Voorbeeldland")
    return Gemeente.objects.create(code="GM9999", naam="Voorbeeldstad", naam_cbs="Voorbeeldstad", provincie=provincie)


@pytest.fixture
def account(db):
    """Makes the account of a role: account(Rol.REDACTEUR); a local account if it gets a password."""

    def make(*rollen, gemeente=None, wachtwoord=None):
        naam = "-".join(rollen)
        if gemeente is None and GEMEENTELIJK & set(rollen):
            gemeente = Gemeente.objects.order_by("code").first() or voorbeeldstad()
        return Gebruiker.objects.create_user(
            f"{naam}@voorbeeld.invalid", wachtwoord, naam=naam, rollen=list(rollen), gemeente=gemeente
        )

    return make


@pytest.fixture
def redacteur(account):
    return account(Rol.REDACTEUR)


@pytest.fixture
def beleidsmedewerker(account):
    return account(Rol.BELEIDSMEDEWERKER)


@pytest.fixture
def programmamanager(account):
    return account(Rol.PROGRAMMAMANAGER)


@pytest.fixture
def lezer(client, account):
    """A browser in which somebody is signed in who sees all and changes nothing."""
    client.force_login(account(Rol.AUDITOR))
    return client
