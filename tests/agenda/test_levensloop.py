"""A life: only the steps of its table, by who has the right, with a lock and an audit line."""

from threading import Event, Thread

import pytest
from django.db import connection, transaction

from agenda import levensloop
from agenda.access import GeenToegang, Permission, Rol
from agenda.levensloop import Levensloop, NietMogelijk, Stap, advance, options, register
from agenda.models import AuditRegel, Gebruiker, Gemeente
from rapportage.models import Brief
from tests.hulpmiddelen.proefbrief import proefbrief

GEDULD = 60  # seconds; the machine may be busy
S = Brief.Status
LIFE = Levensloop(
    "status",
    (
        Stap("aanbieden", (S.CONCEPT,), S.AANGEBODEN, Permission.BRIEF_AANBIEDEN, "Aanbieden"),
        Stap("terugnemen", (S.AANGEBODEN,), S.CONCEPT, Permission.BRIEF_SCHRIJVEN, "Terugnemen"),
    ),
)


@pytest.fixture(autouse=True)
def life(monkeypatch):
    """The life of these tests, whatever the real one of a brief becomes."""
    monkeypatch.setitem(levensloop.levenslopen(), Brief, LIFE)


@pytest.fixture
def brief(redacteur):
    return proefbrief(redacteur)


def somebody(rol) -> Gebruiker:
    return Gebruiker.objects.create(email=f"{rol}@portaal.invalid", naam=rol.label, rollen=[rol])


def in_database(brief):
    return Brief.objects.values_list("status", flat=True).get(pk=brief.pk)


def test_a_step_assigns_the_status_here_and_in_the_database(brief, redacteur):
    advance(brief, "aanbieden", by=redacteur)
    assert (brief.status, in_database(brief)) == (S.AANGEBODEN, S.AANGEBODEN)


def test_a_step_writes_one_audit_line_with_both_statuses_and_the_details(brief, redacteur):
    advance(brief, "aanbieden", by=redacteur, sha256="abc")
    regel = AuditRegel.objects.about(brief).get()
    assert (regel.actie, regel.account) == ("aanbieden", redacteur.pk)
    assert regel.details == {"van": "concept", "naar": "aangeboden", "sha256": "abc"}


def test_a_step_saves_nothing_else_of_the_record(brief, redacteur):
    brief.betreft = "Nog niet opgeslagen"
    advance(brief, "aanbieden", by=redacteur)
    assert Brief.objects.get(pk=brief.pk).betreft == "Voortgang"


def test_a_step_that_does_not_fit_says_what_the_status_is_and_what_is_possible(brief, redacteur):
    with pytest.raises(NietMogelijk) as refusal:
        advance(brief, "terugnemen", by=redacteur)
    assert str(refusal.value) == (
        "‘Terugnemen’ kan niet: brief Voortgangsbrief 2024 heeft de status ‘Concept’, "
        "en dat moet ‘Aangeboden voor parafering’ zijn. Nu is mogelijk: Aanbieden."
    )


def test_the_status_in_the_database_counts_not_that_of_an_old_copy(brief, redacteur):
    old_copy = Brief.objects.get(pk=brief.pk)
    advance(brief, "aanbieden", by=redacteur)
    with pytest.raises(NietMogelijk):
        advance(old_copy, "aanbieden", by=redacteur)
    assert AuditRegel.objects.count() == 1


def test_who_lacks_the_right_changes_nothing(brief, beleidsmedewerker):
    with pytest.raises(GeenToegang, match="brief aanbieden"):
        advance(brief, "aanbieden", by=beleidsmedewerker)
    assert (brief.status, in_database(brief), AuditRegel.objects.count()) == (S.CONCEPT, S.CONCEPT, 0)


def test_who_lacks_the_right_is_not_told_the_status(brief):
    with pytest.raises(GeenToegang):
        advance(brief, "terugnemen", by=somebody(Rol.AUDITOR))


@pytest.mark.parametrize(
    ("rol", "verbs"),
    [(Rol.REDACTEUR, ["aanbieden"]), (Rol.BELEIDSMEDEWERKER, []), (Rol.GEMEENTELIJK_AANVRAGER, [])],
)
def test_the_options_of_a_concept_are_those_the_role_may_take(brief, rol, verbs):
    assert [stap.verb for stap in options(brief, somebody(rol))] == verbs


@pytest.mark.parametrize("rol", Rol)
@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("verb", ["aanbieden", "terugnemen"])
def test_a_button_is_offered_exactly_when_the_step_succeeds(brief, rol, status, verb):
    Brief.objects.filter(pk=brief.pk).update(status=status)
    brief.refresh_from_db()
    user = somebody(rol)
    offered = verb in [stap.verb for stap in options(brief, user)]
    try:
        advance(brief, verb, by=user)
        succeeded = True
    except (GeenToegang, NietMogelijk):
        succeeded = False
    assert offered == succeeded


def test_a_step_that_the_life_does_not_know_is_an_error(brief, redacteur):
    with pytest.raises(LookupError, match="kent de stap ‘verscheuren’ niet"):
        advance(brief, "verscheuren", by=redacteur)


def test_a_model_without_life_is_an_error(redacteur):
    with pytest.raises(LookupError, match="Gemeente heeft geen levensloop"):
        options(Gemeente(), redacteur)


def test_a_life_with_an_unknown_status_is_refused_at_registration():
    stap = Stap("aanbieden", ("kladje",), S.AANGEBODEN, Permission.BRIEF_AANBIEDEN, "Aanbieden")
    with pytest.raises(ValueError, match="onbekende status"):
        register(Brief, Levensloop("status", (stap,)))


def test_a_life_with_a_step_without_audit_sentence_is_refused_at_registration():
    stap = Stap("verscheuren", (S.CONCEPT,), S.AANGEBODEN, Permission.BRIEF_AANBIEDEN, "Verscheuren")
    with pytest.raises(ValueError, match="geen zin"):
        register(Brief, Levensloop("status", (stap,)))


@pytest.mark.django_db(transaction=True)
def test_a_step_outside_a_transaction_is_refused(brief, redacteur):
    with pytest.raises(RuntimeError, match="transactie"):
        advance(brief, "aanbieden", by=redacteur)


@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_offer_at_once_one_succeeds(brief, redacteur):
    first_has_stepped, second_is_there = Event(), Event()
    outcomes = []

    def first():
        try:
            with transaction.atomic():
                advance(Brief.objects.get(pk=brief.pk), "aanbieden", by=redacteur)
                first_has_stepped.set()
                second_is_there.wait(GEDULD)
                second.join(0.5)  # time to read the status, or to find the row locked
            outcomes.append("aangeboden")
        finally:
            connection.close()

    def late():
        first_has_stepped.wait(GEDULD)
        try:
            with transaction.atomic():
                own_copy = Brief.objects.get(pk=brief.pk)
                second_is_there.set()
                advance(own_copy, "aanbieden", by=redacteur)
            outcomes.append("nog eens aangeboden")
        except NietMogelijk:
            outcomes.append("niet mogelijk")
        finally:
            connection.close()

    second = Thread(target=late)
    threads = [Thread(target=first), second]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(GEDULD)
    assert (sorted(outcomes), AuditRegel.objects.count()) == (["aangeboden", "niet mogelijk"], 1)
