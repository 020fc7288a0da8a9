"""The home pages: what the public sees, and what waits for the staff."""

import pytest
from django.urls import reverse

from actielijnen.models import Begrotingspost
from agenda.models import OpenVraag, Tegenspraak
from rapportage.brief import schrijven
from rapportage.models import Brief
from tests.hulpmiddelen.pagina import text


@pytest.fixture
def overzicht(client, redacteur):
    client.force_login(redacteur)
    return lambda: text(client.get(reverse("werk")))


def test_the_staff_home_shows_the_budget_with_its_qualifier_per_post(programma, overzicht):
    tekst = overzicht()
    assert "€ 10.600.000 indicatief" in tekst
    for post, bedrag in [("1. Het versterken van expertise", "€ 1.065.000"), ("5. Materieel en onvoorzien", "€ 195.000")]:
        assert post in tekst
        assert bedrag in tekst


def test_the_bars_are_as_long_as_their_amounts(client, redacteur, programma):
    client.force_login(redacteur)
    pagina = client.get(reverse("werk")).content.decode()
    breedtes = [float(deel.split('"')[0].rstrip("%")) for deel in pagina.split('class="ptl-grafiek__staaf"')[1:]
                for deel in [deel.split('width="')[1]]]  # fmt: skip
    assert len(breedtes) == 5
    assert breedtes[1] / breedtes[0] == pytest.approx(7_425_000 / 1_065_000, rel=0.02)


def test_the_staff_home_counts_what_is_open_and_what_must_be_confirmed(programma, overzicht):
    tekst = overzicht()
    assert f"Open vragen {OpenVraag.objects.count()} De bronnen zeggen dit niet" in tekst
    assert f"Keuzes te bevestigen {Tegenspraak.objects.filter(stand='voorgesteld').count()}" in tekst
    assert [t.nummer for t in Tegenspraak.objects.filter(stand="open") if str(t) not in tekst] == []
    assert OpenVraag.objects.first().vraag in tekst


def test_the_staff_home_shows_the_latest_letter(programma, redacteur, overzicht):
    assert "Er is nog geen brief" in overzicht()
    schrijven.openen(programma, Brief.Soort.VOORTGANG, 2024, by=redacteur)
    assert "Laatste brief Voortgangsbrief 2024" in overzicht()


def test_a_post_without_an_amount_does_not_break_the_staff_home(programma, overzicht):
    Begrotingspost.objects.create(programma=programma, nummer=6, naam="Nog zonder bedrag")
    assert "€ 10.600.000" in overzicht()


def test_without_a_programme_the_staff_home_says_how_to_load_one(db, overzicht):
    assert "manage.py laad_programma" in overzicht()


def test_the_public_home_says_what_the_agenda_is(client, programma):
    tekst = text(client.get("/"))
    assert "Agenda Veerkrachtige & Weerbare Samenleving" in tekst
    assert "het versterken van expertise" in tekst.lower()


def test_an_empty_portal_has_a_public_home(client, db):
    assert "Er is nog niets gepubliceerd" in text(client.get("/"))


@pytest.mark.parametrize("pagina", ["privacy", "toegankelijkheid", "contact"])
def test_every_site_has_these_pages(client, db, pagina):
    assert client.get(reverse(pagina)).status_code == 200


def test_the_probes_answer_without_signing_in(client, db):
    assert client.get("/health/live").json() == {"status": "ok"}
    assert client.get("/health/ready").json() == {"status": "ok"}
