"""Gemeenten and focusgebieden: counted apart, with a herindeling as data and an unknown start left open."""

from datetime import date

import pytest

from agenda.models import Gemeente, Provincie
from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db


def counted(client, vraag):
    return client.get(f"/werk/gemeenten/?{vraag}").context["lijst"].aantal


def test_all_gemeenten_are_listed_and_the_fictional_ones_are_not(programma, lezer):
    drenthe = Provincie.objects.get(naam="Drenthe")
    Gemeente.objects.create(
        code="GM9001", naam="Voorbeeldstad", naam_cbs="Voorbeeldstad", provincie=drenthe, is_voorbeeld=True
    )
    assert counted(lezer, "") == 342
    assert counted(lezer, "naam=voorbeeldstad") == 0


def test_an_example_programma_lists_its_own_gemeenten_only(programma, voorbeeld, lezer):
    zeeland = Provincie.objects.get(naam="Zeeland")
    stad = Gemeente.objects.create(
        code="GM9001", naam="Voorbeeldstad", naam_cbs="Voorbeeldstad", provincie=zeeland, is_voorbeeld=True
    )
    assert [row[:13] for row in rows(lezer.get("/werk/gemeenten/?programma=voorbeeld-2026"))] == ["Voorbeeldstad"]
    assert "VOORBEELD" in lezer.get(stad.get_absolute_url(), follow=True).content.decode()


def test_an_unknown_programma_is_told_as_in_every_list(programma, lezer):
    response = lezer.get("/werk/gemeenten/?programma=onbekend")
    assert response.status_code == 400
    assert "Het programma ‘onbekend’ bestaat niet." in text(response)


def test_nineteen_gemeenten_have_a_focusgebied_and_amsterdam_has_two(programma, lezer):
    found = rows(lezer.get("/werk/gemeenten/?focusgebied=true"))
    assert len(found) == 19
    assert "Amsterdam GM0363 Noord-Holland 2 – 893.783" in found
    assert counted(lezer, "focusgebied=false") == 342 - 19


def test_the_list_filters_on_provincie_and_name_together(programma, lezer):
    [row] = rows(lezer.get("/werk/gemeenten/?provincie=PV29&naam=goes"))
    assert row.startswith("Goes GM0664 Zeeland 0")


def test_a_gemeente_shows_its_provincie_codes_and_focusgebieden(programma, lezer):
    response = lezer.get("/werk/gemeenten/GM0363/")
    seen = text(response)
    assert "CBS-code GM0363" in seen
    assert "https://identifier.overheid.nl/tooi/id/gemeente/gm0363" in seen
    assert [row.split(" –")[0] for row in rows(response)] == ["1 Amsterdam Nieuw-West", "2 Amsterdam Zuidoost"]


def test_a_start_that_no_source_tells_stays_open(programma, lezer):
    seen = text(lezer.get("/werk/gemeenten/GM0363/"))
    assert "Bestaat sinds begin niet bekend" in seen
    assert "Open vraag: Op welke dag begon elke gemeente te bestaan?" in seen


def test_a_gemeente_without_focusgebied_says_so(programma, lezer):
    assert "Geen focusgebied in deze gemeente" in text(lezer.get("/werk/gemeenten/GM0106/"))


def test_a_herindeling_links_both_ways(programma, lezer):
    oud, nieuw = Gemeente.objects.get(code="GM0106"), Gemeente.objects.get(code="GM0114")
    Gemeente.objects.filter(pk=oud.pk).update(opgegaan_op=date(2027, 1, 1), opvolger=nieuw)
    assert f"Opgegaan in {nieuw.naam} op 1 januari 2027" in text(lezer.get(oud.get_absolute_url()))
    assert f"Ontstaan uit {oud.naam} (tot 1 januari 2027)" in text(lezer.get(nieuw.get_absolute_url()))


def test_an_unknown_gemeente_does_not_exist(programma, lezer):
    assert lezer.get("/werk/gemeenten/GM9999/").status_code == 404


def test_twenty_focusgebieden_lie_in_nineteen_gemeenten(programma, lezer):
    response = lezer.get("/werk/focusgebieden/")
    seen = text(response)
    assert "Focusgebieden 20 Gemeenten met een focusgebied 19" in seen
    assert "20 gemeenten" not in seen
    assert len(response.context["kaart"].merken) == 20


def test_a_focusgebied_shows_how_another_source_spells_it(programma, lezer):
    [row] = [row for row in rows(lezer.get("/werk/focusgebieden/")) if row.startswith("8 ")]
    assert row.startswith("8 Eindhoven Woensel-Zuid Woensel Zuid ( Kamerbrief over de voortgang")
