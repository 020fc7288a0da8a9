"""Bronnen: how sure their date is, what they state, and everything that rests on them."""

import pytest
from django.urls import reverse

from agenda.models import Bron
from agenda.naslag.aanhalingen import APART, PAGINAS, citing, relations
from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db


def test_the_list_says_of_each_bron_how_sure_its_date_is(programma, lezer):
    found = rows(lezer.get("/werk/bronnen/?titel=Agenda"))
    assert any(row.startswith("Kamerbrief Agenda Veerkrachtige") and "7 juli 2023" in row for row in found)
    assert any(row.startswith("Kamerbrief over de voortgang") and "uiterlijk 31 december 2024" in row for row in found)
    assert any(row.startswith("Webpagina over de Agenda") and "niet bekend" in row for row in found)


def test_the_list_filters_on_several_kinds_at_once(programma, lezer):
    response = lezer.get("/werk/bronnen/?soort=kamerbrief&soort=beslisnota")
    assert response.context["lijst"].aantal == 3


def test_a_bron_without_a_date_says_so(programma, lezer):
    seen = text(lezer.get("/werk/bronnen/webpagina-agenda/"))
    assert "Datum in de bron de bron draagt geen datum" in seen
    assert "Bekend sinds niet bekend" in seen


def test_a_bron_shows_what_it_is_and_every_feit_it_states(programma, lezer):
    response = lezer.get("/werk/bronnen/kamerbrief-2023/")
    assert "Zo verwijst een brief ernaar Kamerstukken II 2022/23, 36 200 XV, nr. 96" in text(response)
    bron = Bron.objects.get(sleutel="kamerbrief-2023")
    assert len(response.context["versies"]) == bron.feitversies.count()
    assert any("€ 7.425.000 (indicatief) 2023–2025 paragraaf Budget, tabel, rij 2" in row for row in rows(response))


def test_a_bron_shows_the_tegenspraken_it_is_part_of(programma, lezer):
    found = rows(lezer.get("/werk/bronnen/kamerbrief-2023/"))
    assert "C02 Bijdrage van de Agenda aan de SPUK € 6.000.000, dat is € 2.000.000 per jaar" in found


def test_a_bron_counts_what_else_rests_on_it(programma):
    found = {each.naam: each.aantal for each in citing(Bron.objects.get(sleutel="kamerbrief-2023"))}
    assert found["actielijnen"] == 4
    assert found["mutaties"] == 5
    assert found["samenhangende programma's"] == 6


def test_one_record_is_named_in_the_singular(programma):
    found = {each.naam: each.aantal for each in citing(Bron.objects.get(sleutel="homebase-2024"))}
    assert found == {"project": 1}


def test_a_bron_that_nothing_rests_on_says_so(programma, lezer):
    leeg = Bron.objects.create(sleutel="leeg", soort="webpagina", titel="Leeg", bekend_precisie="onbekend")
    seen = text(lezer.get(leeg.get_absolute_url()))
    assert "Bij geen enkel ander gegeven." in seen
    assert "Uit deze bron is geen feit vastgelegd" in seen


def test_every_model_that_names_a_bron_has_a_page_to_see_it():
    labels = {each.related_model._meta.label_lower for each in relations() if each.related_model not in APART}
    assert labels == PAGINAS.keys()
    assert all(reverse(naam).startswith("/werk/") for naam in PAGINAS.values())


def test_an_unknown_bron_does_not_exist(programma, lezer):
    assert lezer.get("/werk/bronnen/bestaat-niet/").status_code == 404
