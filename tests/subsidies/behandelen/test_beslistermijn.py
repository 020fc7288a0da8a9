"""Until when the ministry may decide: dates worked out by hand, many of which must not be moved."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.termijnen import BESLISSEN, Duur, Eenheid, Grondslag, Regelsoort
from subsidies.behandelen.beslistermijn import Beslistermijn, Opschorting

WET = BESLISSEN[1]
AMVB = Grondslag(Regelsoort.AMVB, "artikel 7")
REGELING = Grondslag(Regelsoort.MINISTERIELE_REGELING, "artikel 7")
SCHUIFT = Grondslag(Regelsoort.MINISTERIELE_REGELING, "artikel 7", verschuift=True)


def weken(aantal: int) -> Duur:
    return Duur(aantal, Eenheid.WEKEN)


# Worked out by hand with a calendar: start, weken, grondslag, suspended (asked, runs again), extended by, end, why.
# fmt: off
TERMIJNEN = [
    # no suspension
    ("2026-11-12", 8,  WET,      [], 0, "2027-01-07", "do 7 januari: acht weken over de jaarwisseling"),
    ("2026-11-06", 8,  WET,      [], 0, "2027-01-04", "vr 1 januari is Nieuwjaarsdag, weekend: ma 4 januari"),
    ("2026-11-06", 8,  REGELING, [], 0, "2027-01-01", "Nieuwjaarsdag, maar in een ministeriële regeling"),
    ("2026-10-02", 13, REGELING, [], 0, "2027-01-01", "dertien weken in een regeling: Nieuwjaarsdag blijft"),
    ("2026-10-02", 13, SCHUIFT,  [], 0, "2027-01-04", "de regeling zegt dat het schuift: ma 4 januari"),
    ("2026-10-09", 12, WET,      [], 0, "2027-01-04", "twaalf weken mag net: vr 1 januari wordt ma 4 januari"),
    ("2026-10-02", 13, WET,      [], 0, "2027-01-01", "dertien weken is te lang voor de Atw: het blijft vr 1 januari"),
    # suspended, worked day: nothing moves
    ("2026-11-12", 8, WET, [("2026-11-20", "2026-12-01")], 0, "2027-01-18", "21 t/m 30 november stil: 10 dagen; zo 17 januari wordt ma 18"),
    ("2026-11-12", 8, REGELING, [("2026-11-20", "2026-12-01")], 0, "2027-01-17", "10 dagen stil: zo 17 januari, maar een regeling"),
    ("2026-11-12", 8, WET, [("2026-11-20", "2026-11-21")], 0, "2027-01-07", "de dag erna al aangevuld: geen dag stil"),
    ("2026-11-12", 8, WET, [("2026-11-20", "2026-11-20")], 0, "2027-01-07", "dezelfde dag aangevuld: geen dag stil"),
    # suspended across new year
    ("2026-11-12", 8, WET, [("2026-12-21", "2027-01-11")], 0, "2027-01-27", "22 december t/m 10 januari: 20 dagen; wo 27 januari"),
    ("2026-11-12", 8, REGELING, [("2026-12-18", "2027-01-12")], 0, "2027-01-31", "19 december t/m 11 januari: 24 dagen; zo 31 januari blijft"),
    ("2026-11-12", 8, WET, [("2026-12-18", "2027-01-12")], 0, "2027-02-01", "24 dagen stil: zo 31 januari wordt ma 1 februari"),
    # leap day
    ("2028-01-03", 8, WET, [], 0, "2028-02-28", "ma 28 februari: de schrikkeldag valt erna"),
    ("2028-01-03", 8, WET, [("2028-02-01", "2028-02-03")], 0, "2028-02-29", "alleen 2 februari stil: di 29 februari"),
    ("2028-01-03", 8, WET, [("2028-02-25", "2028-03-03")], 0, "2028-03-06", "26 februari t/m 2 maart: 6 dagen met de 29e; zo 5 maart wordt ma 6 maart"),
    ("2028-01-03", 8, REGELING, [("2028-02-25", "2028-03-03")], 0, "2028-03-05", "6 dagen stil: zo 5 maart blijft in een regeling"),
    # Easter and Goede Vrijdag: in 2027 on 26, 28 and 29 March
    ("2027-01-29", 8, WET, [], 0, "2027-03-30", "vr 26 maart is Goede Vrijdag, ma 29 paasmaandag: di 30 maart"),
    ("2027-01-29", 8, REGELING, [], 0, "2027-03-26", "Goede Vrijdag, maar in een ministeriële regeling"),
    ("2027-01-25", 8, WET, [("2027-02-01", "2027-02-09")], 0, "2027-03-30", "2 t/m 8 februari: 7 dagen; paasmaandag wordt di 30 maart"),
    ("2027-01-25", 8, REGELING, [("2027-02-01", "2027-02-09")], 0, "2027-03-29", "paasmaandag, maar in een ministeriële regeling"),
    ("2027-01-25", 8, WET, [("2027-02-01", "2027-02-05")], 0, "2027-03-25", "2 t/m 4 februari: 3 dagen; do 25 maart is een werkdag"),
    # Koningsdag: in 2027 on Tuesday 27 April
    ("2027-03-02", 8, WET, [], 0, "2027-04-28", "Koningsdag di 27 april wordt wo 28 april"),
    ("2027-03-02", 8, AMVB, [], 0, "2027-04-28", "een AMvB schuift ook: wo 28 april"),
    ("2027-03-02", 8, REGELING, [], 0, "2027-04-27", "Koningsdag, maar in een ministeriële regeling"),
    ("2027-03-02", 8, WET, [("2027-03-10", "2027-03-19")], 0, "2027-05-10", "11 t/m 18 maart: 8 dagen; wo 5 mei, Hemelvaart, gelijkgestelde vrijdag, weekend: ma 10 mei"),
    # from the end of the tijdvak, which an outage moved from Friday 30 October to Monday 2 November
    ("2026-10-30", 8, WET,      [], 0, "2026-12-28", "zonder storing: eerste kerstdag, tweede kerstdag, zo 27: ma 28 december"),
    ("2026-11-02", 8, WET,      [], 0, "2026-12-28", "met de storing: ma 28 december uit zichzelf"),
    ("2026-10-30", 8, REGELING, [], 0, "2026-12-25", "zonder storing: eerste kerstdag, maar een regeling"),
    ("2026-11-02", 13, REGELING, [], 0, "2027-02-01", "met de storing: dertien weken, ma 1 februari"),
    # Hemelvaart and Pinksteren: in 2026 on 14 and 25 May
    ("2026-03-19", 8, WET,      [], 0, "2026-05-18", "Hemelvaart do 14 mei, vr 15 mei gelijkgesteld, weekend: ma 18 mei"),
    ("2026-03-20", 8, WET, [("2026-04-01", "2026-04-12")], 0, "2026-05-26", "2 t/m 11 april: 10 dagen; tweede pinksterdag ma 25 mei wordt di 26"),
    ("2026-03-20", 8, REGELING, [("2026-04-01", "2026-04-12")], 0, "2026-05-25", "10 dagen stil: tweede pinksterdag blijft in een regeling"),
    # two suspensions; the days in both count once
    ("2026-11-12", 8, REGELING, [("2026-11-20", "2026-11-25"), ("2026-12-01", "2026-12-04")], 0, "2027-01-13", "21 t/m 24 november en 2 en 3 december: 6 dagen; wo 13 januari"),
    ("2026-11-12", 8, REGELING, [("2026-11-20", "2026-11-25"), ("2026-11-22", "2026-11-27")], 0, "2027-01-13", "21 t/m 26 november, de overlap één keer: 6 dagen; wo 13 januari"),
    # extension
    ("2026-11-12", 8, WET, [], 4, "2027-02-04", "vier weken erbij: do 4 februari"),
    ("2026-11-06", 8, WET, [], 4, "2027-01-29", "van de onverschoven vr 1 januari vier weken: vr 29 januari"),
    ("2026-11-12", 8, WET, [("2026-11-20", "2026-12-01")], 4, "2027-02-15", "10 dagen stil en vier weken erbij: zo 14 februari wordt ma 15"),
    ("2026-11-12", 13, REGELING, [("2026-11-20", "2026-12-01")], 13, "2027-05-23", "dertien en dertien weken en 10 dagen: zo 23 mei blijft"),
    ("2026-11-12", 8, REGELING, [], 13, "2027-04-08", "acht en dertien weken in een regeling: do 8 april"),
]
# fmt: on


def term(start, aantal, grondslag, stil, verlengd) -> Beslistermijn:
    opschortingen = [Opschorting(date.fromisoformat(van), date.fromisoformat(tot)) for van, tot in stil]
    verlenging = weken(verlengd) if verlengd else None
    return Beslistermijn(date.fromisoformat(start), weken(aantal), grondslag, opschortingen, verlenging)


@pytest.mark.parametrize(
    ("start", "aantal", "grondslag", "stil", "verlengd", "einde", "waarom"), TERMIJNEN, ids=[row[-1] for row in TERMIJNEN]
)
def test_the_term_ends_on_the_day_worked_out_by_hand(start, aantal, grondslag, stil, verlengd, einde, waarom):
    assert term(start, aantal, grondslag, stil, verlengd).eind == date.fromisoformat(einde)


def test_while_the_gemeente_is_at_move_there_is_no_end():
    stil = Beslistermijn(date(2026, 11, 12), *BESLISSEN, [Opschorting(date(2026, 11, 20))])
    assert stil.staat_stil
    assert stil.eind is None


def test_what_was_asked_before_the_term_began_counts_from_its_first_day():
    early = Beslistermijn(date(2026, 11, 12), *BESLISSEN, [Opschorting(date(2026, 11, 9), date(2026, 11, 15))])
    assert early.stil == 2  # 13 and 14 November


def test_a_supplement_before_the_question_is_refused():
    with pytest.raises(ValueError, match="kan niet komen vóór de vraag"):
        Opschorting(date(2026, 11, 20), date(2026, 11, 19))


days = st.dates(date(2024, 1, 1), date(2028, 1, 1))


@given(days, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=4))
def test_a_suspension_never_shortens_the_term_and_its_days_come_after_it(start, spans):
    stil = [
        Opschorting(start + timedelta(days=van), start + timedelta(days=van + length)) for van, length in spans
    ]
    without, held = (Beslistermijn(start, weken(8), REGELING, each) for each in ((), stil))
    assert held.eind - without.eind == timedelta(days=held.stil)
    assert held.stil <= sum(max(0, length - 1) for _, length in spans)
