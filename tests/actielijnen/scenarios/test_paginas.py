"""The pages of scenario's: they open, they refuse at the field, and they carry out what was asked."""

import pytest
from django.urls import reverse

from actielijnen.models import Mutatie, Scenario
from agenda import klok
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.pagina import rows, text
from tests.hulpmiddelen.vooruitzicht import bron, budgethouder, jaarregel, verplichting


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


def test_a_scenario_goes_from_question_to_mutaties_on_the_screen(programma, houder):
    answer = houder.post(adres(programma, "scenario-nieuw"), {"naam": "Minder", "doel": "Wat als het minder wordt?"})
    made = Scenario.objects.get()
    assert answer["Location"] == made.get_absolute_url()
    regel = programma.posten.get().regels.get(jaar=2026)
    velden = {"soort": "verlagen", "regel": regel.pk, "bedrag": "10.000", "budget": "beide", "reden": "minder nodig"}
    assert houder.post(adres(programma, "scenario-stap", 1), velden).status_code == 302
    page = houder.get(made.get_absolute_url()).content.decode()
    assert "€\u00a0190.000" in page
    assert "Effect op de cijfers van de brief" in page
    besluit = {"moment": "kamerbrief", "bron": bron().pk, "vindplaats": "tabel", "reden": "besloten"}
    assert houder.post(adres(programma, "scenario-aannemen", 1), besluit).status_code == 302
    assert list(Mutatie.objects.filter(besluit=Scenario.objects.get().besluit).values_list("bedrag", flat=True)) == [
        -10_000
    ]
    assert "Geboekte mutaties" in houder.get(made.get_absolute_url()).content.decode()


def test_delaying_is_about_kas_whatever_the_form_began_with(programma, houder):
    made = vooruitzicht.scenario(programma)
    van, naar = (programma.posten.get().regels.get(jaar=jaar).pk for jaar in (2026, 2027))
    velden = {"soort": "vertragen", "regel": van, "naar": naar, "bedrag": "5", "budget": "beide", "reden": "later"}
    assert houder.post(adres(programma, "scenario-stap", 1), velden).status_code == 302
    assert made.stappen.last().budget == "kas"
    page = houder.get(adres(programma, "scenario-aannemen", 1)).content.decode()
    assert "2 stappen worden meteen als één besluit geboekt." in page


def test_what_does_not_fit_is_said_on_the_form_and_nothing_is_booked(programma, houder):
    houder.post(adres(programma, "scenario-nieuw"), {"naam": "Minder", "doel": "Wat als?"})
    regel = programma.posten.get().regels.get(jaar=2026)
    velden = {"soort": "verlagen", "regel": regel.pk, "bedrag": "45.000", "budget": "beide", "reden": "minder nodig"}
    houder.post(adres(programma, "scenario-stap", 1), velden)
    assert "tekort aan vrij beschikbaar" in houder.get(adres(programma, "scenario", 1)).content.decode()
    besluit = {"moment": "kamerbrief", "bron": bron().pk, "vindplaats": "tabel", "reden": "besloten"}
    page = houder.post(adres(programma, "scenario-aannemen", 1), besluit).content.decode()
    assert "€\u00a05.000 te veel" in page
    assert (Scenario.objects.get().status, Mutatie.objects.count()) == ("concept", 2)
    assert houder.get(adres(programma, "scenario-verwerpen", 1)).status_code == 200


def test_scenarios_of_a_begroting_without_years_say_that_the_effect_per_year_is_not_known(db, houder):
    onverdeeld = vooruitzicht.programma("onverdeeld")
    jaarregel(onverdeeld, 1, 1_000, jaar=None)
    made = vooruitzicht.scenario(onverdeeld)
    assert "De verdeling over jaren is onbekend" in houder.get(made.get_absolute_url()).content.decode()


@pytest.mark.parametrize("einde", ["aannemen", "verwerpen"])
def test_a_decided_scenario_keeps_showing_what_it_did_to_the_budgets_of_that_day(programma, houder, einde):
    made = vooruitzicht.scenario(programma)
    besluit = {"moment": "kamerbrief", "bron": bron().pk, "vindplaats": "tabel", "reden": "besloten"}
    with klok.vastgezet(klok.nu()):  # the mutaties of the decision are booked in the same moment
        assert houder.post(adres(programma, f"scenario-{einde}", 1), besluit).status_code == 302
    jaarregel(programma, 1, 7_000, jaar=2026)
    page = houder.get(made.get_absolute_url())
    assert "Zo stond het toen het besluit viel" in text(page)
    assert [row for row in rows(page) if "01.000" in row] == [
        "1. Post 1 (2026) € 100.000 € 1.000 € 101.000 € 100.000 € 1.000 € 101.000",
        "1. Post 1 € 200.000 € 1.000 € 201.000 € 200.000 € 1.000 € 201.000",
        "2026 € 100.000 € 1.000 € 101.000 € 100.000 € 1.000 € 101.000",
        "1. Post 1 € 200.000 € 201.000 € 1.000",
        "Begroting, totaal € 200.000 € 201.000 € 1.000",
    ]
