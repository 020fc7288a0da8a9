"""The rows of the database in memory: what took the loader seconds stands there again in a moment."""

from django.db import connection

from tests.hulpmiddelen.broncode import APPS

SPOOR = "agenda_spoor"  # what is put back leaves a trail of its own


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
    with connection.cursor() as cursor:
        for table, content in rows.items():
            with cursor.copy(f"COPY {table} FROM STDIN (FORMAT binary)") as copy:
                copy.write(content)
