"""What the portal says is what the sources say: qualifiers stay, examples stay examples, plans stay plans."""

import pytest

from actielijnen.cijfers import samen
from actielijnen.models import Mijlpaal
from agenda.models import Feit, FeitVersie, OpenVraag, ProgrammaTekst
from interventies.models import Project
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("nummer", "woord"),
    [
        ("L06", "naar verwachting"),
        ("L13", "hoofdzakelijk"),
        ("N19", "bijvoorbeeld"),
        ("P23", "onder andere"),
        ("W11", "kunnen"),
    ],
)
def test_a_qualifier_of_the_source_stays_in_the_value(programma, nummer, woord):
    assert woord in FeitVersie.objects.get(nummer_bron=nummer).tekst


@pytest.mark.parametrize(
    "woorden", ["jongerenwerkers en gemeenteambtenaren", "signalen te herkennen", "Zo draagt het programma bij"]
)
def test_no_text_of_the_programma_says_more_than_its_source(programma, woorden):
    assert not ProgrammaTekst.objects.filter(tekst__contains=woorden).exists()


def test_a_goal_is_told_as_a_goal(programma):
    assert Project.objects.get().doel.startswith("Het doel is ")


def test_what_was_announced_is_a_plan_and_not_yet_done(programma):
    tijdvak = Mijlpaal.objects.get(sleutel="aanvraagtijdvak")
    assert (tijdvak.gepland, tijdvak.gerealiseerd) == ("1 augustus tot en met 30 september 2023", "")


def test_whether_the_money_of_jenv_belongs_to_the_begroting_is_left_open(programma):
    assert "is een open vraag" in Feit.objects.get(sleutel="budget.totaal").definitie


def test_the_average_of_the_nota_is_not_denied(programma, lezer):
    assert "Voor deze bedragen noemt geen bron een verdeling over de jaren" in text(lezer.get("/werk/begroting/"))
    assert "verdeling onbekend" not in OpenVraag.objects.get(sleutel="budget-per-jaar").toelichting


def test_a_feit_reads_as_a_sentence_in_a_table(programma, lezer):
    interventies, raad = (text(lezer.get(f"/werk/{naam}/")) for naam in ("interventies/begrippen", "raad"))
    assert "Beoordeling van de interventies de bewindspersoon beoordeelt" in interventies
    assert "meest effectief is (gepland)" in interventies
    assert "Aantal taken van de Raad 3 taken" in raad


@pytest.mark.parametrize(
    ("plekken", "geschreven"),
    [
        (["tabel, rij 1", "tabel, rij 2", "tabel, rij 12"], "tabel, rij 1, 2 en 12"),
        (["tabel, rij 1"], "tabel, rij 1"),
        (["tabel", "tabel"], "tabel"),
        (["blz. 3", "tabel"], "blz. 3; tabel"),
    ],
)
def test_places_in_one_source_do_not_repeat_what_they_share(plekken, geschreven):
    assert samen(plekken) == geschreven
