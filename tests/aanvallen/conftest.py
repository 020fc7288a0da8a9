"""Two gemeenten with people and records of their own, an attacker, and what every refusal must look like."""

import json
import re

import pytest
from django.test import Client

from agenda import weigeringen
from agenda.access import Rol
from agenda.models import AuditRegel, Gemeente, Provincie, Spoor
from tests.agenda.oidc.conftest import client_van_iemand, redactie, sso, vals, vervalsende_server  # noqa: F401
from tests.hulpmiddelen.beveiligingslog import meegelezen
from tests.netten.conftest import brief, opslag, records_for, rows_with_letter  # noqa: F401  the same full portal

WAYS_ON = re.compile(r"<(?:a|button)\b")
# What must never be told to somebody who was refused.
INTERNALS = ("Traceback", "File &quot;", "psycopg", "SELECT ", "django.", "DoesNotExist", "/site-packages/")
# Tables that any request may touch: being signed in, and counting how often somebody tries.
TOUCHED = {"django_session", "usersessions_usersession"}
LOG = []  # the lines of the security log of this test


@pytest.fixture(autouse=True)
def beveiligingslog():
    with meegelezen(LOG):
        yield LOG


def gemeente(code: str, naam: str) -> Gemeente:
    provincie, _ = Provincie.objects.get_or_create(code="PV98", naam="Voorbeeldland")
    return Gemeente.objects.create(code=code, naam=naam, naam_cbs=naam, provincie=provincie, is_voorbeeld=True)


@pytest.fixture
def voorbeeldstad(db):
    return gemeente("GM9801", "Voorbeeldstad")


@pytest.fixture
def elders(db):
    """The other gemeente, of which nobody of Voorbeeldstad may see anything."""
    return gemeente("GM9802", "Elderbeek")


@pytest.fixture
def signed_in():
    """A browser in which `user` is signed in; it checks the CSRF token as a real one would meet it, if asked."""

    def browser(user, **options):
        client = Client(headers={"host": "localhost"}, **options)
        client.force_login(user)
        return client

    return browser


@pytest.fixture
def aanvaller(account, voorbeeldstad):
    """An official of Voorbeeldstad with bad plans."""
    return account(Rol.GEMEENTELIJK_AANVRAGER, gemeente=voorbeeldstad)


@pytest.fixture
def slachtoffer(account, elders):
    """An official of the other gemeente."""
    return account(Rol.GEMEENTELIJK_ONDERTEKENAAR, gemeente=elders)


def body(response) -> str:
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode(errors="replace")


def assert_refused(response, *statuses: int) -> None:
    """The status is one of these, a page in Dutch says so with a way on and without a look inside, and it is logged."""
    text = body(response)
    assert response.status_code in statuses, (response.status_code, text[:300])
    assert [word for word in INTERNALS if word in text] == []
    if response.status_code != 302 and response["Content-Type"].startswith("text/html"):
        assert 'lang="nl"' in text
        assert WAYS_ON.search(text)
    if response.status_code in weigeringen.ACTIES and (response.status_code != 404 or response.wsgi_request.resolver_match):
        assert_logged(response)


def assert_logged(response) -> None:
    """The security log says what was asked and what it came to; of many of the same by one person, the first ten."""
    asked = response.wsgi_request
    line = {"object": f"{asked.method} {weigeringen.subject(asked)}", "resultaat": response.status_code}
    found = [json.loads(each) for each in LOG]
    assert line in [{key: each.get(key) for key in line} for each in found], found


class Unchanged:
    """Inside this block the row trail of the database gets no line, and no decision is recorded."""

    def __init__(self, *allowed: str):
        self.allowed = TOUCHED | set(allowed)

    def __enter__(self):
        self.before = Spoor.objects.order_by("pk").values_list("pk", flat=True).last() or 0
        self.decisions = AuditRegel.objects.count()

    def __exit__(self, kind, value, trace):
        if kind is None:
            changed = Spoor.objects.filter(pk__gt=self.before).exclude(tabel__in=self.allowed)
            assert list(changed.values_list("tabel", "soort")) == []
            assert AuditRegel.objects.count() == self.decisions


@pytest.fixture
def unchanged():
    return Unchanged
