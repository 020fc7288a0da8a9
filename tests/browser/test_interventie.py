"""An interventie from the first description to who finds it in the catalogue, on a phone and by the keyboard alone."""

from datetime import date

import pytest

from agenda import klok
from agenda.access import Rol
from tests.hulpmiddelen.browser import complaints, overflow
from tests.hulpmiddelen.toetsenbord import Toetsenbord

pytestmark = pytest.mark.browser

PHONE = 390  # pixels
NAAM = "Weerbaarheidstrainingen in de wijk"
GEHEIM = "Dit blijft onder medewerkers."
TEKSTEN = {
    "samenvatting": "Jongeren oefenen samen in nee zeggen.",
    "aanleiding": "Jongeren voelen druk van anderen.",
    "doelgroep_direct": "Jongeren van 14 tot en met 18 jaar.",
    "hoofddoel": "Jongeren zijn weerbaarder.",
    "subdoelen": "Jongeren kennen elkaar.",
    "opzet": "Acht avonden in het buurthuis.",
}
ONDERZOEK = {"onderzoeksvraag": "Worden jongeren weerbaarder?", "onderzoeksopzet": "Voor- en nameting."}
UITKOMST = {"toelichting_1": "De scores stegen.", "toelichting_2": "Er was geen verschil."}
OORDEEL = {"beperkingen": "Er deed maar een wijk mee.", "conclusie": "De training helpt de meeste jongeren."}
BEWIJS = {"criteria": "Doelen en aanpak passen bij elkaar.", "motivering": "De theorie is beschreven."}


def day(month: int) -> date:
    """A day of last year; the number of the day is that of the month."""
    return date(klok.vandaag().year - 1, month, month)


@pytest.fixture
def person(visit):
    """The keys of who opens an address on a phone, in a role (None: the public)."""
    return lambda address, rol: Toetsenbord(visit(address, rol, width=PHONE, reduced_motion="reduce"))


def told(person) -> str:
    return person.page.locator("main").inner_text()


def describe(writer) -> None:
    """Propose and describe, from the start page of the staff on; first without a goal."""
    menu = writer.page.get_by_role("button", name="Menu")
    writer.press("Enter", menu)
    writer.go(writer.page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Interventies"))
    writer.link("Interventie beschrijven")
    writer.write(naam=NAAM, **TEKSTEN | {"hoofddoel": ""})
    writer.press("Space", writer.page.get_by_role("checkbox", name="jongeren"))
    writer.press("Space", writer.page.get_by_role("checkbox", name="zelfredzaamheid"))
    writer.button("Bewaren")
    assert "Vul bij ‘Hoofddoel’ iets in." in writer.page.get_by_role("alert").inner_text()
    writer.press("Enter", writer.page.get_by_role("alert").get_by_role("link"))
    writer.write(hoofddoel=TEKSTEN["hoofddoel"])
    writer.button("Bewaren")
    assert f"‘{NAAM}’ is beschreven." in told(writer)
    assert "U schreef mee aan de beschrijving." in told(writer)


def judge_the_scope(reader) -> None:
    """By who did not write it; then testing can begin."""
    reader.link("Scopetoets doen")
    reader.round("oordeel", "binnen")
    reader.write(motivering=GEHEIM)
    reader.button("Oordeel vastleggen")
    reader.link("Beginnen met testen")
    reader.write(reden="Wij willen weten of het werkt.")
    reader.button("Beginnen met testen")
    assert "Naar doen wat werkt: Er is nog geen vastgestelde evaluatie." in told(reader)


def evaluate(writer) -> None:
    """Plan an evaluatie and offer what came out, for each goal."""
    writer.page.reload()
    writer.link("Evaluatie plannen")
    writer.round("soort", "effect")
    writer.write(**ONDERZOEK, uitvoerder="Bureau Voorbeeld")
    writer.day("van", day(3))
    writer.day("tot", day(9))
    writer.button("Evaluatie plannen")
    writer.link("Uitkomsten aanbieden")
    writer.round("effect_1", "positief")
    writer.write(toelichting_1=UITKOMST["toelichting_1"])
    writer.round("effect_2", "geen_effect")
    writer.write(toelichting_2=UITKOMST["toelichting_2"], **OORDEEL)
    writer.button("Uitkomsten aanbieden")
    assert "Wacht op tweede lezer" in told(writer)


def settle_and_judge(reader, nummer: str) -> None:
    """The second reader settles the evaluatie; with the judgement of a commission it is doing what works."""
    home = reader.page.url
    reader.page.reload()
    reader.link(nummer)
    reader.link("Vaststellen")
    reader.button("Vaststellen")
    reader.page.goto(home)
    reader.link("Bewijsoordeel vastleggen")
    reader.option("niveau", "movisie-onderbouwd")
    reader.write(beoordelaar="Erkenningscommissie")
    reader.day("beoordeeld_op", day(10))
    reader.write(**BEWIJS)
    reader.button("Oordeel vastleggen")
    reader.link("Naar doen wat werkt")
    reader.write(reden="De uitkomsten zijn goed genoeg.")
    reader.button("Naar doen wat werkt")
    assert "Doen wat werkt" in told(reader)


def publish(editor) -> None:
    editor.link("Publiceren in de catalogus")
    editor.button("Publiceren in de catalogus")
    assert "Uit de catalogus halen" in told(editor)


def find_it(citizen) -> None:
    """From the home page, by a part of a compound; its page tells what was found, and what was not."""
    citizen.link("Bekijk de catalogus")
    citizen.write(zoek="training weerbaar")
    citizen.button("Zoeken")
    assert citizen.page.get_by_role("status").inner_text() == "1 interventie"
    citizen.link(NAAM)
    citizen.press("Enter", citizen.page.locator("summary", has_text="Hoe leest u dit?"))
    assert "Bij ‘gestopt’ staat waarom." in told(citizen)


def test_an_interventie_from_first_words_to_the_catalogue_by_keyboard_on_a_phone(person):
    writer = person("/werk/", Rol.BEHANDELAAR)
    describe(writer)
    home = writer.page.url
    reader = person(home, Rol.BELEIDSMEDEWERKER)
    judge_the_scope(reader)
    evaluate(writer)
    settle_and_judge(reader, writer.page.locator("h1").inner_text().split()[-1])
    editor = person(home, Rol.REDACTEUR)
    publish(editor)

    citizen = person("/", None)
    find_it(citizen)
    text = told(citizen)
    written = [*TEKSTEN.values(), *ONDERZOEK.values(), *UITKOMST.values(), *OORDEEL.values(), *BEWIJS.values()]
    assert [each for each in written if each not in text] == []
    assert [
        each for each in ("Positief effect", "Geen effect", "Goed onderbouwd", "Doen wat werkt") if each not in text
    ] == []
    assert GEHEIM not in text
    windows = [each.page for each in (writer, reader, editor, citizen)]
    assert [fault for page in windows for fault in page.complaints] == []
    assert complaints(citizen.page) == []
    assert [overflow(page) for page in windows] == [0, 0, 0, 0]
