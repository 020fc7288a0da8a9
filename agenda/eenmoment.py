"""Reading many tables as they were at one moment, so that figures that belong together agree."""

from collections.abc import Callable
from functools import wraps

from django.db import OperationalError, connection, transaction
from psycopg.errors import SerializationFailure


def at_one_moment(operation: Callable) -> Callable:
    """Run `operation` in a transaction that sees the database as it was at its start (REPEATABLE READ).

    When somebody else changed a locked row meanwhile, it runs once more and then sees that change. Inside a
    transaction of the caller the caller decides, because isolation cannot be changed halfway.
    """

    @wraps(operation)
    def run(*args, **kwargs):
        if connection.in_atomic_block:
            with transaction.atomic():
                return operation(*args, **kwargs)
        try:
            return _isolated(operation, args, kwargs)
        except OperationalError as fault:
            if not isinstance(fault.__cause__, SerializationFailure):
                raise
            return _isolated(operation, args, kwargs)

    return run


def _isolated(operation, args, kwargs):
    with connection.cursor():
        pass  # who acts is told here if it was not yet: in the transaction the isolation must come before any query
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return operation(*args, **kwargs)
