"""An example programma with hard lines for three years, and the people who book on them."""

from datetime import date

import pytest

from actielijnen.uitwisselen import stappen
from agenda.access import Rol
from agenda.bestanden import bewaar
from agenda.models import Bron, Ministerie, Precisie, Programma
from agenda.taken import run_pending
from tests.hulpmiddelen import begroting

JAREN = (2026, 2027, 2028)
STROMEN = (1, 2, 3)  # post 1, which is indicatief; post 2, hard; and post 2 from a dekkingsbron, hard too


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


@pytest.fixture
def neem_in(voorbeeld, budgethouder, regel, settings, tmp_path):
    """An import of a file with this content, judged: neem_in("verplichtingen", KOP + …)."""
    regel(2026, 100_000)

    def take(soort, inhoud, naam="rijen.csv"):
        inhoud = inhoud.encode() if isinstance(inhoud, str) else inhoud
        upload = bewaar(inhoud, naam, by=budgethouder, zelf_gemaakt=False)
        imp = stappen.innemen(voorbeeld, soort, upload, by=budgethouder)
        run_pending()
        imp.refresh_from_db()
        return imp

    return take


@pytest.fixture
def lijnen(voorbeeld, regel, stuk):
    """The line of each stroom and year, with 100.000 to begin with."""
    velden = {"naam": "Fonds", "ministerie": voorbeeld.ministerie, "doel": "Wijken", "bron": stuk(2026)}
    bronnen = {1: None, 2: None, 3: voorbeeld.dekkingsbronnen.create(**velden)}
    return {
        (stroom, jaar): regel(
            jaar, 100_000, nummer=min(stroom, 2), is_indicatief=stroom == 1, dekkingsbron=bronnen[stroom]
        )
        for stroom in STROMEN
        for jaar in JAREN
    }
