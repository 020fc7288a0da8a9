"""The thirty checks of forms, on the form of the example: those for which a browser is needed, by their number.

The others stand in tests/subsidies/aanvragen/test_dertig_controles.py, and together they are all thirty.
"""

import itertools
import re
from types import SimpleNamespace

import pytest

from agenda.access import Rol
from tests.browser.aanvragen import (
    INDIENEN,
    LATER,
    VERDER,
    begin,
    eerste_onderdeel,
    klaarzetten,
    main,
    press,
    stap,
    told,
    tot_bedragen,
    vul,
    vul_alles,
)
from tests.browser.test_paginas import CONTRACT, NARROWEST, faults_at, faults_in_use, outside
from tests.hulpmiddelen.browser import WIDTHS, complaints, window

pytestmark = pytest.mark.browser
AANVRAGER = Rol.GEMEENTELIJK_AANVRAGER
FOCUS = "document.activeElement.id || document.activeElement.name"


@pytest.fixture(scope="module")
def regeling(portaal, database):
    """The next regeling in which Voorbeeldstad has not begun yet."""
    return itertools.chain(klaarzetten(database, "Dertig controles", 6)).__next__


@pytest.fixture(scope="module")
def fout(browser, portaal, signed_in, regeling):
    """A page on which two amounts are wrong, with the address of its aanvraag; only looked at."""
    context = window(browser, base_url=portaal, storage_state=signed_in(AANVRAGER))
    page = context.new_page()
    adres = begin(page, regeling())
    tot_bedragen(page)
    for each, typed in zip(main(page).locator("input[inputmode=decimal]").all(), ("tien", "twaalf"), strict=False):
        each.fill(typed)
    press(page, VERDER)
    yield SimpleNamespace(page=page, adres=adres)
    context.close()


@pytest.fixture(scope="module")
def wandeling(browser, portaal, signed_in, regeling):
    """What is wrong with each page of an aanvraag and each state of it, looked at once for several checks."""
    from tests.browser.conftest import watched

    context = window(browser, base_url=portaal, storage_state=signed_in(AANVRAGER))
    page, found = watched(context), SimpleNamespace(klachten=[], contract=[], axe=[], smal=[], tabellen=[])

    def look(_=None):
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        found.contract += page.evaluate(CONTRACT)
        found.axe += complaints(page)
        found.tabellen += page.evaluate("[...document.querySelectorAll('table')].map((each) => each.caption?.textContent || '')")
        page.set_viewport_size({"width": NARROWEST, "height": 900})
        found.smal += outside(page)

    page.goto("/gemeente/aanvragen/")
    look()
    begin(page, regeling())
    look()
    eerste_onderdeel(page)
    while stap(page)[0] < stap(page)[1]:
        look()
        if main(page).locator("input[inputmode=decimal]").count():
            main(page).locator("input[inputmode=decimal]").first.fill("tien")
            press(page, VERDER)
            look()
        vul(page)
        press(page, VERDER)
    look()
    press(page, INDIENEN)
    look()
    found.klachten = list(page.complaints)
    found.gebruik = faults_in_use(page)
    yield found
    context.close()


def test_01_every_step_works_without_javascript(visit, regeling):
    page = visit("/gemeente/aanvragen/", AANVRAGER, java_script_enabled=False)
    begin(page, regeling())
    vul_alles(page)
    press(page, INDIENEN)
    assert "Wij hebben uw aanvraag ontvangen" in told(page)
    assert page.complaints == []


def test_02_no_page_breaks_the_rules_of_the_browser_or_has_style_or_script_in_it(wandeling):
    assert wandeling.klachten == []
    assert [each for each in wandeling.contract if "in de pagina" in each] == []


def test_03_the_summary_of_faults_comes_first_in_main_and_has_the_focus(fout):
    alert = fout.page.get_by_role("alert")
    assert alert.evaluate("(each) => each === document.activeElement")
    before = "(each) => each.compareDocumentPosition(document.querySelector('main h1')) & Node.DOCUMENT_POSITION_FOLLOWING"
    assert alert.evaluate(before)
    assert alert.evaluate("(each) => !!each.closest('main')")


def test_05_each_link_of_the_summary_leads_to_its_control(fout):
    links = fout.page.get_by_role("alert").get_by_role("link").all()
    assert links
    for link in links:
        link.click()
        assert fout.page.evaluate(FOCUS) == link.get_attribute("href").removeprefix("#")


def test_08_faults_stay_until_the_next_submit(fout):
    texts = fout.page.locator(".ptl-veld__fout").all_inner_texts()
    main(fout.page).locator("input[inputmode=decimal]").first.press_sequentially("1")
    assert fout.page.locator(".ptl-veld__fout").all_inner_texts() == texts
    assert fout.page.get_by_role("alert").is_visible()
    main(fout.page).locator("input[inputmode=decimal]").first.fill("tien")


def test_09_no_button_is_ever_off(fout, wandeling):
    assert fout.page.locator("button[disabled], input[type=submit][disabled], button[aria-disabled=true]").count() == 0
    assert [each for each in wandeling.contract if "knop uit" in each] == []


def test_10_what_was_typed_stands_there_after_a_fault(fout):
    typed = [each.input_value() for each in main(fout.page).locator("input[inputmode=decimal]").all()]
    assert typed[0] == "tien"
    assert len(typed) == 1 or typed[1] == "twaalf"


def test_12_what_is_saved_is_there_on_another_device(visit, regeling):
    page = visit("/gemeente/aanvragen/", AANVRAGER)
    adres = begin(page, regeling())
    eerste_onderdeel(page)
    vul(page)
    section = page.url
    typed = page.locator("main textarea").first.input_value()
    press(page, LATER)
    assert page.url == adres
    assert "Opgeslagen om" in told(page)
    other = visit(section, Rol.GEMEENTELIJK_ONDERTEKENAAR, width=WIDTHS[-1])
    assert other.locator("main textarea").first.input_value() == typed != ""


def test_21_a_field_about_a_person_says_so_and_what_is_known_is_not_asked(fout, visit):
    personal = "naam email e-mail telefoon adres postcode".split()
    asked = fout.page.locator("main label").all_inner_texts()
    assert [each for each in asked if any(word in each.lower().split() for word in personal)] == []
    login = visit("/account/inloggen/", None)
    assert login.locator("main input[autocomplete]").count() >= 1
    receipt = visit(fout.adres, AANVRAGER)
    assert "Voorbeeldstad" in told(receipt)


def test_23_a_text_that_is_too_long_is_never_cut_off(visit, regeling):
    page = visit("/gemeente/aanvragen/", AANVRAGER)
    begin(page, regeling())
    eerste_onderdeel(page)
    text = "woorden " * 600
    page.locator("main textarea").first.fill(text)
    assert page.locator("main [maxlength]").count() == 0
    press(page, VERDER)
    assert page.locator("main textarea").first.input_value().strip() == text.strip()
    assert re.search(r"heeft [\d.]+ tekens. Er passen er [\d.]+. Maak hem korter", page.get_by_role("alert").inner_text())


def test_26_without_the_second_signature_it_is_received_in_time_and_supplemented_later(visit, database):
    """With a signature: the journey of two officials in test_aanvraag."""
    page = visit("/gemeente/aanvragen/", AANVRAGER)
    begin(page, *klaarzetten(database, "Dertig handtekeningen", 1, tweede_handtekening=True))
    vul_alles(page)
    assert "Zonder handtekening kunt u ook indienen." in told(page)
    press(page, INDIENEN)
    assert "Wij hebben uw aanvraag ontvangen" in told(page)
    kenmerk = page.locator("h1").inner_text().split()[-1]
    staf = visit(f"/werk/aanvragen/{kenmerk}/?programma=voorbeeldjaren", Rol.BEHANDELAAR)
    press(staf, "Compleet verklaren")
    assert "ontbreekt de tweede handtekening. Vraag haar als aanvulling." in told(staf)


def test_28_every_page_and_state_is_accessible_and_fits_the_narrowest_window(wandeling, fout):
    assert wandeling.axe == []
    assert wandeling.smal == []
    assert wandeling.gebruik == []
    assert faults_at(fout.page, WIDTHS[-1]) == []


def test_30_each_table_has_a_caption_and_its_heads_a_scope(wandeling):
    assert wandeling.tabellen
    assert all(wandeling.tabellen)
    assert [each for each in wandeling.contract if "tabel" in each or "scope" in each] == []
