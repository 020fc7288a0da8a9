"""A demo that somebody has already: this version takes it along with all that stands in it.

`demo-2026-11-22.sql.xz` is such a demo, as `./run demo` of that day made it: `pg_dump --inserts
--rows-per-insert=500 --no-owner --no-privileges`, without the lines that begin with `\\restrict` or `\\unrestrict`. A
later one comes beside it when the portal has changed much; both go when the migrations are squashed.
"""

import lzma
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from tests.hulpmiddelen import stand
from tests.hulpmiddelen.broncode import ROOT
from tests.hulpmiddelen.databank import database_url

DEMOS = sorted(Path(__file__).parent.glob("demo-*.sql.xz"))


@pytest.fixture
def beside(db, django_db_blocker):
    """An empty database beside that of the tests, gone afterwards."""
    name = f"{connection.settings_dict['NAME']}_oud"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    yield database_url(name)
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def rows_of(url: str):
    """Counts the rows of a table of the database at `url`."""
    with psycopg.connect(url) as other:
        yield lambda table: other.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]


def manage(url: str, *command: str) -> str:
    """What a command of the portal says on the database at `url`; it must succeed."""
    env = os.environ | {"DATABASE_URL": url, "DATABASE_URL_EIGENAAR": "", "PORTAAL_DEMO": "1"}
    made = subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, capture_output=True, text=True)
    assert made.returncode == 0, f"manage.py {' '.join(command)}\n{made.stdout}{made.stderr}"
    return made.stdout


@pytest.mark.parametrize("demo", DEMOS, ids=lambda demo: demo.name)
def test_an_older_demo_goes_along_with_all_that_stands_in_it(demo, beside, voorbeeldprogramma):
    with psycopg.connect(beside) as older:
        older.execute(lzma.decompress(demo.read_bytes()).decode())
    with rows_of(beside) as count, connection.cursor() as cursor:
        tables = [table for table in stand.filled(cursor) if table in stand.tables()]
        before = {table: count(table) for table in tables if table in of_then(beside)}

    for command in ("migrate", "laad_programma", "laad_voorbeeld"):
        manage(beside, command)

    with rows_of(beside) as count:
        after = {table: count(table) for table in tables}
    assert [table for table in before if after[table] < before[table]] == [], "rijen verdwenen"
    assert [table for table in tables if not after[table]] == [], "een nieuwe demo heeft er rijen in"
    again = manage(beside, "laad_voorbeeld").splitlines()[-1]
    assert again.split()[1:5:2] == ["0", "0"], again


def of_then(url: str) -> set[str]:
    """The tables that the database at `url` has."""
    with psycopg.connect(url) as other:
        return {name for (name,) in other.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}
