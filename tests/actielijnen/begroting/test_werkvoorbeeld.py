"""One post over three years, worked out by hand on paper: every amount of a budget holder, to the cent."""

from datetime import date
from decimal import Decimal

import pytest

from actielijnen.begroting import verplichten
from actielijnen.begroting.mutaties import Besluit, boeken
from actielijnen.begroting.standen import standen, totaal
from tests.hulpmiddelen.begroting import verplicht

# fmt: off
MUTATIES = [
    # jaar  budget            moment                begrotingsjaar  soort              bedrag
    (2026, "verplichtingen", "ontwerpbegroting",    2026,           "oorspronkelijk",  "400000.00"),
    (2027, "verplichtingen", "ontwerpbegroting",    2026,           "oorspronkelijk",  "300000.00"),
    (2028, "verplichtingen", "ontwerpbegroting",    2026,           "oorspronkelijk",  "200000.00"),
    (2026, "kas",            "ontwerpbegroting",    2026,           "oorspronkelijk",  "250000.00"),
    (2027, "kas",            "ontwerpbegroting",    2026,           "oorspronkelijk",  "350000.00"),
    (2028, "kas",            "ontwerpbegroting",    2026,           "oorspronkelijk",  "300000.00"),
    (2026, "verplichtingen", "amendement",          2026,           "beleidsmatig",     "50000.00"),
    (2026, "kas",            "amendement",          2026,           "beleidsmatig",     "25000.50"),
    (2026, "verplichtingen", "eerste_suppletoire",  2026,           "overboeking_uit", "-60000.00"),
    (2026, "kas",            "tweede_suppletoire",  2026,           "kasschuif",       "-40000.00"),
    (2027, "kas",            "tweede_suppletoire",  2026,           "kasschuif",        "40000.00"),
    (2027, "verplichtingen", "eerste_suppletoire",  2027,           "overboeking_in",   "15000.25"),
]
VERPLICHTINGEN = [
    # kenmerk  datum              bedrag
    ("A",      date(2026, 2, 10), "120000.00"),
    ("B",      date(2026, 3, 15),  "99999.99"),
    ("C",      date(2026, 4, 1),   "28500.01"),  # of a reservering of 30.000
    ("D",      date(2027, 1, 20), "150000.00"),
    ("E",      date(2027, 2, 1),   "80000.50"),
    ("F",      date(2028, 1, 10),  "60000.00"),
]
BETALINGEN = [
    ("A", date(2026, 3, 1),   "30000.00"), ("A", date(2026, 6, 1),  "30000.00"), ("A", date(2026, 9, 15), "25000.25"),
    ("A", date(2027, 2, 1),   "20000.00"), ("A", date(2027, 3, 1),  "19999.75"), ("B", date(2026, 6, 1),  "40000.00"),
    ("B", date(2026, 12, 31), "10000.00"), ("B", date(2027, 1, 1),  "20000.01"), ("C", date(2026, 5, 1),  "28500.01"),
    ("D", date(2027, 6, 1),   "50000.00"), ("D", date(2028, 6, 1),  "70000.00"), ("E", date(2027, 7, 1),  "80000.50"),
    ("F", date(2028, 2, 1),   "15000.00"), ("F", date(2028, 3, 1),  "15000.00"), ("F", date(2028, 4, 1),  "10000.00"),
]
# On paper.              2026         2027         2028        drie jaren
STANDEN = {
    "budget":         ("390000.00", "315000.25", "200000.00", "905000.25"),
    "kasbudget":      ("235000.50", "390000.00", "300000.00", "925000.50"),
    "gereserveerd":   (     "0.00",  "20000.00",      "0.00",  "20000.00"),
    "aangegaan":      ("248500.00", "230000.50",  "60000.00", "538500.50"),
    "bijgesteld":     (  "5000.00",  "-9999.99",      "0.00",  "-4999.99"),
    "verplicht":      ("253500.00", "220000.51",  "60000.00", "533500.51"),
    "betalingen":     ("163500.26", "190000.26", "110000.00", "463500.52"),
    "ontvangsten":    (     "0.00",   "5000.00",      "0.00",   "5000.00"),
    "betaald":        ("163500.26", "185000.26", "110000.00", "458500.52"),
    "openstaand":     ( "24999.99",  "30000.00",  "20000.00",  "74999.99"),
    "beschikbaar":    ("136500.00",  "74999.74", "140000.00", "351499.74"),
    "kasruimte":      ( "71500.24", "204999.74", "190000.00", "466499.98"),
}
# fmt: on


@pytest.fixture
def regels(regel, stuk, budgethouder):
    """All of it booked through the verbs, in the order of the tables."""
    lijnen = {jaar: regel(jaar) for jaar in (2026, 2027, 2028)}
    for jaar, budget, moment, begrotingsjaar, soort, bedrag in MUTATIES:
        besluit = Besluit(moment, begrotingsjaar, stuk(begrotingsjaar), "artikel 13", "volgens het voorbeeld")
        boeken([(lijnen[jaar], budget, soort, Decimal(bedrag))], besluit, by=budgethouder)
    reserveer = {"omschrijving": "onderzoek", "by": budgethouder}
    onderzoek = verplichten.reserveren(lijnen[2026], bedrag=Decimal(30000), datum=date(2026, 1, 5), **reserveer)
    verplichten.reserveren(lijnen[2027], bedrag=Decimal(20000), datum=date(2026, 1, 5), **reserveer)
    later = verplichten.reserveren(lijnen[2028], bedrag=Decimal(5000), datum=date(2026, 1, 5), **reserveer)
    verplichten.vervallen(later, by=budgethouder)
    contracten = {
        kenmerk: verplicht(
            lijnen[datum.year], kenmerk, bedrag, datum=datum, by=budgethouder,
            reservering=onderzoek if kenmerk == "C" else None,
        )
        for kenmerk, datum, bedrag in VERPLICHTINGEN
    }  # fmt: skip
    bijstellen = {"reden": "nieuwe offerte", "by": budgethouder}
    verplichten.bijstellen(contracten["A"], bedrag=Decimal(5000), datum=date(2026, 9, 1), **bijstellen)
    for nummer, (kenmerk, datum, bedrag) in enumerate(BETALINGEN):
        verplichten.betalen(
            contracten[kenmerk], bedrag=Decimal(bedrag), datum=datum, kenmerk=f"F{nummer}", by=budgethouder
        )
    verplichten.bijstellen(contracten["B"], bedrag=Decimal("-9999.99"), datum=date(2027, 5, 1), **bijstellen)
    terug = {"bedrag": Decimal(5000), "datum": date(2027, 8, 1), "kenmerk": "T1"}
    verplichten.terugontvangen(contracten["A"], by=budgethouder, **terug)
    return lijnen


def amounts(stand) -> dict[str, Decimal]:
    return {naam: getattr(stand, naam) for naam in STANDEN}


def on_paper(kolom: int) -> dict[str, Decimal]:
    return {naam: Decimal(bedragen[kolom]) for naam, bedragen in STANDEN.items()}


def test_every_amount_of_every_year_is_that_of_the_paper(regels):
    gevonden = standen(regels.values())
    for kolom, jaar in enumerate((2026, 2027, 2028)):
        assert amounts(gevonden[regels[jaar].pk]) == on_paper(kolom), jaar
    assert amounts(totaal(gevonden.values())) == on_paper(3)


def test_uitputting_is_a_share_of_the_kas_and_not_there_without_kas(regels, regel):
    stand = standen(regels.values())[regels[2026].pk]
    assert stand.uitputting == Decimal("163500.26") / Decimal("235000.50")
    assert stand.verplicht_deel == Decimal("253500.00") / Decimal("390000.00")
    leeg = regel(2029)
    assert (standen([leeg])[leeg.pk].uitputting, standen([leeg])[leeg.pk].verplicht_deel) == (None, None)


def test_a_stand_of_before_leaves_out_what_came_later(regels):
    """At the end of 2026 the suppletoire of 2027, the vrijval and all bookings of 2027 are not known yet."""
    oud = totaal(standen(regels.values(), peildatum=date(2026, 12, 31)).values())
    assert (oud.budget, oud.bijgesteld) == (Decimal("890000.00"), Decimal("5000.00"))
    assert (oud.betaald, oud.aangegaan) == (Decimal("163500.26"), Decimal("248500.00"))


def test_the_queries_do_not_grow_with_the_lines(regels, django_assert_num_queries):
    with django_assert_num_queries(1):
        standen([regels[2026]])
    with django_assert_num_queries(1):
        standen(regels.values())
