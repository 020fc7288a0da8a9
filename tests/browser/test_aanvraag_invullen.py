"""The page of a section with every kind of question: by keyboard, with and without JavaScript, with faults in it."""

import pytest
from django.urls import reverse

from agenda.access import Rol
from tests.agenda.bestanden.voorbeelden import GOED
from tests.hulpmiddelen.browser import follow, overflow

pytestmark = pytest.mark.browser
with_and_without = pytest.mark.parametrize("javascript", [True, False], ids=["met-javascript", "zonder-javascript"])
TE_LANG = "tekst " * 700  # 4199 characters without the last space


@pytest.fixture
def sectie(visit, eigen, javascript):
    """The section at 390 pixels, with a text and a cell that cannot be, and a file that can."""
    address = reverse("gemeente-aanvraag-sectie", kwargs=eigen["gemeente-aanvraag-sectie"])
    page = visit(address, Rol.GEMEENTELIJK_AANVRAGER, width=390, java_script_enabled=javascript)
    page.locator("textarea").fill(TE_LANG)
    cel(page, 1).fill("veel")
    return page


def cel(page, plek: int):
    return page.locator("table input").nth(plek)


def choose_file(page, naam: str) -> None:
    page.locator("input[type=file]").set_input_files([{"name": naam, "mimeType": "text/plain", "buffer": GOED["brief.pdf"]}])


def press(page, name: str) -> None:
    follow(page, page.locator("main").get_by_role("button", name=name))


@with_and_without
def test_with_faults_everything_typed_stays_the_file_too_and_each_message_leads_to_its_control(sectie, javascript):
    naam = f"plan-{javascript}.pdf"
    choose_file(sectie, naam)
    press(sectie, "Bestand toevoegen")
    assert sectie.title().startswith("Fout: Plan")
    assert sectie.locator(f"text={naam}").first.is_visible()
    assert sectie.locator("textarea").input_value() == TE_LANG
    assert cel(sectie, 1).input_value() == "veel"
    assert overflow(sectie) == 0
    assert sectie.locator("button:disabled, input:disabled").count() == 0
    links = sectie.get_by_role("alert").get_by_role("link")
    assert links.all_inner_texts() == [
        "‘Wat gaat u doen?’: Deze tekst heeft 4199 tekens. Er passen er 4000. Maak hem korter.",
        "‘Weerbaarheid in 2028’: ‘veel’ is geen bedrag in euro. Schrijf bijvoorbeeld 250.000 of 1.234,50.",
    ]
    for plek, control in enumerate([sectie.locator("textarea"), cel(sectie, 1)]):
        links.nth(plek).click()
        assert sectie.evaluate("document.activeElement.id") == control.get_attribute("id")
        assert control.get_attribute("aria-invalid") == "true"
        message = control.get_attribute("aria-describedby").split()[-1]
        assert sectie.locator(f"#{message}").inner_text().strip() == links.nth(plek).inner_text()
    sectie.locator("textarea").fill(f"Lessen, javascript {javascript}")
    cel(sectie, 1).fill("€ 1.000")
    press(sectie, "Opslaan en later verdergaan")
    assert "Opgeslagen om" in sectie.locator("main").inner_text()


@pytest.mark.parametrize("javascript", [True], ids=["met-javascript"])
def test_the_page_counts_and_adds_up_while_somebody_types(sectie):
    assert sectie.locator(".ptl-teller").first.inner_text() == "199 tekens te veel"
    cel(sectie, 0).fill("€ 100.000")
    cel(sectie, 1).fill("50.000,50")
    cel(sectie, 2).fill("")
    cel(sectie, 3).fill("")
    assert sectie.locator("[data-totaal]").inner_text() == "€\u00a0150.000,50"
    cel(sectie, 3).fill("niets")
    assert sectie.locator("[data-totaal]").inner_text() == "€\u00a0150.000,50"  # no guess with a cell that cannot be
    assert sectie.locator("textarea").input_value() == TE_LANG


@pytest.mark.parametrize("javascript", [False], ids=["zonder-javascript"])
def test_enter_in_a_field_saves_and_takes_no_file_away(sectie):
    sectie.locator("textarea").fill("Lessen")
    cel(sectie, 1).fill("")
    choose_file(sectie, "enter.pdf")
    press(sectie, "Bestand toevoegen")
    before = sectie.locator("button[name=weghalen]").count()
    assert before
    with sectie.expect_navigation():
        cel(sectie, 0).press("Enter")
    assert "/controleren/" in sectie.url
    sectie.go_back()
    sectie.reload()
    assert sectie.locator("button[name=weghalen]").count() == before
    while sectie.locator("button[name=weghalen]").count():
        follow(sectie, sectie.locator("button[name=weghalen]").first)
    assert sectie.locator(".ptl-bestanden").count() == 0
