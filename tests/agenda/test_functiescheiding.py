"""Functiescheiding: who did one step cannot take the next one that must be somebody else's."""

from threading import Event, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from agenda import audit, levensloop
from agenda.access import GeenToegang, Permission, Rol
from agenda.levensloop import Functiescheiding, Levensloop, Stap, advance, options, register, withheld
from agenda.models import AuditRegel
from rapportage.models import Brief
from rapportage.views import brieven
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.proefbrief import proefbrief

S, P = Brief.Status, Permission
GEDULD = 60  # seconds; the machine may be busy
# fmt: off
LIFE = Levensloop("status", (
    Stap("aanbieden",  (S.CONCEPT,),    S.AANGEBODEN, P.BRIEF_AANBIEDEN, "Aanbieden"),
    Stap("beoordelen", (S.AANGEBODEN,), S.AANGEBODEN, P.BRIEF_SCHRIJVEN, "Beoordelen"),
    Stap("beoordelen", (S.CONCEPT,),    S.CONCEPT,    P.BRIEF_SCHRIJVEN, "Beoordelen"),
    Stap("beslissen",  (S.AANGEBODEN,), S.AANGEBODEN, P.BRIEF_PARAFEREN, "Beslissen", ("brief_maken", "beoordelen")),
    Stap("tekenen",    (S.AANGEBODEN,), S.AANGEBODEN, P.BRIEF_PARAFEREN, "Tekenen", ("aanbieden", "tekenen")),
    Stap("terugnemen", (S.AANGEBODEN,), S.CONCEPT,    P.BRIEF_SCHRIJVEN, "Terugnemen"),
))
# fmt: on


@pytest.fixture(autouse=True)
def life(monkeypatch):
    for verb in ("beoordelen", "beslissen", "tekenen"):
        monkeypatch.setitem(audit.ZINNEN, verb, "{onderwerp}.")
    monkeypatch.setitem(levensloop.levenslopen(), Brief, LIFE)


@pytest.fixture
def an(account):
    """Has both roles: what she may do one by one, she may not do one after the other."""
    return account(Rol.REDACTEUR, Rol.PARAFEERDER)


@pytest.fixture
def bo(account):
    return account(Rol.PARAFEERDER, Rol.REDACTEUR)


@pytest.fixture
def brief(an):
    return proefbrief(an)


# What happened, by whom; then who wants what, and what of his own stands in the way.
# fmt: off
CASES = {
    "a colleague assessed":                ("an:aanbieden bo:beoordelen",                               "an:beslissen", ""),
    "assessed by the same":                ("an:aanbieden an:beoordelen",                               "an:beslissen", "Beoordelen"),
    "assessed by both":                    ("an:aanbieden an:beoordelen bo:beoordelen",                 "an:beslissen", "Beoordelen"),
    "made by the same, which is no step":  ("an:brief_maken bo:aanbieden",                              "an:beslissen", "brief maken"),
    "only steps that are named count":     ("an:aanbieden",                                             "an:beslissen", ""),
    "offered by the same":                 ("an:aanbieden",                                             "an:tekenen",   "Aanbieden"),
    "nobody signs twice":                  ("bo:aanbieden an:tekenen",                                  "an:tekenen",   "Tekenen"),
    "somebody else signs as well":         ("bo:aanbieden an:tekenen",                                  "bo:tekenen",   "Aanbieden"),
    "a new round is a new start":          ("an:aanbieden an:terugnemen bo:aanbieden",                  "an:tekenen",   ""),
    "and in it the same rule":             ("bo:aanbieden bo:terugnemen an:aanbieden",                  "an:tekenen",   "Aanbieden"),
    "also after two rounds":               ("an:aanbieden an:terugnemen an:aanbieden bo:terugnemen bo:aanbieden", "an:tekenen", ""),
    "a step that stays in the first status": ("an:beoordelen bo:beoordelen bo:aanbieden",             "an:beslissen", "Beoordelen"),
    "what was done in the first status":   ("an:aanbieden an:terugnemen an:brief_maken bo:aanbieden",   "an:beslissen", "brief maken"),
}
# fmt: on


def play(brief, verb, by):
    with transaction.atomic():
        if verb == "brief_maken":
            audit.record(brief, verb, by=by)
        else:
            advance(brief, verb, by=by)


@pytest.mark.parametrize(("past", "wish", "own"), CASES.values(), ids=CASES.keys())
def test_who_did_the_one_cannot_do_the_other(brief, an, bo, past, wish, own):
    people = {"an": an, "bo": bo}
    for who, verb in (each.split(":") for each in past.split()):
        play(brief, verb, people[who])
    who, verb = wish.split(":")
    status, lines = brief.status, AuditRegel.objects.count()
    offered = verb in [stap.verb for stap in options(brief, people[who])]
    reasons = {stap.verb: reden for stap, reden in withheld(brief, people[who])}
    if not own:
        play(brief, verb, people[who])
        assert (offered, reasons.get(verb)) == (True, None)
        return
    with pytest.raises(Functiescheiding) as refusal:
        play(brief, verb, people[who])
    assert str(refusal.value) == reasons[verb]
    assert ("al gedaan. Eén keer is genoeg." if own == "Tekenen" else f"want u deed ook ‘{own}’") in reasons[verb]
    brief.refresh_from_db()
    assert (offered, brief.status, AuditRegel.objects.count()) == (False, status, lines)


def test_the_reason_says_what_stands_in_the_way_and_what_to_do(brief, an):
    play(brief, "aanbieden", an)
    ((_, reden),) = withheld(brief, an)
    assert reden == (
        "‘Tekenen’ kunt u bij brief Voortgangsbrief 2024 niet zelf doen, want u deed ook ‘Aanbieden’. "
        "Vraag dit aan een collega."
    )


def test_who_lacks_the_right_is_told_nothing_of_functiescheiding(brief, redacteur):
    play(brief, "aanbieden", redacteur)
    assert withheld(brief, redacteur) == []
    with pytest.raises(GeenToegang):
        play(brief, "tekenen", redacteur)


def test_what_somebody_did_to_another_record_does_not_count(brief, an, bo):
    ander = Brief.objects.get(pk=brief.pk)
    ander.pk, ander.jaar = None, 2025
    ander.save(force_insert=True)
    play(ander, "aanbieden", an)
    play(brief, "aanbieden", bo)
    assert "tekenen" in [stap.verb for stap in options(brief, an)]


def test_a_step_without_functiescheiding_costs_no_query(brief, an, django_assert_num_queries):
    with django_assert_num_queries(0):
        options(brief, an)


def test_a_life_that_names_an_action_without_sentence_is_refused_at_registration():
    stap = Stap("aanbieden", (S.CONCEPT,), S.AANGEBODEN, P.BRIEF_AANBIEDEN, "Aanbieden", ("verscheuren",))
    with pytest.raises(ValueError, match="‘verscheuren’ van Brief heeft geen zin"):
        register(Brief, Levensloop("status", (stap,)))


def test_a_life_on_a_field_without_first_status_has_no_rounds():
    stap = Stap("aanbieden", ("voortgang",), "voortgang", P.BRIEF_AANBIEDEN, "Aanbieden", ("brief_maken",))
    with pytest.raises(ValueError, match="geen eerste status"):
        register(Brief, Levensloop("soort", (stap,)))


def test_an_uncaught_refusal_is_a_page_with_a_way_on(brief, an, monkeypatch):
    """A view need not catch it: the answer is 409 and nothing changed."""
    play(brief, "aanbieden", an)
    monkeypatch.setattr(brieven, "_brief", lambda *args: play(brief, "tekenen", an))
    browser = Client(headers={"referer": "http://testserver/werk/brieven/?programma=proef"})
    browser.force_login(an)
    antwoord = browser.get(reverse("brief", args=brief.adres))
    assert antwoord.status_code == 409
    assert "niet zelf doen, want u deed ook ‘Aanbieden’" in text(antwoord)
    assert reverse("brief", args=brief.adres) in antwoord.content.decode()


def test_other_faults_of_a_view_stay_faults(brief, an, monkeypatch):
    def broken(*args):
        raise ValidationError("stuk")

    monkeypatch.setattr(brieven, "_brief", broken)
    browser = Client()
    browser.force_login(an)
    with pytest.raises(ValidationError):
        browser.get(reverse("brief", args=brief.adres))


@pytest.mark.django_db(transaction=True)
def test_who_signs_in_two_windows_at_once_signs_once(brief, an, bo):
    play(brief, "aanbieden", bo)
    first_has_signed, second_is_there = Event(), Event()
    outcomes = []

    def first():
        try:
            with transaction.atomic():
                advance(Brief.objects.get(pk=brief.pk), "tekenen", by=an)
                first_has_signed.set()
                second_is_there.wait(GEDULD)
                second.join(0.5)  # time to look at the trail, or to find the row locked
            outcomes.append("getekend")
        finally:
            connection.close()

    def late():
        first_has_signed.wait(GEDULD)
        try:
            with transaction.atomic():
                second_is_there.set()
                advance(Brief.objects.get(pk=brief.pk), "tekenen", by=an)
            outcomes.append("nog eens getekend")
        except Functiescheiding:
            outcomes.append("geweigerd")
        finally:
            connection.close()

    second = Thread(target=late)
    threads = [Thread(target=first), second]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(GEDULD)
    assert sorted(outcomes) == ["getekend", "geweigerd"]
