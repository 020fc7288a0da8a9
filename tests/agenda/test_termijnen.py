"""Terms of law: dates worked out by hand, many of which must not be moved."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.feestdagen import eerste_paasdag, feestdagen, is_werkdag
from agenda.termijnen import (
    BESLISSEN,
    BETALEN,
    BEZWAAR,
    BUITEN_BEHANDELING,
    Duur,
    Eenheid,
    Grondslag,
    Regelsoort,
    eind,
)

D, W, M, J = Eenheid
WET = Grondslag(Regelsoort.WET, "artikel 1")
AMVB = Grondslag(Regelsoort.AMVB, "artikel 1")
REGELING = Grondslag(Regelsoort.MINISTERIELE_REGELING, "artikel 1")
REGELING_VERSCHUIFT = Grondslag(Regelsoort.MINISTERIELE_REGELING, "artikel 1", verschuift=True)
AMVB_VERSCHUIFT_NIET = Grondslag(Regelsoort.AMVB, "artikel 1", verschuift=False)

# Worked out by hand with a calendar: start, duur, grondslag, end, why.
# fmt: off
TERMIJNEN = [
    # moved
    ("2024-01-06", 6, W, WET,  "2024-02-19", "za 17 februari, dus ma 19 februari"),
    ("2024-01-07", 6, W, WET,  "2024-02-19", "zo 18 februari, dus ma 19 februari"),
    ("2024-02-16", 6, W, WET,  "2024-04-02", "Goede Vrijdag 29 maart; paasmaandag 1 april; di 2 april"),
    ("2024-02-19", 6, W, WET,  "2024-04-02", "tweede paasdag 1 april, dus di 2 april"),
    ("2024-03-28", 6, W, WET,  "2024-05-13", "Hemelvaart 9 mei, gelijkgesteld 10 mei, weekend: ma 13 mei"),
    ("2024-04-08", 6, W, WET,  "2024-05-21", "tweede pinksterdag 20 mei, dus di 21 mei"),
    ("2024-03-16", 6, W, WET,  "2024-04-29", "Koningsdag za 27 april, zo 28 april: ma 29 april"),
    ("2025-03-15", 6, W, WET,  "2025-04-28", "Koningsdag gevierd op za 26 april; zo 27: ma 28 april"),
    ("2025-03-24", 6, W, AMVB, "2025-05-06", "5 mei telt elk jaar, dus di 6 mei"),
    ("2024-11-13", 6, W, WET,  "2024-12-30", "25 en 26 december, gelijkgesteld 27, weekend: ma 30 december"),
    ("2025-12-26", 1, W, WET,  "2026-01-05", "vr 2 januari 2026 is gelijkgesteld, weekend: ma 5 januari"),
    ("2024-01-31", 1, M, WET,  "2024-02-29", "februari heeft geen 31e; do 29 februari is een werkdag"),
    ("2025-01-31", 1, M, AMVB, "2025-02-28", "geen schrikkeljaar: vr 28 februari"),
    ("2024-06-30", 2, M, WET,  "2024-08-30", "de 30e blijft de 30e: vr 30 augustus"),
    ("2024-03-11", 90, D, WET, "2024-06-10", "zo 9 juni; negentig dagen mag net, dus ma 10 juni"),
    ("2024-03-16", 12, W, WET, "2024-06-10", "za 8 juni; twaalf weken mag net, dus ma 10 juni"),
    ("2024-03-15", 3, M, WET,  "2024-06-17", "za 15 juni; drie maanden mag net, dus ma 17 juni"),
    # at least two working days in three days or more (artikel 2)
    ("2024-01-05", 3, D, WET,  "2024-01-09", "za, zo en ma 8 januari: één werkdag, dus ook di 9 januari"),
    ("2024-01-04", 3, D, WET,  "2024-01-08", "zo 7 naar ma 8 januari: vr en ma zijn er twee"),
    ("2024-01-05", 2, D, WET,  "2024-01-08", "twee dagen is te kort voor artikel 2: zo 7 naar ma 8 januari"),
    ("2024-03-28", 3, D, WET,  "2024-04-03", "vr t/m ma vrij: di 2 april is er één, dus ook wo 3 april"),
    # not moved
    ("2024-01-06", 7, W, REGELING, "2024-02-24", "za, maar in een ministeriële regeling"),
    ("2024-01-06", 13, W, REGELING, "2024-04-06", "dertien weken in een ministeriële regeling: za blijft"),
    ("2024-02-16", 6, W, REGELING, "2024-03-29", "Goede Vrijdag, maar in een ministeriële regeling"),
    ("2024-01-06", 13, W, WET, "2024-04-06", "za, maar dertien weken is te lang voor de Atw"),
    ("2024-03-10", 91, D, WET, "2024-06-09", "zo, maar 91 dagen is te lang voor de Atw"),
    ("2024-02-15", 4, M, WET,  "2024-06-15", "za, maar vier maanden is te lang voor de Atw"),
    ("2024-06-01", 1, J, WET,  "2025-06-01", "zo, maar jaren vallen buiten de Atw"),
    ("2024-02-29", 1, J, WET,  "2025-02-28", "29 februari wordt 28 februari"),
    ("2024-01-06", 6, W, AMVB_VERSCHUIFT_NIET, "2024-02-17", "za, maar de AMvB sluit het uit"),
    ("2024-01-03", 6, W, WET,  "2024-02-14", "wo 14 februari is een gewone werkdag"),
    ("2024-09-30", 3, M, REGELING, "2024-12-30", "ma, en een regeling"),
    # moved because the regeling says so
    ("2024-01-06", 13, W, REGELING_VERSCHUIFT, "2024-04-08", "de regeling zegt het zelf: ma 8 april"),
]
# fmt: on


@pytest.mark.parametrize(
    ("start", "aantal", "eenheid", "grondslag", "einde", "waarom"),
    TERMIJNEN,
    ids=[row[-1] for row in TERMIJNEN],
)
def test_a_term_ends_on_the_day_worked_out_by_hand(start, aantal, eenheid, grondslag, einde, waarom):
    assert eind(date.fromisoformat(start), Duur(aantal, eenheid), grondslag) == date.fromisoformat(einde)


@pytest.mark.parametrize(
    ("termijn", "einde"),
    [
        (BEZWAAR, "2024-07-16"),
        (BESLISSEN, "2024-07-30"),
        (BUITEN_BEHANDELING, "2024-07-02"),
        (BETALEN, "2024-07-16"),
    ],
)
def test_the_terms_of_the_awb_run_from_the_day_after_the_event(termijn, einde):
    assert eind(date(2024, 6, 4), *termijn) == date.fromisoformat(einde)


@pytest.mark.parametrize(
    ("jaar", "pasen"),
    [(2019, "04-21"), (2023, "04-09"), (2024, "03-31"), (2025, "04-20"), (2026, "04-05"), (2038, "04-25")],
)
def test_easter_falls_where_the_almanac_says(jaar, pasen):
    assert eerste_paasdag(jaar) == date.fromisoformat(f"{jaar}-{pasen}")


def test_the_feestdagen_of_2025_are_these_nine():
    assert sorted(f"{dag:%d-%m}" for dag in feestdagen(2025)) == sorted(
        ["01-01", "18-04", "21-04", "26-04", "05-05", "29-05", "09-06", "25-12", "26-12"]
    )


def test_a_moved_end_in_a_year_without_known_equated_days_is_refused():
    with pytest.raises(ValueError, match="Voor 2029 is niet bekend"):
        eind(date(2028, 12, 18), Duur(2, W), WET)


def test_an_unmoved_end_in_such_a_year_is_given():
    assert eind(date(2028, 12, 18), Duur(13, W), REGELING) == date(2029, 3, 19)


@pytest.mark.parametrize("aantal", [0, -1])
def test_a_term_of_nothing_or_backwards_is_refused(aantal):
    with pytest.raises(ValueError, match="Neem 1 of meer"):
        Duur(aantal, W)


days_with_data = st.dates(date(2023, 1, 1), date(2028, 9, 1))


@given(days_with_data, st.integers(1, 12))
def test_a_term_in_a_wet_ends_on_a_werkdag_and_never_early(start, weken):
    einde = eind(start, Duur(weken, W), WET)
    assert is_werkdag(einde)
    assert timedelta(0) <= einde - start - timedelta(weeks=weken) <= timedelta(days=6)


@given(days_with_data, st.integers(1, 60))
def test_a_term_of_months_keeps_the_day_or_takes_the_last_of_the_month(start, maanden):
    einde = eind(start, Duur(maanden, M), REGELING)
    assert einde.day == start.day or (einde + timedelta(days=1)).day == 1
