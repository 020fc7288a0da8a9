"""The newest prognose stands beside the kas of its year, and leads to its own page."""

import pytest
from django.urls import reverse

from actielijnen.begroting import prognose as verbs
from agenda.access import Rol
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.pagina import rows, text
from tests.hulpmiddelen.vooruitzicht import budgethouder, jaarregel, verplichting


@pytest.fixture
def met_jaren(db, account):
    """Post 1 expects € 60.000 of its 100.000 in 2026; post 2 came after the prognose; 2027 has none."""
    made = vooruitzicht.programma()
    verplichting(jaarregel(made, 1, 100_000), "A", 60_000, gepland=[(6, 60_000)])
    jaarregel(made, 1, 50_000, jaar=2027)
    fixed = vooruitzicht.prognose(made, drempel=100_000)
    verbs.vaststellen(fixed, by=account(Rol.PROGRAMMAMANAGER))
    vooruitzicht.prognose(made, naam="mei 2026")  # a concept counts for nothing
    return made


def kas(client, programma, **vraag) -> list[str]:
    """The rows of the page, those of the kas among them."""
    client.force_login(budgethouder())
    page = client.get(programma.address(reverse("begroting")), vraag | {"programma": programma.code})
    return rows(page)


def test_a_year_with_a_prognose_shows_it_beside_the_kas_with_its_afwijking(met_jaren, client):
    seen = kas(client, met_jaren, jaar=2026)
    assert "1. Post 1 hard plafond € 100.000 € 0 € 100.000 0,0% € 60.000 € -40.000" in seen
    assert "Totaal € 100.000 € 0 € 100.000 0,0% € 60.000 € -40.000" in seen


def test_the_afwijking_is_from_the_kasbudget_of_today_and_not_from_that_of_the_prognose(met_jaren, client):
    jaarregel(met_jaren, 1, 20_000)
    assert "1. Post 1 hard plafond € 120.000 € 0 € 120.000 0,0% € 60.000 € -60.000" in kas(client, met_jaren, jaar=2026)


def test_a_line_that_is_younger_than_the_prognose_has_none_and_so_has_the_total(met_jaren, client):
    jaarregel(met_jaren, 2, 10_000)
    seen = kas(client, met_jaren, jaar=2026)
    assert "2. Post 2 hard plafond € 10.000 € 0 € 10.000 0,0% n.v.t. n.v.t." in seen
    assert "Totaal € 110.000 € 0 € 110.000 0,0% n.v.t. n.v.t." in seen


@pytest.mark.parametrize(
    ("jaar", "zin"),
    [
        ("", "Kies een jaar om de prognose en de afwijking te zien: 2026 ."),
        ("2026", "De prognose is april 2026 over 2026 , met als peildatum 30 april 2026."),
        ("2027", "Voor 2027 is nog geen prognose vastgesteld."),
    ],
)
def test_the_page_says_which_prognose_it_is_or_where_one_is(met_jaren, client, jaar, zin):
    client.force_login(budgethouder())
    page = client.get(met_jaren.address(reverse("begroting")), {"jaar": jaar, "programma": met_jaren.code})
    seen = text(page).partition("Wat betekenen deze woorden?")[0]
    assert zin in seen
    assert ("Uitputting Prognose Afwijking" in seen) == (jaar == "2026")


def test_the_real_programma_is_not_divided_over_years_and_speaks_of_no_prognose(programma, lezer):
    page = text(lezer.get("/werk/begroting/")).partition("Wat betekenen deze woorden?")[0]
    assert page.count("rognose") == 1  # the page beside this one
