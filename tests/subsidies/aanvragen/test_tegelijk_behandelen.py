"""Two at once on a real PostgreSQL: a number is given once, and of two steps that exclude each other one is taken."""

from datetime import UTC, date, datetime

import pytest
from django.db import connections

from agenda import klok
from agenda.levensloop import NietMogelijk
from subsidies.aanvragen import aanvullen, indienen, invullen
from subsidies.models import Aanvraag, Aanvulling, Antwoord, Kenmerkteller
from tests.hulpmiddelen.aanvragen import COMPLEET, NU, aanvraag, aanvrager, open_regeling
from tests.hulpmiddelen.tegelijk import at_once, while_uncommitted
from tests.hulpmiddelen.uitkeringen import BEHANDELAAR, TEKENT, wie

pytestmark = pytest.mark.django_db(transaction=True)
LATER = datetime(2026, 11, 20, 8, tzinfo=UTC)


@pytest.fixture
def versie():
    with klok.vastgezet(NU):
        yield open_regeling()


@pytest.fixture
def gevraagd(versie):
    made = aanvraag(versie, status=Aanvraag.Status.INGEDIEND)
    aanvullen.vragen(made, {"geld": "Ontbreekt"}, uiterlijk_op=date(2026, 12, 1), by=wie(BEHANDELAAR))
    return made


def names(answers) -> list[str]:
    return sorted(type(each).__name__ for each in answers)


def test_two_that_begin_at_once_find_one_aanvraag(versie):
    by = aanvrager()
    collega = wie(TEKENT, by.gemeente)
    answers = at_once(*[lambda who=who: invullen.beginnen(versie, by.gemeente, by=who) for who in (by, collega)] * 2)
    assert {each.pk for each in answers} == {Aanvraag.objects.get().pk}


def test_no_reference_is_given_twice_and_who_sends_twice_gets_one(versie):
    made = [aanvraag(versie, code=code, **COMPLEET) for code in ("GM9999", "GM9998")]
    hand_in = [
        lambda each=each: indienen.indienen(each, ontvangen_op=NU, by=aanvrager(each.gemeente.code)) for each in made
    ]
    answers = at_once(*hand_in * 3)
    assert sorted({each.kenmerk for each in answers}) == ["RSW-2026-00001", "RSW-2026-00002"]
    assert len({(each.pk, each.kenmerk) for each in answers}) == 2


def test_the_next_number_waits_for_the_one_that_is_being_given(versie):
    Kenmerkteller.objects.create(code="RSW", jaar=2026, laatste=7)
    stad, dam = (aanvraag(versie, code=code, **COMPLEET) for code in ("GM9999", "GM9998"))
    by, ander = aanvrager(), aanvrager("GM9998")
    done = while_uncommitted(
        lambda: indienen.indienen(stad, ontvangen_op=NU, by=by), lambda: indienen.indienen(dam, ontvangen_op=NU, by=ander)
    )
    assert done.kenmerk == "RSW-2026-00009"


@pytest.mark.parametrize("eerst", ["indienen", "intrekken"])
def test_of_handing_in_and_withdrawing_the_first_counts_and_the_second_sees_it(versie, eerst):
    made, by = aanvraag(versie, **COMPLEET), aanvrager()
    steps = {
        "indienen": lambda: indienen.indienen(made, ontvangen_op=NU, by=by),
        "intrekken": lambda: indienen.intrekken(made, by=by),
    }
    first, second = steps.pop(eerst), steps.popitem()[1]
    if eerst == "intrekken":
        with pytest.raises(NietMogelijk, match="ingetrokken"):
            while_uncommitted(first, second)
    else:
        while_uncommitted(first, second)
    now = Aanvraag.objects.get()
    assert now.is_ingetrokken
    assert bool(now.kenmerk) is (eerst == "indienen")
    assert connections["default"].in_atomic_block is False


def test_of_two_that_ask_to_supplement_one_does(versie):
    made = aanvraag(versie, status=Aanvraag.Status.INGEDIEND)
    ask = lambda: aanvullen.vragen(made, {"geld": "x"}, uiterlijk_op=date(2026, 12, 1), by=wie(BEHANDELAAR))  # noqa: E731
    assert names(at_once(ask, ask)) == ["Aanvulling", "NietMogelijk"]
    assert Aanvulling.objects.count() == 1


def test_a_supplement_that_is_asked_while_staff_finds_it_complete_is_one_of_the_two(versie):
    made, staf = aanvraag(versie, status=Aanvraag.Status.INGEDIEND), wie(BEHANDELAAR)
    answers = at_once(
        lambda: aanvullen.vragen(made, {"geld": "x"}, uiterlijk_op=date(2026, 12, 1), by=staf),
        lambda: aanvullen.compleet(made, by=staf),
    )
    assert names(answers)[-1] == "NietMogelijk" or names(answers) == ["Aanvraag", "NietMogelijk"]
    now = Aanvraag.objects.get()
    assert (now.status, Aanvulling.objects.count()) in [("aanvulling", 1), ("compleet", 0)]


def test_complete_waits_for_the_supplement_that_comes_in_and_is_about_it(gevraagd):
    by, staf = aanvrager(), wie(BEHANDELAAR)
    invullen.bewaren(gevraagd, {"ander": "Het fonds"}, stand=1, by=by)
    done = while_uncommitted(
        lambda: aanvullen.indienen(gevraagd, ontvangen_op=LATER, by=by),
        lambda: aanvullen.compleet(gevraagd, by=staf),
    )
    assert (done.status, done.ingediend_bij) == ("compleet", 2)


def test_a_supplement_sent_twice_at_once_is_received_once(gevraagd):
    by = aanvrager()
    hand_in = lambda: aanvullen.indienen(gevraagd, ontvangen_op=LATER, by=by)  # noqa: E731
    assert names(at_once(hand_in, hand_in)) == ["Aanvraag", "Aanvraag"]
    assert Aanvulling.objects.get().ontvangen_op == LATER


def test_an_answer_saved_while_the_supplement_goes_in_is_in_it_or_refused(gevraagd):
    by = aanvrager()
    with pytest.raises(NietMogelijk, match="antwoorden staan vast"):
        while_uncommitted(
            lambda: aanvullen.indienen(gevraagd, ontvangen_op=LATER, by=by),
            lambda: invullen.bewaren(gevraagd, {"ander": "Te laat"}, stand=1, by=by),
        )
    assert not Antwoord.objects.filter(waarde="Te laat").exists()
