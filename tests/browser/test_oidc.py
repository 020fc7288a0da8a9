"""Signing in at a real provider in a real browser, under the strict Content-Security-Policy of the portal."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_paginas import faults_at
from tests.hulpmiddelen.browser import WIDTHS

pytestmark = pytest.mark.browser
RIJK, EHERKENNING = "Inloggen als medewerker van het Rijk", "Inloggen met eHerkenning"


@pytest.fixture
def arrives(portaal):
    """Waits until the page stands at a path of the portal: between it and the provider lie several redirects."""
    return lambda page, path: expect(page).to_have_url(re.compile(rf"{re.escape(portaal)}{re.escape(path)}$"))


@pytest.fixture
def sign_in(visit):
    """Goes from the page for signing in to the provider, and chooses somebody there."""

    def back(knop, account, **options):
        page = visit("/account/inloggen/", None, **options)
        page.get_by_role("link", name=knop).click()
        page.get_by_role("button", name=account, exact=True).click()
        return page

    return back


@pytest.mark.parametrize("javascript", [True, False], ids=["met-javascript", "zonder-javascript"])
def test_staff_comes_in_goes_out_and_is_asked_again(sign_in, arrives, javascript):
    page = sign_in(RIJK, "rijk-redacteur", java_script_enabled=javascript)
    arrives(page, "/werk/")
    page.locator("summary", has_text="Rik Redacteur").click()
    page.get_by_role("button", name="Uitloggen").click()
    page.get_by_role("button", name="Ja, uitloggen").click()
    arrives(page, "/")
    expect(page.get_by_role("link", name="Inloggen").first).to_be_visible()
    page.goto("/account/inloggen/")
    page.get_by_role("link", name=RIJK).click()
    expect(page).to_have_title("Inloggen bij de aanbieder")
    assert page.complaints == []


def test_an_official_lands_on_the_page_of_his_gemeente(sign_in, arrives):
    page = sign_in(EHERKENNING, "eh-aanvrager")
    arrives(page, "/gemeente/")
    expect(page.locator("main")).to_contain_text("Amsterdam")
    assert page.complaints == []


def test_who_was_sent_to_sign_in_returns_to_the_page(visit, arrives):
    page = visit("/werk/bronnen/?q=2024", None)
    page.get_by_role("link", name=RIJK).click()
    page.get_by_role("button", name="rijk-redacteur").click()
    arrives(page, "/werk/bronnen/?q=2024")


@pytest.mark.parametrize(
    ("account", "kop"),
    [
        ("eh-onbekend", "Wij kennen deze organisatie nog niet"),
        ("rijk-zonder-rol", "U hebt nog geen rol in dit portaal"),
    ],
)
def test_who_is_not_known_gets_a_page_that_helps_at_every_width(sign_in, arrives, keep_picture, account, kop):
    page = sign_in(EHERKENNING if account.startswith("eh") else RIJK, account)
    expect(page.locator("h1")).to_have_text(kop)
    page.wait_for_load_state()
    assert [fault for width in WIDTHS for fault in faults_at(page, width)] == []
    for width in WIDTHS:
        keep_picture(page, width, f"oidc-{account}")
    page.get_by_role("link", name="Terug").click()
    arrives(page, "/account/inloggen/")
