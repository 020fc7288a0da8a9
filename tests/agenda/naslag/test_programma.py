"""The page of the programma, the open vragen, and which programma a page speaks of."""

import re

import pytest

from actielijnen.models import Actielijn
from agenda.models import Bron, Feit, FeitVersie, OpenVraag
from tests.hulpmiddelen.pagina import text

RECORDS = "feiten tegenspraken actielijnen projecten regelingen mijlpalen activiteiten indicatoren"

pytestmark = pytest.mark.django_db

PAGINAS = """tegenspraken open-vragen focusgebieden programma actielijnen begroting raad mijlpalen samenhang
    interventies regelingen toezeggingen""".split()


def test_the_programma_shows_its_goals_and_scope_with_their_bron(programma, lezer):
    seen = text(lezer.get("/werk/programma/"))
    assert "Buiten de scope Secundaire preventie, zoals verdere radicalisering voorkomen bij een bekende risicogroep. Bron: Kamerbrief Agenda" in seen
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
    assert f"{vraag.vraag} Antwoord: 7 leden (Kamerbrief over de voortgang van de Agenda (2024))." in seen
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


@pytest.mark.parametrize("naam", [*PAGINAS, "feiten", "gemeenten"])
def test_a_page_stays_in_the_programma_that_was_chosen(voorbeeld, lezer, naam):
    body = lezer.get(f"/werk/{naam}/?programma=voorbeeld-2026").content.decode()
    body = re.sub(r'<nav class="ptl-programmakeuze".*?</nav>', "", body, flags=re.DOTALL)
    urls = re.findall(r'href="(/werk/[^"]*)"', body)
    assert len(urls) > 8
    assert [url for url in urls if "programma=voorbeeld-2026" not in url] == []


@pytest.mark.parametrize("naam", [*PAGINAS, "feiten", "gemeenten", "bronnen"])
def test_without_a_choice_only_links_to_records_name_a_programma(programma, lezer, naam):
    response = lezer.get(f"/werk/{naam}/")
    assert response.context["kruimelpad"]["kruimels"][0] == ("Overzicht", "/werk/")
    named = re.findall(r'href="([^"]*programma=[^"]*)"', response.content.decode())
    records = tuple(f"/werk/{kind}/" for kind in RECORDS.split())
    assert [url for url in named if not url.startswith(records) or "=veerkracht-weerbaarheid" not in url] == []


def test_a_page_within_an_example_leads_back_to_the_example(voorbeeld, lezer):
    Actielijn.objects.create(programma=voorbeeld, nummer=1, naam="Proef", bron=Bron.objects.first())
    body = lezer.get("/werk/actielijnen/?programma=voorbeeld-2026").content.decode()
    assert 'href="/werk/actielijnen/1/?programma=voorbeeld-2026"' in body
    feit = Feit.objects.create(
        sleutel="proef.een", programma=voorbeeld, onderwerp="proef", naam="x", definitie="x", weergave="tekst"
    )
    assert 'href="/werk/feiten/?programma=voorbeeld-2026"' in lezer.get(feit.get_absolute_url()).content.decode()


def test_an_unknown_programma_does_not_exist(programma, lezer):
    assert lezer.get("/werk/programma/?programma=bestaat-niet").status_code == 404


def test_before_anything_is_loaded_the_page_does_not_exist(lezer):
    assert lezer.get("/werk/begroting/").status_code == 404
