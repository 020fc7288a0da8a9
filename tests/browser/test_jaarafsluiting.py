"""A year of the begroting from its first line to its closing: reserved, committed, paid, and then nothing more."""

import re

import pytest

from agenda.access import Rol
from tests.browser.test_boeken import send
from tests.hulpmiddelen.browser import follow, overflow

pytestmark = pytest.mark.browser
BOEKEN = "/werk/begroting/boeken/"
LIGGEND = 1032  # pixels between the margins of a sheet of A4 on its side


def begin(page, link: str) -> None:
    page.goto(BOEKEN)
    follow(page, page.locator("main").get_by_role("link", name=link))


def make_line(page, jaar: int) -> str:
    """A line of post 3 for `jaar` with € 100.000, known since the slotwet of that year; as the lists of lines call it."""
    begin(page, "Begrotingsregel toevoegen")
    page.get_by_label("Post").select_option(index=3)
    page.get_by_label("Jaar").fill(str(jaar))
    page.get_by_label("Hard plafond").check()
    send(page)
    begin(page, "Mutatie boeken")
    regel = page.get_by_label("Begrotingsregel").locator("option", has_text=f"– {jaar} –").inner_text()
    page.get_by_label("Begrotingsregel").select_option(label=regel)
    page.get_by_label("Oorspronkelijk").check()
    page.get_by_label("Verplichtingen en kas").check()
    page.get_by_role("textbox", name="Bedrag").fill("100.000")
    page.get_by_label("In welk begrotingsstuk?").select_option(label="Slotwet")
    page.get_by_label("Begrotingsjaar").fill(str(jaar))
    page.get_by_label("Bron").select_option(index=1)
    page.get_by_label("Vindplaats").fill("verzonnen voor deze test")
    page.get_by_label("Reden", exact=True).fill("Een proef.")
    send(page)
    return regel


def reserve(page, regel: str, bedrag: str) -> None:
    begin(page, "Reserveren")
    page.get_by_label("Begrotingsregel").select_option(label=regel)
    page.get_by_role("textbox", name="Bedrag").fill(bedrag)
    page.get_by_label("Waarvoor?").fill(f"Proef {regel}")
    send(page)


def commit(page, regel: str, jaar: int, kenmerk: str) -> None:
    """Turn the reservering into a verplichting; its amount and its words are there already."""
    follow(page, page.get_by_role("link", name=re.compile(rf"^Omzetten\s+van Proef {re.escape(regel)}")))
    assert page.get_by_role("textbox", name="Bedrag").input_value() == "40.000,50"
    assert page.get_by_label("Omschrijving").input_value() == f"Proef {regel}"
    page.get_by_label("Opdracht", exact=True).check()
    page.get_by_label("Kenmerk").fill(kenmerk)
    page.get_by_label("Wederpartij").fill("Stichting Voorbeeld")
    page.get_by_label("Datum").fill(f"{jaar}-11-03")
    send(page)
    assert page.locator("h1").inner_text() == f"Verplichting {kenmerk}"


def pay(page, jaar: int, kenmerk: str) -> None:
    follow(page, page.get_by_role("link", name="Betaling boeken").first)
    page.get_by_label("Kenmerk").fill(kenmerk)
    page.get_by_role("textbox", name="Bedrag").fill("15.000")
    page.get_by_label("Datum").fill(f"{jaar}-12-01")
    send(page)


def step(page, jaar: int, knop: str) -> None:
    """Press a button at `jaar` on the page of years."""
    page.goto(BOEKEN.replace("boeken", "jaren"))
    rij = page.get_by_role("row", name=re.compile(rf"^{jaar}\b"))
    follow(page, rij.get_by_role("button", name=knop))


def test_a_year_is_reserved_committed_paid_and_closed_and_then_refuses_a_booking(visit):
    """Who books has no JavaScript, who closes has."""
    jaar, kenmerk = 2024, "J/1 proef"
    page = visit(BOEKEN, Rol.BUDGETHOUDER, java_script_enabled=False)
    regel = make_line(page, jaar)
    reserve(page, regel, "140.000")
    assert "€\u00a040.000 te veel" in page.get_by_role("alert").inner_text()
    page.get_by_role("textbox", name="Bedrag").fill("40.000,50")
    send(page)
    commit(page, regel, jaar, kenmerk)
    pay(page, jaar, "F-1")
    assert "Van " + kenmerk + " staat nog €\u00a025.000,50 open." in page.locator("main").inner_text()

    step(page, jaar, "Voorstellen om af te sluiten")
    ander = visit(BOEKEN, Rol.PROGRAMMAMANAGER)
    step(ander, jaar, "Jaar afsluiten")
    assert "Afgesloten" in ander.get_by_role("row", name=re.compile(rf"^{jaar}\b")).inner_text()

    page.goto(f"/werk/begroting/verplichtingen/?jaar={jaar}")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": LIGGEND, "height": 700})
    assert (page.locator("tbody tr").count(), overflow(page)) == (1, 0)
    page.emulate_media(media="screen")
    follow(page, page.get_by_role("link", name=kenmerk))
    pay(page, jaar, "F-2")
    assert f"Het jaar {jaar} is afgesloten" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Kenmerk").input_value() == "F-2"
    assert page.complaints + ander.complaints == []
