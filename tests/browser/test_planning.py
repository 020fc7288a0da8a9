"""From a plan to what came of it, by the people who do it, with JavaScript and without."""

from datetime import timedelta

import pytest

from agenda import klok
from agenda.access import Rol

pytestmark = pytest.mark.browser
with_and_without = pytest.mark.parametrize("javascript", [True, False], ids=["met-javascript", "zonder-javascript"])


def send(page, button: str) -> None:
    """Press a button of the form on this page, and wait for the page that comes of it."""
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name=button, exact=True).click()


def follow(page, link: str) -> None:
    with page.expect_navigation():
        page.locator("main").get_by_role("link", name=link, exact=True).first.click()


@with_and_without
def test_an_activiteit_from_its_plan_to_its_end(visit, javascript):
    vandaag = klok.vandaag()
    page = visit("/werk/activiteiten/", Rol.BELEIDSMEDEWERKER, java_script_enabled=javascript)
    follow(page, "Activiteit toevoegen")
    page.get_by_label("Naam").fill(f"Leerkring {javascript}")
    page.get_by_label("Doel").fill("Gemeenten leren van elkaar.")
    page.get_by_label("Eigenaar").select_option(label="Beleidsmedewerker")
    page.get_by_label("Gepland begin").fill(vandaag.isoformat())
    page.get_by_label("Gepland einde").fill((vandaag - timedelta(days=1)).isoformat())
    send(page, "Activiteit maken")
    assert page.title().startswith("Fout:")
    assert page.get_by_label("Naam").input_value() == f"Leerkring {javascript}"
    page.get_by_label("Gepland einde").fill((vandaag + timedelta(days=90)).isoformat())
    send(page, "Activiteit maken")
    follow(page, "Starten")
    send(page, "Starten")
    follow(page, "Bericht schrijven")
    page.get_by_label("Risico", exact=True).check()
    page.get_by_label("Aandacht nodig").check()
    page.get_by_label("Bericht", exact=True).fill("Er is nog geen zaal.")
    send(page, "Vastleggen")
    follow(page, "Verplaatsen")
    page.get_by_label("Nieuw einde").fill((vandaag + timedelta(days=120)).isoformat())
    page.get_by_label("Reden").fill("Zonder zaal duurt het langer.")
    send(page, "Verplaatsen")
    told = page.locator("main").inner_text()
    for words in ("Loopt", "Aandacht nodig", "Risico staat open", "Eerst gepland", "Zonder zaal duurt het langer."):
        assert words in told
    follow(page, "Afronden")
    send(page, "Afronden")
    assert "Afgerond" in page.locator("main").inner_text()
    assert page.complaints == []


@with_and_without
def test_a_number_is_corrected_by_two_people(visit, javascript):
    planner = visit("/werk/indicatoren/nieuw/", Rol.BELEIDSMEDEWERKER, java_script_enabled=javascript)
    planner.get_by_label("Naam").fill(f"Deelnemers {javascript}")
    planner.get_by_label("Wat wordt precies geteld").fill("Wie aan de leerkring meedoet.")
    planner.get_by_label("Eenheid").fill("gemeenten")
    planner.get_by_label("Hoger is beter").check()
    send(planner, "Indicator maken")
    address = planner.url
    follow(planner, "Waarde vastleggen")
    planner.get_by_label("Meetwaarde").check()
    planner.get_by_label("Waarde", exact=True).fill("7,5")
    planner.get_by_label("Waar komt de waarde vandaan?").fill("presentielijst")
    send(planner, "Vastleggen")

    budgethouder = visit(address, Rol.BUDGETHOUDER, java_script_enabled=javascript)
    budgethouder.get_by_role("link", name="Correctie voorstellen").click()
    budgethouder.get_by_label("Waarde", exact=True).fill("8")
    budgethouder.get_by_label("Reden").fill("Een halve gemeente bestaat niet.")
    send(budgethouder, "Voorstellen")
    assert "Wacht op een besluit" in budgethouder.locator("main").inner_text()

    planner.goto(address)
    planner.get_by_role("link", name="Beslissen").click()
    planner.get_by_label("Aannemen").check()
    send(planner, "Besluit vastleggen")
    told = planner.locator("main").inner_text()
    for words in ("Aangenomen", "verbeterd: nu 8", "De laatste waarde is 8 gemeenten"):
        assert words in told
    assert planner.complaints + budgethouder.complaints == []
