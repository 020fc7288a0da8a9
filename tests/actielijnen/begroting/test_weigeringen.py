"""What cannot be booked, and what the refusal says."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from actielijnen.begroting import herschikken, jaarafsluiting, verplichten
from actielijnen.begroting.mutaties import Besluit, kasschuiven
from actielijnen.begroting.plafond import Geweigerd, Tekort
from actielijnen.begroting.standen import stand_van
from actielijnen.models import Mutatie
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import Functiescheiding, NietMogelijk
from tests.hulpmiddelen.begroting import boek, verplicht

DAG = date(2026, 5, 1)


@pytest.fixture
def contract(regel, budgethouder):
    regel(2027, 50_000)
    return verplicht(regel(2026, 100_000), "V1", 40_000, by=budgethouder)


def spend(contract, by):
    verplichten.betalen(contract, bedrag=Decimal(30_000), datum=DAG, kenmerk="F1", by=by)


# fmt: off
NIET_MOGELIJK = [
    (verplichten.betalen,        {"bedrag": "10000.01"},      "Op V1 staat €\xa010.000 open. U vraagt €\xa010.000,01: €\xa00,01 te veel."),
    (verplichten.betalen,        {"bedrag": "-5"},            "Een betaling is meer dan € 0. Kwam er geld terug? Boek dan een terugontvangst."),
    (verplichten.betalen,        {"kenmerk": "F1"},           "Betaling F1 staat al op V1."),
    (verplichten.betalen,        {"datum": date(2030, 1, 1)}, "Voor 2030 heeft ‘2. Post 2’ geen begrotingsregel. Kies een datum in een van deze jaren: 2026, 2027."),
    (verplichten.terugontvangen, {"bedrag": "30000.01"},      "Op V1 staat €\xa030.000 aan betalingen. U vraagt €\xa030.000,01: €\xa00,01 te veel."),
]
# fmt: on


@pytest.mark.parametrize(("verb", "velden", "melding"), NIET_MOGELIJK)
def test_a_payment_that_does_not_fit_is_refused_with_why(contract, budgethouder, verb, velden, melding):
    spend(contract, budgethouder)
    velden = {"bedrag": "1", "datum": DAG, "kenmerk": "F2"} | velden
    with pytest.raises(Geweigerd) as refused:
        verb(contract, by=budgethouder, **velden | {"bedrag": Decimal(velden["bedrag"])})
    assert str(refused.value) == melding


def test_what_is_paid_does_not_fall_free(contract, budgethouder):
    spend(contract, budgethouder)
    with pytest.raises(Geweigerd, match="Meer dan dat kan niet vrijvallen"):
        verplichten.bijstellen(contract, bedrag=Decimal(-10_001), datum=DAG, reden="klaar", by=budgethouder)


def test_a_hard_line_refuses_with_the_exact_shortage(regel, budgethouder):
    with pytest.raises(Tekort) as refused:
        verplicht(regel(2026, 1000), "V1", "1000.01", by=budgethouder)
    assert str(refused.value) == (
        "Op ‘2. Post 2 (2026)’ is €\xa01.000 vrij beschikbaar. U vraagt €\xa01.000,01: €\xa00,01 te veel. "
        "Dit is een hard plafond. Boek ten hoogste €\xa01.000, of verhoog eerst het budget."
    )
    assert (refused.value.tekort, refused.value.veld) == (Decimal("0.01"), "bedrag")


def test_an_indicative_line_asks_for_a_reason_and_then_lets_through(regel, budgethouder):
    lijn = regel(2026, 1000, is_indicatief=True)
    with pytest.raises(Tekort) as refused:
        verplicht(lijn, "V1", 1500, by=budgethouder)
    assert (refused.value.tekort, refused.value.veld) == (500, "reden_overschrijding")
    verplicht(lijn, "V1", 1500, by=budgethouder, reden_overschrijding="De minister heeft dit toegezegd.")
    assert stand_van(lijn).beschikbaar == -500


def test_a_post_without_actielijn_asks_what_the_money_is_for(regel, budgethouder):
    lijn = regel(2026, 1000)
    lijn.post.actielijn = None
    lijn.post.save()
    with pytest.raises(Geweigerd, match="Schrijf op waarvoor dit geld nodig is"):
        verplicht(lijn, "V1", 5, by=budgethouder)
    verplicht(lijn, "V1", 5, by=budgethouder, toelichting="Zaalhuur")


def test_a_kenmerk_exists_once_in_a_programma(contract, regel, budgethouder):
    with pytest.raises(Geweigerd, match="Verplichting V1 bestaat al in dit programma"):
        verplicht(regel(2027), "V1", 5, by=budgethouder)


def test_budget_that_is_committed_cannot_be_taken_away(contract, stuk, budgethouder):
    lijn = contract.regel
    with pytest.raises(Tekort) as refused:
        boek(lijn, -60_001, bron=stuk(2026), by=budgethouder, budget="verplichtingen")
    assert refused.value.tekort == 1


def test_a_kasschuif_stays_within_its_post(regel, stuk, budgethouder):
    besluit = Besluit("tweede_suppletoire", 2026, stuk(2026), "tabel", "later")
    with pytest.raises(Geweigerd, match="twee jaren van dezelfde post"):
        kasschuiven(regel(2026, 5), regel(2027, nummer=3), bedrag=Decimal(1), besluit=besluit, by=budgethouder)


@pytest.mark.parametrize("rol", [Rol.PROGRAMMAMANAGER, Rol.AUDITOR, Rol.BESLISSER])
def test_who_is_no_budgethouder_books_nothing(contract, account, rol):
    with pytest.raises(GeenToegang):
        verplichten.betalen(contract, bedrag=Decimal(1), datum=DAG, kenmerk="F9", by=account(rol))


# --- Two persons ----------------------------------------------------------------------------------------------


@pytest.fixture
def herschikking(regel, stuk, budgethouder):
    besluit = Besluit("eerste_suppletoire", 2026, stuk(2026), "tabel", "Onderzoek wordt duurder.")
    van, naar = regel(2026, 1000), regel(2026, 500, nummer=3)
    return herschikken.voorstellen(van, naar, budget="beide", bedrag=Decimal(400), besluit=besluit, by=budgethouder)


def test_a_herschikking_is_booked_after_two_others_agree(herschikking, account, budgethouder):
    with pytest.raises(Functiescheiding):
        herschikken.akkoord(herschikking, by=budgethouder)
    manager = account(Rol.PROGRAMMAMANAGER)
    herschikken.akkoord(herschikking, by=manager)
    assert stand_van(herschikking.van).budget == 1000
    with pytest.raises(Functiescheiding):
        herschikken.akkoord(herschikking, by=manager)
    herschikken.akkoord(herschikking, by=account(Rol.BESLISSER))
    assert (stand_van(herschikking.van).budget, stand_van(herschikking.naar).budget) == (600, 900)
    geboekt = Mutatie.objects.filter(besluit=herschikking.besluit).order_by("bedrag")
    assert [mutatie.bedrag for mutatie in geboekt] == [-400, 400]


def test_a_herschikking_whose_money_is_gone_is_not_booked_and_stays_open(herschikking, account, budgethouder):
    herschikken.akkoord(herschikking, by=account(Rol.PROGRAMMAMANAGER))
    verplicht(herschikking.van, "V1", 700, by=budgethouder)
    with pytest.raises(Tekort) as refused:
        herschikken.akkoord(herschikking, by=account(Rol.BESLISSER))
    assert refused.value.tekort == 100
    herschikking.refresh_from_db()
    assert herschikking.status == "eerste_akkoord"


def test_a_year_closes_when_it_is_over_with_its_slotwet_by_two_persons(contract, stuk, account, budgethouder):
    programma = contract.programma
    with pytest.raises(Geweigerd, match="2026 is nog niet voorbij"):
        jaarafsluiting.voorstellen(programma, klok.vandaag().year, by=budgethouder)
    with klok.vastgezet(datetime(2027, 3, 1, tzinfo=UTC)):
        with pytest.raises(Geweigerd, match="De slotwet van 2026 is nog niet geboekt"):
            jaarafsluiting.voorstellen(programma, 2026, by=budgethouder)
        boek(contract.regel, 1, bron=stuk(2027), by=budgethouder, moment="slotwet", begrotingsjaar=2026)
        jaar = jaarafsluiting.voorstellen(programma, 2026, by=budgethouder)
        with pytest.raises(Functiescheiding):
            jaarafsluiting.afsluiten(jaar, by=budgethouder)
        jaarafsluiting.afsluiten(jaar, by=account(Rol.PROGRAMMAMANAGER))
    with pytest.raises(Geweigerd, match="Het jaar 2026 is afgesloten"):
        spend(contract, budgethouder)
    verplichten.betalen(contract, bedrag=Decimal(1), datum=date(2027, 5, 1), kenmerk="F2", by=budgethouder)
    with pytest.raises(NietMogelijk):
        jaarafsluiting.terugnemen(jaar, by=budgethouder)
