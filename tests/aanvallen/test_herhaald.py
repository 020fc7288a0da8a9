"""Somebody plays again what was said before: a link, a code, an answer of a provider, a sign-in that was guessed."""

import json
import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from agenda import klok, taken
from agenda.access import Rol
from agenda.accounts import beheren, uitnodigen
from agenda.models import AuditRegel, Gebruiker, Uitnodiging
from tests.aanvallen.conftest import assert_refused, body
from tests.agenda.oidc.vervalser import begin, finish

OUD, NIEUW = "een lang wachtwoord", "een heel ander wachtwoord"
LINK = re.compile(r"/account/wachtwoord/nieuw/\S+/")
HEADERS = {"host": "localhost"}


@pytest.fixture(autouse=True)
def fresh(settings, db):
    """Counts of earlier tests do not matter, and mails stay in memory."""
    cache.clear()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def browser(**options) -> Client:
    return Client(headers=HEADERS, **options)


def decided(actie: str) -> int:
    return AuditRegel.objects.filter(actie=actie).count()


def refusals(log: list[str]) -> set[tuple[str, str | int]]:
    """What the security log says was tried, and what it came to."""
    return {(line["actie"], line["resultaat"]) for line in map(json.loads, log)}


# --- The link for a new password ---------------------------------------------------------------------------


@pytest.fixture
def eigenaar(account):
    return account(Rol.AUDITOR, wachtwoord=OUD)


@pytest.fixture
def link(eigenaar, mailoutbox) -> str:
    """What stands in the mail to the victim."""
    browser().post(reverse("account_reset_password"), {"email": eigenaar.email})
    taken.run_pending()
    return LINK.search(mailoutbox[-1].body)[0]


def choose(link: str, wachtwoord: str = NIEUW):
    """Follow the link as a browser does; a link that works leads on, one that does not says so on the page itself."""
    client = browser()
    page = client.get(link)
    if page.status_code == 302:
        page = client.post(page.url, {"password1": wachtwoord, "password2": wachtwoord})
    return page


def used(link, eigenaar):
    choose(link, "het wachtwoord van de eigenaar")


def signed_in_since(link, eigenaar):
    browser().post(reverse("account_login"), {"login": eigenaar.email, "password": OUD})


def chosen_otherwise(link, eigenaar):
    eigenaar.set_password("het wachtwoord van de eigenaar")
    eigenaar.save()


def blocked(link, eigenaar):
    beheren.blokkeren(
        eigenaar,
        reden="gestolen laptop",
        by=Gebruiker.objects.create_user("chef@voorbeeld.invalid", naam="Chef", rollen=[Rol.BEHEERDER]),
    )


def blocked_for_a_while(link, eigenaar):
    blocked(link, eigenaar)
    eigenaar.refresh_from_db()
    beheren.deblokkeren(eigenaar, reden="laptop terug", by=Gebruiker.objects.get(rollen__contains=[Rol.BEHEERDER]))


@pytest.mark.parametrize("meanwhile", [used, signed_in_since, chosen_otherwise, blocked, blocked_for_a_while])
def test_a_link_for_a_password_is_void_after_use_a_sign_in_another_password_and_a_block(meanwhile, link, eigenaar):
    meanwhile(link, eigenaar)
    chosen, was = decided("wachtwoord_herstellen"), Gebruiker.objects.get(pk=eigenaar.pk).password
    assert "Deze link werkt niet meer" in body(choose(link))
    assert Gebruiker.objects.get(pk=eigenaar.pk).password == was
    assert decided("wachtwoord_herstellen") == chosen


def test_a_link_for_a_password_is_of_one_account(link, eigenaar, account):
    ander = account(Rol.RAADSLID, wachtwoord=OUD)
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    number, uidb36 = ander.pk, ""
    while number:
        number, rest = divmod(number, 36)
        uidb36 = digits[rest] + uidb36
    stolen = re.sub(r"nieuw/[0-9a-z]+-", f"nieuw/{uidb36}-", link)
    assert "Deze link werkt niet meer" in body(choose(stolen))
    assert Gebruiker.objects.get(pk=ander.pk).check_password(OUD)
    assert decided("wachtwoord_herstellen") == 0


# --- The invitation ----------------------------------------------------------------------------------------


@pytest.fixture
def uitnodiging(account, monkeypatch):
    """An invitation and its secret, which only the mail has."""
    seen = []
    monkeypatch.setattr(uitnodigen, "_mail", lambda uitnodiging, token: seen.append(token))
    uitnodigen.uitnodigen("nieuw@voorbeeld.invalid", naam="Nieuw", rollen=[Rol.AUDITOR], by=account(Rol.BEHEERDER))
    return Uitnodiging.objects.get(), seen


def accept(token):
    velden = {"wachtwoord": NIEUW, "wachtwoord_nog_eens": NIEUW}
    return browser().post(reverse("uitnodiging-aannemen", args=[token]), velden)


def withdrawn(uitnodiging):
    uitnodigen.intrekken(uitnodiging, by=uitnodiging.door)


def sent_again(uitnodiging):
    uitnodigen.opnieuw_versturen(uitnodiging, by=uitnodiging.door)


def sender_blocked(uitnodiging):
    Gebruiker.objects.filter(pk=uitnodiging.door_id).update(is_active=False)


def expired(uitnodiging):
    sent, until = klok.nu() - timedelta(days=8), klok.nu() - timedelta(days=1)
    Uitnodiging.objects.filter(pk=uitnodiging.pk).update(verstuurd_op=sent, geldig_tot=until)


@pytest.mark.parametrize("meanwhile", [withdrawn, sent_again, sender_blocked, expired])
def test_an_invitation_that_is_no_longer_meant_makes_no_account(meanwhile, uitnodiging):
    gevraagd, tokens = uitnodiging
    oud = tokens[0]
    meanwhile(gevraagd)
    assert_refused(accept(oud), 404, 410)
    assert not Gebruiker.objects.filter(email="nieuw@voorbeeld.invalid").exists()
    assert (decided("uitnodiging_aannemen"), decided("account_maken")) == (0, 0)


def test_an_invitation_that_is_played_again_is_in_the_audit_trail_once(uitnodiging):
    _, (token,) = uitnodiging
    for _ in range(3):
        accept(token)
    assert (decided("uitnodiging_aannemen"), decided("account_maken")) == (1, 1)


# --- The answer of a provider ------------------------------------------------------------------------------


def test_an_answer_of_the_provider_is_good_once_and_in_its_own_browser(vals, client_van_iemand, beveiligingslog):
    asked = begin(client_van_iemand)
    thief = browser()
    assert_refused(finish(thief, vals, asked), 400)
    assert finish(client_van_iemand, vals, asked)["Location"] == "/werk/"
    client_van_iemand.logout()
    for client in (client_van_iemand, thief):
        assert_refused(finish(client, vals, asked), 400)
        assert "_auth_user_id" not in client.session
    assert decided("inloggen") == 1


def test_a_session_planted_before_single_sign_on_is_not_the_one_after_it(vals, client_van_iemand):
    asked = begin(client_van_iemand)
    planted = client_van_iemand.session.session_key
    finish(client_van_iemand, vals, asked)
    assert "_auth_user_id" in client_van_iemand.session
    assert client_van_iemand.session.session_key != planted
    thief = browser()
    thief.cookies["sessionid"] = planted
    assert_refused(thief.get("/werk/"), 302)


FORGED = {
    "of another provider": {"iss": "https://boef.example"},
    "for another portal": {"aud": "een ander portaal"},
    "for this and another": {"aud": ["portaal", "een ander portaal"]},
    "of yesterday": {"iat": 1, "exp": 61},
    "for another question": {"nonce": "van een ander"},
    "of nobody": {"sub": ""},
}


@pytest.mark.parametrize("naam", FORGED)
def test_an_id_token_that_was_made_for_something_else_lets_nobody_in(naam, vals, client_van_iemand):
    asked = begin(client_van_iemand)
    vals.claims.update(FORGED[naam])
    assert_refused(finish(client_van_iemand, vals, asked), 400)
    assert "_auth_user_id" not in client_van_iemand.session
    assert AuditRegel.objects.filter(actie__in=["inloggen", "account_via_sso"]).count() == 0


def test_an_unsigned_id_token_lets_nobody_in(vals, client_van_iemand):
    asked = begin(client_van_iemand)
    vals.signer, vals.algorithm = None, "none"
    assert_refused(finish(client_van_iemand, vals, asked), 400)
    assert "_auth_user_id" not in client_van_iemand.session


# --- Guessing, again and again -----------------------------------------------------------------------------


def test_another_forwarded_address_each_time_does_not_buy_more_guesses(eigenaar, beveiligingslog):
    """The portal believes an address of a proxy only when it is told how many proxies stand before it."""
    login = reverse("account_login")
    for guess in range(8):
        forwarded = {"X-Forwarded-For": f"10.0.0.{guess}", "X-Real-IP": f"10.0.1.{guess}"}
        browser().post(login, {"login": eigenaar.email, "password": f"gok {guess}"}, headers=forwarded)
    client = browser()
    assert "te vaak" in body(client.post(login, {"login": eigenaar.email, "password": OUD}))
    assert "_auth_user_id" not in client.session
    assert refusals(beveiligingslog) == {("inloggen", "mislukt"), ("te vaak een verkeerd wachtwoord", "geweigerd")}
    assert len({json.loads(line)["oorsprong"] for line in beveiligingslog}) == 1
    assert decided("inloggen") == 0


def test_capitals_and_spaces_in_the_address_are_the_same_account(eigenaar):
    login = reverse("account_login")
    for guess, email in enumerate([eigenaar.email, eigenaar.email.upper(), f" {eigenaar.email} "] * 2):
        browser().post(login, {"login": email, "password": f"gok {guess}"})
    client = browser()
    client.post(login, {"login": eigenaar.email, "password": OUD})
    assert "_auth_user_id" not in client.session


def test_a_mailbox_is_not_flooded_with_links(eigenaar, mailoutbox):
    for _ in range(12):
        browser().post(reverse("account_reset_password"), {"email": eigenaar.email})
    taken.run_pending()
    assert len(mailoutbox) <= 5
    assert {tuple(mail.to) for mail in mailoutbox} == {(eigenaar.email,)}


# --- A header where a form was meant -----------------------------------------------------------------------

ADDRESSED = [
    {"Host": "boef.example", "X-Forwarded-Host": "localhost"},
    {"Host": "localhost:8000@boef.example"},
    {"Host": "boef.example#localhost"},
]


@pytest.mark.parametrize("headers", ADDRESSED, ids=range(len(ADDRESSED)))
def test_a_link_in_a_mail_never_leads_to_the_host_that_somebody_sent(headers, eigenaar, mailoutbox):
    response = Client().post(reverse("account_reset_password"), {"email": eigenaar.email}, headers=headers)
    taken.run_pending()
    assert_refused(response, 400)
    assert mailoutbox == []
