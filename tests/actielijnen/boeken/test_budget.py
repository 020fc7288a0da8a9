"""Changing the budget on the screen: mutatie, overboeking, kasschuif, herschikking, a line, a year that closes."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from actielijnen.begroting.mutaties import Besluit, muteren
from actielijnen.begroting.plannen import plannen
from actielijnen.begroting.standen import stand_van
from actielijnen.models import Begrotingsjaar, Begrotingsregel, Betaaltermijn, Herschikking, Mutatie, Reservering
from agenda.access import Rol
from agenda.models import AuditRegel, Bericht
from tests.actielijnen.boeken.test_verplichting import fouten
from tests.hulpmiddelen import boekingen
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.tegelijk import at_once

BOEKEN = "/werk/begroting/boeken/"


@pytest.fixture
def ingevuld(lijn, bron):
    """What somebody fills in for a change of the budget of 2026; from the line of 2026 to that of 2027."""
    van, naar = lijn(2026), lijn(2027)
    return {
        "sleutel": str(uuid4()),
        "regel": van.pk,
        "van": van.pk,
        "naar": naar.pk,
        "soort": "beleidsmatig",
        "richting": "overboeking_in",
        "budget": "beide",
        "bedrag": "2.500",
        "moment": "eerste_suppletoire",
        "begrotingsjaar": "2026",
        "bron": bron.pk,
        "vindplaats": "tabel 28",
        "reden": "meer trainingen",
        "omschrijving": "toegezegd",
    }


def beschikbaar(jaar) -> Decimal:
    return stand_van(Begrotingsregel.objects.get(jaar=jaar)).beschikbaar


def test_a_mutatie_raises_the_line_and_its_page_shows_the_decision(browser_van, ingevuld):
    pagina = text(browser_van.post(f"{BOEKEN}mutatie/", ingevuld, follow=True))
    assert "Op ‘1. Post 1 (2026)’ is nu € 12.500 vrij beschikbaar en € 12.500 kas over." in pagina
    assert "1e suppletoire begroting (Voorjaarsnota) 2026" in pagina


def test_an_overboeking_out_takes_money_away(browser_van, ingevuld):
    browser_van.post(f"{BOEKEN}overboeking/", ingevuld | {"richting": "overboeking_uit"})
    assert beschikbaar(2026) == 7500


def test_a_kasschuif_moves_kas_and_both_rows_stand_on_one_page(browser_van, ingevuld):
    pagina = text(browser_van.post(f"{BOEKEN}kasschuif/", ingevuld, follow=True))
    assert "1. Post 1 (2026) kas € -2.500 1. Post 1 (2027) kas € 2.500" in pagina


def test_a_line_is_added_once_and_only_in_a_year_that_is_not_closed(browser_van, agenda, ingevuld):
    post = agenda.posten.get().pk
    regel = {"sleutel": str(uuid4()), "post": post, "jaar": "2028", "plafond": "hard"}
    assert browser_van.post(f"{BOEKEN}regel/", regel).status_code == 302
    dubbel = browser_van.post(f"{BOEKEN}regel/", regel | {"sleutel": str(uuid4())})
    assert fouten(dubbel) == {"jaar": ["‘1. Post 1’ heeft al een begrotingsregel voor 2028."]}
    Begrotingsjaar.objects.create(programma=agenda, jaar=2025, status="afgesloten", afgesloten_op="2026-05-01T00:00Z")
    dicht = browser_van.post(f"{BOEKEN}regel/", regel | {"sleutel": str(uuid4()), "jaar": "2025"})
    assert fouten(dicht)["jaar"][0].startswith("Het jaar 2025 is afgesloten;")


# fmt: off
GEWEIGERD = [
    ("mutatie", {"begrotingsjaar": "2031"}, "begrotingsjaar",
     "Voor 2031 heeft dit programma geen begrotingsregels. Kies een van deze jaren: 2026, 2027."),
    ("mutatie", {"begrotingsjaar": ""}, "begrotingsjaar", "Vul het jaar van het begrotingsstuk in, bijvoorbeeld 2026."),
    ("mutatie", {"begrotingsjaar": "zes"}, "begrotingsjaar", "Vul een jaartal van vier cijfers in, bijvoorbeeld 2026."),
    ("mutatie", {"bedrag": "0"}, "bedrag",
     "Een mutatie van € 0 verandert niets. Vul een bedrag in, bijvoorbeeld 250.000 of -12.500."),
    ("mutatie", {"bedrag": "-10.000,25"}, "bedrag",
     "Op ‘1. Post 1 (2026)’ is € 10.000 vrij beschikbaar. U vraagt € 10.000,25: € 0,25 te veel. "
     "Dit is een hard plafond. Boek ten hoogste € 10.000, of verhoog eerst het budget."),
    ("mutatie", {"reden": " "}, "reden", "Vul in waarom het bedrag verandert."),
    ("mutatie", {"bron": ""}, "bron", "Kies de bron waarin dit staat."),
    ("overboeking", {"bedrag": "-5"}, "bedrag",
     "Vul een bedrag in van meer dan € 0, bijvoorbeeld 250.000 of 1.234,50."),
    ("herschikking", {"naar": "van"}, "naar", "Kies twee verschillende regels."),
    ("herschikking", {"moment": "kamerbrief", "begrotingsjaar": ""}, "begrotingsjaar",
     "Vul het jaar in waarin u herschikt, bijvoorbeeld 2026."),
    ("kasschuif", {"naar": "van"}, "naar",
     "Een kasschuif gaat tussen twee jaren van dezelfde post en dezelfde dekkingsbron."),
    ("reservering", {"omschrijving": ""}, "omschrijving",
     "Vul in waarvoor u reserveert, bijvoorbeeld: toegezegde training."),
]
# fmt: on


@pytest.mark.parametrize(("soort", "anders", "veld", "melding"), GEWEIGERD)
def test_what_is_refused_stands_at_its_field(browser_van, ingevuld, soort, anders, veld, melding):
    geteld = Mutatie.objects.count()
    anders = {naam: ingevuld.get(waarde, waarde) for naam, waarde in anders.items()}
    antwoord = browser_van.post(f"{BOEKEN}{soort}/", ingevuld | anders)
    assert fouten(antwoord) == {veld: [melding]}
    assert antwoord.context["form"]["bedrag"].value() == (ingevuld | anders)["bedrag"]
    assert (Mutatie.objects.count(), Herschikking.objects.count(), Reservering.objects.count()) == (geteld, 0, 0)


@pytest.mark.parametrize("soort", ["mutatie", "overboeking", "kasschuif", "herschikking", "reservering"])
def test_no_form_books_twice(browser_van, ingevuld, soort):
    browser_van.post(f"{BOEKEN}{soort}/", ingevuld)
    geteld = (Mutatie.objects.count(), Herschikking.objects.count(), Reservering.objects.count())
    browser_van.post(f"{BOEKEN}{soort}/", ingevuld)
    assert (Mutatie.objects.count(), Herschikking.objects.count(), Reservering.objects.count()) == geteld
    assert sum(geteld) == {"mutatie": 3, "overboeking": 3, "kasschuif": 4}.get(soort, 3)


def test_two_others_agree_before_a_herschikking_is_booked(account, browser_van, ingevuld):
    goedkeurders = [account(rol) for rol in (Rol.PROGRAMMAMANAGER, Rol.BESLISSER)]
    pagina = browser_van.post(f"{BOEKEN}herschikking/", ingevuld, follow=True)
    voorstel = Herschikking.objects.get()
    assert "want u deed ook ‘herschikking voorstellen’. Vraag dit aan een collega." in text(pagina)
    akkoord = reverse("herschikking-akkoord", args=[voorstel.besluit])
    assert "kunt u bij herschikking" in text(browser_van.post(akkoord, follow=True))
    anderen = [Client(), Client()]
    for ander, persoon in zip(anderen, goedkeurders, strict=True):
        ander.force_login(persoon)
        assert Bericht.objects.filter(ontvanger=persoon, soort="herschikking_akkoord", afgehandeld_op=None).exists()
        assert beschikbaar(2027) == 10000
        assert "Uw akkoord is vastgelegd." in text(ander.post(akkoord, follow=True))
    assert (beschikbaar(2026), beschikbaar(2027)) == (7500, 12500)
    assert not Bericht.objects.filter(afgehandeld_op=None).exists()
    regels = AuditRegel.objects.about(voorstel).order_by("pk").values_list("actie", flat=True)
    assert list(regels) == ["herschikking_voorstellen", "herschikking_akkoord", "herschikking_uitvoeren"]


def test_a_herschikking_is_declined_with_a_reason(account, client, lijn, budgethouder, bron):
    voorstel = boekingen.herschikking(lijn(2026), lijn(2027), by=budgethouder)
    client.force_login(account(Rol.BESLISSER))
    adres = reverse("herschikking-afwijzen", args=[voorstel.besluit])
    assert fouten(client.post(adres, {"reden": ""})) == {"reden": ["Vul in waarom u afwijst."]}
    assert "De herschikking is afgewezen." in text(client.post(adres, {"reden": "te vroeg"}, follow=True))


def test_a_reservering_is_let_go_by_a_button(browser_van, lijn, budgethouder):
    reservering = boekingen.reservering(lijn(), bedrag="4000", by=budgethouder)
    browser_van.post(reverse("reservering-vervallen", args=[reservering.pk]) + "?programma=agenda")
    assert beschikbaar(2026) == 10000


def test_a_year_is_closed_by_two_and_then_a_correction_names_what_it_corrects(
    account, browser_van, client, lijn, bron, budgethouder
):
    oud, nieuw = lijn(2025), lijn(2026)
    contract = boekingen.verplichting(oud, kenmerk="C-1", toelichting="nodig", by=budgethouder)
    betaling = boekingen.betaald(contract, "600", by=budgethouder)
    slotwet = Besluit("slotwet", 2025, bron, "p. 1", "slotwet")
    muteren(oud, budget="beide", soort="beleidsmatig", bedrag=Decimal(1), besluit=slotwet, by=budgethouder)
    browser_van.post("/werk/begroting/jaren/2025/jaar_voorstellen/")
    assert "kunt u bij begrotingsjaar 2025 niet zelf doen" in text(browser_van.get("/werk/begroting/jaren/"))
    ander = Client()
    ander.force_login(account(Rol.PROGRAMMAMANAGER))
    ander.post("/werk/begroting/jaren/2025/jaar_afsluiten/")
    assert Begrotingsjaar.objects.get().status == "afgesloten"
    terug = reverse("verplichting-terugontvangen", args=["agenda", "C-1"])
    ingevuld = {"sleutel": str(uuid4()), "kenmerk": "T", "bedrag": "100", "corrigeert": betaling.pk}
    dicht = browser_van.post(terug, ingevuld | {"datum": "2025-06-01"})
    assert fouten(dicht)["datum"][0].startswith("Het jaar 2025 is afgesloten;")
    pagina = text(browser_van.post(terug, ingevuld | {"datum": "2026-06-01"}, follow=True))
    assert "Correctie op F-1 van 1 maart 2025." in pagina
    vreemd = boekingen.verplichting(nieuw, kenmerk="C-2", toelichting="nodig", by=budgethouder)
    with pytest.raises(Exception, match="Wat u corrigeert, hoort bij verplichting C-1"):
        boekingen.betaald(vreemd, "1", by=budgethouder, corrigeert=betaling)


def test_a_new_planning_replaces_the_old_one_which_stays_readable(browser_van, lijn, budgethouder):
    contract = boekingen.verplichting(lijn(), kenmerk="C-1", toelichting="nodig", by=budgethouder)
    adres = reverse("verplichting-plannen", args=["agenda", "C-1"])
    # fmt: off
    te_veel = "Samen is dat € 1.000,01, en van C-1 staat € 1.000 open: € 0,01 te veel."
    for termijnen, melding in (
        ("01-2099 600\n02-2099 400,01", te_veel),
        ("01-2099 600\n01-2099 4", "01-2099 staat er twee keer. Tel de bedragen van die maand bij elkaar op."),
        ("01-2020 600", "01-2020 is al voorbij. Plan alleen wat nog betaald moet worden."),
        ("13-2099 600", "Regel 1 (‘13-2099 600’) is geen maand met een bedrag. Schrijf bijvoorbeeld: 03-2027 12.500,00."),
        ("01-2099 6.0", "Regel 1: ‘6.0’ is geen bedrag in euro. Schrijf bijvoorbeeld 250.000 of 1.234,50."),
    ):
        antwoord = browser_van.post(adres, {"sleutel": str(uuid4()), "termijnen": termijnen})
        assert fouten(antwoord) == {"termijnen": [melding]}
    # fmt: on
    for termijnen in ("01-2099\t600\n02-2099 400", "03-2099 1.000"):
        pagina = browser_van.post(adres, {"sleutel": str(uuid4()), "termijnen": termijnen}, follow=True)
    assert "maart 2099 € 1.000" in text(pagina)
    assert "januari 2099 € 600" in text(pagina)
    assert contract.termijnen.filter(vervangen_op=None).count() == 1
    assert browser_van.get(adres).context["form"]["termijnen"].value() == "03-2099 1.000"


@pytest.mark.django_db(transaction=True)
def test_of_two_browsers_at_once_on_a_hard_line_one_is_told_the_exact_shortage(lijn, budgethouder, agenda, bron):
    regel = lijn()
    browsers = [Client(), Client()]
    for browser in browsers:
        browser.force_login(budgethouder)

    def aangaan(browser, kenmerk):
        velden = {"sleutel": str(uuid4()), "regel": regel.pk, "soort": "contract", "kenmerk": kenmerk}
        velden |= {"omschrijving": "x", "wederpartij": "y", "bedrag": "6.000", "datum": "2026-03-01"}
        return browser.post(f"{BOEKEN}verplichting/", velden | {"toelichting": "nodig"})

    antwoorden = at_once(*(lambda b=b, n=n: aangaan(b, n) for n, b in enumerate(browsers)))
    gelukt, geweigerd = sorted(antwoorden, key=lambda antwoord: antwoord.status_code)
    assert (gelukt.status_code, geweigerd.status_code) == (302, 400)
    assert "U vraagt € 6.000: € 2.000 te veel." in text(geweigerd)
    assert beschikbaar(2026) == 4000


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_twice_at_the_same_moment_books_once(lijn, budgethouder):
    regel = lijn()
    browsers = [Client(), Client()]
    for browser in browsers:
        browser.force_login(budgethouder)
    velden = {"sleutel": str(uuid4()), "regel": regel.pk, "bedrag": "1.000", "omschrijving": "toegezegd"}
    antwoorden = at_once(*(lambda b=b: b.post(f"{BOEKEN}reservering/", velden) for b in browsers))
    assert [antwoord.status_code for antwoord in antwoorden] == [302, 302]
    assert Reservering.objects.count() == 1


def test_a_planning_of_what_is_paid_is_refused_by_the_verb_too(lijn, budgethouder):
    contract = boekingen.verplichting(lijn(), kenmerk="C-1", toelichting="nodig", by=budgethouder)
    boekingen.betaald(contract, "1000", by=budgethouder)
    with pytest.raises(Exception, match="staat €\u00a00 open"):
        plannen(contract, [(date(2099, 1, 1), Decimal(1))], by=budgethouder)
    assert not Betaaltermijn.objects.exists()
