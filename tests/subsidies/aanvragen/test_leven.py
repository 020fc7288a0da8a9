"""The life of an aanvraag: begun once, saved by several, handed in on time and once, taken back; and what stays."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import NietMogelijk
from agenda.models import AuditRegel, Bericht
from subsidies.aanvragen import indienen, invullen
from subsidies.aanvragen.regels import NuNiet, TeLaat
from subsidies.aanvragen.stand import stand_van
from subsidies.models import Aanvraag, Antwoord, Formulierversie, Formuliervraag, RegelingVersie
from subsidies.regelingen import formulier
from subsidies.regelingen.formulier import Sectie, Vraag
from subsidies.regelingen.openstellen import GeenIntake
from tests.hulpmiddelen.aanvragen import COMPLEET, JA_NEE, NU, SECTIES, S, aanvraag, aanvrager, open_regeling
from tests.hulpmiddelen.uitkeringen import TEKENT, wie

pytestmark = pytest.mark.django_db
INGEDIEND = Aanvraag.Status.INGEDIEND


@pytest.fixture
def versie():
    with klok.vastgezet(NU):
        yield open_regeling()


def test_of_one_gemeente_there_is_one_aanvraag_and_a_second_begin_finds_it(versie):
    first = aanvraag(versie)
    collega = wie(TEKENT, first.gemeente)
    assert invullen.beginnen(versie, first.gemeente, by=collega).pk == first.pk
    indienen.intrekken(first, by=collega)
    assert invullen.beginnen(versie, first.gemeente, by=collega).pk != first.pk


def test_who_cannot_apply_reads_why(versie):
    by = aanvrager()
    with pytest.raises(GeenToegang, match="Alleen wie bij de gemeente Voorbeelddam werkt"):
        invullen.beginnen(versie, aanvrager("GM9998").gemeente, by=by)
    with pytest.raises(GeenToegang, match="aanvraag indienen"):
        invullen.beginnen(versie, by.gemeente, by=wie(Rol.BEHANDELAAR))
    with pytest.raises(GeenIntake, match="Het portaal registreert deze versie alleen"):
        invullen.beginnen(versie.regeling.versies.get(volgorde=2), by.gemeente, by=by)
    versie.gebieden.set(versie.gebieden.exclude(gemeente=by.gemeente))
    with pytest.raises(NuNiet, match="geen gebied van haar staat erin"):
        invullen.beginnen(versie, by.gemeente, by=by)


# The last moment of 30 November 2026 in Amsterdam is 22:59:59.999999 in UTC.
# fmt: off
MOMENTEN = [
    (datetime(2026, 10, 31, 22, 59, 59, tzinfo=UTC),          "kan vanaf 1-11-2026 om 00.00 uur"),
    (datetime(2026, 10, 31, 23, 0, tzinfo=UTC),               ""),
    (datetime(2026, 11, 30, 22, 59, 59, 999999, tzinfo=UTC),  ""),
    (datetime(2026, 11, 30, 23, 0, tzinfo=UTC),               "kon tot en met 30-11-2026 om 23.59 uur. Wij ontvingen uw aanvraag op 1-12-2026 om 00.00.00 uur"),
]
# fmt: on


def test_the_tijdvak_is_open_to_its_very_last_second(versie):
    made = aanvraag(versie, **COMPLEET)
    by = aanvrager()
    for moment, waarom in MOMENTEN:
        with transaction.atomic(), klok.vastgezet(datetime(2026, 12, 2, tzinfo=UTC)):  # however long it waited
            if waarom:
                with pytest.raises(NuNiet, match=waarom):
                    indienen.indienen(made, ontvangen_op=moment, by=by)
            else:
                done = indienen.indienen(made, ontvangen_op=moment, by=by)
                assert (done.status, done.ontvangen_op) == ("ingediend", moment)
            transaction.set_rollback(True)
    with klok.vastgezet(datetime(2026, 12, 2, tzinfo=UTC)), pytest.raises(TeLaat, match="kon tot en met 30-11-2026"):
        invullen.beginnen(versie, aanvrager("GM9998").gemeente, by=aanvrager("GM9998"))


SLUIT = datetime(2026, 11, 30, 23, 0, tzinfo=UTC)
MINUUT = timedelta(minutes=1)


def test_signing_in_again_costs_no_time(versie):
    """Offered in the last minute, handed in after closing: the first moment counts for an hour, for those answers."""
    made, by = aanvraag(versie, **COMPLEET), aanvrager()
    assert not indienen.aanbieden(made, ontvangen_op=SLUIT, by=by)
    assert indienen.aanbieden(made, ontvangen_op=SLUIT - MINUUT, by=by)
    assert indienen.aanbieden(made, ontvangen_op=SLUIT - MINUUT / 2, by=by)  # again: the first counts
    with pytest.raises(TeLaat), transaction.atomic():
        indienen.indienen(made, ontvangen_op=SLUIT + indienen.BEVESTIGEN, by=by)
    with transaction.atomic():
        done = indienen.indienen(made, ontvangen_op=SLUIT + 30 * MINUUT, by=by)
        assert (done.kenmerk, done.ontvangen_op) == ("RSW-2026-00001", SLUIT - MINUUT)
        transaction.set_rollback(True)
    invullen.bewaren(made, {"wat": "Anders"}, stand=1, by=by)
    with pytest.raises(TeLaat), transaction.atomic():
        indienen.indienen(made, ontvangen_op=SLUIT + MINUUT, by=by)


def test_what_is_not_complete_is_not_offered_and_nobody_else_offers_it(versie):
    made = aanvraag(versie, wat="Lessen")
    assert not indienen.aanbieden(made, ontvangen_op=NU, by=aanvrager())
    with pytest.raises(GeenToegang):
        indienen.aanbieden(made, ontvangen_op=NU, by=aanvrager("GM9998"))


def test_sent_twice_it_is_one_aanvraag_with_one_kenmerk_and_the_next_gets_the_next(versie):
    made, by = aanvraag(versie, **COMPLEET), aanvrager()
    collega = wie(TEKENT, made.gemeente)
    once, twice = (indienen.indienen(made, ontvangen_op=NU, by=by) for _ in range(2))
    assert (once.kenmerk, twice.kenmerk, twice.ontvangen_op) == ("RSW-2026-00001", "RSW-2026-00001", NU)
    assert aanvraag(versie, code="GM9998", status=INGEDIEND).kenmerk == "RSW-2026-00002"
    assert AuditRegel.objects.filter(actie="aanvraag_indienen", onderwerp_sleutel=str(made.pk)).count() == 1
    told = Bericht.objects.filter(soort="aanvraag_ontvangen", kenmerk="RSW-2026-00001")
    assert {each.ontvanger for each in told} == {by, collega}
    with pytest.raises(NietMogelijk, match="RSW-2026-00001 is al ingediend"):
        invullen.bewaren(made, {"wat": "Anders"}, stand=9, by=by)


def test_what_must_be_answered_is_named_and_a_question_that_is_not_asked_is_not(versie):
    made = aanvraag(versie, samen="ja", wat="  ")
    with pytest.raises(indienen.Onvolledig) as fout:
        indienen.indienen(made, ontvangen_op=NU, by=aanvrager())
    assert str(fout.value).endswith(
        "‘Wat gaat u doen?’; ‘Deed u dat eerder?’; ‘Hoeveel vraagt u?’; ‘Het college is het ermee eens.’."
    )
    assert Aanvraag.objects.get().kenmerk is None


def test_an_answer_that_is_not_asked_any_more_lapses_with_all_that_hung_on_it(versie):
    made, by = aanvraag(versie), aanvrager()
    vol = {"samen": "ja", "ervaren": "ja", "wanneer": date(2025, 5, 1), "partner": "De helft"}
    assert invullen.bewaren(made, vol, stand=1, by=by) == []
    lapsed = invullen.bewaren(made, {"samen": "nee"}, stand=2, by=by)
    assert [vraag.sleutel for vraag in lapsed] == ["ervaren", "wanneer", "partner"]
    stand = stand_van(Aanvraag.objects.get())
    assert [each.vraag.sleutel for deel in stand.secties for each in deel.antwoorden if not each.is_leeg] == ["samen"]
    assert list(Antwoord.objects.filter(vraag__sleutel="wanneer").values_list("waarde", flat=True)) == [
        "2025-05-01",
        "",
    ]


def test_a_colleague_who_answered_otherwise_is_shown_and_what_one_did_not_touch_stays_his(versie):
    made, by = aanvraag(versie, wat="Lessen"), aanvrager()
    collega = wie(TEKENT, made.gemeente)
    invullen.bewaren(made, {"wat": "Trainingen", "samen": "nee"}, stand=1, by=collega)
    with pytest.raises(invullen.Tegelijk) as fout:
        invullen.bewaren(made, {"wat": "Gesprekken", "samen": ""}, stand=1, by=by)
    assert [(each.vraag.sleutel, each.antwoord.waarde) for each in fout.value.botsingen] == [("wat", "Trainingen")]
    assert "vulde hier om 10.30 uur ‘Trainingen’ in" in fout.value.botsingen[0].melding
    invullen.bewaren(made, {"wat": "Lessen", "samen": "", "bedrag": Decimal(5)}, stand=1, by=by)  # left as he found it
    waarden = {each.vraag.sleutel: each.waarde for each in Antwoord.objects.select_related("vraag").geldend()}
    assert waarden == {"wat": "Trainingen", "samen": "nee", "bedrag": "5.00"}
    invullen.bewaren(made, {"wat": "Gesprekken"}, stand=3, by=by)  # now he has seen it
    assert Aanvraag.objects.get().bewaard == 4
    invullen.bewaren(made, {"wat": "Gesprekken"}, stand=3, by=by)  # sent twice
    assert Aanvraag.objects.get().bewaard == 4


def test_the_database_keeps_what_was_received_and_the_form_that_it_stands_on(versie):
    made = aanvraag(versie, status=INGEDIEND)
    vragen, antwoord = Formuliervraag.objects.filter(sleutel="wat"), Antwoord.objects.first()
    attempts = [
        lambda: Aanvraag.objects.update(ontvangen_op=datetime(2026, 1, 1, tzinfo=UTC)),
        lambda: Aanvraag.objects.update(kenmerk="RSW-2026-00009"),
        lambda: Aanvraag.objects.update(gemeente=aanvrager("GM9998").gemeente),
        lambda: Antwoord.objects.update(waarde="anders"),
        lambda: Antwoord.objects.all().delete(),
        lambda: Antwoord.objects.create(
            aanvraag=made, vraag=antwoord.vraag, nummer=9, waarde="x", op=NU, door=aanvrager()
        ),
        lambda: vragen.update(vraag="Iets anders?"),
        lambda: Formulierversie.objects.update(nummer=7),
        lambda: Aanvraag.objects.create(
            versie=versie.regeling.versies.get(volgorde=2),
            formulier=made.formulier,
            gemeente=made.gemeente,
            begonnen_op=NU,
            begonnen_door=aanvrager(),
        ),
    ]
    for attempt in attempts:
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()
    assert Aanvraag.objects.get().kenmerk == "RSW-2026-00001"


def test_a_running_aanvraag_stays_on_its_form_and_the_next_begins_with_the_new_one(versie):
    old, maker = aanvraag(versie), wie(Rol.PROGRAMMAMANAGER)
    nieuw = formulier.opstellen(versie, [Sectie("kort", "Kort", [Vraag("een", S.TEKST, "Eén vraag?")])], by=maker)
    with pytest.raises(NietMogelijk, match="ligt al een formulier in concept"):
        formulier.opstellen(versie, SECTIES, by=maker)
    formulier.vaststellen(nieuw, by=maker)
    assert (Aanvraag.objects.get().formulier.nummer, aanvraag(versie, code="GM9998").formulier.nummer) == (1, 2)
    assert old.formulier_id != nieuw.pk


@pytest.mark.parametrize(
    ("vragen", "waarom"),
    [
        ([Vraag("a", S.TEKST, "A?"), Vraag("a", S.TEKST, "B?")], "Twee vragen heten ‘a’"),
        ([Vraag("b", S.TEKST, "B?", als=("a", "ja"))], "‘B\\?’ hangt af van ‘a’, en dat is geen eerdere keuze"),
        (
            [Vraag("a", S.KEUZE, "A?", keuzes=JA_NEE), Vraag("b", S.TEKST, "B?", als=("a", "misschien"))],
            "met ‘misschien’",
        ),
    ],
)
def test_a_question_that_cannot_be_is_refused(versie, vragen, waarom):
    with pytest.raises(NietMogelijk, match=waarom):
        formulier.opstellen(versie, [Sectie("s", "S", vragen)], by=wie(Rol.PROGRAMMAMANAGER))
    assert RegelingVersie.objects.get(pk=versie.pk).formulieren.count() == 1
