"""Mijlpalen: the words of a bron stay, days stand beside them, and what was planned before stays visible."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction

from actielijnen.activiteiten import mijlpalen as verbs
from actielijnen.models import Mijlpaal, Verplaatsing
from actielijnen.planning import bar, next_quarter, planning, quarter_of
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.berichten.herinneringen import remind
from agenda.levensloop import NietMogelijk
from agenda.models import Bericht
from agenda.taken.uitvoering import discover
from rapportage.laden.programma import _zonder_keuze_van_mensen
from tests.hulpmiddelen import activiteiten as made
from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 3, 16)  # a Monday


@pytest.fixture(autouse=True)
def today(programma):
    with klok.vastgezet(datetime(2026, 3, 16, 9, tzinfo=UTC)):
        yield


def loaded(sleutel: str) -> Mijlpaal:
    return Mijlpaal.objects.get(sleutel=sleutel)


# The loaded mijlpalen with their words and days: a day stands there only if the bron names that very day.
# fmt: off
LOADED = {
    "regeling-bekendgemaakt": ("1 juli 2023", "2023-07-01", "ondertekend op 26 juni 2023", None, "gehaald"),
    "kamerbrief-agenda":      ("", None, "7 juli 2023", "2023-07-07", "gehaald"),
    "aanvraagtijdvak":        ("1 augustus tot en met 30 september 2023", None, "", None, "onbekend"),
    "congres-2023":           ("elk jaar", None, "", None, "onbekend"),
    "congres-1":              ("elk jaar", None, "mei 2024", None, "gehaald"),
    "congres-2":              ("2025", None, "", None, "onbekend"),
    "online-platform":        ("tijdens het programma", None, "", None, "onbekend"),
}
# fmt: on


def test_the_bronnen_are_loaded_as_they_speak_and_nothing_is_called_late():
    found = {
        each.sleutel: (
            each.gepland,
            each.gepland_op and each.gepland_op.isoformat(),
            each.gerealiseerd,
            each.gerealiseerd_op and each.gerealiseerd_op.isoformat(),
            each.stand.value,
        )
        for each in Mijlpaal.objects.all()
    }
    assert found == LOADED


def test_a_day_that_somebody_recorded_is_not_put_back_by_loading_again(programmamanager):
    congres = loaded("congres-2")
    verbs.verplaatsen(congres, gepland_op=date(2026, 10, 1), reden="De zaal is vrij.", by=programmamanager)
    verbs.verplaatsen(loaded("online-platform"), gepland_op=date(2026, 1, 1), reden="Plan.", by=programmamanager)
    verbs.realiseren(loaded("online-platform"), op=VANDAAG, by=programmamanager)
    call_command("laad_programma", verbosity=0)
    assert (loaded("congres-2").gepland, loaded("congres-2").gepland_op) == ("2025", date(2026, 10, 1))
    assert loaded("online-platform").gerealiseerd_op == VANDAAG


def test_a_file_that_names_a_day_does_not_put_back_what_somebody_recorded(programmamanager):
    code = loaded("congres-2").programma.code
    rij = {"programma": code, "sleutel": "congres-2", "naam": "Congres", "gepland_op": VANDAAG}
    assert _zonder_keuze_van_mensen(Mijlpaal, rij) == rij
    verbs.verplaatsen(loaded("congres-2"), gepland_op=date(2026, 10, 1), reden="De zaal.", by=programmamanager)
    assert _zonder_keuze_van_mensen(Mijlpaal, rij) == {each: rij[each] for each in ("programma", "sleutel", "naam")}


def test_a_new_mijlpaal_says_who_made_it_and_gets_a_key_of_its_own(lezer):
    first, second = made.mijlpaal("Eerste training"), made.mijlpaal("Eerste training")
    assert (first.sleutel, second.sleutel) == ("eerste-training", "eerste-training-2")
    assert made.mijlpaal("Nieuw").sleutel == "nieuw-2"
    assert "Gemaakt in het portaal door Pien Planner" in text(lezer.get(first.get_absolute_url()))


def test_the_day_of_before_stays_visible(lezer):
    mijlpaal = made.mijlpaal(over=30)
    verbs.verplaatsen(mijlpaal, gepland_op=date(2026, 6, 1), reden="Geen zaal.", by=made.planner())
    assert list(Verplaatsing.objects.values_list("was_tot", "wordt_tot")) == [(date(2026, 4, 15), date(2026, 6, 1))]
    page = text(lezer.get(mijlpaal.get_absolute_url()))
    assert "Verplaatst naar 1 juni 2026" in page
    assert "Eerst gepland: 15 april 2026." in page
    assert "Geen zaal." in page


def test_a_mijlpaal_that_was_reached_is_not_moved_nor_reached_again(programmamanager):
    for each in (loaded("congres-1"), verbs.realiseren(made.mijlpaal(), op=VANDAAG, by=programmamanager)):
        with pytest.raises(NietMogelijk):
            verbs.verplaatsen(each, gepland_op=date(2026, 6, 1), reden="x", by=programmamanager)
        with pytest.raises(NietMogelijk):
            verbs.realiseren(each, op=VANDAAG, by=programmamanager)


def test_what_a_bron_says_cannot_be_taken_back_and_what_somebody_said_can(programmamanager):
    with pytest.raises(NietMogelijk):
        verbs.terugnemen(loaded("congres-1"), reden="x", by=programmamanager)
    mijlpaal = verbs.realiseren(made.mijlpaal(), op=VANDAAG, by=programmamanager)
    assert verbs.terugnemen(mijlpaal, reden="Verkeerde gekozen.", by=programmamanager).stand == "gepland"


def test_one_that_is_called_off_stays_visible_with_the_reason_and_is_overdue_no_more(client, programmamanager):
    late = made.mijlpaal(over=-3, eigenaar_rol=Rol.PROGRAMMAMANAGER)
    assert (late.stand, late.termijn, [*Mijlpaal.objects.open().filter(pk=late.pk)]) == (
        "te_laat",
        late.gepland_op,
        [late],
    )
    client.force_login(programmamanager)
    adres = f"/werk/mijlpalen/{late.sleutel}/stap/mijlpaal_vervallen/"
    assert "Vul in waarom de mijlpaal vervalt" in text(client.post(adres, {"reden": " "}))
    page = text(client.post(adres, {"reden": "De zaal is afgebrand."}, follow=True))
    assert "Zij blijft zichtbaar." in page
    assert "Vervallen, omdat De zaal is afgebrand." in page
    late = loaded(late.sleutel)
    assert (late.stand, late.termijn, [*Mijlpaal.objects.open().filter(pk=late.pk)]) == ("vervallen", None, [])
    assert any("Vervallen" in row and late.naam in row for row in rows(client.get("/werk/mijlpalen/")))
    assert reminders(late, 3) == []
    for verb in (
        partial(verbs.verplaatsen, gepland_op=date(2026, 6, 1), reden="x"),
        partial(verbs.realiseren, op=VANDAAG),
    ):
        with pytest.raises(NietMogelijk, match="Gaat zij toch door"):
            verb(late, by=programmamanager)
    page = client.post(adres.replace("vervallen", "herstellen"), {"reden": "Een andere zaal."}, follow=True)
    assert "Achterstallig" in text(page)
    assert loaded(late.sleutel).vervallen_omdat == ""


def test_what_was_reached_is_not_called_off_and_nobody_calls_off_who_does_not_plan(programmamanager, account):
    with pytest.raises(NietMogelijk):
        verbs.vervallen(loaded("congres-1"), reden="x", by=programmamanager)
    budgethouder = account(Rol.BUDGETHOUDER)
    for verb in (verbs.vervallen, verbs.herstellen):
        with pytest.raises(GeenToegang):
            verb(made.mijlpaal(), reden="x", by=budgethouder)
    called_off = verbs.vervallen(loaded("congres-2"), reden="Geen geld.", by=programmamanager)
    Mijlpaal.objects.filter(pk=called_off.pk).update(gerealiseerd="oktober 2025")  # as a bron then says
    assert loaded("congres-2").stand == "gehaald"


# fmt: off
WRONG = {
    "without a name":    ({"naam": ""},              {"naam"}),
    "of a role that cannot update": ({"eigenaar_rol": Rol.AUDITOR}, {"eigenaar"}),
    "with hidden marks": ({"toelichting": "a\u202eb"}, {"toelichting"}),
}
# fmt: on


@pytest.mark.parametrize(("anders", "velden"), WRONG.values(), ids=WRONG.keys())
def test_a_mijlpaal_that_cannot_be_is_refused_at_its_field(anders, velden):
    with pytest.raises(ValidationError) as refusal:
        made.mijlpaal(**anders)
    assert set(refusal.value.error_dict) == velden


def test_it_is_not_reached_tomorrow_and_not_by_who_does_not_plan(account):
    mijlpaal = made.mijlpaal()
    with pytest.raises(ValidationError):
        verbs.realiseren(mijlpaal, op=VANDAAG + timedelta(days=1), by=made.planner())
    with pytest.raises(GeenToegang):
        verbs.realiseren(mijlpaal, op=VANDAAG, by=account(Rol.BUDGETHOUDER))


def test_that_of_an_activiteit_belongs_to_its_actielijn():
    activiteit = made.activiteit()
    assert made.mijlpaal(activiteit=activiteit).actielijn == activiteit.actielijn
    with pytest.raises(ValidationError):
        made.mijlpaal(activiteit=activiteit, actielijn=activiteit.programma.actielijnen.last())


def test_the_database_itself_refuses_a_mijlpaal_of_nobody_and_of_no_day():
    mijlpaal = made.mijlpaal()
    for velden in ({"gemaakt_door": None}, {"gepland_op": None}, {"status": "vervallen"}, {"vervallen_omdat": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Mijlpaal.objects.filter(pk=mijlpaal.pk).update(**velden)


# --- Reminders -----------------------------------------------------------------------------------------------


def reminders(record, days: int) -> list[str]:
    """What whoever looks after it is sent on the days from today on, by day."""
    discover()
    for each in range(days):
        with klok.vastgezet(datetime(2026, 3, 16, 9, tzinfo=UTC) + timedelta(days=each)):
            remind()
    found = Bericht.objects.filter(over_soort=record._meta.label_lower, over_sleutel=str(record.pk))
    return [f"{each.moment:%d-%m} {each.soort} {each.ontvanger.naam}" for each in found.order_by("moment")]


def test_who_looks_after_it_is_reminded_before_on_and_after_the_day(beleidsmedewerker, programmamanager):
    mijlpaal = made.mijlpaal(over=9, eigenaar_rol=Rol.PROGRAMMAMANAGER)
    assert reminders(mijlpaal, 14) == [
        "18-03 planning_nadert programmamanager",
        "25-03 planning_vandaag programmamanager",
        "26-03 planning_verstreken programmamanager",
    ]


def test_an_activiteit_is_reminded_of_its_begin_until_it_runs_and_one_that_ran_out_no_more(beleidsmedewerker):
    plan = {"gepland_van": VANDAAG, "gepland_tot": date(2026, 12, 31)}
    activiteit = made.activiteit(**plan, eigenaar=beleidsmedewerker, eigenaar_rol="")
    assert reminders(activiteit, 1) == ["16-03 planning_vandaag beleidsmedewerker"]
    assert Bericht.objects.get().kenmerk == f"activiteit {activiteit.nummer}"


def test_nobody_is_reminded_of_what_was_reached_or_belongs_to_nobody(programmamanager):
    nobody, reached = made.mijlpaal(over=0), made.mijlpaal(over=0, eigenaar_rol=Rol.PROGRAMMAMANAGER)
    verbs.realiseren(reached, op=VANDAAG, by=made.planner())
    assert reminders(nobody, 2) + reminders(reached, 2) == []


# --- The planning in quarters --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "begin", "following"),
    [
        ("2026-01-01", "2026-01-01", "2026-04-01"),
        ("2026-03-31", "2026-01-01", "2026-04-01"),
        ("2026-11-22", "2026-10-01", "2027-01-01"),
    ],
)
def test_a_quarter_begins_in_january_april_july_and_october(day, begin, following):
    begin = date.fromisoformat(begin)
    assert (quarter_of(date.fromisoformat(day)), next_quarter(begin)) == (begin, date.fromisoformat(following))


def test_a_bar_covers_its_days_both_included_and_stops_at_the_edge():
    van, tot = date(2026, 1, 1), date(2026, 4, 11)  # a hundred days
    assert bar(van, tot, date(2026, 1, 11), date(2026, 1, 20)).breedte == "10.00%"
    assert bar(van, tot, date(2025, 1, 1), date(2026, 1, 10)) == bar(van, tot, van, date(2026, 1, 10))
    assert bar(van, tot, date(2025, 1, 1), date(2025, 12, 31)) is None


def test_the_planning_shows_plan_and_realisation_in_words_and_bars(lezer):
    activiteit = made.lopend(gepland_van=date(2026, 3, 1), gepland_tot=date(2026, 6, 30))
    made.mijlpaal(activiteit=activiteit)
    beeld = planning([activiteit], [], date(2026, 3, 1))
    assert [each.begin for each in beeld.kwartalen] == [date(2026, 1, 1), date(2026, 4, 1)]
    page = lezer.get("/werk/planning/")
    assert any("1 maart 2026 tot en met 30 juni 2026 vanaf 15 maart 2026, loopt nog" in row for row in rows(page))


@pytest.mark.parametrize(
    ("vanaf", "status"), [("2023-05-01", 200), ("morgen", 404), ("9999-12-31", 404), ("1999-01-01", 404)]
)
def test_the_planning_of_another_time_is_asked_by_a_day(lezer, vanaf, status):
    assert lezer.get(f"/werk/planning/?vanaf={vanaf}").status_code == status
