"""The work that the tests ask for is registered, and pages need the addresses of the mechanisms only."""

import pytest
from django.db import connection

import tests.agenda.taken.soorten  # noqa: F401  registers the work
from tests.agenda.lijsten.conftest import only_mechanisms

__all__ = ["only_mechanisms"]


@pytest.fixture(autouse=True)
def empty_queue(db):
    """Tests with real transactions leave their jobs: the flush after them skips tables that are not Django's."""
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs")
        cursor.execute("delete from procrastinate_workers")
