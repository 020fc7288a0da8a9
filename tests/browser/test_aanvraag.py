"""A gemeente applies, by the people who do it: without JavaScript, on a phone, and by the keyboard alone."""

import itertools

import pytest

from agenda.access import Rol
from tests.browser import aanvragen as muis
from tests.browser.aanvragen import INDIENEN, LIJST, VERDER, klaarzetten, main, stap, told
from tests.hulpmiddelen.browser import overflow
from tests.hulpmiddelen.toetsenbord import Toetsenbord

pytestmark = pytest.mark.browser
AANVRAGER, TEKENT = Rol.GEMEENTELIJK_AANVRAGER, Rol.GEMEENTELIJK_ONDERTEKENAAR
PHONE = 390  # pixels


class MetMuis:
    """Somebody who clicks, or taps."""

    def __init__(self, page):
        self.page = page

    def knop(self, naam: str) -> None:
        muis.press(self.page, naam)

    def link(self, naam: str) -> None:
        muis.go(self.page, naam)

    def begin(self, regeling: str) -> None:
        muis.begin(self.page, regeling)

    def schrijf(self, **teksten: str) -> None:
        for naam, tekst in teksten.items():
            self.page.locator(f"[name={naam}]").fill(tekst)

    def kies(self, naam: str) -> None:
        """The only one of a list, after its empty first line."""
        self.page.locator(f"select[name={naam}]").select_option(index=1)

    def vul(self) -> None:
        muis.vul(self.page)


class MetToetsen(MetMuis):
    """Somebody without a mouse, who also sees where he is. A file is chosen in a window of the system: not here."""

    def __init__(self, page):
        super().__init__(page)
        self.toetsen = Toetsenbord(page)

    def knop(self, naam: str) -> None:
        self.toetsen.button(naam)

    def link(self, naam: str) -> None:
        self.toetsen.link(naam)

    def begin(self, regeling: str) -> None:
        self.page.goto(LIJST)
        row = main(self.page).locator("tr", has_text=regeling)
        self.toetsen.go(row.get_by_role("button", name="Aanvraag beginnen"))

    def schrijf(self, **teksten: str) -> None:
        for naam in teksten:
            self.page.locator(f"[name={naam}]").clear()
        self.toetsen.write(**teksten)

    def kies(self, naam: str) -> None:
        value = self.page.locator(f"select[name={naam}] option").nth(1).get_attribute("value")
        self.toetsen.option(naam, value)

    def vul(self) -> None:
        form = main(self.page).locator("form").last
        for each in form.locator("textarea:visible, input[inputmode=decimal]:visible").all():
            is_amount = each.get_attribute("inputmode") == "decimal"
            self.toetsen.tab_to(each)
            self.page.keyboard.insert_text("" if each.input_value() else "1.000" if is_amount else "Proef")
        for each in form.locator("input[type=date]:visible").all():
            self.toetsen.tab_to(each)
            self.page.keyboard.type("02022027")
        for each in form.locator("input[type=checkbox]:visible:not(:checked)").all():
            self.toetsen.press("Space", each)
        for naam in dict.fromkeys(each.get_attribute("name") for each in form.locator("input[type=radio]:visible").all()):
            first = form.locator(f"input[type=radio][name={naam}]").first
            if not form.locator(f"input[type=radio][name={naam}]:checked").count():
                self.toetsen.press("Space", first)


WIJZEN = {
    "zonder-javascript": (MetMuis, {"java_script_enabled": False}),
    "telefoon": (MetMuis, {"width": PHONE}),
    "toetsenbord": (MetToetsen, {"reduced_motion": "reduce"}),
}


def ways(altijd: str):
    """Each way, of which `altijd` on each run and the others in ./run proof."""
    return pytest.mark.parametrize(
        "wijze", [each if each == altijd else pytest.param(each, marks=pytest.mark.proof) for each in WIJZEN]
    )


@pytest.fixture
def mens(visit, wijze):
    """Somebody at an address, who works in this way; afterwards nothing was wrong with what he saw."""
    klasse, options = WIJZEN[wijze]
    made = []

    def opened(adres, rol):
        made.append(klasse(visit(adres, rol, **options)))
        return made[-1]

    yield opened
    for each in made:
        assert each.page.complaints == []
        assert "width" not in options or overflow(each.page) == 0


@pytest.fixture(scope="module")
def getekend(portaal, database):
    """The next regeling that wants a second signature."""
    return itertools.chain(klaarzetten(database, "Samen aanvragen", 3, tweede_handtekening=True)).__next__


@pytest.fixture(scope="module")
def regeling(portaal, database):
    return itertools.chain(klaarzetten(database, "Alleen aanvragen", 6)).__next__


def vul_tot_controle(wie) -> None:
    """From the page of a section to the page where all is checked."""
    place, steps = stap(wie.page)
    while place < steps:
        wie.vul()
        wie.knop(VERDER)
        place, steps = stap(wie.page)


def dien_in(wie, regeling: str) -> str:
    """Fill in everything and hand it in; the kenmerk."""
    wie.begin(regeling)
    wie.link("Aanvrager")
    vul_tot_controle(wie)
    wie.knop(INDIENEN)
    assert "Wij hebben uw aanvraag ontvangen" in told(wie.page)
    return wie.page.locator("h1").inner_text().split()[-1]


@ways("telefoon")
def test_two_officials_fill_in_one_aanvraag_and_one_of_them_signs(mens, getekend):
    een = mens(LIJST, AANVRAGER)
    een.begin(getekend())
    adres = een.page.url
    een.link("Aanvrager")
    een.vul()
    een.knop(VERDER)

    twee = mens(adres, TEKENT)
    assert "Van de 4 onderdelen zijn er 1 klaar" in told(twee.page)
    twee.link("Plan")
    vul_tot_controle(twee)
    assert "Zonder handtekening kunt u ook indienen" in told(twee.page)

    een.page.goto(adres)
    een.link("Een collega vragen te tekenen")
    een.kies("aan")
    een.knop("Vragen om te tekenen")
    twee.page.goto(adres)
    twee.link("Lezen en ondertekenen")
    twee.knop("Ondertekenen")
    assert "Vul uw functie in" in twee.page.get_by_role("alert").inner_text()
    twee.schrijf(functie="Hoofd Sociaal Domein", mandaat="Mandaatbesluit 2026, artikel 3")
    twee.knop("Ondertekenen")

    een.page.goto(adres)
    assert "Ondertekend door" in told(een.page)
    een.link("Controleren en indienen")
    een.knop(INDIENEN)
    assert "Wij hebben uw aanvraag ontvangen" in told(een.page)


@ways("zonder-javascript")
def test_an_aanvraag_is_withdrawn_and_another_can_begin(mens, regeling):
    wie, naam = mens(LIJST, AANVRAGER), regeling()
    kenmerk = dien_in(wie, naam)
    wie.link("Aanvraag intrekken")
    assert f"Het ministerie behandelt aanvraag {kenmerk} niet verder" in told(wie.page)
    wie.schrijf(reden="Wij doen het met eigen geld.")
    wie.knop("Aanvraag intrekken")
    assert "De aanvraag is ingetrokken" in told(wie.page)
    wie.begin(naam)
    assert "Van de 4 onderdelen zijn er 0 klaar" in told(wie.page)


@ways("toetsenbord")
def test_two_sections_are_supplemented_and_the_rest_stays_as_it_was(mens, regeling):
    wie = mens(LIJST, AANVRAGER)
    kenmerk = dien_in(wie, regeling())
    adres = wie.page.url
    staf = mens(f"/werk/aanvragen/{kenmerk}/?programma=voorbeeldjaren", Rol.BEHANDELAAR)
    staf.link("Aanvulling vragen")
    staf.schrijf(**{"onderdeel-plan": "Hoeveel jongeren bereikt u?", "onderdeel-aanvrager": "Wie is het aanspreekpunt?"})
    staf.knop("Aanvulling vragen")

    wie.page.goto(adres)
    assert "Hoeveel jongeren bereikt u?" in told(wie.page)
    for onderdeel, veld in (("Plan", "wat"), ("Aanvrager", "functie")):
        wie.page.goto(adres)
        wie.link(onderdeel)
        wie.schrijf(**{veld: f"Aangevuld bij {onderdeel}."})
        wie.knop(VERDER)
    wie.page.goto(adres)
    wie.link("Controleren en aanvulling indienen")
    assert main(wie.page).get_by_role("link", name="Wijzig Hoeveel vraagt u voor 2027?").count() == 0
    wie.knop("Aanvulling indienen")
    assert "is ingediend" in told(wie.page)

    staf.page.reload()
    assert "Aangevuld bij Plan." in told(staf.page)
    assert "Aangevuld bij Aanvrager." in told(staf.page)
    staf.knop("Compleet verklaren")
    assert "is compleet" in told(staf.page)
