"""The two roles of the database: the owner migrates, and the portal runs as one that owns nothing.

So a fault in the portal, or somebody who takes it over, cannot change the log nor take off what guards it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection, transaction

from agenda.checks import role_of
from agenda.spoor.triggers import quoted

CONNECTING = ("USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
ONLY_READ = ["agenda_spoor", "django_migrations"]  # a trigger writes the one, migrate the other

EVERYTHING = """
REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC;
REVOKE ALL ON SCHEMA {schema} FROM {role};
REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {role};
REVOKE ALL ON ALL SEQUENCES IN SCHEMA {schema} FROM {role};
GRANT USAGE ON SCHEMA {schema} TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role};
GRANT ALL ON ALL SEQUENCES IN SCHEMA {schema} TO {role};
"""

APPEND_ONLY = "SELECT relname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid WHERE tgname = 'alleen_toevoegen'"

COUNTERS = """
SELECT s.relname FROM pg_class s JOIN pg_depend ON objid = s.oid AND deptype IN ('a', 'i')
JOIN pg_class t ON t.oid = refobjid WHERE s.relkind = 'S' AND t.relname = ANY (%s)
"""


@contextmanager
def as_owner() -> Iterator[str]:
    """Connect as the owner within the block; gives the role that the portal runs as, or "" if that is the owner."""
    application = {key: connection.settings_dict[key] for key in CONNECTING}
    role = role_of(application)
    if role == role_of(settings.DATABASE_EIGENAAR):
        yield ""
        return
    connection.close()
    connection.settings_dict.update({key: settings.DATABASE_EIGENAAR.get(key, "") for key in CONNECTING})
    connection.settings_dict["OPTIONS"] = settings.DATABASE_EIGENAAR.get("OPTIONS", {})
    try:
        yield role
    finally:
        connection.close()
        connection.settings_dict.update(application)


@transaction.atomic
def grant(role: str) -> None:
    """Give `role` exactly what the portal does: rows, never tables; and to what must stay only more of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        (schema,) = cursor.fetchone()
        cursor.execute(EVERYTHING.format(schema=quoted(schema), role=quoted(role)))
        cursor.execute(APPEND_ONLY)
        kept = [name for (name,) in cursor.fetchall()]
        cursor.execute(f"REVOKE UPDATE, DELETE ON {listed(kept)} FROM {quoted(role)}")
        cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON {listed(ONLY_READ)} FROM {quoted(role)}")
        cursor.execute(COUNTERS, [[*kept, *ONLY_READ]])  # they count by themselves, and nobody may set them back
        counters = [name for (name,) in cursor.fetchall()]
        cursor.execute(f"REVOKE ALL ON {listed(counters)} FROM {quoted(role)}")


def listed(names: list[str]) -> str:
    return ", ".join(quoted(name) for name in names)
