"""Who acts and from where: of a request, a command and the werker, and what a visitor cannot make up."""

import subprocess
import sys

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from agenda import audit, taken
from agenda.access import Rol
from agenda.herkomst import HerkomstMiddleware, account_of, acting, client_address, command_in, herkomst
from agenda.models import AuditRegel
from agenda.taken import taak
from tests.hulpmiddelen.broncode import ROOT


@pytest.mark.parametrize(
    ("proxys", "meta", "address"),
    [
        (0, {"REMOTE_ADDR": "192.0.2.1"}, "192.0.2.1"),
        (0, {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9"}, "192.0.2.1"),
        (1, {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9"}, "203.0.113.9"),
        (1, {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "6.6.6.6, 203.0.113.9"}, "203.0.113.9"),
        (2, {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "6.6.6.6, 203.0.113.9, 10.0.0.1"}, "203.0.113.9"),
        (2, {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9"}, "192.0.2.1"),
        (1, {"REMOTE_ADDR": "192.0.2.1"}, "192.0.2.1"),
        (1, {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "<script>"}, "192.0.2.1"),
        (1, {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "2001:DB8:0::7"}, "2001:db8::7"),
        (0, {"REMOTE_ADDR": ""}, ""),
    ],
)
def test_of_an_address_passed_on_only_what_our_own_proxies_added_is_believed(settings, proxys, meta, address):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxys
    assert client_address(RequestFactory().get("/", **meta)) == address


@pytest.mark.parametrize(
    ("arguments", "vanaf"),
    [
        (["manage.py", "laad_programma", "-v0"], "opdracht laad_programma"),
        (["manage.py", "werker"], "werker"),
        (["manage.py"], "opdracht help"),
    ],
)
def test_a_command_is_known_by_its_name(arguments, vanaf):
    assert command_in(arguments) == vanaf


def test_a_command_acts_under_its_name_from_beginning_to_end():
    question = "from agenda.herkomst import herkomst; print(herkomst().vanaf)"
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v0", "-c", question], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout == "opdracht shell\n"


def test_outside_a_request_nobody_acts_from_nowhere():
    with acting("192.0.2.1", lambda: 7):
        assert (herkomst().vanaf, herkomst().actor()) == ("192.0.2.1", 7)
    assert (herkomst().vanaf, herkomst().actor()) == ("", None)


def test_a_line_says_from_which_address_it_was_written(client, programma, account):
    redacteur = account(Rol.REDACTEUR)
    client.force_login(redacteur)
    client.get(reverse("bronnen"), {"formaat": "csv"}, REMOTE_ADDR="192.0.2.7")
    assert list(AuditRegel.objects.filter(actie="exporteren").values_list("actie", "account", "vanaf")) == [
        ("exporteren", redacteur.pk, "192.0.2.7")
    ]


def test_who_signs_in_halfway_a_request_acts_from_then_on(rf, redacteur):
    seen = []

    def view(request):
        seen.append(herkomst().actor())
        request.user = redacteur
        seen.append(herkomst().actor())

    request = rf.get("/")
    request.user = AnonymousUser()
    HerkomstMiddleware(view)(request)
    assert seen == [None, redacteur.pk]


def test_nobody_is_looked_up_to_know_who_acts(redacteur):
    """Looking up reads the session, and an expired one is deleted: a write that asks who acts, without end."""
    later = SimpleLazyObject(lambda: type(redacteur).objects.get(pk=redacteur.pk))
    with CaptureQueriesContext(connection) as queries:
        assert account_of(later) is None
    assert len(queries) == 0
    assert later.naam == redacteur.naam
    assert account_of(later) == redacteur.pk


@taak("test_schrijft_op")
def schrijft_op(taak):
    audit.record(taak.aangevraagd_door, "uitloggen", by=taak.aangevraagd_door)
    taak.voortgang(1, 1, f"actor {herkomst().actor()}")


def test_the_werker_acts_for_who_asked(redacteur, programmamanager):
    asked = taken.enqueue("test_schrijft_op", by=redacteur)
    with acting("192.0.2.1", lambda: programmamanager.pk):
        taken.run_pending()
    asked.refresh_from_db()
    assert AuditRegel.objects.get().vanaf == "werker"
    assert asked.melding == f"actor {redacteur.pk}"
