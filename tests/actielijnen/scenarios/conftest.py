"""Two posts in two years, for scenario's to change."""

import pytest

from tests.actielijnen.scenarios.bedenken import lijn
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.vooruitzicht import jaarregel, verplichting


@pytest.fixture
def programma(db):
    """Two posts in 2026 and 2027, € 100.000 each; € 60.000 of post 1 is committed in 2026."""
    made = vooruitzicht.programma()
    for nummer in (1, 2):
        for jaar in (2026, 2027):
            jaarregel(made, nummer, 100_000, jaar=jaar)
    verplichting(lijn(made, 1, 2026), "A", 60_000)
    return made
