"""Somebody tries to come in as another: guessing, stealing, replaying, planting."""

import pytest
from django.test import Client
from django.urls import reverse

from agenda.access import Rol
from agenda.accounts import uitnodigen
from agenda.models import AuditRegel, Gebruiker
from tests.aanvallen.conftest import assert_refused, body

WACHTWOORD = "een lang wachtwoord"
LOGIN = "/account/inloggen/"


def browser(address="127.0.0.1") -> Client:
    return Client(headers={"host": "localhost"}, REMOTE_ADDR=address)


def log_in(client, email, wachtwoord):
    return client.post(LOGIN, {"login": email, "password": wachtwoord})


def is_inside(client) -> bool:
    return "_auth_user_id" in client.session


@pytest.fixture
def lezer_met_wachtwoord(account):
    return account(Rol.AUDITOR, wachtwoord=WACHTWOORD)


@pytest.fixture
def token(account, monkeypatch):
    """The secret of an invitation, as only the mail has it."""
    seen = []
    monkeypatch.setattr(uitnodigen, "_mail", lambda uitnodiging, token: seen.append(token))
    beheerder = account(Rol.BEHEERDER)
    uitnodigen.uitnodigen("nieuw@voorbeeld.invalid", naam="Nieuw", rollen=[Rol.AUDITOR], by=beheerder)
    return seen[0]


# --- Guessing ----------------------------------------------------------------------------------------------


def test_after_five_guesses_the_right_password_does_not_help_from_anywhere(lezer_met_wachtwoord):
    for guess in range(5):
        log_in(browser(), lezer_met_wachtwoord.email, f"gok {guess}")
    for address in ("127.0.0.1", "10.9.8.7"):
        client = browser(address)
        assert "te vaak" in body(log_in(client, lezer_met_wachtwoord.email, WACHTWOORD))
        assert not is_inside(client)


def test_guessing_many_accounts_from_one_address_stops(db):
    answers = [log_in(browser(), f"iemand{n}@voorbeeld.invalid", "gok").status_code for n in range(40)]
    assert 429 in answers or "te vaak" in body(log_in(browser(), "iemand@voorbeeld.invalid", "gok"))


@pytest.mark.parametrize("email", ["auditor@voorbeeld.invalid", "bestaat-niet@voorbeeld.invalid"])
def test_a_wrong_guess_tells_not_whether_the_account_exists(email, lezer_met_wachtwoord):
    text = body(log_in(browser(), email, "verkeerd"))
    assert "horen niet bij elkaar" in text


GUESSES = ["' OR '1'='1", "\x00", "een lang wachtwoord ", "EEN LANG WACHTWOORD", "*", "%", "!", ""]


@pytest.mark.parametrize("guess", GUESSES, ids=range(len(GUESSES)))
def test_nothing_but_the_password_opens_the_door(guess, lezer_met_wachtwoord):
    client = browser()
    log_in(client, lezer_met_wachtwoord.email, guess)
    assert not is_inside(client)


@pytest.mark.parametrize("email", ["systeem@portaal.invalid", "demo-beheerder@portaal.invalid"])
@pytest.mark.parametrize("guess", ["", "!", "None", "!!"])
def test_an_account_without_a_password_has_no_password_that_opens_it(email, guess, db):
    Gebruiker.objects.systeem()
    client = browser()
    log_in(client, email, guess)
    assert not is_inside(client)


# --- Sessions ----------------------------------------------------------------------------------------------


def test_a_session_that_was_planted_is_not_the_one_after_signing_in(lezer_met_wachtwoord):
    client = browser()
    client.get(LOGIN)
    session = client.session
    session["geplant"] = True
    session.save()
    planted = session.session_key
    client.cookies["sessionid"] = planted
    log_in(client, lezer_met_wachtwoord.email, WACHTWOORD)
    assert is_inside(client)
    assert client.session.session_key != planted


@pytest.mark.parametrize("key", ["a" * 32, "../../etc/passwd", "'; DROP TABLE django_session;--", "%00", "x" * 5000])
def test_an_invented_session_is_nobody(key, programma):
    client = browser()
    client.cookies["sessionid"] = key
    assert_refused(client.get("/werk/"), 302)


def test_a_cookie_from_before_signing_out_is_worth_nothing(account, signed_in):
    client = signed_in(account(Rol.AUDITOR))
    stolen = client.cookies["sessionid"].value
    client.post(reverse("account_logout"))
    thief = browser()
    thief.cookies["sessionid"] = stolen
    assert_refused(thief.get("/werk/"), 302)


def test_who_is_blocked_is_out_at_once(account, signed_in):
    lezer = account(Rol.AUDITOR)
    client = signed_in(lezer)
    Gebruiker.objects.filter(pk=lezer.pk).update(is_active=False)
    assert_refused(client.get("/werk/"), 302, 403)


def test_a_changed_password_ends_what_was_open_elsewhere(lezer_met_wachtwoord):
    client = browser()
    log_in(client, lezer_met_wachtwoord.email, WACHTWOORD)
    lezer_met_wachtwoord.set_password("een heel ander wachtwoord")
    lezer_met_wachtwoord.save()
    assert_refused(client.get("/werk/"), 302)


def test_nobody_ends_the_session_of_another(account, signed_in):
    victim = signed_in(account(Rol.AUDITOR))
    attacker = signed_in(account(Rol.RAADSLID))
    for number in range(1, 50):
        attacker.post("/account/sessies/", {"sessie": number})
    assert victim.get("/werk/").status_code == 200


# --- Links that work once ----------------------------------------------------------------------------------


def accept(client, token, **velden):
    return client.post(
        reverse("uitnodiging-aannemen", args=[token]),
        {"wachtwoord": "kies zelf een lang woord", "wachtwoord_nog_eens": "kies zelf een lang woord"} | velden,
    )


def test_an_invitation_works_once(token):
    assert accept(browser(), token).status_code == 302
    assert_refused(accept(browser(), token), 410)
    assert Gebruiker.objects.filter(email="nieuw@voorbeeld.invalid").count() == 1


@pytest.mark.parametrize(
    "field", [{"rollen": "beheerder"}, {"email": "ander@voorbeeld.invalid"}, {"gemeente": "GM0363"}]
)
def test_an_invitation_gives_what_was_sent_and_nothing_else(field, token):
    accept(browser(), token, **field)
    nieuw = Gebruiker.objects.exclude(email__startswith="beheerder").get()
    assert (nieuw.email, nieuw.rollen, nieuw.gemeente) == ("nieuw@voorbeeld.invalid", ["auditor"], None)


@pytest.mark.parametrize(
    "change", [str.upper, str.lower, lambda token: token[:-1], lambda token: token + "=", lambda token: "x" * 43]
)
def test_a_link_that_is_nearly_right_is_wrong(change, token):
    assert_refused(accept(browser(), change(token)), 404, 410)
    assert Gebruiker.objects.count() == 1


def test_asking_for_a_new_password_tells_not_who_has_an_account(lezer_met_wachtwoord):
    page = reverse("account_reset_password")
    answers = {
        body(browser().post(page, {"email": each}, follow=True))
        for each in (lezer_met_wachtwoord.email, "nee@voorbeeld.invalid")
    }
    assert len({without_token(each) for each in answers}) == 1


@pytest.mark.parametrize("key", ["1-abcdef-0123456789abcdef", "1-set-password", "zzzz-x", "0-" + "a" * 300])
def test_an_invented_link_for_a_new_password_changes_nothing(key, lezer_met_wachtwoord, unchanged):
    client = browser()
    with unchanged():
        response = client.post(
            f"/account/wachtwoord/vergeten/{key}/", {"password1": "iets heel anders", "password2": "iets heel anders"}
        )
    assert response.status_code in {200, 302, 403, 404, 410}


# --- Single sign-on that nobody gave -----------------------------------------------------------------------


@pytest.mark.parametrize("aanbieder", ["rijk", "eherkenning"])
@pytest.mark.parametrize(
    "query", ["", "code=x", "code=x&state=y", "error=access_denied", "state=%00", "code=x&state=" + "y" * 5000]
)
def test_an_answer_that_nobody_asked_for_lets_nobody_in(aanbieder, query, db):
    client = browser()
    response = client.get(f"/account/sso/{aanbieder}/terug/?{query}")
    assert_refused(response, 302, 400, 403, 404)
    assert not is_inside(client)
    assert AuditRegel.objects.count() == 0


# --- The demo door -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("rol", ["systeem", "superuser", "", "beheerder'--"])
def test_the_demo_has_only_the_roles_of_the_demo(rol, db):
    client = browser()
    client.post("/demo/", {"rol": rol})
    assert not is_inside(client)


def without_token(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if "csrfmiddlewaretoken" not in line)
