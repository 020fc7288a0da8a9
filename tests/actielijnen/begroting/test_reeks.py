"""A series of bookings is booked by the same rules as one by one, and holds the ceilings against everybody else."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from actielijnen.begroting import verplichten
from actielijnen.begroting.grootboek import proberen, proefreeks, reeks
from actielijnen.begroting.plafond import Geweigerd, Tekort
from actielijnen.begroting.standen import stand_van, standen
from actielijnen.models import Begrotingsregel, Betaling, Mutatie, Verplichting
from agenda.models import AuditRegel
from tests.actielijnen.begroting.test_eigenschappen import BEDRAG, DATUM, LIJN, explored
from tests.hulpmiddelen.begroting import boek, verplicht
from tests.hulpmiddelen.tegelijk import at_once

# What a file can hold. Few kenmerken, so that some come twice.
KENMERK = st.integers(0, 3)
RIJ = st.one_of(
    st.tuples(st.just("muteren"), LIJN, st.sampled_from(["verplichtingen", "kas", "beide"]), BEDRAG, st.booleans()),
    st.tuples(st.just("aangaan"), LIJN, BEDRAG, KENMERK),
    st.tuples(st.just("betalen"), KENMERK, BEDRAG, DATUM, KENMERK),
    st.tuples(st.just("terugontvangen"), KENMERK, BEDRAG, DATUM, KENMERK),
)


class Rijen:
    """Each kind of row as a call of its verb."""

    def __init__(self, lijnen, contracten, bron, by):
        self.lijnen, self.contracten, self.bron, self.by = lijnen, contracten, bron, by

    def answer(self, soort, *rest) -> str:
        """What is booked, or why not."""
        try:
            return str(getattr(self, soort)(*rest))
        except Geweigerd as geweigerd:
            return str(geweigerd)

    def muteren(self, lijn, budget, bedrag, erbij):
        teken = 1 if erbij else -1
        return boek(self.lijnen[lijn], teken * bedrag, bron=self.bron, by=self.by, budget=budget)

    def aangaan(self, lijn, bedrag, kenmerk):
        return verplicht(self.lijnen[lijn], f"N{kenmerk}", bedrag, by=self.by)

    def betalen(self, contract, bedrag, datum, kenmerk, verb=verplichten.betalen):
        return verb(self.contracten[contract], bedrag=bedrag, datum=datum, kenmerk=f"F{kenmerk}", by=self.by)

    def terugontvangen(self, *rest):
        return self.betalen(*rest, verb=verplichten.terugontvangen)


@pytest.fixture
def rijen(lijnen, stuk, budgethouder):
    """With four contracts of 30.000."""
    contracten = [verplicht(lijnen[n % 3 + 1, 2026], f"V{n}", 30_000, by=budgethouder) for n in range(4)]
    return Rijen(lijnen, contracten, stuk(2026), budgethouder)


def tried(rijen, gevraagd, block) -> tuple[list[str], dict, list]:
    """The answers in `block`, and what stands and is written then; afterwards everything is as before."""
    with transaction.atomic():
        with block() as ledger:
            answers = [rijen.answer(*each) for each in gevraagd]
            known = dict(ledger.standen) if ledger else None
        found = standen(Begrotingsregel.objects.all())
        assert known in (None, found)
        audit = list(AuditRegel.objects.order_by("pk").values_list("actie", "onderwerp_soort", "details"))
        transaction.set_rollback(True)
    return answers, found, audit


@explored(8)
@given(st.lists(RIJ, min_size=5, max_size=25))
def test_a_series_answers_and_books_the_same_as_one_by_one(rijen, voorbeeld, gevraagd):
    assert tried(rijen, gevraagd, lambda: reeks(voorbeeld)) == tried(rijen, gevraagd, transaction.atomic)


@pytest.mark.proof
@explored(300)
@given(st.lists(RIJ, min_size=5, max_size=60))
def test_the_same_for_many_more_series(rijen, voorbeeld, gevraagd):
    assert tried(rijen, gevraagd, lambda: reeks(voorbeeld)) == tried(rijen, gevraagd, transaction.atomic)


def test_trying_writes_nothing_and_counts_for_the_next_try(regel, voorbeeld, budgethouder):
    lijn = regel(2026, 100_000)
    before = [model.objects.count() for model in (Mutatie, Verplichting, AuditRegel)]
    ledger = proefreeks(voorbeeld)
    with proberen(ledger):
        verplicht(lijn, "V1", 80_000, by=budgethouder)
    with proberen(ledger), pytest.raises(Tekort, match=r"10\.000 te veel"):
        verplicht(lijn, "V2", 30_000, by=budgethouder)
    assert [model.objects.count() for model in (Mutatie, Verplichting, AuditRegel)] == before
    assert verplicht(lijn, "V1", 100_000, by=budgethouder).pk


def test_a_series_refuses_what_no_file_holds(regel, voorbeeld, budgethouder):
    """It would not know what that does to the ceiling."""
    lijn = regel(2026, 100_000)
    with reeks(voorbeeld), pytest.raises(TypeError, match="Een reeks kent geen reservering"):
        verplichten.reserveren(lijn, bedrag=Decimal(5), omschrijving="iets", by=budgethouder)


@pytest.mark.django_db(transaction=True)
def test_series_and_single_bookings_at_once_never_pass_a_hard_line(regel, voorbeeld, budgethouder):
    lijn = regel(2026, 100_000)

    def series(n):
        with reeks(voorbeeld):
            return [answer(f"R{n}-{each}") for each in range(3)]

    def answer(kenmerk):
        try:
            return verplicht(lijn, kenmerk, 15_000, by=budgethouder)
        except Tekort as tekort:
            return tekort

    answers = at_once(*[lambda n=n: series(n) for n in range(4)], *[lambda n=n: answer(f"V{n}") for n in range(4)])
    flat = [each for answer in answers for each in (answer if isinstance(answer, list) else [answer])]
    assert sorted(type(each).__name__ for each in flat) == ["Tekort"] * 10 + ["Verplichting"] * 6
    assert stand_van(lijn).beschikbaar == 10_000


@pytest.mark.django_db(transaction=True)
def test_one_payment_in_two_series_at_once_is_booked_once(regel, voorbeeld, budgethouder):
    contract = verplicht(regel(2026, 100_000), "V1", 80_000, by=budgethouder)
    pay = {"bedrag": Decimal(10_000), "datum": date(2026, 5, 1), "kenmerk": "F1", "by": budgethouder}

    def series():
        with reeks(voorbeeld):
            return verplichten.betalen(contract, **pay)

    answers = at_once(*[series] * 4)
    assert sorted(type(answer).__name__ for answer in answers) == ["Betaling", "Geweigerd", "Geweigerd", "Geweigerd"]
    assert Betaling.objects.count() == 1
