"""A verplichting on the screen: entered, opened, paid, adjusted; what is refused stands at its field."""

from uuid import uuid4

import pytest
from django.urls import reverse

from actielijnen.models import Betaling, Verplichting, Verzending
from tests.hulpmiddelen import begroting, boekingen
from tests.hulpmiddelen.pagina import text

AANGAAN = "/werk/begroting/boeken/verplichting/"


@pytest.fixture
def nieuw(lijn):
    """What somebody fills in for a verplichting on a hard line of 2026 with € 10.000."""
    regel = lijn()
    return {
        "sleutel": str(uuid4()),
        "regel": regel.pk,
        "soort": "contract",
        "kenmerk": "2026/017 A",
        "omschrijving": "Trainingen",
        "wederpartij": "Stichting Voorbeeld",
        "bedrag": "€ 4.000,50",
        "datum": "2026-03-01",
    }


@pytest.fixture
def op_actielijn(agenda, bron):
    """Lets a line be of an actielijn, so that it takes no toelichting."""

    def make(regel_pk):
        regel = agenda.posten.get(regels=regel_pk)
        regel.actielijn = agenda.actielijnen.create(nummer=regel.nummer, naam=regel.naam, bron=bron)
        regel.save()

    return make


@pytest.fixture
def contract(lijn, op_actielijn, budgethouder):
    regel = lijn()
    op_actielijn(regel.pk)
    regel.refresh_from_db()
    return boekingen.verplichting(regel, bedrag="4000", kenmerk="C-1", by=budgethouder)


def adres(naam, contract):
    return reverse(naam, args=[contract.programma.code, contract.kenmerk])


def fouten(response) -> dict:
    """The messages of the form on a page, per field, with ordinary spaces."""
    return {
        naam: [str(fout).replace("\u00a0", " ") for fout in lijst]
        for naam, lijst in response.context["form"].errors.items()
    }


def test_what_is_entered_stands_on_the_page_that_its_kenmerk_names(browser_van, nieuw, op_actielijn):
    op_actielijn(nieuw["regel"])
    antwoord = browser_van.post(AANGAAN, nieuw)
    assert antwoord.url == "/werk/verplichtingen/agenda/2026~2F017~20A/"
    pagina = text(browser_van.get(antwoord.url))
    assert "Verplichting 2026/017 A van € 4.000,50 is aangegaan." in pagina
    assert "Op ‘1. Post 1 (2026)’ is nu € 5.999,50 vrij beschikbaar en € 10.000 kas over." in pagina
    assert "Openstaand € 4.000,50" in pagina


def test_who_has_the_contract_at_hand_goes_on_to_the_page_that_takes_it(browser_van, nieuw, op_actielijn):
    op_actielijn(nieuw["regel"])
    antwoord = browser_van.post(AANGAAN, nieuw | {"met_document": "on"})
    assert antwoord.url == "/werk/verplichtingen/agenda/2026~2F017~20A/document/"
    assert "Verplichting 2026/017 A van € 4.000,50 is aangegaan." in text(browser_van.get(antwoord.url))


# fmt: off
GEWEIGERD = [
    ({"bedrag": "1,234.50"}, "bedrag", "‘1,234.50’ is geen bedrag in euro. Schrijf bijvoorbeeld 250.000 of 1.234,50."),
    ({"bedrag": "0"}, "bedrag", "Vul een bedrag in van meer dan € 0, bijvoorbeeld 250.000 of 1.234,50."),
    ({"bedrag": ""}, "bedrag", "Vul het bedrag in, bijvoorbeeld 250.000 of 1.234,50."),
    ({"bedrag": "99999999999"}, "bedrag", "‘99999999999’ is te veel: een bedrag is minder dan 10 miljard euro."),
    ({"bedrag": "10.000,01"}, "bedrag",
     "Op ‘1. Post 1 (2026)’ is € 10.000 vrij beschikbaar. U vraagt € 10.000,01: € 0,01 te veel. "
     "Dit is een hard plafond. Boek ten hoogste € 10.000, of verhoog eerst het budget."),
    ({"datum": "2025-12-31"}, "datum", "‘1. Post 1 (2026)’ is van 2026, en 31-12-2025 valt daarbuiten."),
    ({"datum": "31-02-2026"}, "datum", "Deze datum bestaat niet. Schrijf een datum als 31-12-2026."),
    ({"kenmerk": ""}, "kenmerk", "Vul het nummer van het contract of de opdracht in, bijvoorbeeld 2026-017."),
    ({"kenmerk": "x" * 41}, "kenmerk",
     "Deze tekst is te lang: maak hem korter. U gebruikte 41 tekens, er passen er 40."),
    ({"regel": "0"}, "regel", "Deze keuze bestaat niet (meer). Kies een begrotingsregel uit de lijst."),
    ({"soort": "gift"}, "soort", "Deze keuze bestaat niet (meer). Kies wat u aangaat, bijvoorbeeld ‘Contract’."),
    ({"sleutel": "x"}, "sleutel", "Dit formulier is niet compleet. Open de pagina opnieuw en vul het nog eens in."),
]
# fmt: on


@pytest.mark.parametrize(("anders", "veld", "melding"), GEWEIGERD)
def test_what_is_refused_stands_at_its_field_and_nothing_is_booked(
    browser_van, nieuw, op_actielijn, anders, veld, melding
):
    op_actielijn(nieuw["regel"])
    antwoord = browser_van.post(AANGAAN, nieuw | anders)
    assert fouten(antwoord) == {veld: [melding]}
    assert antwoord.context["form"]["wederpartij"].value() == "Stichting Voorbeeld"
    assert (Verplichting.objects.count(), Verzending.objects.count()) == (0, 0)


def test_a_post_without_actielijn_asks_what_the_money_is_for(browser_van, nieuw):
    antwoord = browser_van.post(AANGAAN, nieuw)
    melding = "‘1. Post 1’ hoort bij geen actielijn. Schrijf op waarvoor dit geld nodig is."
    assert fouten(antwoord) == {"toelichting": [melding]}
    assert browser_van.post(AANGAAN, nieuw | {"toelichting": "noodopvang"}).status_code == 302


def test_the_same_form_sent_twice_books_once(browser_van, nieuw, op_actielijn):
    op_actielijn(nieuw["regel"])
    eerste, tweede = (browser_van.post(AANGAAN, nieuw | {"kenmerk": kenmerk}) for kenmerk in ("A", "B"))
    assert tweede.url == eerste.url
    assert "U had dit formulier al verstuurd. Het is één keer geboekt, niet twee keer." in text(
        browser_van.get(tweede.url)
    )
    assert [each.kenmerk for each in Verplichting.objects.all()] == ["A"]


def test_a_kenmerk_that_is_taken_is_refused_in_a_new_form(browser_van, nieuw, op_actielijn):
    op_actielijn(nieuw["regel"])
    browser_van.post(AANGAAN, nieuw)
    antwoord = browser_van.post(AANGAAN, nieuw | {"sleutel": str(uuid4())})
    assert fouten(antwoord) == {"kenmerk": ["Verplichting 2026/017 A bestaat al in dit programma."]}


def test_an_indicative_line_asks_for_a_reason_only_when_it_is_passed(browser_van, nieuw, lijn):
    nieuw |= {"regel": lijn(nummer=2, is_indicatief=True).pk, "toelichting": "nodig"}
    assert 'type="hidden" name="reden_overschrijding"' in browser_van.get(AANGAAN).content.decode()
    antwoord = browser_van.post(AANGAAN, nieuw | {"bedrag": "10.000,50"})
    assert list(fouten(antwoord)) == ["reden_overschrijding"]
    assert "€ 0,50 te veel" in text(antwoord)
    assert "Waarom boekt u dit toch?" in text(antwoord)
    antwoord = browser_van.post(AANGAAN, nieuw | {"bedrag": "10.000,50", "reden_overschrijding": "spoed"})
    assert "Meer dan er was, omdat: spoed" in text(browser_van.get(antwoord.url))


def test_a_payment_lowers_what_is_open(browser_van, contract):
    betaling = {"sleutel": str(uuid4()), "kenmerk": "F-1", "bedrag": "1.500", "datum": "2026-04-01"}
    pagina = text(browser_van.post(adres("verplichting-betalen", contract), betaling, follow=True))
    assert "€ 1.500 is betaald. Van C-1 staat nog € 2.500 open." in pagina
    assert "Betaling van € 1.500, F-1 1 april 2026 Geboekt door budgethouder op" in pagina


# fmt: off
BETALINGEN = [
    ("verplichting-betalen", {"bedrag": "4.000,01"}, "bedrag",
     "Op C-1 staat € 4.000 open. U vraagt € 4.000,01: € 0,01 te veel."),
    ("verplichting-betalen", {"bedrag": "-5"}, "bedrag",
     "Een betaling is meer dan € 0. Kwam er geld terug? Boek dan een terugontvangst."),
    ("verplichting-betalen", {"datum": "2031-01-01"}, "datum",
     "Voor 2031 heeft ‘1. Post 1’ geen begrotingsregel. Kies een datum in een van deze jaren: 2026."),
    ("verplichting-terugontvangen", {"bedrag": "1"}, "bedrag",
     "Op C-1 staat € 0 aan betalingen. U vraagt € 1: € 1 te veel."),
    ("verplichting-bijstellen", {"bedrag": "-1"}, "bedrag",
     "Vul een bedrag in van meer dan € 0. Kies hierboven of het meer of minder wordt."),
    ("verplichting-bijstellen", {"reden": ""}, "reden",
     "Vul in waarom de verplichting verandert, bijvoorbeeld: twee trainingen minder dan afgesproken."),
    ("verplichting-bijstellen", {"bedrag": "4.001"}, "bedrag",
     "Van C-1 staat nog € 4.000 open. Meer dan dat kan niet vrijvallen; u vraagt € 4.001."),
    ("verplichting-bijstellen", {"richting": "verhoging", "bedrag": "6.000,01"}, "bedrag",
     "Op ‘1. Post 1 (2026)’ is € 6.000 vrij beschikbaar. U vraagt € 6.000,01: € 0,01 te veel. "
     "Dit is een hard plafond. Boek ten hoogste € 6.000, of verhoog eerst het budget."),
]
# fmt: on


@pytest.mark.parametrize(("naam", "anders", "veld", "melding"), BETALINGEN)
def test_what_a_verplichting_cannot_bear_is_refused_at_its_field(browser_van, contract, naam, anders, veld, melding):
    ingevuld = {"sleutel": str(uuid4()), "kenmerk": "F-1", "bedrag": "10", "datum": "2026-04-01"}
    ingevuld |= {"richting": "vrijval", "reden": "minder"}
    assert fouten(browser_van.post(adres(naam, contract), ingevuld | anders)) == {veld: [melding]}
    assert not Betaling.objects.exists()


def test_vrijval_and_a_terugontvangst_stand_in_the_story(browser_van, contract, budgethouder):
    boekingen.betaald(contract, "3000", by=budgethouder)
    ingevuld = {"kenmerk": "T-1", "bedrag": "500", "datum": "2026-05-01", "richting": "vrijval", "reden": "minder"}
    for naam in ("verplichting-terugontvangen", "verplichting-bijstellen"):
        pagina = text(browser_van.post(adres(naam, contract), ingevuld | {"sleutel": str(uuid4())}, follow=True))
    assert "Vrijval van € 500 is geboekt. Van C-1 staat nog € 1.000 open." in pagina
    assert "Terugontvangst van € 500, T-1" in pagina


def test_a_programme_has_verplichtingen_of_its_own(browser_van, contract):
    assert browser_van.get("/werk/verplichtingen/anders/C-1/").status_code == 404
    assert browser_van.get("/werk/verplichtingen/agenda/~00/").status_code == 404
    assert browser_van.get("/werk/verplichtingen/agenda/~FF/").status_code == 404


@pytest.mark.parametrize("kenmerk", ["a/b", "..", ".", "~", "a b", "ü%2F", "?#&", "\\", "1/betalen"])
def test_a_kenmerk_keeps_its_address_whatever_sign_it_holds(browser_van, lijn, op_actielijn, budgethouder, kenmerk):
    regel = lijn()
    op_actielijn(regel.pk)
    made = boekingen.verplichting(begroting.Begrotingsregel.objects.get(), kenmerk=kenmerk, by=budgethouder)
    assert browser_van.get(made.get_absolute_url()).context["verplichting"] == made
