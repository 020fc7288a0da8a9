"""Every refusal is a Dutch page with a way on, and the right status."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from agenda.access import Rol
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db
STAP = ["veerkracht-weerbaarheid", "voortgang", 2024, "terugnemen"]


def test_an_address_that_only_takes_a_button_says_so(client, redacteur):
    client.force_login(redacteur)
    antwoord = client.get(reverse("brief-stap", args=STAP))
    assert antwoord.status_code == 405
    assert antwoord["Allow"] == "POST"
    assert "Zo kan deze pagina niet open" in text(antwoord)
    assert "Naar de startpagina" in text(antwoord)


def test_a_host_that_is_not_ours_is_refused_in_dutch(client):
    antwoord = client.get("/", headers={"host": "elders.example"})
    assert antwoord.status_code == 400
    assert "Dit adres kan niet" in text(antwoord)


def test_who_lacks_the_right_reads_it_once(client, account):
    client.force_login(account(Rol.GEMEENTELIJK_AANVRAGER))
    antwoord = client.get(reverse("werk"))
    assert antwoord.status_code == 403
    assert text(antwoord).count("geen toegang") == 1


@pytest.mark.parametrize(
    ("vorige", "verder"),
    [
        ("http://testserver/werk/brieven/?programma=x", "/werk/brieven/?programma=x"),
        ("http://elders.example/werk/brieven/", "/werk/"),
        ("javascript:alert(1)", "/werk/"),
        ("", "/werk/"),
    ],
)
def test_who_must_sign_in_after_a_button_returns_to_the_page_of_the_button(client, vorige, verder):
    antwoord = client.post(reverse("brief-stap", args=STAP), headers={"referer": vorige})
    adres = urlsplit(antwoord.url)
    assert (antwoord.status_code, adres.path) == (302, reverse("account_login"))
    assert parse_qs(adres.query)["next"] == [verder]


def test_an_empty_sign_in_names_each_field(client):
    tekst = text(client.post(reverse("account_login"), {}))
    assert "Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl." in tekst
    assert "Vul uw wachtwoord in." in tekst
