"""The settings as an installation chooses them in its environment, each in a process of its own."""

import os
import subprocess
import sys

import environ
import pytest
from django.conf import settings
from django.db import connection

from agenda import beveiliging
from tests.hulpmiddelen.broncode import ROOT
from tests.hulpmiddelen.databank import database_url

CHECK = ("manage.py", "check", "--deploy", "--fail-level", "WARNING")
LATER = pytest.mark.proof  # each is a process of its own: the ordinary run starts the ones that matter most
CONNECTIONS = """
import django; django.setup()
from django.db import connection
from agenda.taken.wachtrij import db
print(db.execute_query_one("SELECT 1 AS een")["een"], connection.pool and connection.pool.max_size)
"""
AFTER_A_RESTART = """
import django; django.setup()
from django.db import connection
connection.ensure_connection()
connection.close()
connection.pool.wait(60)  # until it is filled
import os, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as other:
    for each in list(connection.pool._pool):
        other.execute("SELECT pg_terminate_backend(%s)", [each.info.backend_pid])
with connection.cursor() as cursor:
    cursor.execute("SELECT 'antwoord'")
    print(cursor.fetchone()[0])
"""

pytestmark = pytest.mark.django_db


def python(*arguments, **environment) -> subprocess.CompletedProcess:
    """What Python says with exactly this environment, without that of the tests."""
    env = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "een-geheim-van-de-tests-" + "0123456789" * 4,
        "DJANGO_SETTINGS_MODULE": "agenda.settings",
        "DATABASE_URL": database_url(connection.settings_dict["NAME"]),
        "DATABASE_URL_EIGENAAR": "postgresql:///portaal?user=eigenaar",
        "EMAIL_URL": "smtp+tls://portaal:geheim@mail.voorbeeld.invalid:587",
        "PORTAAL_ADRES": "https://portaal.voorbeeld.invalid",
    }
    words = [sys.executable, *arguments]
    return subprocess.run(words, cwd=settings.BASE_DIR, env=env | environment, capture_output=True, text=True)


def test_an_installation_behind_https_is_accepted_as_it_comes():
    assert (python(*CHECK, HTTPS="1").returncode, python(*CHECK).returncode) == (0, 0)


@pytest.mark.parametrize(
    ("environment", "fault"),
    [
        pytest.param({"HTTPS": "0"}, "portaal.W001", marks=LATER),
        ({"DATABASE_URL_EIGENAAR": ""}, "portaal.W002"),
        ({"PORTAAL_DEMO": "1"}, "portaal.E002"),
        pytest.param({"EMAIL_URL": ""}, "portaal.W003", marks=LATER),
        pytest.param({"PORTAAL_ADRES": "http://portaal.voorbeeld.invalid"}, "portaal.W003", marks=LATER),
        pytest.param({"SECRET_KEY": "kort"}, "security.W009", marks=LATER),
    ],
)
def test_an_installation_that_is_not_safe_is_refused(environment, fault):
    checked = python(*CHECK, **{"HTTPS": "1"} | environment)
    assert (checked.returncode, fault in checked.stderr) == (1, True), checked.stderr


@pytest.mark.parametrize(("https", "aantal"), [(True, 2), (False, 6)])
def test_every_check_that_is_silenced_is_named_in_readme_with_its_reason(https, aantal):
    silenced = beveiliging.transport(environ.Env(), https)["SILENCED_SYSTEM_CHECKS"]
    (row,) = [
        row for row in (ROOT / "README.md").read_text().splitlines() if row.startswith("| `check --deploy` zwijgt")
    ]
    assert [len(silenced), *(check for check in silenced if check not in row)] == [aantal]


@pytest.mark.parametrize(
    ("environment", "header"),
    [
        ({}, "max-age=31536000"),
        pytest.param({"HSTS_SUBDOMEINEN": "1"}, "max-age=31536000; includeSubDomains", marks=LATER),
        ({"HSTS_SUBDOMEINEN": "1", "HSTS_PRELOAD": "1"}, "max-age=31536000; includeSubDomains; preload"),
    ],
)
def test_https_binds_other_sites_of_the_domain_only_when_asked(environment, header):
    ask = (
        "import django; django.setup(); from django.test import Client;"
        "print(Client(SERVER_NAME='localhost').get('/health/live', secure=True)['Strict-Transport-Security'])"
    )
    asked = python("-c", ask, HTTPS="1", **environment)
    assert asked.stdout.strip() == header, asked.stderr


@pytest.mark.parametrize("address", ["/health/live", "/health/ready"])
def test_the_probes_are_answered_without_https(client, settings, address):
    settings.SECURE_SSL_REDIRECT = True
    assert (client.get(address).status_code, client.get("/").status_code) == (200, 301)


@pytest.mark.parametrize(("environment", "said"), [({}, "1 None"), ({"DATABASE_POOL": "4"}, "1 4")])
def test_only_the_web_server_keeps_a_pool_of_connections_and_the_queue_uses_it(environment, said):
    asked = python("-c", CONNECTIONS, **environment)
    assert asked.stdout.strip() == said, asked.stderr


def test_a_restart_of_postgresql_costs_no_request():
    asked = python("-c", AFTER_A_RESTART, DATABASE_POOL="4")
    assert asked.stdout.strip() == "antwoord", asked.stderr
