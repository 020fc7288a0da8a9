"""Signing in as people do it: setting up a second factor, an app, a recovery code, a passkey; also without JavaScript."""

import re
import time
from urllib.parse import urljoin

import pytest
from django.urls import reverse

from tests.browser.server import WACHTWOORD
from tests.browser.test_paginas import NARROWEST, faults_at
from tests.hulpmiddelen.browser import WIDTHS, follow
from tests.hulpmiddelen.codes import STAP, totp
from tests.hulpmiddelen.routes import BIJ_INLOGGEN

pytestmark = pytest.mark.browser

VERKEERDE_CODE = "Deze code klopt niet, is al gebruikt of is verlopen."
MARGE = 8  # seconds that a code must last to be filled in
# Chrome's advice about the name of an account beside a password, and its own request for a picture of the site.
GEEN_KLACHT = re.compile(r"Password forms should have|favicon")
SLEUTELHANGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def door(portaal, visit):
    """The page for signing in at localhost: a passkey belongs to a name, and 127.0.0.1 is none."""
    return lambda **options: visit(portaal.replace("127.0.0.1", "localhost") + "/account/inloggen/", None, **options)


def log_in(page, naam):
    page.get_by_label("E-mailadres").fill(f"{naam}@voorbeeld.invalid")
    page.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    follow(page, page.get_by_role("button", name="Inloggen", exact=True))


def enter(page, code):
    page.get_by_label("Code").fill(code)
    follow(page, page.locator("main form button").first)


def go(page, address):
    page.goto(urljoin(page.url, address))


def log_out(page):
    page.locator("details.ptl-account > summary").click()
    follow(page, page.get_by_role("button", name="Uitloggen"))
    go(page, reverse("account_login"))


def fresh_code(sleutel) -> str:
    """A code that does not expire while it is filled in."""
    if (left := STAP - time.time() % STAP) < MARGE:
        time.sleep(left)
    return totp(sleutel)


def complaints(page) -> list[str]:
    return [each for each in page.complaints if not GEEN_KLACHT.search(each)]


def at(page) -> str:
    """The path of the page."""
    return re.sub(r"https?://[^/]+|\?.*", "", page.url)


def set_up_app(page) -> tuple[str, list[str]]:
    """Set up an app as the page asks; the secret and the recovery codes."""
    follow(page, page.get_by_role("link", name="App instellen"))
    sleutel = page.locator(".ptl-sleutel code").inner_text()
    enter(page, fresh_code(sleutel))
    assert at(page) == reverse("mfa_view_recovery_codes"), page.locator("main").inner_text()
    return sleutel, page.locator(".ptl-codes code").all_inner_texts()


@pytest.mark.parametrize(("naam", "javascript"), [("app", True), ("app-zonder-javascript", False)])
def test_from_a_new_account_to_its_start_page_and_back_in_with_app_and_recovery_code(door, naam, javascript):
    page = door(java_script_enabled=javascript)
    start = {"app": reverse("werk"), "app-zonder-javascript": reverse("gemeente-start")}[naam]
    log_in(page, naam)
    assert at(page) == reverse("mfa_index")
    sleutel, codes = set_up_app(page)
    follow(page, page.get_by_role("link", name="Verder"))
    assert (at(page), len(set(codes))) == (start, 10)

    log_out(page)
    log_in(page, naam)
    assert at(page) == reverse("mfa_authenticate")
    code = fresh_code(sleutel)
    enter(page, code)
    assert at(page) == start

    log_out(page)
    log_in(page, naam)
    enter(page, code)
    assert page.title().startswith("Fout:")
    assert VERKEERDE_CODE in page.get_by_role("alert").inner_text()
    enter(page, codes[0])
    assert at(page) == start

    log_out(page)
    log_in(page, naam)
    enter(page, codes[0])
    assert at(page) == reverse("mfa_authenticate")
    assert complaints(page) == []


def test_a_passkey_is_added_on_the_page_and_then_signs_in_by_itself_or_as_second_step(door):
    page = door()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": SLEUTELHANGER})
    log_in(page, "passkey")
    follow(page, page.get_by_role("link", name="Passkey toevoegen"))
    page.get_by_label("Naam").fill("Laptop van het werk")
    page.get_by_role("button", name="Passkey toevoegen").click()
    page.wait_for_url("**" + reverse("mfa_view_recovery_codes"))
    follow(page, page.get_by_role("link", name="Verder"))
    assert at(page) == reverse("beheer")

    log_out(page)
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.wait_for_url("**" + reverse("beheer"))

    log_out(page)
    log_in(page, "passkey")
    found = {"mfa_authenticate": faults(page)}
    page.get_by_role("button", name="Passkey gebruiken").click()
    page.wait_for_url("**" + reverse("beheer"))
    found |= faults_of_the_pages_of_an_account(page)
    assert found.keys() == BIJ_INLOGGEN - {"account_reauthenticate"}  # with a second factor there is no such page
    assert {naam: each for naam, each in found.items() if each} == {}
    assert complaints(page) == []


def faults(page) -> list[str]:
    return [fault for width in (*WIDTHS, NARROWEST) for fault in faults_at(page, width, axe=width in WIDTHS)]


def faults_of_the_pages_of_an_account(page) -> dict[str, list[str]]:
    """What is wrong with each page that needs an account with an app and a passkey."""
    go(page, reverse("mfa_index"))
    follow(page, page.get_by_role("link", name="App instellen"))
    enter(page, fresh_code(page.locator(".ptl-sleutel code").inner_text()))
    go(page, reverse("mfa_list_webauthn"))
    number = re.search(r"passkeys/(\d+)/", page.content())[1]
    found = {}
    for naam in sorted(BIJ_INLOGGEN - {"mfa_authenticate", "account_reauthenticate"}):
        arguments = [number] if naam in ("mfa_edit_webauthn", "mfa_remove_webauthn") else []
        go(page, address := reverse(naam, args=arguments))
        assert at(page) == address
        found[naam] = faults(page)
    return found


def test_a_passkey_that_does_not_come_is_told_in_dutch(door):
    page = door()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": SLEUTELHANGER | {"isUserVerified": False}})
    page.get_by_role("button", name="Inloggen met een passkey").click()
    alert = page.get_by_role("alert").filter(has_text="Probeer het opnieuw")
    alert.wait_for()
    assert alert.inner_text() == "Het is niet gelukt. U brak het af, of het duurde te lang. Probeer het opnieuw."


def test_where_passkeys_cannot_work_the_page_says_why(visit, door):
    assert "Passkeys werken alleen op een adres met een naam." in visit("/account/inloggen/", None).inner_text("main")
    assert "Voor een passkey is JavaScript nodig." in door(java_script_enabled=False).inner_text("main")


def test_who_only_reads_needs_no_second_factor(door):
    page = door()
    log_in(page, "alleen-lezen")
    assert at(page) == reverse("raad-start")
    go(page, reverse("account_reauthenticate"))
    assert at(page) == reverse("account_reauthenticate")
    assert faults(page) == []
