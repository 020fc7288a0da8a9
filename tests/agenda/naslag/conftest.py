"""Another programma beside the real one."""

import pytest

from agenda.models import Programma


@pytest.fixture
def voorbeeld(programma):
    """An example programma, of which nothing is known yet."""
    return Programma.objects.create(
        code="voorbeeld-2026",
        naam="Voorbeeldprogramma 2026–2028",
        korte_naam="Voorbeeld",
        soort=Programma.Soort.VOORBEELD,
        ministerie=programma.ministerie,
    )
