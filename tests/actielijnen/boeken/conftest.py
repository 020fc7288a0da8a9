"""A programme with lines of two years, one indicative line, and somebody who books."""

import pytest

from agenda.access import Rol
from agenda.models import Bron, Ministerie, Precisie, Programma
from tests.hulpmiddelen import begroting
from tests.hulpmiddelen.begroting import boek


@pytest.fixture
def agenda(db):
    szw = Ministerie.objects.create(afkorting="SZW", naam="Sociale Zaken", tooi_uri="https://szw.example")
    return Programma.objects.create(code="agenda", naam="De Agenda", korte_naam="Agenda", soort="echt", ministerie=szw)


@pytest.fixture
def bron(db):
    return Bron.objects.create(
        sleutel="brief", soort="kamerbrief", titel="brief", bekend_sinds="2025-09-16", bekend_precisie=Precisie.DAG
    )


@pytest.fixture
def budgethouder(account):
    return account(Rol.BUDGETHOUDER)


@pytest.fixture
def lijn(agenda, bron, budgethouder):
    """A line with € 10.000 on it: lijn(2026), lijn(2026, is_indicatief=True), lijn(None, nummer=5)."""

    def make(jaar=2026, *, nummer=1, bedrag="10000", is_indicatief=False):
        regel = begroting.regel(agenda, nummer, jaar=jaar, is_indicatief=is_indicatief)
        boek(regel, bedrag, bron=bron, by=budgethouder)
        return regel

    return make


@pytest.fixture
def browser_van(client, budgethouder):
    """The browser of the budgethouder, who signed in just now."""
    client.force_login(budgethouder)
    return client
