"""The pages of prognoses: they open, they refuse at the field, and they carry out what was asked."""

import pytest
from django.urls import reverse

from actielijnen.models import Prognose
from agenda.access import Rol
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.vooruitzicht import budgethouder, jaarregel, verplichting


@pytest.fixture
def programma(db):
    made = vooruitzicht.programma()
    for jaar in (2026, 2027):
        verplichting(jaarregel(made, 1, 100_000, jaar=jaar), f"A{jaar}", 60_000, dag=vooruitzicht.date(jaar, 1, 10))
    return made


@pytest.fixture
def houder(client):
    client.force_login(budgethouder())
    return client


def adres(programma, naam, *args) -> str:
    return programma.address(reverse(naam, args=args))


def test_a_prognose_goes_from_concept_to_vastgesteld_on_the_screen(programma, houder, client, account):
    assert '<option value="2027">2027</option>' in houder.get(adres(programma, "prognose-nieuw")).content.decode()
    with vooruitzicht.klok.vastgezet(vooruitzicht.IN_MEI):
        velden = {"jaar": 2026, "naam": "april 2026", "peildatum": "2026-04-30", "drempel": "0"}
        assert houder.post(adres(programma, "prognose-nieuw"), velden).status_code == 302
    made = Prognose.objects.get()
    van = (made.jaar, made.nummer)
    rij = made.regels.get()
    ingevuld = {f"openstaand_{rij.regel_id}": "50.000", f"nieuw_{rij.regel_id}": "10.000", "verklaring": "Later."}
    page = houder.post(adres(programma, "prognose-post", *van, 1), ingevuld).content.decode()
    assert "Schrijf op waarom" in page
    ingevuld[f"reden_{rij.regel_id}"] = "Het contract loopt."
    assert houder.post(adres(programma, "prognose-post", *van, 1), ingevuld).status_code == 302
    for soort in ("te_laat", "gaat_niet_door"):
        aanname = {"laag": "0", "verwacht": "10", "hoog": "20", "reden": "ervaring"}
        assert houder.post(adres(programma, "prognose-aanname", *van, soort), aanname).status_code == 302
    page = houder.get(made.get_absolute_url()).content.decode()
    assert "€\u00a0-40.000" in page
    assert "Verwachte onderuitputting" in page
    client.force_login(account(Rol.PROGRAMMAMANAGER))
    assert client.post(adres(programma, "prognose-vaststellen", *van)).status_code == 302


def test_pages_of_a_begroting_without_years_say_why(db, client):
    onverdeeld = vooruitzicht.programma("onverdeeld")
    client.force_login(budgethouder())
    assert "De verdeling over jaren is onbekend" in client.get(adres(onverdeeld, "prognoses")).content.decode()
    assert client.get(adres(onverdeeld, "prognose-nieuw")).status_code == 200
