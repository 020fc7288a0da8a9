"""Supplementing: named sections open, nothing else; what was handed in first stays; late is received and says so."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from actielijnen.begroting.plafond import Geweigerd
from agenda import berichten, klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import NietMogelijk
from agenda.models import Bericht
from subsidies.aanvragen import aanvullen, indienen, invullen
from subsidies.aanvragen.stand import stand_van
from subsidies.aanvragen.versies import versie, versies
from subsidies.behandelen.beslistermijn import Opschorting
from subsidies.models import Aanvraag, Aanvulling, Aanvullingsonderdeel, Antwoord, Formuliersectie, Formuliervraag
from tests.hulpmiddelen.aanvragen import NU, aanvraag, aanvrager, open_regeling
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.uitkeringen import BEHANDELAAR, TEKENT, wie

pytestmark = pytest.mark.django_db
INGEDIEND = Aanvraag.Status.INGEDIEND
TERMIJN = date(2026, 12, 1)
LATER = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@pytest.fixture
def made():
    with klok.vastgezet(NU):
        yield aanvraag(open_regeling(), status=INGEDIEND)


def vraag(made, **redenen) -> Aanvulling:
    redenen = redenen or {"geld": "De begroting van de partner ontbreekt."}
    return aanvullen.vragen(made, redenen, uiterlijk_op=TERMIJN, by=wie(BEHANDELAAR))


def test_only_who_treats_aanvragen_asks_and_only_of_what_was_handed_in(made):
    with pytest.raises(GeenToegang, match="aanvraag behandelen"):
        aanvullen.vragen(made, {"geld": "x"}, uiterlijk_op=TERMIJN, by=wie(Rol.BELEIDSMEDEWERKER))
    with pytest.raises(GeenToegang):
        aanvullen.compleet(made, by=aanvrager())
    vraag(made)
    with pytest.raises(NietMogelijk, match="Aanvulling gevraagd"), transaction.atomic():
        vraag(made)
    with pytest.raises(NietMogelijk, match="Aanvulling gevraagd"):
        aanvullen.compleet(made, by=wie(BEHANDELAAR))


@pytest.mark.parametrize(
    ("redenen", "dag", "waarom"),
    [
        ({}, TERMIJN, "minstens één onderdeel"),
        ({"geld": "  "}, TERMIJN, "minstens één onderdeel"),
        ({"begroting": "x"}, TERMIJN, "geen onderdeel ‘begroting’"),
        ({aanvullen.HANDTEKENING: "x"}, TERMIJN, "geen onderdeel ‘tweede-handtekening’"),
        ({"geld": "x"}, date(2026, 11, 10), "na vandaag"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_why(made, redenen, dag, waarom):
    with pytest.raises(Geweigerd, match=waarom):
        aanvullen.vragen(made, redenen, uiterlijk_op=dag, by=wie(BEHANDELAAR))
    assert Aanvraag.objects.get().status == INGEDIEND


def test_only_what_was_asked_can_be_changed_by_the_verb_and_in_the_database(made):
    vraag(made)
    by = aanvrager()
    invullen.bewaren(made, {"bedrag": Decimal(200_000)}, stand=1, by=by)
    with pytest.raises(NietMogelijk, match="‘Wat gaat u doen\\?’ staat vast"):
        invullen.bewaren(made, {"wat": "Anders"}, stand=2, by=by)
    vragen = {each.sleutel: each for each in Formuliervraag.objects.filter(formulier=made.formulier)}
    vast = {"aanvraag": made, "nummer": 9, "op": NU, "door": by}
    Antwoord.objects.create(vraag=vragen["ander"], waarde="x", **vast)
    attempts = [
        lambda: Antwoord.objects.create(vraag=vragen["wat"], waarde="x", **vast),
        lambda: Antwoord.objects.filter(vraag=vragen["ander"]).delete(),
        lambda: Antwoord.objects.update(waarde="anders"),
        lambda: Aanvulling.objects.update(uiterlijk_op=date(2027, 1, 1)),
        lambda: Aanvulling.objects.all().delete(),
        lambda: Aanvullingsonderdeel.objects.update(reden="anders"),
        lambda: Aanvullingsonderdeel.objects.all().delete(),
    ]
    for attempt in attempts:
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()
    aanvullen.indienen(made, ontvangen_op=LATER, by=by)
    plan = Formuliersectie.objects.get(formulier=made.formulier, sleutel="plan")
    for attempt in [
        lambda: Antwoord.objects.create(vraag=vragen["partner"], waarde="x", **vast),
        lambda: Aanvullingsonderdeel.objects.create(aanvulling=Aanvulling.objects.get(), sectie=plan, reden="x"),
        lambda: Aanvulling.objects.update(ontvangen_op=NU),
    ]:
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()


def test_a_section_with_questions_that_hang_on_an_asked_one_opens_with_it(made):
    asked = vraag(made, plan="Wie is de partner?")
    open_now = {str(each): each.reden for each in asked.onderdelen.all()}
    assert open_now == {"Plan": "Wie is de partner?", "Geld": "Vragen in dit onderdeel hangen af van ‘Plan’."}


def test_what_was_and_what_became_of_it_stay_readable_and_staff_reads_nothing_before_it_is_handed_in(made):
    vraag(made)
    by, staf = aanvrager(), wie(BEHANDELAAR)
    invullen.bewaren(made, {"bedrag": Decimal(200_000), "ander": "Het fonds"}, stand=1, by=by)
    now = Aanvraag.objects.get()
    assert stand_van(now, bij=now.ingediend_bij).waarden != stand_van(now).waarden
    assert [each.bij for each in versies(now)] == [1]
    done = aanvullen.indienen(made, ontvangen_op=LATER, by=by)
    assert (done.status, done.kenmerk, done.ontvangen_op) == (INGEDIEND, "RSW-2026-00001", NU)
    assert [(each.bij, each.ontvangen_op, each.geldt) for each in versies(done)] == [(1, NU, False), (2, LATER, True)]
    assert [(each.vraag.sleutel, each.was, each.werd) for each in versie(done, 2)[2]] == [
        ("bedrag", "€\u00a0250.000", "€\u00a0200.000"),
        ("ander", "", "Het fonds"),
    ]
    assert versie(done, 1)[2] == []
    with pytest.raises(LookupError, match="geen versie 3"):
        versie(done, 3)
    aanvullen.vragen(done, {"plan": "Nog eens"}, uiterlijk_op=TERMIJN, by=staf)
    assert Aanvulling.objects.get(nummer=2).van == 2


def test_sent_twice_it_is_received_once_and_what_is_missing_is_named(made):
    vraag(made)
    by = aanvrager()
    invullen.bewaren(made, {"bedrag": None}, stand=1, by=by)
    with pytest.raises(indienen.Onvolledig, match="Hoeveel vraagt u"):
        aanvullen.indienen(made, ontvangen_op=LATER, by=by)
    invullen.bewaren(made, {"bedrag": Decimal(1)}, stand=2, by=by)
    once = aanvullen.indienen(made, ontvangen_op=LATER, by=by)
    twice = aanvullen.indienen(made, ontvangen_op=datetime(2026, 11, 21, tzinfo=UTC), by=by)
    assert once.pk == twice.pk
    assert Aanvulling.objects.get().ontvangen_op == LATER
    with pytest.raises(GeenToegang):
        aanvullen.indienen(made, ontvangen_op=LATER, by=aanvrager("GM9998"))


@pytest.mark.parametrize(
    ("moment", "te_laat", "tot"),
    [
        (datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC), False, date(2026, 12, 1)),
        (datetime(2026, 12, 1, 23, 0, tzinfo=UTC), True, date(2026, 12, 2)),
    ],
)
def test_late_is_received_and_says_so_and_the_term_of_the_decision_stood_still(made, moment, te_laat, tot):
    vraag(made)
    asked = Aanvulling.objects.get()
    assert not asked.is_te_laat
    assert aanvullen.opschortingen(made) == [Opschorting(date(2026, 11, 10), None)]
    aanvullen.indienen(made, ontvangen_op=moment, by=aanvrager())
    asked.refresh_from_db()
    assert asked.is_te_laat is te_laat
    assert aanvullen.opschortingen(made) == [Opschorting(date(2026, 11, 10), tot)]


def test_both_sides_hear_of_every_step_and_what_is_done_is_no_longer_to_do(made):
    by, collega, staf, ander = aanvrager(), wie(TEKENT, made.gemeente), wie(BEHANDELAAR), wie(Rol.PROGRAMMAMANAGER)
    vraag(made)
    to_do = Bericht.objects.filter(soort="aanvulling_gevraagd")
    assert {each.ontvanger for each in to_do.te_doen()} == {by, collega}
    aanvullen.indienen(made, ontvangen_op=LATER, by=by)
    assert not to_do.te_doen().exists()
    assert {each.ontvanger for each in Bericht.objects.filter(soort="aanvulling_ingediend").te_doen()} == {staf, ander}
    done = aanvullen.compleet(made, by=staf)
    assert (done.status, done.compleet_op, done.compleet_door) == ("compleet", NU, staf)
    assert not Bericht.objects.filter(soort="aanvulling_ingediend").te_doen().exists()
    assert {each.ontvanger for each in Bericht.objects.filter(soort="aanvraag_compleet")} == {by, collega}
    indienen.intrekken(done, reden="Toch niet", by=by)
    assert {each.ontvanger for each in Bericht.objects.filter(soort="aanvraag_ingetrokken")} == {staf, ander}


def reminders(dag: date) -> dict[str, list[str]]:
    """Who is reminded on that day of what, by rounds that come again and again."""
    before = set(Bericht.objects.values_list("pk", flat=True))
    with klok.vastgezet(datetime(dag.year, dag.month, dag.day, 9, tzinfo=UTC)):
        berichten.remind()
        berichten.remind()
    found: dict[str, list[str]] = {}
    for each in Bericht.objects.filter(soort__in=SOORTEN).exclude(pk__in=before).select_related("ontvanger"):
        found.setdefault(each.ontvanger.rollen[0], []).append(each.soort)
    return found


SOORTEN = ["aanvulling_nadert", "aanvulling_vandaag", "aanvulling_verstreken", "aanvulling_niet_ontvangen"]


def test_the_gemeente_is_reminded_five_working_days_before_on_the_day_and_after_and_staff_after(made):
    vraag(made)
    by, maand = aanvrager(), (2026, 12)
    assert reminders(date(2026, 11, 23)) == {}
    assert reminders(date(2026, 11, 24)) == {"gemeentelijk_aanvrager": ["aanvulling_nadert"]}
    assert reminders(TERMIJN) == {"gemeentelijk_aanvrager": ["aanvulling_vandaag"]}
    assert reminders(date(*maand, 2)) == {
        "gemeentelijk_aanvrager": ["aanvulling_verstreken"],
        "behandelaar": ["aanvulling_niet_ontvangen"],
        "programmamanager": ["aanvulling_niet_ontvangen"],
    }
    aanvullen.indienen(made, ontvangen_op=datetime(*maand, 2, 9, tzinfo=UTC), by=by)
    assert not Bericht.objects.filter(soort="aanvulling_niet_ontvangen").te_doen().exists()
    assert reminders(date(*maand, 3)) == {}


def test_what_was_offered_for_the_first_time_never_dates_the_supplement(made):
    """Signing in again before the supplement counts from that moment; that before the first receipt does not."""
    by = aanvrager()
    vraag(made)
    op = datetime(2026, 11, 10, 9, 45, tzinfo=UTC)
    assert indienen.aanbieden(made, ontvangen_op=op, by=by)
    aanvullen.indienen(made, ontvangen_op=datetime(2026, 11, 10, 9, 55, tzinfo=UTC), by=by)
    assert Aanvulling.objects.get().ontvangen_op == op


def test_who_presses_twice_reads_the_moment_of_the_first_time_on_the_check_page_too(made, client):
    by = aanvrager()
    vraag(made)
    eerst, later = (datetime(2026, 11, 10, 9, minute, 5, tzinfo=UTC) for minute in (45, 50))
    assert indienen.aanbieden(made, ontvangen_op=eerst, by=by) == eerst
    assert indienen.aanbieden(made, ontvangen_op=later, by=by) == eerst
    client.force_login(by)
    assert "Uw aanvulling was om 10.45.05 uur bij ons." in check_page(client, made)


def check_page(client, made) -> str:
    return text(client.get(reverse("gemeente-aanvraag-controleren", args=[made.pk])))


def test_what_is_asked_and_was_not_touched_is_said_before_it_is_handed_in(made, client):
    vraag(made, geld="De begroting ontbreekt.", plan="Te kort.")
    client.force_login(aanvrager())
    assert "nog niets gewijzigd Plan Geld Het ministerie" in check_page(client, made)
    invullen.bewaren(made, {"bedrag": Decimal(200_000)}, stand=1, by=aanvrager())
    assert "nog niets gewijzigd Plan Het ministerie" in check_page(client, made)
    invullen.bewaren(made, {"wat": "Gastlessen en huisbezoek"}, stand=2, by=aanvrager())
    assert "nog niets gewijzigd" not in check_page(client, made)


def test_the_page_of_a_section_says_what_is_asked_there(made, client):
    vraag(made, geld="De begroting van de partner ontbreekt.")
    client.force_login(aanvrager())
    seen = text(client.get(reverse("gemeente-aanvraag-sectie", args=[made.pk, "geld"])))
    assert "Hierom vraagt het ministerie De begroting van de partner ontbreekt." in seen


@pytest.mark.parametrize("daarna", ["vragen", "compleet", "intrekken"])
def test_who_treats_aanvragen_has_a_new_one_to_do_until_something_is_done(daarna):
    with klok.vastgezet(NU):
        staf = wie(BEHANDELAAR)
        made = aanvraag(open_regeling(), status=INGEDIEND)
        to_do = Bericht.objects.filter(soort="nieuwe_aanvraag", ontvanger=staf)
        assert [each.adres for each in to_do.te_doen()] == [made.get_absolute_url()]
        {
            "vragen": lambda: vraag(made),
            "compleet": lambda: aanvullen.compleet(made, by=staf),
            "intrekken": lambda: indienen.intrekken(made, by=aanvrager()),
        }[daarna]()
        assert not to_do.te_doen().exists()
