"""The gallery in a real browser: accessible, calm on every width, and strict about its own policy."""

import pytest
from playwright.sync_api import expect

from tests.hulpmiddelen.browser import WIDTHS, complaints, follow, overflow, window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def visit(browser, live_server):
    """Opens an address; the page remembers what the browser complained about."""
    contexts = []

    def opened(path="/stijlgids/", width=1280, **options):
        contexts.append(window(browser, viewport={"width": width, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.grievances = []
        page.on("console", lambda message: page.grievances.append(message.text))
        page.goto(live_server.url + path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_gallery_has_no_accessibility_fault(visit, width):
    page = visit(width=width)
    assert complaints(page) == []
    assert overflow(page) == 0
    assert page.grievances == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_gallery_with_errors_has_no_accessibility_fault(visit, width):
    page = visit(width=width)
    follow(page, page.get_by_role("button", name="Opslaan en verder"))
    expect(page.get_by_role("alert")).to_be_focused()
    assert complaints(page) == []
    assert overflow(page) == 0


def test_a_link_in_the_error_summary_leads_to_the_control(visit):
    page = visit()
    follow(page, page.get_by_role("button", name="Opslaan en verder"))
    page.get_by_role("link", name="Kies voor wie u aanvraagt").click()
    expect(page.locator("#id_omvang_0")).to_be_focused()


def test_the_gallery_works_without_javascript(visit):
    page = visit(java_script_enabled=False, width=390)
    follow(page, page.get_by_role("button", name="Opslaan en verder"))
    assert page.get_by_role("alert").is_visible()


def test_the_page_fits_a_window_of_320_pixels(visit):
    assert overflow(visit(width=320)) == 0


def test_the_first_tab_leads_past_the_header(visit):
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()


def test_another_theme_colours_the_same_page(visit, settings, tmp_path):
    folder = tmp_path / "thema"
    folder.mkdir()
    ander = '@import url("/static/thema/portaal.css"); :root { --portaal-hoofd: #5a1e4b; }'
    (folder / "ander.css").write_text(ander, encoding="utf-8")
    settings.STATICFILES_DIRS = [*settings.STATICFILES_DIRS, tmp_path]
    settings.PORTAAL_THEMA = "thema/ander.css"
    page = visit()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(90, 30, 75)"
    assert complaints(page) == []
