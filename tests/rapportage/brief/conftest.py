"""The letter of 2024, as draft and as frozen."""

import pytest

from rapportage.brief import schrijven
from rapportage.models import Brief


@pytest.fixture
def brief(programma, redacteur):
    """The draft of the progress letter 2024, from its template."""
    return schrijven.openen(programma, Brief.Soort.VOORTGANG, 2024, by=redacteur)


@pytest.fixture
def bevroren(brief, redacteur):
    """The same letter, offered for parafering."""
    return schrijven.aanbieden(brief, by=redacteur)


@pytest.fixture
def herschrijf(brief):
    """Replaces the text of one section, as a writer would: herschrijf("raad", "…")."""

    def zet(sleutel, tekst):
        brief.secties.filter(sleutel=sleutel).update(tekst=tekst)
        return brief

    return zet
