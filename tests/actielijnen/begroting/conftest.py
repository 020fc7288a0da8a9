"""An example programma with hard lines for three years, and the people who book on them."""

from datetime import date

import pytest

from agenda.access import Rol
from agenda.models import Bron, Ministerie, Precisie, Programma
from tests.hulpmiddelen import begroting


@pytest.fixture
def budgethouder(account):
    return account(Rol.BUDGETHOUDER)


@pytest.fixture
def voorbeeld(db):
    szw = Ministerie.objects.create(afkorting="SZW", naam="Sociale Zaken", tooi_uri="https://szw.example")
    return Programma.objects.create(
        code="voorbeeld", naam="Voorbeeldprogramma", korte_naam="Voorbeeld", soort="voorbeeld", ministerie=szw
    )


@pytest.fixture
def stuk(voorbeeld):
    """A budget document of a year, known since 1 January of it."""

    def make(jaar):
        velden = {"soort": "kamerbrief", "titel": f"Stuk {jaar}", "bekend_precisie": Precisie.DAG}
        return Bron.objects.get_or_create(sleutel=f"stuk-{jaar}", bekend_sinds=date(jaar, 1, 1), defaults=velden)[0]

    return make


@pytest.fixture
def regel(voorbeeld, stuk, budgethouder):
    """A hard line of post 2 for a year, with as much verplichtingen and kas as asked: regel(2026, 100)."""

    def make(jaar=2026, bedrag=0, *, nummer=2, budget="beide", **velden):
        lijn = begroting.regel(voorbeeld, nummer, jaar=jaar, **{"is_indicatief": False} | velden)
        begroting.met_actielijn(lijn.post, stuk(2026))
        if bedrag:
            begroting.boek(lijn, bedrag, bron=stuk(2026), by=budgethouder, budget=budget)
        return lijn

    return make
