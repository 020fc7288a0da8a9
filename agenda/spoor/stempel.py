"""Tells the database before every write who acts and from where, for the trail that its triggers keep."""

import re

from agenda.herkomst import herkomst

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|MERGE|WITH)\b", re.IGNORECASE)
SETTINGS = "SELECT set_config('portaal.actor', %s, false), set_config('portaal.vanaf', %s, false)"


def stamp(execute, sql, params, many, context):
    """Before each write again: a rollback also takes back what was told, and a pool lends connections around."""
    connection = context["connection"]
    if writes(sql) and not connection.needs_rollback:
        now = herkomst()
        with connection.wrap_database_errors:
            connection.connection.execute(SETTINGS, [str(now.actor() or ""), now.vanaf])
    return execute(sql, params, many, context)


def writes(sql) -> bool:
    """Whether `sql` may change a row; what is no text is not read, and counts as a write."""
    return not isinstance(sql, str) or WRITES.match(sql) is not None
