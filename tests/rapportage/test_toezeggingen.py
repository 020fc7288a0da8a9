"""Toezeggingen with every vindplaats beside the others, its role and the bron that names it."""

import pytest

from agenda import feiten
from agenda.models import FeitVersie, Tegenspraak
from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db


def test_both_vindplaatsen_stand_side_by_side_with_an_unknown_role(programma, lezer):
    found = rows(lezer.get("/werk/toezeggingen/"))
    assert found[0].startswith("Kamerstukken 32 824, nr. 367 rol niet bekend Kamerbrief Agenda")
    assert found[1] == "Kamerstukken II 2019/20, 30 821, nr. 114 rol niet bekend Beslisnota bij de Kamerbrief van 2023"


def test_a_toezegging_is_made_by_an_office(programma, lezer):
    seen = text(lezer.get("/werk/toezeggingen/"))
    assert "Gedaan op 10 juni 2020 Door minister van Sociale Zaken en Werkgelegenheid Termijn geen" in seen
    assert "Koolmees" not in seen


def test_the_tegenspraken_about_toezeggingen_are_open(programma, lezer):
    found = [row for row in rows(lezer.get("/werk/toezeggingen/")) if row.startswith("C")]
    assert [(row.split()[0], "nog niet gekozen" in row) for row in found] == [("C07", True), ("C14", True)]


def test_a_choice_is_shown_and_the_vindplaatsen_and_the_vraag_stay(programma, lezer, programmamanager):
    l11 = FeitVersie.objects.get(nummer_bron="L11")
    c07 = Tegenspraak.objects.get(nummer="C07")
    feiten.kiezen(c07, "Kamerstukken 32 824, nr. 367", "nagezien", by=programmamanager, versies=[l11])
    response = lezer.get("/werk/toezeggingen/")
    seen = text(response)
    assert "Een nieuwe brief gebruikt: Kamerstukken 32 824, nr. 367. Waarom: nagezien" in seen
    assert [row.split(" rol ")[0] for row in rows(response)[:2]] == [
        "Kamerstukken 32 824, nr. 367",
        "Kamerstukken II 2019/20, 30 821, nr. 114",
    ]
    assert "Open vraag: In welk Kamerstuk staat de toezegging" in seen


def test_a_vindplaats_does_not_break_over_two_lines(programma, lezer):
    assert "30\u00a0821, nr.\u00a0114" in lezer.get("/werk/toezeggingen/").content.decode()
