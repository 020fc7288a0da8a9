"""The rows of the database in memory: what took the loader seconds stands there again in a moment."""

from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection, transaction

from tests.hulpmiddelen.broncode import APPS

SPOOR = "agenda_spoor"  # the trail of a test begins with the test


def tables() -> list[str]:
    """Our own tables, those of many-to-many relations too; Django fills its own."""
    names = connection.introspection.django_table_names(only_existing=True)
    return sorted(name for name in names if name.startswith(tuple(f"{app}_" for app in APPS)) and name != SPOOR)


def keep() -> dict[str, bytes]:
    """All rows of our tables; a table without any is left out, because half of the time went to those."""
    rows = {}
    with connection.cursor() as cursor:
        for table in sorted(set(tables()) & set(filled(cursor))):
            with cursor.copy(f"COPY {table} TO STDOUT (FORMAT binary)") as copy:
                rows[table] = b"".join(bytes(block) for block in copy)
    return rows


def put_back(rows: dict[str, bytes]) -> None:
    """Add the rows to what is there. Sequences went on in the meantime, so numbers do not collide."""
    with connection.cursor() as cursor, as_replica(cursor):
        for table, content in rows.items():
            with cursor.copy(f"COPY {table} FROM STDIN (FORMAT binary)") as copy:
                copy.write(content)


DJANGO = {"django_migrations", "django_content_type", "auth_permission"}  # what migrating wrote belongs to no test


def empty() -> None:
    """Take away the rows that a test committed: only from tables that have any, fifteen times as fast as a flush."""
    if not is_superuser():
        call_command("flush", verbosity=0, interactive=False)
        return
    with transaction.atomic(), connection.cursor() as cursor, as_replica(cursor):
        for table in filled(cursor):
            cursor.execute(f"DELETE FROM {table}")


def filled(cursor) -> list[str]:
    """All tables that hold a row, those of Django and its libraries too."""
    names = [name for name in connection.introspection.django_table_names(only_existing=True) if name not in DJANGO]
    cursor.execute(" UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT FROM {name})" for name in names))
    return [name for (name,) in cursor]


def is_superuser() -> bool:
    """Whether we may pass the triggers of an append-only table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('is_superuser') = 'on'")
        return cursor.fetchone()[0]


@contextmanager
def as_replica(cursor):
    """Rows that come in here were in this database before: no trigger looks at them again, and that halves the time.

    Only a superuser may say so; the owner of the embedded database is one.
    """
    said = "SELECT set_config('session_replication_role', %s, true) WHERE current_setting('is_superuser') = 'on'"
    cursor.execute(said, ["replica"])
    yield
    cursor.execute(said, ["origin"])
