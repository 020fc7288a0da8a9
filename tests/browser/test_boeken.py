"""A verplichting from the begroting to its payment, with JavaScript and without, and the back button."""

import pytest

from agenda.access import Rol
from tests.browser.test_reizen import with_and_without
from tests.hulpmiddelen.browser import follow

pytestmark = pytest.mark.browser


def send(page) -> None:
    follow(page, page.locator("main form button").last)


@with_and_without
def test_a_verplichting_is_entered_opened_and_paid_and_the_back_button_books_nothing(visit, javascript):
    kenmerk = f"B/{int(javascript)} proef"
    page = visit("/werk/begroting/boeken/", Rol.BUDGETHOUDER, java_script_enabled=javascript)
    follow(page, page.get_by_role("link", name="Verplichting aangaan"))
    page.get_by_label("Begrotingsregel").select_option(index=1)
    page.get_by_label("Contract", exact=True).check()
    page.get_by_label("Kenmerk").fill(kenmerk)
    page.get_by_label("Omschrijving").fill("Trainingen")
    page.get_by_label("Wederpartij").fill("Stichting Voorbeeld")
    page.get_by_role("textbox", name="Bedrag").fill("1,000.50")
    send(page)
    assert "‘1,000.50’ is geen bedrag in euro." in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Kenmerk").input_value() == kenmerk
    page.get_by_role("textbox", name="Bedrag").fill("1.000,50")
    send(page)
    assert page.locator("h1").inner_text() == f"Verplichting {kenmerk}"

    follow(page, page.get_by_role("link", name="Betaling boeken").first)
    page.get_by_label("Kenmerk").fill("F-1")
    page.get_by_role("textbox", name="Bedrag").fill("400")
    send(page)
    assert "Openstaand\n\n€\u00a0600,50" in page.locator("main").inner_text()

    page.go_back()
    page.get_by_label("Kenmerk").fill("F-1")
    page.get_by_role("textbox", name="Bedrag").fill("400")
    send(page)
    assert f"Betaling F-1 staat al op {kenmerk}." in page.get_by_role("alert").inner_text()
    follow(page, page.get_by_role("link", name="Annuleren"))
    assert "Openstaand\n\n€\u00a0600,50" in page.locator("main").inner_text()
    assert page.complaints == []
