"""The page of the programma, the open vragen, and which programma a page speaks of."""

import pytest

from agenda.models import Feit, FeitVersie, OpenVraag, Programma
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db

PAGINAS = """tegenspraken open-vragen focusgebieden programma actielijnen begroting raad mijlpalen samenhang
    interventies regelingen toezeggingen""".split()


@pytest.fixture
def voorbeeld(programma):
    """Another programma, of which nothing is known yet."""
    return Programma.objects.create(
        code="voorbeeld-2026",
        naam="Voorbeeldprogramma 2026–2028",
        korte_naam="Voorbeeld",
        soort=Programma.Soort.VOORBEELD,
        ministerie=programma.ministerie,
    )


def test_the_programma_shows_its_goals_and_scope_with_their_bron(programma, lezer):
    seen = text(lezer.get("/werk/programma/"))
    assert "Buiten de scope Secundaire preventie bij groepen met een bekend risico. Bron: Kamerbrief Agenda" in seen
    assert "Contact postbusagendaveerkrachtenweerbaarheid@minszw.nl" in seen


def test_of_the_periods_one_holds_and_all_are_shown(programma, lezer):
    seen = text(lezer.get("/werk/programma/"))
    assert "tot eind 2025 geldt nu Kamerbrief over de voortgang" in seen
    assert "begin 2023 tot medio 2025 Webpagina over de Agenda" in seen
    assert seen.count("geldt nu") == 1


def test_an_internal_name_is_marked(programma, lezer):
    assert "V&WS nooit in een brief Beslisnota" in text(lezer.get("/werk/programma/"))


def test_every_open_vraag_is_shown_under_its_subject(programma, lezer):
    seen = text(lezer.get("/werk/open-vragen/"))
    assert seen.count("Open vraag:") == OpenVraag.objects.count()
    assert "SPUK Kansrijke Wijk Open vraag:" in seen


def test_an_answered_vraag_shows_its_answer_and_no_longer_asks(programma, lezer):
    vraag = OpenVraag.objects.get(sleutel="raad-leden")
    vraag.beantwoord_door = FeitVersie.objects.get(feit__sleutel="raad.leden")
    vraag.save()
    seen = text(lezer.get("/werk/open-vragen/"))
    assert f"{vraag.vraag} Antwoord: 7 (Kamerbrief over de voortgang van de Agenda (2024))." in seen
    assert vraag.vraag not in text(lezer.get("/werk/raad/"))


def test_without_a_choice_a_page_speaks_of_the_real_programma(voorbeeld, lezer):
    assert lezer.get("/werk/programma/").context["programma"].code == "veerkracht-weerbaarheid"


@pytest.mark.parametrize("naam", PAGINAS)
def test_of_a_programma_without_data_each_page_says_that_it_is_empty(voorbeeld, lezer, naam):
    response = lezer.get(f"/werk/{naam}/?programma=voorbeeld-2026")
    assert response.status_code == 200
    assert "VOORBEELD" in response.content.decode()
    assert "ptl-leeg" in response.content.decode() or naam == "interventies"
    assert "10.600.000" not in response.content.decode()


def test_the_feiten_of_another_programma_are_only_those_that_all_share(voorbeeld, lezer):
    lijst = lezer.get("/werk/feiten/?programma=voorbeeld-2026").context["lijst"]
    assert {feit.sleutel for feit in lijst.records} == set(
        Feit.objects.filter(programma=None).values_list("sleutel", flat=True)
    )
    assert lijst.aantal < Feit.objects.count()


def test_an_unknown_programma_does_not_exist(programma, lezer):
    assert lezer.get("/werk/programma/?programma=bestaat-niet").status_code == 404


def test_before_anything_is_loaded_the_page_does_not_exist(lezer):
    assert lezer.get("/werk/begroting/").status_code == 404
