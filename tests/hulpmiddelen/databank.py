"""Other databases on the PostgreSQL of the tests, each a copy of one that `migrate` made."""

import os
import subprocess
import sys
from contextlib import contextmanager
from hashlib import sha256
from urllib.parse import urlencode

from django.db import connection

from agenda.spoor import rollen
from tests.hulpmiddelen.broncode import ROOT

# What `migrate` makes comes from these files; when one changes, the sjabloon is made anew.
BRON = ["*/migrations/*.py", "*/triggers.py", "agenda/spoor/*.py", "requirements.lock"]
BEZIG = "_bezig"


def database_url(name: str) -> str:
    """The address of the database `name`, which need not exist yet."""
    params = connection.get_connection_params()
    query = {key: params[key] for key in ("host", "port", "user", "password") if params.get(key)}
    return f"postgresql:///{name}?{urlencode(query)}"


def sjabloon() -> str:
    """The name of a database as `migrate` makes it, kept for the next run: a copy takes a second, not half a minute."""
    begin = f"sjabloon_{connection.settings_dict['NAME']}_"
    name = begin + _fingerprint()
    with connection._nodb_cursor() as cursor, _alone(cursor, begin):
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [begin])
        found = {row[0] for row in cursor}
        if name not in found:
            for old in found:
                cursor.execute(f'DROP DATABASE "{old}" WITH (FORCE)')
            _make(cursor, name)
    return name


def _fingerprint() -> str:
    files = sorted(file for pattern in BRON for file in ROOT.glob(pattern))
    content = b"".join(str(file.relative_to(ROOT)).encode() + file.read_bytes() for file in files)
    return sha256(content).hexdigest()[:12]


@contextmanager
def _alone(cursor, begin: str):
    """Of the processes of the tests of one checkout, one makes it and the other waits."""
    cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [begin])
    try:
        yield
    finally:
        cursor.execute("SELECT pg_advisory_unlock(hashtext(%s))", [begin])


def _make(cursor, name: str) -> None:
    """Under another name until it is whole: what a broken run leaves is no sjabloon."""
    cursor.execute(f'CREATE DATABASE "{name + BEZIG}"')
    env = os.environ | {"DATABASE_URL": database_url(name + BEZIG), "DATABASE_URL_EIGENAAR": ""}
    made = subprocess.run(
        [sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise RuntimeError(f"De databank voor de tests is niet gemaakt.\n{made.stdout}{made.stderr}")
    cursor.execute(f'ALTER DATABASE "{name + BEZIG}" RENAME TO "{name}"')


@contextmanager
def as_application(role: str = "proef_toepassing"):
    """Within the block the connection is that of a role with the rights of the portal; the test takes it back."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {role}")
        rollen.grant(role)
        cursor.execute(f"SET ROLE {role}")
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
