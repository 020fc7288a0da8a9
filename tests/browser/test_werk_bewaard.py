"""A long form, a session that is over, and signing in again: all that was typed stands there, and saving works."""

import psycopg
import pytest

pytestmark = pytest.mark.browser

# A feit of which no letter speaks, one for each way of working: saving changes it.
FEIT = {True: "beslisnota.actie", False: "beslisnota.annotatie"}
BRON = "Kamerbrief over de voortgang van de Agenda (2024)"
GETYPT = {
    "waarde": "Verzonnen voor deze test.",
    "vindplaats": "pagina 3, tweede “alinea”",
    "reden": "Een lange uitleg.\n\nMet een tweede alinea, en <b>tekens</b> & zo.",
}
BEWAARD = "Wat u had ingevuld, is bewaard. Log in, dan staat het er weer."
INGEVULD = "Wij hebben bewaard wat u had ingevuld. Controleer het en verstuur het opnieuw."
with_and_without = pytest.mark.parametrize("javascript", [True, False], ids=["met-javascript", "zonder-javascript"])


def choose_role(page):
    """At the demo door, which asks no password."""
    page.get_by_role("button", name="Inloggen als beleidsmedewerker").click()


def field(page, name):
    return page.locator(f"main [name={name}]")


@pytest.fixture
def page(visit, javascript):
    """A form that somebody filled in, in a session of this test alone: it comes to its end."""
    page = visit(f"/demo/?next=/werk/feiten/{FEIT[javascript]}/nieuwe-versie/", None, java_script_enabled=javascript)
    choose_role(page)
    for name, value in GETYPT.items():
        field(page, name).fill(value)
    field(page, "kwalificatie").select_option("exact")
    field(page, "bron").select_option(label=BRON)
    field(page, "vervangt").select_option(index=1)
    return page


def chosen(page, name) -> str:
    return field(page, name).locator("option:checked").inner_text()


def filled_in(page) -> dict[str, str]:
    """Everything that stands in the form."""
    typed = {name: field(page, name).input_value() for name in GETYPT}
    return typed | {name: chosen(page, name) for name in ("kwalificatie", "bron", "vervangt")}


@pytest.fixture
def half_an_hour_passes(page, database):
    """Without anybody using this browser."""

    def passes():
        [key] = [each["value"] for each in page.context.cookies() if each["name"] == "sessionid"]
        with psycopg.connect(database) as connection:
            past = "UPDATE agenda_sessie SET laatst_op = laatst_op - interval '31 minutes' WHERE session_key = %s"
            assert connection.execute(past, [key]).rowcount == 1

    return passes


def sign_out_in_another_tab(page):
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("details.ptl-account > summary").click()
    other.get_by_role("button", name="Uitloggen").click()


def save(page) -> str:
    """Press the button; what the page then says."""
    page.get_by_role("button", name="Vastleggen").click()
    return page.locator("main").inner_text()


def sign_in_again(page):
    page.get_by_role("link", name="een rol kiezen").click()
    choose_role(page)
    assert page.get_by_role("status").all_inner_texts() == [INGEVULD]


@with_and_without
def test_a_session_that_expires_costs_nothing_that_was_typed(page, half_an_hour_passes):
    before = filled_in(page)
    half_an_hour_passes()
    said = save(page)
    assert "U was 30 minuten niet actief." in said
    assert BEWAARD in said
    sign_in_again(page)
    assert filled_in(page) == before
    assert GETYPT["waarde"] in save(page)
    assert page.url.endswith("/nieuwe-versie/") is False
    assert page.complaints == []


@with_and_without
def test_signing_out_in_another_tab_costs_nothing_that_was_typed(page):
    before = filled_in(page)
    sign_out_in_another_tab(page)
    assert BEWAARD in save(page)
    sign_in_again(page)
    assert filled_in(page) == before
    assert page.complaints == []
