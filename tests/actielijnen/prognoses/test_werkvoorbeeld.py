"""A prognose by hand: each amount of the page is on paper first."""

from datetime import date
from decimal import Decimal

import pytest

from actielijnen.begroting import prognose as verbs
from actielijnen.begroting.plannen import plannen
from actielijnen.begroting.prognose import Invulling
from actielijnen.begroting.projectie import projectie
from actielijnen.models import Aanname
from agenda.access import Rol
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.vooruitzicht import jaarregel, prognose, verplichting


@pytest.fixture
def begroting(db):
    """Post 1: € 100.000 kas, post 2: € 50.000 kas in 2026.

    A (post 1, € 60.000): planned 10 in February, 20 in June, 20 in November and 10 in January 2027; paid 10 on
        12 March. Open 50; planned up to December 50, less 10 paid: 40 still comes this year, 10 in 2027.
    B (post 1, € 30.000): planned nothing, paid 5. Open 25, all of it without a planning.
    C (post 2, € 40.000): planned 40 in March, paid 39 in April. Open 1, and that is expected.
    D (post 2, € 5.000): entered in May, after the peildatum, so it is not there yet.
    """
    programma = vooruitzicht.programma()
    een, twee = jaarregel(programma, 1, 100_000), jaarregel(programma, 2, 50_000)
    jaarregel(programma, 1, 70_000, jaar=2027)
    a = verplichting(
        een, "A", 60_000, gepland=[(2, 10_000), (6, 20_000), (11, 20_000)], betaald=[(date(2026, 3, 12), 10_000)]
    )
    with vooruitzicht.klok.vastgezet(vooruitzicht.datetime(2026, 1, 10, 9, tzinfo=vooruitzicht.UTC)):
        vooruitzicht.plan(a, (1, 10_000), jaar=2027)
    verplichting(een, "B", 30_000, betaald=[(date(2026, 4, 30), 5_000)])
    verplichting(twee, "C", 40_000, gepland=[(3, 40_000)], betaald=[(date(2026, 4, 2), 39_000)])
    verplichting(twee, "D", 5_000, dag=date(2026, 5, 2), gepland=[(6, 5_000)])
    return programma


def op(*dag):
    """The morning of a day."""
    return vooruitzicht.klok.vastgezet(vooruitzicht.datetime(*dag, 9, tzinfo=vooruitzicht.UTC))


def bedragen(van) -> dict[int, tuple[int, ...]]:
    return {
        rij.regel.post.nummer: tuple(
            int(each)
            for each in (
                rij.kasbudget,
                rij.betaald,
                rij.volgens_planning,
                rij.zonder_planning,
                rij.verwacht,
                rij.afwijking,
            )
        )
        for rij in van.regels.select_related("regel__post")
    }


def test_a_prognose_starts_from_what_is_paid_and_what_the_planning_says_still_comes(begroting):
    assert bedragen(prognose(begroting)) == {
        1: (100_000, 15_000, 40_000, 25_000, 55_000, -45_000),
        2: (50_000, 39_000, 1_000, 0, 40_000, -10_000),
    }


def test_a_new_planning_speaks_of_what_was_open_when_it_was_made(db):
    """€ 60.000, of which 40.000 is paid; then the 20.000 that is left is planned anew, in October."""
    programma, by = vooruitzicht.programma(), vooruitzicht.budgethouder()
    with op(2026, 3, 2):
        lijn, paid = jaarregel(programma, 1, 100_000), [(date(2026, 3, 2), 40_000)]
        made = verplichting(lijn, "E", 60_000, gepland=[(2, 60_000)], betaald=paid)
    with op(2026, 4, 1):
        plannen(made, [(date(2026, 10, 1), Decimal(20_000))], by=by)
    with op(2026, 5, 4):
        over = prognose(programma)
    assert bedragen(over) == {1: (100_000, 40_000, 20_000, 0, 60_000, -40_000)}


def test_what_people_expect_goes_before_the_planning_and_is_explained(begroting, account):
    made = prognose(begroting)
    een = made.regels.get(regel__post__nummer=1)
    verwacht = Invulling(Decimal(55_000), Decimal(35_000), "B wordt dit jaar ook betaald, € 15.000.")
    verbs.invullen(
        made,
        een.regel.post,
        regels={een.regel_id: verwacht},
        verklaring="B was vergeten.",
        by=vooruitzicht.budgethouder(),
    )
    assert bedragen(made)[1] == (100_000, 15_000, 40_000, 25_000, 105_000, 5_000)
    twee = made.regels.get(regel__post__nummer=2)
    zoals_gepland = Invulling(twee.uit_openstaand, twee.nieuw)
    verbs.invullen(
        made,
        twee.regel.post,
        regels={twee.regel_id: zoals_gepland},
        verklaring="Meevaller.",
        by=vooruitzicht.budgethouder(),
    )
    verbs.vaststellen(made, by=account(Rol.PROGRAMMAMANAGER))
    found = verbs.nieuwste(begroting)
    assert {pk: (int(rij.verwacht), int(rij.afwijking)) for pk, rij in found.items()} == {
        een.regel_id: (105_000, 5_000),
        twee.regel_id: (40_000, -10_000),
    }


def test_the_projection_by_hand(begroting):
    """Kas 150.000; paid 54.000; open 41.000; new 10.000.

    Late 10 % (5 to 20), not through 50 % (0 to 100):
    expected 54.000 + 36.900 + 5.000 = 95.900, so 54.100 is left;
    low      54.000 + 38.950 + 10.000 = 102.950, so 47.050 is left;
    high     54.000 + 32.800 + 0 = 86.800, so 63.200 is left.
    """
    made = prognose(begroting)
    een = made.regels.get(regel__post__nummer=1)
    by = vooruitzicht.budgethouder()
    verbs.invullen(
        made, een.regel.post, regels={een.regel_id: Invulling(Decimal(40_000), Decimal(10_000))}, verklaring="", by=by
    )
    assert projectie(made) is None
    deel = [Decimal(each) for each in ("0.05", "0.10", "0.20", "0", "0.5", "1")]
    verbs.aannemen(made, Aanname.Soort.TE_LAAT, laag=deel[0], verwacht=deel[1], hoog=deel[2], reden="ervaring", by=by)
    assert projectie(made) is None
    verbs.aannemen(
        made, Aanname.Soort.GAAT_NIET_DOOR, laag=deel[3], verwacht=deel[4], hoog=deel[5], reden="ervaring", by=by
    )
    over = projectie(made).onderuitputting
    assert (over.laag, over.verwacht, over.hoog) == (Decimal(47_050), Decimal(54_100), Decimal(63_200))
