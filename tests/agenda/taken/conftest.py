"""The page of a taak needs the addresses of the mechanisms only."""

from tests.agenda.lijsten.conftest import only_mechanisms

__all__ = ["only_mechanisms"]
