"""What people come to do, from the first page to the last, with JavaScript and without."""

import csv
import io

import pytest

from agenda.access import Rol
from tests.hulpmiddelen.browser import follow

pytestmark = pytest.mark.browser
PER_PAGE = 25
with_and_without = pytest.mark.parametrize("javascript", [True, False], ids=["met-javascript", "zonder-javascript"])


@with_and_without
def test_from_the_demo_door_to_the_source_of_a_figure(visit, javascript):
    page = visit("/demo/", None, java_script_enabled=javascript)
    follow(page, page.get_by_role("button", name="Inloggen als beleidsmedewerker"))
    assert page.url.endswith("/werk/")
    follow(page, page.locator("main").get_by_role("link", name="Voortgangsbrief 2024"))
    follow(page, page.locator("a.cijfer", has_text="256").first)
    assert page.title().startswith("Waar komt dit cijfer vandaan: Totaal van de SPUK Kansrijke Wijk")
    follow(page, page.locator("main a[href^='/werk/bronnen/']").first)
    assert page.locator("h1").inner_text() == "Kamerbrief over de voortgang van de Agenda (2024)"
    assert page.get_by_role("link", name="Totaal van de SPUK Kansrijke Wijk", exact=True).is_visible()
    assert page.complaints == []


@with_and_without
def test_a_list_is_filtered_by_its_address_and_exported_as_it_stands(visit, javascript):
    page = visit("/werk/gemeenten/", java_script_enabled=javascript)
    everything = count(page)
    open_filter(page)
    page.get_by_label("Zoek op naam").fill("den")
    follow(page, page.get_by_role("button", name="Toepassen"))
    assert 0 < count(page) < everything
    assert "naam=den" in page.url

    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    lines = csv.DictReader(io.StringIO(table_of(download.value.path().read_text(encoding="utf-8-sig"))), delimiter=";")
    names = [line["Gemeente"] for line in lines]
    assert len(names) == count(page)
    assert [cell.inner_text() for cell in page.locator("tbody tr > :first-child").all()] == names[:PER_PAGE]

    follow(page, page.locator("a.ptl-chip"))
    assert count(page) == everything


def table_of(text: str) -> str:
    """An export without its first line, which says where it comes from."""
    return text.partition("\n")[2]


def count(page) -> int:
    """The number of rows that a list says it has."""
    return int(page.locator("main").get_by_role("status").inner_text().split(" rij")[0].split(" van ")[-1])


def open_filter(page) -> None:
    panel = page.locator("details", has=page.locator("summary", has_text="Filters"))
    if panel.count() and not panel.first.evaluate("each => each.open"):
        panel.first.locator("summary").click()


@with_and_without
def test_a_faulty_form_says_what_to_do_and_keeps_what_was_typed(visit, javascript):
    page = visit(
        "/werk/feiten/spuk.kansrijke-wijk.bijdrage-agenda/nieuwe-versie/",
        Rol.BELEIDSMEDEWERKER,
        java_script_enabled=javascript,
    )
    page.get_by_label("Waarde", exact=True).fill("ongeveer zes miljoen")
    page.get_by_label("Vindplaats").fill("pagina 3")
    follow(page, page.locator("main form button").last)
    assert page.title().startswith("Fout:")
    assert page.get_by_label("Waarde", exact=True).input_value() == "ongeveer zes miljoen"
    assert page.get_by_label("Vindplaats").input_value() == "pagina 3"
    summary = page.get_by_role("alert")
    assert "ongeveer zes miljoen" in summary.inner_text()
    for link in summary.get_by_role("link").all():
        assert page.locator(link.get_attribute("href")).count() == 1


def test_a_changed_feit_shows_in_the_next_draft_and_not_in_the_frozen_letter(visit):
    """Last of this file: it changes the letter."""
    expert = visit("/werk/feiten/spuk.kansrijke-wijk.bijdrage-agenda/nieuwe-versie/", Rol.BELEIDSMEDEWERKER)
    expert.get_by_label("Waarde", exact=True).fill("6.400.000")
    expert.get_by_label("Hoe precies is de waarde?").select_option("exact")
    expert.get_by_label("Bron", exact=True).select_option(label="Kamerbrief over de voortgang van de Agenda (2024)")
    expert.get_by_label("Vindplaats").fill("verzonnen voor deze test")
    choices = expert.get_by_label("Vervangt deze versie een eerdere?").locator("option").all_inner_texts()
    expert.get_by_label("Vervangt deze versie een eerdere?").select_option(
        label=next(choice for choice in choices if "6,3" in choice)
    )
    expert.get_by_label("Reden").fill("Een proef.")
    follow(expert, expert.locator("main form button").last)
    assert not expert.title().startswith("Fout:"), expert.locator("main").inner_text()

    letter = visit("/werk/brieven/", Rol.REDACTEUR)
    follow(letter, letter.locator("main").get_by_role("link", name="Voortgangsbrief 2024").first)
    assert "6,4\xa0miljoen" not in letter.locator("main").inner_text()
    follow(letter, letter.get_by_role("button", name="Terug naar concept"))
    text = letter.locator("main").inner_text()
    assert "Gewijzigd sinds de vorige momentopname" in text
    assert "6,4\xa0miljoen" in text
