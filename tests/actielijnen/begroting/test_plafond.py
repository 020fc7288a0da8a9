"""The ceiling under many hands: commitments and payments at once never pass it, and who loses hears the shortage."""

from datetime import date
from decimal import Decimal

import pytest

from actielijnen.begroting import verplichten
from actielijnen.begroting.plafond import Geweigerd, Tekort
from actielijnen.begroting.standen import stand_van
from actielijnen.models import Betaling, Verplichting
from tests.hulpmiddelen.begroting import verplicht
from tests.hulpmiddelen.tegelijk import at_once

pytestmark = pytest.mark.django_db(transaction=True)
PERSONS = pytest.mark.parametrize("persons", [16, pytest.param(40, marks=pytest.mark.proof)])


@PERSONS
def test_commitments_at_once_never_pass_a_hard_line_and_each_refusal_names_the_shortage(regel, budgethouder, persons):
    lijn = regel(2026, 100_000)
    tries = [lambda n=n: verplicht(lijn, f"V{n}", "30000.01", by=budgethouder) for n in range(persons)]
    answers = at_once(*tries)
    assert sum(isinstance(answer, Verplichting) for answer in answers) == 3
    refused = [answer for answer in answers if not isinstance(answer, Verplichting)]
    assert {type(answer) for answer in refused} == {Tekort}
    assert {answer.tekort for answer in refused} == {Decimal("30000.01") - (100_000 - 3 * Decimal("30000.01"))}
    assert stand_van(lijn).beschikbaar == Decimal("9999.97")


@PERSONS
def test_reserveringen_and_verplichtingen_share_one_ceiling(regel, budgethouder, persons):
    lijn = regel(2026, 100_000)

    def reserve():
        return verplichten.reserveren(lijn, bedrag=Decimal(15_000), omschrijving="toezegging", by=budgethouder)

    tries = [
        reserve if n % 2 else lambda n=n: verplicht(lijn, f"V{n}", 15_000, by=budgethouder) for n in range(persons)
    ]
    answers = at_once(*tries)
    assert [type(answer) for answer in answers].count(Tekort) == persons - 6
    assert stand_van(lijn).beschikbaar == 10_000


@PERSONS
def test_payments_at_once_never_pass_the_kas_nor_their_verplichting(regel, budgethouder, persons):
    lijn = regel(2026, 100_000, budget="verplichtingen")
    regel(2026, 50_000, budget="kas")
    contracten = [verplicht(lijn, f"V{n}", 40_000, by=budgethouder) for n in range(2)]

    def pay(n):
        return verplichten.betalen(
            contracten[n % 2], bedrag=Decimal(15_000), datum=date(2026, 5, 1), kenmerk=f"F{n}", by=budgethouder
        )

    answers = at_once(*[lambda n=n: pay(n) for n in range(persons)])
    assert sum(isinstance(answer, Betaling) for answer in answers) == 3
    assert all(isinstance(answer, Betaling | Geweigerd) for answer in answers)
    assert stand_van(lijn).kasruimte == 5_000
    assert all(verplichten.openstaand_van(contract) >= 0 for contract in contracten)


def test_one_payment_that_two_people_book_is_booked_once(regel, budgethouder):
    contract = verplicht(regel(2026, 100_000), "V1", 80_000, by=budgethouder)
    pay = {"bedrag": Decimal(10_000), "datum": date(2026, 5, 1), "kenmerk": "F1", "by": budgethouder}
    answers = at_once(*[lambda: verplichten.betalen(contract, **pay)] * 4)
    assert sorted(type(answer).__name__ for answer in answers) == ["Betaling", "Geweigerd", "Geweigerd", "Geweigerd"]
