"""Tegenspraken: the variants beside each other, and the form by which somebody chooses."""

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from agenda import klok
from agenda.access import Rol
from agenda.models import Feit, FeitVersie, Tegenspraak
from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def kiezer(client, programmamanager):
    """A browser in which somebody is signed in who may choose."""
    client.force_login(programmamanager)
    return client


def address(nummer):
    return reverse("tegenspraak-kiezen", args=[nummer])


def test_the_list_shows_all_thirty_and_how_far_each_is(programma, lezer):
    found = rows(lezer.get("/werk/tegenspraken/"))
    assert len(found) == 30
    assert found[0] == "C01 Totaal budget van de Agenda te bevestigen € 10.600.000, zoals aan de Kamer gemeld"
    assert found[6] == "C07 Vindplaats van de toezegging over een weerbaarheidsagenda open –"


def test_the_list_filters_on_what_is_open(programma, lezer):
    found = rows(lezer.get("/werk/tegenspraken/?stand=open"))
    assert [row.split()[0] for row in found] == ["C07", "C12", "C14", "C23", "C29", "C30"]


def test_a_tegenspraak_shows_each_variant_with_its_bron(programma, lezer):
    seen = text(lezer.get("/werk/tegenspraken/C02/"))
    assert "Variant A € 6.000.000, dat is € 2.000.000 per jaar Bron: Beslisnota" in seen
    assert "Variant B € 6,3 miljoen Bron: Kamerbrief over de voortgang van de Agenda (2024)" in seen
    assert "Een nieuwe brief gebruikt € 6,3 miljoen, met de vermelding dat eerder € 6,0 miljoen is gemeld" in seen


def test_a_bron_outside_the_list_is_named_too(programma, lezer):
    assert "Bron: Financiële-verhoudingswet" in text(lezer.get("/werk/tegenspraken/C09/"))


def test_an_open_tegenspraak_says_that_nothing_is_chosen(programma, lezer):
    assert "niets: er is nog niet gekozen" in text(lezer.get("/werk/tegenspraken/C07/"))


def test_a_tegenspraak_links_to_the_feiten_it_is_about(programma, lezer):
    body = lezer.get("/werk/tegenspraken/C02/").content.decode()
    assert 'href="/werk/feiten/spuk.kansrijke-wijk.bijdrage-agenda/"' in body


def test_an_unknown_tegenspraak_does_not_exist(programma, lezer):
    assert lezer.get("/werk/tegenspraken/C99/").status_code == 404


def test_a_choice_is_recorded_with_its_reason_and_shown(programma, kiezer):
    response = kiezer.post(address("C07"), {"keuze": "nr. 367", "versie": "", "reden": "nagezien"}, follow=True)
    tegenspraak = Tegenspraak.objects.get(nummer="C07")
    assert (tegenspraak.stand, tegenspraak.keuze, tegenspraak.herkomst_keuze) == ("bevestigd", "nr. 367", "nagezien")
    assert "De keuze bij tegenspraak C07 is vastgelegd." in text(response)
    assert "Bij tegenspraak C07 is een keuze vastgelegd: nr. 367." in text(response)
    assert f"{date_format(klok.vandaag(), 'j F Y')}, " in response.context["geschiedenis"][0]["moment"]


def test_a_chosen_value_replaces_the_other_values_of_the_feit(programma, kiezer):
    feit = Feit.objects.get(sleutel="toezegging.weerbaarheidsagenda.vindplaats")
    gekozen, ander = (feit.versies.get(nummer_bron=nummer) for nummer in ("L11", "N11"))
    antwoord = {"keuze": "de eerste", "versie": gekozen.pk, "reden": "nagezien in het Kamerstuk"}
    response = kiezer.post(address("C07"), antwoord, follow=True)
    nieuw = FeitVersie.objects.get(vervangt=ander)
    assert (nieuw.tekst, nieuw.bron) == (gekozen.tekst, gekozen.bron)
    assert nieuw.reden == "Keuze bij C07: nagezien in het Kamerstuk"
    assert {versie.tekst for versie in response.context["versies"]} == {gekozen.tekst}
    assert [versie.vindplaats for versie in response.context["versies"]].count(gekozen.vindplaats) == 1


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"keuze": ""}, "Vul in wat een nieuwe brief gebruikt, bijvoorbeeld: nr. 367."),
        ({"reden": ""}, "Vul in waarom u dit kiest, bijvoorbeeld: nagezien in het Kamerstuk."),
        ({"reden": "x" * 201}, "U gebruikte 201 tekens, er passen er 200."),
        ({"versie": "999999"}, "Kies een waarde uit de lijst."),
    ],
)
def test_a_wrong_field_is_told_and_nothing_is_chosen(programma, kiezer, anders, melding):
    response = kiezer.post(address("C07"), {"keuze": "nr. 367", "versie": "", "reden": "nagezien"} | anders)
    assert melding in text(response)
    assert Tegenspraak.objects.get(nummer="C07").stand == "open"


def test_a_value_of_another_feit_cannot_be_chosen(programma, kiezer):
    vreemd = FeitVersie.objects.exclude(feit__tegenspraken__nummer="C07").first()
    response = kiezer.post(address("C07"), {"keuze": "nr. 367", "versie": vreemd.pk, "reden": "nagezien"})
    assert "Kies een waarde uit de lijst." in text(response)


def test_what_was_typed_stays_when_something_is_wrong(programma, kiezer):
    body = kiezer.post(address("C07"), {"keuze": "een lange keuze", "versie": "", "reden": ""}).content.decode()
    assert "een lange keuze</textarea>" in body
    assert "<title>Fout: " in body


def test_the_form_starts_with_the_choice_that_is_proposed(programma, kiezer):
    assert "de zeven van de voortgangsbrief</textarea>" in kiezer.get(address("C05")).content.decode()


@pytest.mark.parametrize("rol", [Rol.AUDITOR, Rol.REDACTEUR, Rol.BUDGETHOUDER])
def test_who_may_not_choose_is_refused_and_sees_no_button(programma, client, account, rol):
    client.force_login(account(rol))
    assert client.post(address("C07"), {"keuze": "nr. 367", "reden": "nagezien"}).status_code == 403
    assert "Keuze vastleggen" not in text(client.get("/werk/tegenspraken/C07/"))
    assert Tegenspraak.objects.get(nummer="C07").stand == "open"
