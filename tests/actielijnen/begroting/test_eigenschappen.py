"""Whatever is booked in whatever order: nothing is lost or made, ceilings hold, and the rows tell the same story."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actielijnen.begroting import verplichten
from actielijnen.begroting.mutaties import Besluit, kasschuiven
from actielijnen.begroting.plafond import Geweigerd
from actielijnen.begroting.standen import Stand, standen, totaal
from actielijnen.models import Betaling, Bijstelling, Mutatie, Reservering, Verplichting
from tests.actielijnen.begroting.conftest import JAREN, STROMEN
from tests.hulpmiddelen import begroting
from tests.hulpmiddelen.begroting import verplicht

BEDRAG = st.decimals("0.01", "120000", places=2)
LIJN = st.tuples(st.sampled_from(STROMEN), st.sampled_from(JAREN))
DATUM = st.dates(date(2026, 1, 1), date(2028, 12, 31))
WELKE = st.integers(0, 5)

# What somebody may try, one after the other; most of it is refused sooner or later, and that is fine.
HANDELING = st.one_of(
    st.tuples(st.just("muteren"), LIJN, st.sampled_from(["verplichtingen", "kas", "beide"]), BEDRAG, st.booleans()),
    st.tuples(st.just("kasschuiven"), LIJN, st.sampled_from(JAREN), BEDRAG),
    st.tuples(st.just("reserveren"), LIJN, BEDRAG),
    st.tuples(st.just("vervallen"), WELKE),
    st.tuples(st.just("aangaan"), LIJN, BEDRAG, st.booleans()),
    st.tuples(st.just("bijstellen"), WELKE, BEDRAG, st.booleans(), DATUM),
    st.tuples(st.just("betalen"), WELKE, BEDRAG, DATUM),
    st.tuples(st.just("terugontvangen"), WELKE, BEDRAG, DATUM),
)


class Boekhouding:
    """The lines, and each handeling as a call of its verb; refusals leave everything as it was."""

    def __init__(self, lijnen, bron, by):
        self.lijnen, self.bron, self.by, self.nummer = lijnen, bron, by, 0

    def try_out(self, soort, *rest) -> bool:
        self.nummer += 1
        try:
            with transaction.atomic():
                getattr(self, soort)(*rest)
        except Geweigerd:
            return False
        return True

    def muteren(self, lijn, budget, bedrag, erbij):
        teken = 1 if erbij else -1
        begroting.boek(self.lijnen[lijn], teken * bedrag, bron=self.bron, by=self.by, budget=budget)

    def kasschuiven(self, lijn, jaar, bedrag):
        besluit = Besluit("tweede_suppletoire", 2026, self.bron, "tabel", "later")
        kasschuiven(self.lijnen[lijn], self.lijnen[lijn[0], jaar], bedrag=bedrag, besluit=besluit, by=self.by)

    def reserveren(self, lijn, bedrag):
        verplichten.reserveren(self.lijnen[lijn], bedrag=bedrag, omschrijving="iets", by=self.by)

    def vervallen(self, welke):
        if reservering := self._one_of(Reservering.objects.filter(status="open"), welke):
            verplichten.vervallen(reservering, by=self.by)

    def aangaan(self, lijn, bedrag, van_reservering):
        regel = self.lijnen[lijn]
        open_ = Reservering.objects.filter(status="open", regel=regel).first() if van_reservering else None
        verplicht(regel, f"V{self.nummer}", bedrag, by=self.by, reservering=open_)

    def bijstellen(self, welke, bedrag, erbij, datum):
        if contract := self._one_of(Verplichting.objects.all(), welke):
            teken = 1 if erbij else -1
            verplichten.bijstellen(contract, bedrag=teken * bedrag, datum=datum, reden="anders", by=self.by)

    def betalen(self, welke, bedrag, datum, verb=verplichten.betalen):
        if contract := self._one_of(Verplichting.objects.all(), welke):
            verb(contract, bedrag=bedrag, datum=datum, kenmerk=f"F{self.nummer}", by=self.by)

    def terugontvangen(self, welke, bedrag, datum):
        self.betalen(welke, bedrag, datum, verb=verplichten.terugontvangen)

    def _one_of(self, rows, welke):
        found = list(rows.order_by("pk"))
        return found[welke % len(found)] if found else None


def replayed() -> dict[int, dict[str, Decimal]]:
    """The same amounts, added up row by row in Python: a second way to the same stand."""
    som = defaultdict(lambda: defaultdict(Decimal))
    for mutatie in Mutatie.objects.all():
        som[mutatie.regel_id]["budget"] += mutatie.bedrag * (mutatie.budget != "kas")
        som[mutatie.regel_id]["kasbudget"] += mutatie.bedrag * (mutatie.budget != "verplichtingen")
    for reservering in Reservering.objects.filter(status="open"):
        som[reservering.regel_id]["gereserveerd"] += reservering.bedrag
    for row in [*Verplichting.objects.all(), *Bijstelling.objects.all()]:
        som[row.regel_id]["verplicht"] += row.bedrag
    for betaling in Betaling.objects.all():
        som[betaling.regel_id]["betaald"] += betaling.bedrag * (1 if betaling.soort == "betaling" else -1)
    return som


def check_all(regels, harde) -> None:
    gevonden, verhaal = standen(regels), replayed()
    for regel in regels:
        stand = gevonden[regel.pk]
        for naam in ("budget", "kasbudget", "gereserveerd", "verplicht", "betaald"):
            assert getattr(stand, naam) == verhaal[regel.pk][naam], (regel, naam)
        assert stand.openstaand >= 0
        if regel.pk in harde:
            assert (stand.beschikbaar >= 0, stand.kasruimte >= 0) == (True, True)
    for weg in ("post_id", "jaar", "dekkingsbron_id"):
        assert totaal(_per(regels, gevonden, weg).values()) == totaal(gevonden.values())
    for weg in ("post_id", "dekkingsbron_id"):  # over all years: no money crosses to another post or source
        for stand in _per(regels, gevonden, weg).values():
            assert stand.openstaand == stand.verplicht - stand.betaald
    for contract in Verplichting.objects.all():
        assert 0 <= verplichten.betaald_van(contract) <= verplichten.verplicht_van(contract)


def _per(regels, gevonden, weg) -> dict[object, Stand]:
    groepen = defaultdict(Stand)
    for regel in regels:
        groepen[getattr(regel, weg)] += gevonden[regel.pk]
    return groepen


def explored(examples):
    """Each example in a transaction of its own, taken back afterwards."""
    return settings(
        max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )  # fmt: skip


@pytest.fixture
def kantoor(lijnen, stuk, budgethouder):
    return Boekhouding(lijnen, stuk(2026), budgethouder)


def run(kantoor, handelingen) -> int:
    """How many of `handelingen` were booked; afterwards everything is as before."""
    with transaction.atomic():
        geboekt = sum(kantoor.try_out(*handeling) for handeling in handelingen)
        harde = {lijn.pk for lijn in kantoor.lijnen.values() if not lijn.is_indicatief}
        check_all(list(kantoor.lijnen.values()), harde)
        transaction.set_rollback(True)
    return geboekt


@explored(8)
@given(st.lists(HANDELING, min_size=5, max_size=25))
def test_sums_agree_and_ceilings_hold_whatever_is_booked(kantoor, handelingen):
    run(kantoor, handelingen)


@pytest.mark.proof
@explored(300)
@given(st.lists(HANDELING, min_size=5, max_size=60))
def test_the_same_for_many_more_sequences(kantoor, handelingen):
    run(kantoor, handelingen)


def test_these_sequences_do_book(kantoor):
    """So that the properties above are not true because everything is refused."""
    dag = date(2026, 5, 1)
    handelingen = [("aangaan", (2, 2026), Decimal(50_000), False), ("betalen", 0, Decimal(10_000), dag)]
    handelingen += [("bijstellen", 0, Decimal(1_000), False, dag), ("terugontvangen", 0, Decimal(500), dag)]
    handelingen += [
        ("reserveren", (2, 2027), Decimal(5)),
        ("vervallen", 0),
        ("kasschuiven", (1, 2026), 2028, Decimal(7)),
    ]
    assert run(kantoor, handelingen) == len(handelingen)
