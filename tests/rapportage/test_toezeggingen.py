"""Toezeggingen with every vindplaats beside the others, its role and the bron that names it."""

import pytest

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
