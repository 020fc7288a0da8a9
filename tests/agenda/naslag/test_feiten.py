"""The list of feiten, and one feit with all its versions, its sources and what holds on a day."""

import pytest

from agenda.models import Bron, Feit
from tests.hulpmiddelen.pagina import rows, text

BIJDRAGE = "/werk/feiten/spuk.kansrijke-wijk.bijdrage-agenda/"
INTEGRAAL = "/werk/feiten/spuk.veerkracht.totaal-met-integrale-middelen/"

pytestmark = pytest.mark.django_db


def test_the_list_shows_the_value_of_today_with_its_qualifier(programma, lezer):
    found = rows(lezer.get("/werk/feiten/?naam=integrale+middelen"))
    assert any("ruim € 28 miljoen" in row and "C21" in row for row in found)


def test_a_feit_that_counts_something_is_listed_with_its_unit(programma, lezer):
    [row] = rows(lezer.get("/werk/feiten/?naam=Gemeenten+met+een+DU"))
    assert row == "Gemeenten met een DU Decentralisatie-uitkering (DU) tot nu toe 7 gemeenten 1 C25"


def test_an_open_tegenspraak_leaves_the_list_without_a_value(programma, lezer):
    found = rows(lezer.get("/werk/feiten/?onderwerp=toezeggingen&tegenspraak=true"))
    assert all("geen waarde" in row and "C07" in row for row in found)
    assert found


def test_the_filter_on_tegenspraak_splits_the_list_in_two(programma, lezer):
    counts = [
        lezer.get(f"/werk/feiten/?{vraag}").context["lijst"].aantal
        for vraag in ("", "tegenspraak=true", "tegenspraak=false")
    ]
    assert counts[0] == Feit.objects.count() == counts[1] + counts[2]
    assert counts[1] == Feit.objects.filter(tegenspraken__isnull=False).distinct().count()


def test_an_unknown_subject_is_told_and_shows_no_rows(programma, lezer):
    response = lezer.get("/werk/feiten/?onderwerp=zwemmen")
    assert response.status_code == 400
    assert rows(response) == []


def test_a_feit_shows_every_version_with_its_source_and_vindplaats(programma, lezer):
    versies = rows(lezer.get(BIJDRAGE))[:2]
    assert [row.partition(" exact")[0] for row in versies] == ["€ 6,3 miljoen", "€ 6,0 miljoen"]
    assert "Kamerbrief over de voortgang van de Agenda (2024) paragraaf SPUK Kansrijke Wijk" in versies[0]
    assert "uiterlijk 31 december 2024" in versies[0]
    assert "7 juli 2023" in versies[1]


def test_a_feit_links_to_its_sources_and_tegenspraken(programma, lezer):
    body = lezer.get(BIJDRAGE).content.decode()
    assert 'href="/werk/bronnen/kamerbrief-2023/"' in body
    assert 'href="/werk/tegenspraken/C02/?programma=veerkracht-weerbaarheid"' in body


@pytest.mark.parametrize(("dag", "waarde"), [("2023-12-31", "€ 6,0 miljoen"), ("2024-12-31", "€ 6,3 miljoen")])
def test_what_holds_is_what_was_known_on_the_peildatum(programma, lezer, dag, waarde):
    cijfer = lezer.get(BIJDRAGE, {"peildatum": dag}).context["cijfer"]
    assert cijfer.kaal.replace("\u00a0", " ") == waarde


def test_before_the_first_source_nothing_holds_and_the_page_says_why(programma, lezer):
    seen = text(lezer.get(BIJDRAGE, {"peildatum": "2023-01-01"}))
    assert "Er geldt niets" in seen
    assert "heeft op 01-01-2023 geen waarde uit een bron met een bekende datum" in seen


def test_the_qualifier_stands_beside_the_value(programma, lezer):
    seen = text(lezer.get(INTEGRAAL))
    assert "ruim € 28 miljoen Bron:" in seen
    assert "€ 28 miljoen ruim" not in seen
    [versie] = rows(lezer.get(INTEGRAAL))[:1]
    assert versie.startswith("ruim € 28 miljoen – Kamerbrief over de voortgang")


def test_a_feit_tells_how_a_letter_writes_it_with_its_own_value(programma, lezer):
    assert "Zo schrijft een brief het in miljoenen, zonder decimalen: ruim € 28 miljoen" in text(lezer.get(INTEGRAAL))
    assert "in miljoenen, met één decimaal: € 6,3 miljoen" in text(lezer.get(BIJDRAGE))
    assert "in miljoenen, met één decimaal Programma" in text(lezer.get(BIJDRAGE, {"peildatum": "2023-01-01"}))


@pytest.mark.parametrize("dag", ["31-02-2024", "gisteren"])
def test_a_peildatum_that_does_not_exist_is_told_and_nothing_is_chosen_instead(programma, lezer, dag):
    response = lezer.get(BIJDRAGE, {"peildatum": dag})
    assert "Deze datum bestaat niet. Schrijf een datum als 31-12-2024." in text(response)
    assert "<title>Fout: " in response.content.decode()
    assert response.context["cijfer"] is None


def test_a_feit_without_versions_says_so(programma, lezer):
    Feit.objects.create(
        sleutel="proef.leeg", programma=programma, onderwerp="proef", naam="Leeg", definitie="x", weergave="tekst"
    )
    assert "Nog geen bron noemt dit feit" in text(lezer.get("/werk/feiten/proef.leeg/"))


def test_an_unknown_feit_does_not_exist(programma, lezer):
    assert lezer.get("/werk/feiten/spuk.bestaat-niet/").status_code == 404


def test_only_who_may_record_sees_the_button(programma, lezer, client, beleidsmedewerker):
    assert "Nieuwe versie vastleggen" not in text(lezer.get(BIJDRAGE))
    client.force_login(beleidsmedewerker)
    assert "Nieuwe versie vastleggen" in text(client.get(BIJDRAGE))


def test_a_value_from_an_undated_source_never_holds_by_date(programma, lezer):
    assert Bron.objects.get(sleutel="webpagina-agenda").bekend_sinds is None
    totaal = Feit.objects.get(sleutel="spuk.kansrijke-wijk.totaal")
    response = lezer.get(totaal.get_absolute_url())
    assert any("€ 250" in row and "niet bekend" in row for row in rows(response))
    assert response.context["cijfer"].kaal.replace("\u00a0", " ") == "€ 256 miljoen"
