"""What a provider or a stranger can get wrong or make up: nobody comes in, and every answer is a page."""

import json
import time

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client

from agenda.accounts.oidc.verbinding import LARGEST
from agenda.models import Gebruiker
from tests.agenda.oidc.vervalser import CLIENT, begin, finish
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db
JSON = {"Content-Type": "application/json"}


def nobody_came_in(client) -> bool:
    return not Gebruiker.objects.persons().exists() and "_auth_user_id" not in client.session


def test_what_is_as_it_must_be_comes_in(vals, client_van_iemand):
    """Without this one, all others would prove nothing."""
    answer = finish(client_van_iemand, vals, begin(client_van_iemand))
    assert (answer.status_code, answer["Location"]) == (302, "/werk/")
    assert [each.naam for each in Gebruiker.objects.persons()] == ["Vera Vals"]


def claims(**changes):
    return lambda vals: vals.claims.update(changes)


def without(*names):
    return lambda vals: [vals.claims.update(nonce="x"), [vals.claims.pop(name, None) for name in names]]


def part(name, value):
    return lambda vals: setattr(vals, name, value)


def says(path, status, body, **headers):
    return lambda vals: vals.answers.update({path: (status, JSON | headers, body)})


def token(make):
    return lambda vals: setattr(vals, "id_token", lambda: make(vals))


def unsigned(vals):
    vals.signer, vals.algorithm = None, "none"


past = int(time.time()) - 3600

# fmt: off
VERVALSINGEN = {
    # the signature
    "signed with another key":       part("signer", ec.generate_private_key(ec.SECP256R1())),
    "not signed":                    unsigned,
    "signed with the public key":    token(lambda vals: vals.hs256()),
    "a key that nobody published":   part("header", {"kid": "twee"}),
    "a key for another use":         lambda vals: vals.jwk.update(use="enc"),
    "a key for another algorithm":   lambda vals: vals.jwk.update(alg="PS256"),
    # for whom, by whom, when
    "another nonce":                 claims(nonce="van een ander"),
    "no nonce":                      lambda vals: vals.claims.update(nonce=None),
    "for another portal":            claims(aud="een ander portaal"),
    "for another portal too":        claims(aud=[CLIENT, "een ander portaal"]),
    "passed on to another portal":   claims(azp="een ander portaal"),
    "of another provider":           claims(iss="https://example.org"),
    "expired":                       claims(iat=past, exp=past + 60),
    "without an end":                lambda vals: vals.claims.pop("exp"),
    "from the future":               claims(iat=past + 7200),
    "of nobody":                     lambda vals: (vals.claims.update(sub=""), vals.userinfo.update(sub="")),
    "of a list of persons":          claims(sub=["persoon-1"]),
    # the answers around it
    "userinfo of somebody else":     lambda vals: vals.userinfo.update(sub="persoon-2"),
    "userinfo of nobody":            lambda vals: vals.userinfo.pop("sub"),
    "userinfo as a list":            says("/me", 200, "[]"),
    "no id_token":                   says("/token", 200, '{"access_token": "x"}'),
    "an id_token that is none":      says("/token", 200, '{"access_token": "x", "id_token": ["a", "b"]}'),
    "an id_token of dots":           token(lambda vals: "..."),
    "no access_token":               says("/token", 200, '{"id_token": "x"}'),
    "an access_token of two lines":  says("/token", 200, r'{"access_token": "x\r\nHost: y"}'),
    "keys that are none":            says("/jwks", 200, '{"keys": ["x", 1, null]}'),
    "no keys":                       says("/jwks", 200, "{}"),
    "a code that is not valid":      says("/token", 400, '{"error": "invalid_grant"}'),
    "a browser sent by another":     part("back", {"iss": "https://example.org"}),
    "a browser sent by nobody":      part("back", {}),
}
# The provider itself does not answer as it should: that is not the fault of the visitor.
STORINGEN = {
    "sends us elsewhere":            says("/token", 302, "", Location="http://127.0.0.2/token"),
    "does not answer with JSON":     says("/token", 200, "<html>"),
    "breaks off":                    says("/token", 500, "{}"),
    "answers without end":           says("/me", 200, json.dumps({"sub": "persoon-1", "name": "x" * LARGEST})),
}
# fmt: on


@pytest.mark.parametrize("naam", VERVALSINGEN)
def test_what_is_made_up_is_refused(naam, vals, client_van_iemand):
    asked = begin(client_van_iemand)
    VERVALSINGEN[naam](vals)
    answer = finish(client_van_iemand, vals, asked)
    assert answer.status_code == 400
    assert "Inloggen is niet gelukt" in text(answer)
    assert nobody_came_in(client_van_iemand)


@pytest.mark.parametrize("naam", STORINGEN)
def test_a_provider_that_fails_gets_a_page_that_says_so(naam, vals, client_van_iemand):
    asked = begin(client_van_iemand)
    STORINGEN[naam](vals)
    answer = finish(client_van_iemand, vals, asked)
    assert answer.status_code == 503
    assert "SSO-Rijk antwoordt nu niet" in text(answer)
    assert nobody_came_in(client_van_iemand)


def test_a_provider_that_is_not_there_is_told_before_anything_else(vals, client_van_iemand):
    vals.answers["/.well-known/openid-configuration"] = (500, JSON, "{}")
    assert client_van_iemand.get("/account/sso/rijk/").status_code == 503


def test_a_provider_that_calls_itself_otherwise_is_not_believed(vals, client_van_iemand):
    other = json.dumps(vals.discovery() | {"issuer": "https://example.org"})
    vals.answers["/.well-known/openid-configuration"] = (200, JSON, other)
    assert client_van_iemand.get("/account/sso/rijk/").status_code == 503


# --- The way there and back ------------------------------------------------------------------------------------


def test_what_stands_in_the_query_is_not_asked(vals, client_van_iemand):
    asked = begin(
        client_van_iemand, auth_params="prompt=none,acr_values=laag", scope="admin", process="connect", action="x"
    )
    assert set(asked) == {
        "client_id", "redirect_uri", "scope", "response_type", "state", "nonce", "code_challenge", "code_challenge_method",
    }  # fmt: skip
    assert set(asked["scope"].split()) == {"openid", "profile", "email"}
    assert asked["code_challenge_method"] == "S256"
    assert finish(client_van_iemand, vals, asked)["Location"] == "/werk/"  # signed in, not connected to an account


def test_the_secret_and_the_verifier_go_to_the_provider_only(vals, client_van_iemand):
    asked = begin(client_van_iemand)
    finish(client_van_iemand, vals, asked)
    (form,) = (form for path, form in vals.asked if path == "/token")
    assert set(form) == {"grant_type", "code", "redirect_uri", "code_verifier"}
    assert form["code_verifier"][0] not in asked.values()


def test_a_state_that_nobody_gave_is_refused(vals, client_van_iemand):
    asked = begin(client_van_iemand)
    assert finish(client_van_iemand, vals, asked, state="verzonnen").status_code == 400
    assert nobody_came_in(client_van_iemand)


def test_a_state_of_another_browser_is_refused(vals, client_van_iemand):
    other = Client(headers={"host": "localhost"})
    begin(other)
    assert finish(other, vals, begin(client_van_iemand)).status_code == 400
    assert nobody_came_in(other)


def test_a_state_works_once(vals, client_van_iemand):
    asked = begin(client_van_iemand)
    finish(client_van_iemand, vals, asked)
    asked_before = len(vals.asked)
    client_van_iemand.logout()
    assert finish(client_van_iemand, vals, asked).status_code == 400
    assert len(vals.asked) == asked_before
    assert "_auth_user_id" not in client_van_iemand.session


def test_a_state_of_one_door_does_not_open_the_other(vals, client_van_iemand, settings):
    settings.OIDC = settings.OIDC | {"eherkenning": settings.OIDC["eherkenning"] | {"adres": vals.adres, "geheim": "x"}}
    assert finish(client_van_iemand, vals, begin(client_van_iemand), naam="eherkenning").status_code == 400
    assert nobody_came_in(client_van_iemand)


def test_a_sign_in_without_pkce_is_refused(vals, client_van_iemand):
    asked = begin(client_van_iemand)
    session = client_van_iemand.session
    for state, _, _ in session["socialaccount_states"].values():
        del state["pkce_code_verifier"]
    session.save()
    assert finish(client_van_iemand, vals, asked).status_code == 400
    assert nobody_came_in(client_van_iemand)


# --- Claims that are well signed and odd ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "vreemd",
    [
        {"groups": "portaal-redactie"},
        {"groups": [["portaal-redactie"]]},
        {"groups": {"portaal-redactie": True}},
        {"groups": ["portaal-redactie\0"]},
        {"groups": ["PORTAAL-REDACTIE"]},
    ],
)
def test_only_a_list_of_exact_groups_gives_a_role(vreemd, vals, client_van_iemand):
    vals.userinfo |= vreemd
    answer = finish(client_van_iemand, vals, begin(client_van_iemand))
    assert answer.status_code == 403
    assert nobody_came_in(client_van_iemand)


@pytest.mark.parametrize(
    "vreemd",
    [
        {"amr": "mfa"},
        {"amr": [["mfa"]]},
        {"amr": {"mfa": True}},
        {"amr": ["pwd"]},
        {"acr": ["mfa"], "amr": []},
        {"amr": None},
    ],
)
def test_only_a_list_with_the_right_means_is_two_steps(vreemd, vals, client_van_iemand):
    vals.claims |= vreemd
    vals.userinfo |= {"amr": ["mfa"]}  # userinfo is not signed and has no say in this
    answer = finish(client_van_iemand, vals, begin(client_van_iemand))
    assert answer.status_code == 403
    assert nobody_came_in(client_van_iemand)


def test_what_the_id_token_does_not_say_of_signing_in_is_not_said(vals, client_van_iemand):
    vals.claims.pop("amr", None)
    vals.claims.pop("acr", None)
    vals.userinfo |= {"amr": ["mfa"], "acr": "mfa"}
    assert finish(client_van_iemand, vals, begin(client_van_iemand)).status_code == 403
    assert nobody_came_in(client_van_iemand)


def test_a_name_is_one_line_of_a_sensible_length(vals, client_van_iemand):
    vals.userinfo["name"] = "Vera\r\nBcc: iedereen@example.org\0\u202e" + "x" * 5000
    finish(client_van_iemand, vals, begin(client_van_iemand))
    (vera,) = Gebruiker.objects.persons()
    assert vera.naam == ("VeraBcc: iedereen@example.org" + "x" * 5000)[:120]


@pytest.mark.parametrize(
    "email", ["vera@example.org\r\nBcc: x@example.org", "geen adres", ["vera@example.org"], "v" * 300 + "@x.nl", 7]
)
def test_an_address_that_is_none_is_not_used(email, vals, client_van_iemand):
    vals.userinfo["email"] = email
    finish(client_van_iemand, vals, begin(client_van_iemand))
    (vera,) = Gebruiker.objects.persons()
    assert vera.email.endswith("@geen-adres.invalid")
