"""The terms of interventies with the words of each bron, and the project Social Labs."""

import pytest

from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db


def test_a_term_shows_the_words_of_every_bron_that_names_it(programma, lezer):
    found = rows(lezer.get("/werk/interventies/begrippen/"))
    [row] = [row for row in found if row.startswith("identiteitsontwikkeling")]
    assert "‘positieve identiteitsontwikkeling’ – Kamerbrief Agenda" in row
    assert "‘identiteitsontwikkeling’ – Webpagina over de Agenda" in row


def test_the_terms_stand_in_four_lists(programma, lezer):
    lijsten = lezer.get("/werk/interventies/begrippen/").context["lijsten"]
    assert [(kop, len(termen)) for kop, termen in lijsten] == [
        ("Beschermende factoren", 6),
        ("Niveaus", 3),
        ("Fenomenen", 9),
        ("Doelgroepen", 4),
    ]


def test_the_list_links_to_the_project(programma, lezer):
    assert (
        'href="/werk/projecten/social-labs/?programma=veerkracht-weerbaarheid"'
        in lezer.get("/werk/interventies/begrippen/").content.decode()
    )


def test_social_labs_shows_its_money_wijken_and_last_year(programma, lezer):
    seen = text(lezer.get("/werk/projecten/social-labs/"))
    assert "Wijken 3 Loopt tot en met 2025 Bijdrage van JenV € 2,1 miljoen" in seen
    assert "Telt niet mee in de begroting van het programma." in seen
    assert "Ook genoemd jongerenwerkplaatsen" in seen
    assert "Open vraag: In welke drie wijken worden de nieuwe jongerenwerkplaatsen opgezet?" in seen


def test_an_unknown_project_does_not_exist(programma, lezer):
    assert lezer.get("/werk/projecten/bestaat-niet/").status_code == 404
