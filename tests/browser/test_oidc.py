"""Signing in at a real provider in a real browser, under the strict Content-Security-Policy of the portal."""

import pytest

from tests.browser.test_paginas import faults_at
from tests.hulpmiddelen.browser import WIDTHS

pytestmark = pytest.mark.browser
RIJK, EHERKENNING = "Inloggen als medewerker van het Rijk", "Inloggen met eHerkenning"


@pytest.fixture
def sign_in(visit):
    """Goes from the page for signing in to the provider, chooses somebody there and comes back."""

    def back(knop, account, **options):
        page = visit("/account/inloggen/", None, **options)
        page.get_by_role("link", name=knop).click()
        page.get_by_role("button", name=account, exact=True).click()
        return page

    return back


@pytest.mark.parametrize("javascript", [True, False], ids=["met-javascript", "zonder-javascript"])
def test_staff_comes_in_goes_out_and_is_asked_again(sign_in, javascript):
    page = sign_in(RIJK, "rijk-redacteur", java_script_enabled=javascript)
    assert page.url.endswith("/werk/")
    page.locator("summary", has_text="Rik Redacteur").click()
    page.get_by_role("button", name="Uitloggen").click()
    page.get_by_role("button", name="Ja, uitloggen").click()
    assert page.url.endswith("/")
    assert page.get_by_role("link", name="Inloggen").first.is_visible()
    page.goto("/account/inloggen/")
    page.get_by_role("link", name=RIJK).click()
    assert page.title() == "Inloggen bij de aanbieder"
    assert page.complaints == []


def test_an_official_lands_on_the_page_of_his_gemeente(sign_in):
    page = sign_in(EHERKENNING, "eh-aanvrager")
    assert page.url.endswith("/gemeente/")
    assert "Amsterdam" in page.locator("main").inner_text()
    assert page.complaints == []


def test_who_was_sent_to_sign_in_returns_to_the_page(visit):
    page = visit("/werk/bronnen/?q=2024", None)
    page.get_by_role("link", name=RIJK).click()
    page.get_by_role("button", name="rijk-redacteur").click()
    assert page.url.endswith("/werk/bronnen/?q=2024")


@pytest.mark.parametrize("account", ["eh-onbekend", "rijk-zonder-rol"])
def test_who_is_not_known_gets_a_page_that_helps_at_every_width(sign_in, keep_picture, account):
    page = sign_in(EHERKENNING if account.startswith("eh") else RIJK, account)
    assert page.locator("h1").inner_text() in (
        "Wij kennen deze organisatie nog niet",
        "U hebt nog geen rol in dit portaal",
    )
    assert [fault for width in WIDTHS for fault in faults_at(page, width)] == []
    for width in WIDTHS:
        keep_picture(page, width, f"oidc-{account}")
    page.get_by_role("link", name="Terug").click()
    assert page.url.endswith("/account/inloggen/")
