"""The rows of the database in memory: what took the loader seconds stands there again in a moment."""

from contextlib import contextmanager

from django.db import connection

from tests.hulpmiddelen.broncode import APPS

SPOOR = "agenda_spoor"  # the trail of a test begins with the test


def tables() -> list[str]:
    """Our own tables, those of many-to-many relations too; Django fills its own."""
    names = connection.introspection.django_table_names(only_existing=True)
    return sorted(name for name in names if name.startswith(tuple(f"{app}_" for app in APPS)) and name != SPOOR)


def keep() -> dict[str, bytes]:
    """All rows of our tables."""
    rows = {}
    with connection.cursor() as cursor:
        for table in tables():
            with cursor.copy(f"COPY {table} TO STDOUT (FORMAT binary)") as copy:
                rows[table] = b"".join(bytes(block) for block in copy)
    return rows


def put_back(rows: dict[str, bytes]) -> None:
    """Add the rows to what is there. Sequences went on in the meantime, so numbers do not collide."""
    with connection.cursor() as cursor, as_replica(cursor):
        for table, content in rows.items():
            with cursor.copy(f"COPY {table} FROM STDIN (FORMAT binary)") as copy:
                copy.write(content)


@contextmanager
def as_replica(cursor):
    """Rows that come in here were in this database before: no trigger looks at them again, and that halves the time.

    Only a superuser may say so; the owner of the embedded database is one.
    """
    said = "SELECT set_config('session_replication_role', %s, true) WHERE current_setting('is_superuser') = 'on'"
    cursor.execute(said, ["replica"])
    yield
    cursor.execute(said, ["origin"])
