"""The settings of providers: what is wrong is said at the start, and what is not there is not shown."""

import environ
import pytest

from agenda import aanbieders, beveiliging
from agenda.checks import faults_of_provider
from agenda.models import Gebruiker

GOED = {"adres": "https://sso.example", "client_id": "portaal", "geheim": "x", "sleutel": "", "acr": [], "amr": ["mfa"]}

# fmt: off
FOUT = {
    "OIDC_RIJK_ADRES begint niet met https://.":                               {"adres": "http://sso.example"},
    "OIDC_RIJK_CLIENT_ID ontbreekt.":                                          {"client_id": ""},
    "Geef OIDC_RIJK_GEHEIM of OIDC_RIJK_SLEUTEL: precies één van beide.":      {"geheim": ""},
    "OIDC_RIJK_SLEUTEL wijst naar een bestand dat het portaal niet kan lezen: /weg.": {"geheim": "", "sleutel": "/weg"},
    "OIDC_RIJK_ACR en OIDC_RIJK_AMR zijn allebei leeg: dan komt niemand binnen.": {"amr": []},
}
# fmt: on


@pytest.mark.parametrize("fout", FOUT)
def test_what_is_wrong_with_a_provider_is_said_at_the_start(fout):
    assert list(faults_of_provider("OIDC_RIJK", GOED | FOUT[fout])) == [fout]


def test_a_secret_and_a_key_together_are_one_too_many():
    faults = faults_of_provider("OIDC_RIJK", GOED | {"sleutel": __file__})
    assert list(faults) == ["Geef OIDC_RIJK_GEHEIM of OIDC_RIJK_SLEUTEL: precies één van beide."]


@pytest.mark.parametrize("adres", ["https://sso.example/rijk", "http://127.0.0.1:3000"])
def test_a_complete_provider_has_no_faults(adres):
    assert list(faults_of_provider("OIDC_RIJK", GOED | {"adres": adres})) == []


def test_a_form_may_lead_to_the_providers_and_nowhere_else():
    env = environ.Env()
    env.ENVIRON = {"OIDC_RIJK_ADRES": "https://sso.example/rijk", "OIDC_EHERKENNING_ADRES": "https://eh.example:8443/"}
    addresses = aanbieders.addresses(aanbieders.oidc(env))
    policy = beveiliging.content_policy(True, addresses)
    assert policy["form-action"] == ["'self'", "https://eh.example:8443", "https://sso.example"]


def test_without_a_provider_there_is_no_button_and_no_way(client, db):
    page = client.get("/account/inloggen/").content.decode()
    assert "eHerkenning" not in page
    assert [client.get(f"/account/sso/{naam}/")["Location"] for naam in ("rijk", "eherkenning", "anders")] == [
        "/account/inloggen/"
    ] * 3
    assert Gebruiker.objects.count() == 0


def test_the_buttons_keep_the_page_that_was_asked_for(client, sso):
    page = client.get("/account/inloggen/?next=/werk/bronnen/").content.decode()
    assert 'href="/account/sso/rijk/?next=%2Fwerk%2Fbronnen%2F"' in page
    assert 'href="/account/sso/eherkenning/?next=%2Fwerk%2Fbronnen%2F"' in page


def test_who_is_signed_in_already_is_sent_on(client, sso, redacteur):
    client.force_login(redacteur)
    assert client.get("/account/sso/rijk/")["Location"] == "/werk/"
