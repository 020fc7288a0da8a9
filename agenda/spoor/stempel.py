"""Tells the database before every write who acts and from where, for the trail that its triggers keep."""

import re

from psycopg.pq import TransactionStatus

from agenda.herkomst import herkomst

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|MERGE|WITH)\b", re.IGNORECASE)
SETTINGS = "SELECT set_config('portaal.actor', %s, false), set_config('portaal.vanaf', %s, false)"


def stamp(execute, sql, params, many, context):
    """Before each write again: a rollback also takes back what was told, and a pool lends connections around."""
    connection = context["connection"]
    if writes(sql) and not connection.needs_rollback:
        tell(connection)
    return execute(sql, params, many, context)


def tell_if_new(connection) -> None:
    """At each cursor, for what is not seen to be a write: COPY does not pass `stamp`, and a SELECT can write too.

    Nothing can be told in a transaction that has failed, and nothing written either.
    """
    failed = connection.connection.info.transaction_status == TransactionStatus.INERROR
    if connection.told != words() and not failed:
        tell(connection)


def tell(connection) -> None:
    connection.told = now = words()
    with connection.wrap_database_errors:
        connection.connection.execute(SETTINGS, now)


def words() -> list[str]:
    """The number of who acts, empty for nobody, and from where."""
    now = herkomst()
    return [str(now.actor() or ""), now.vanaf]


def writes(sql) -> bool:
    """Whether `sql` begins as what may change a row; what is no text is not read, and counts as a write."""
    return not isinstance(sql, str) or WRITES.match(sql) is not None
