"""The portal as `./run demo` starts it, on a database and in a folder of its own, for the browser tests."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

from django.db import connection

from tests.hulpmiddelen.broncode import ROOT
from tests.hulpmiddelen.databank import database_url
from tests.hulpmiddelen.poorten import free_port

PATIENCE = 120  # seconds that the server may take to start; the machine may be busy


@contextmanager
def database(blocker, sjabloon, naam="browser"):
    """An empty database beside that of the tests, gone afterwards."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")  # each process of the tests has a database of its own
    name = f"{connection.settings_dict['NAME']}_{naam}{worker}"
    with blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{sjabloon}"')
    try:
        yield database_url(name)
    finally:
        with blocker.unblock(), connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def wait_for(url: str, process, log) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=10):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"De server van de browsertests antwoordt niet op {url}. {log.read_text()}")


# Local accounts by what they are for, without second factor, each with its role.
WACHTWOORD = "een lang wachtwoord"
LOKAAL = {
    "app": "redacteur",
    "app-zonder-javascript": "gemeentelijk_aanvrager",
    "passkey": "beheerder",
    "alleen-lezen": "raadslid",
}

# A task of the person who visits, because the page of a task is seen by nobody else; an account and an invitation.
RECORDS = f"""
import json
from agenda.access import Rol
from agenda.accounts.demo import demo_account, example_gemeente
from agenda.models import AuditRegel, Gebruiker, Gemeente, Taak
for naam, rol in {LOKAAL}.items():
    gemeente = Gemeente.objects.get(code="GM0363") if rol == Rol.GEMEENTELIJK_AANVRAGER else None
    Gebruiker.objects.create_user(
        naam + "@voorbeeld.invalid", "{WACHTWOORD}", naam=naam, rollen=[rol], gemeente=gemeente
    )
from tests.hulpmiddelen import (
    aanvragen,
    activiteiten,
    boekingen,
    imports,
    interventies,
    regelingen,
    uitkeringen,
    uitnodigingen,
    voorbereiding,
    voorstellen,
)
from tests.oidc import records
records.fill()
taak = Taak.objects.create(
    soort="lijst_exporteren", argumenten=dict(), aangevraagd_door=demo_account(Rol.PROGRAMMAMANAGER)
)
eigen = dict(taak=dict(pk=taak.pk)) | {{"logboek-regel": dict(nummer=AuditRegel.objects.first().pk)}}
elders = activiteiten.arguments() | boekingen.arguments() | imports.arguments() | voorbereiding.arguments()
elders |= uitkeringen.arguments(example_gemeente()) | regelingen.arguments() | interventies.arguments()
elders |= voorstellen.arguments(example_gemeente()) | aanvragen.arguments(example_gemeente())
print(json.dumps(uitnodigingen.arguments() | elders | eigen, default=str))
"""


@contextmanager
def portaal(url_of_database: str, folder, settings: dict[str, str]):
    """The address of a running portal with the programme, the letter of 2024 and RECORDS, and how to find these."""
    port = free_port()
    env = os.environ | {
        "DATABASE_URL": url_of_database,
        "PORTAAL_OPSLAG": str(folder / "var"),
        "PORTAAL_POORT": str(port),
        "PORTAAL_DEMO": "1",
        "VERS_MINUTEN": "60",  # who signed in for the first test decides in the last
        **settings,
    }

    def manage(*command) -> str:
        answer = subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=env, capture_output=True, text=True
        )
        if answer.returncode:
            raise RuntimeError(f"manage.py {command[0]} is niet gelukt: {answer.stderr}")
        return answer.stdout.strip()

    manage("migrate", "-v0")
    manage("laad_programma", "-v0")
    manage("kamerbrief", "2024", "--uit", str(folder))
    records = json.loads(manage("shell", "-v0", "-c", RECORDS))
    gunicorn = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "--workers", "1"]
    with open(folder / "server.log", "w") as log, subprocess.Popen(gunicorn, cwd=ROOT, env=env, stderr=log) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/health/ready", process, folder / "server.log")
            yield address, records
        finally:
            process.terminate()
