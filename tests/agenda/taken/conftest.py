"""The work that the tests ask for is registered, and pages need the addresses of the mechanisms only."""

import tests.agenda.taken.soorten  # noqa: F401  registers the work
from tests.agenda.lijsten.conftest import only_mechanisms

__all__ = ["only_mechanisms"]
