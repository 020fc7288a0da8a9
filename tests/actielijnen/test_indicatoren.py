"""Indicatoren: every value stays, another number takes two persons, and the history replays to what holds."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actielijnen.activiteiten import indicatoren as verbs
from actielijnen.indicatorbeeld import getal, indicatorbeeld
from actielijnen.models import Correctievoorstel, Indicator, IndicatorWaarde
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import Functiescheiding, NietMogelijk
from agenda.models import Programma
from tests.hulpmiddelen import activiteiten as made

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 3, 16)


@pytest.fixture(autouse=True)
def today(programma):
    with klok.vastgezet(datetime(2026, 3, 16, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def indicator() -> Indicator:
    return made.indicator()


def refused(action, *arguments, **options) -> set[str]:
    before = IndicatorWaarde.objects.count(), Correctievoorstel.objects.count()
    with pytest.raises(ValidationError) as refusal:
        action(*arguments, **options)
    assert (IndicatorWaarde.objects.count(), Correctievoorstel.objects.count()) == before
    return set(getattr(refusal.value, "error_dict", {"": None}))


def test_an_indicator_shows_where_it_began_stands_and_should_go(indicator):
    made.meet(indicator, 30, dagen=-20)
    made.meet(indicator, 50, dagen=-1)
    beeld = indicatorbeeld(indicator)
    assert [beeld.nulmeting.waarde, beeld.laatste.waarde, beeld.streefwaarde.waarde] == [10, 50, 90]
    assert beeld.afgelegd == Decimal("0.5")
    found = Indicator.objects.for_list().get()
    assert [found.nulmeting, found.laatste, found.streefwaarde, found.wacht] == [10, 50, 90, False]


def test_the_way_is_not_known_without_a_measurement_and_the_chart_says_so(indicator):
    beeld = indicatorbeeld(indicator)
    assert (beeld.afgelegd, beeld.conclusie) == (None, "Er is nog niets gemeten.")
    assert [staaf.tekst for staaf in beeld.grafiek.staven] == ["10", "90"]


def test_a_value_below_zero_is_kept_but_not_drawn(indicator):
    made.meet(indicator, "-2.5")
    assert indicatorbeeld(indicator).grafiek is None


# fmt: off
WRONG = {
    "a second nulmeting":          ({"soort": "nulmeting", "dagen": -5},      {"soort"}),
    "two values of one day":       ({"dagen": -1},                            {"peildatum"}),
    "a measurement of tomorrow":   ({"dagen": 1},                             {"peildatum"}),
    "nothing about where it is from": ({"dagen": -2, "vindplaats": " "},      {"vindplaats"}),
    "three decimals":              ({"dagen": -2, "waarde": "1.234"},         {"waarde"}),
    "more than can be":            ({"dagen": -2, "waarde": "1000000000000"}, {"waarde"}),
}
# fmt: on


@pytest.mark.parametrize(("anders", "velden"), WRONG.values(), ids=WRONG.keys())
def test_a_value_that_cannot_be_is_refused_at_its_field(indicator, anders, velden):
    made.meet(indicator, 30, dagen=-1)
    assert refused(made.meet, indicator, **{"waarde": 31} | anders) == velden


def test_a_streefwaarde_may_lie_ahead_and_there_may_be_one_per_year(indicator):
    made.meet(indicator, 120, soort="streefwaarde", dagen=600)
    assert indicatorbeeld(indicator).streefwaarde.waarde == 120


def test_a_correction_takes_two_persons_and_names_what_it_replaces(indicator, account, programmamanager):
    meting = made.meet(indicator, 52)
    budgethouder = account(Rol.BUDGETHOUDER)
    voorstel = made.voorstel(meting, 48, by=budgethouder)
    assert indicatorbeeld(indicator).laatste.waarde == 52
    nieuw = verbs.correctie_aannemen(voorstel, by=programmamanager)
    assert (nieuw.waarde, nieuw.vervangt, nieuw.peildatum, nieuw.door) == (48, meting, VANDAAG, budgethouder)
    assert [voorstel.status, voorstel.besloten_door] == ["aangenomen", programmamanager]
    assert indicatorbeeld(indicator).laatste.waarde == 48
    assert [regel.wordt for regel in indicatorbeeld(indicator).regels if not regel.is_geldend] == ["48"]


@pytest.mark.parametrize("verb", ["aannemen", "afwijzen"])
def test_who_proposes_a_correction_does_not_decide_about_it(indicator, verb, programmamanager):
    voorstel = made.voorstel(made.meet(indicator, 52), 48, by=programmamanager)
    options = {"reden": "Toch niet."} if verb == "afwijzen" else {}
    with pytest.raises(Functiescheiding):
        getattr(verbs, f"correctie_{verb}")(voorstel, **options, by=programmamanager)
    assert indicatorbeeld(indicator).laatste.waarde == 52


def test_the_database_itself_refuses_that_one_person_does_both(indicator):
    voorstel = made.voorstel(made.meet(indicator, 52), 48)
    decided = {"status": "afgewezen", "afgewezen_omdat": "x", "besloten_op": klok.nu()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Correctievoorstel.objects.update(besloten_door=voorstel.voorgesteld_door, **decided)


def test_a_declined_correction_changes_nothing_and_needs_a_reason(indicator, programmamanager):
    voorstel = made.voorstel(made.meet(indicator, 52), 48)
    assert refused(verbs.correctie_afwijzen, voorstel, reden="", by=programmamanager) == {"reden"}
    verbs.correctie_afwijzen(voorstel, reden="De opgave klopt.", by=programmamanager)
    assert indicatorbeeld(indicator).laatste.waarde == 52
    with pytest.raises(NietMogelijk):
        verbs.correctie_aannemen(voorstel, by=programmamanager)


def test_one_proposal_at_a_time_about_the_value_that_holds_and_never_the_same_number(indicator, programmamanager):
    meting = made.meet(indicator, 52)
    assert refused(made.voorstel, meting, 52) == {"waarde"}
    voorstel = made.voorstel(meting, 48)
    assert refused(made.voorstel, meting, 47) == {""}
    verbs.correctie_aannemen(voorstel, by=programmamanager)
    assert refused(made.voorstel, meting, 47) == {""}


# fmt: off
WHO = {rol: (True, False) for rol in ("budgethouder", "behandelaar", "beslisser", "redacteur", "parafeerder", "beheerder")}
WHO |= {rol: (True, True) for rol in ("programmamanager", "beleidsmedewerker")}
# fmt: on


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.SYSTEEM])
def test_all_staff_but_the_auditor_proposes_and_who_plans_decides(rol, indicator, account):
    user, meting = account(rol), made.meet(indicator, 52)
    tries = [
        lambda: made.voorstel(meting, 48, by=user),
        lambda: verbs.correctie_aannemen(made.voorstel(made.meet(indicator, 53, dagen=-1), 49), by=user),
    ]
    done = []
    for each in tries:
        try:
            done.append(bool(each()))
        except GeenToegang:
            done.append(False)
    assert tuple(done) == WHO.get(rol.value, (False, False))


def test_the_database_itself_refuses_to_change_a_value(indicator):
    for write in (
        lambda: IndicatorWaarde.objects.update(waarde=1),
        lambda: IndicatorWaarde.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()


ACTIES = st.lists(
    st.tuples(st.sampled_from(["meten", "voorstellen", "aannemen", "afwijzen"]), st.integers(0, 3), st.integers(0, 99)),
    max_size=12,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acties=ACTIES)
def test_over_any_sequence_the_history_replays_to_the_values_that_hold(acties, programmamanager):
    with transaction.atomic():
        indicator = verbs.maken(
            Programma.objects.huidig(), naam="N", definitie="D", eenheid="E", richting="hoger", by=made.planner()
        )
        verwacht: dict[date, Decimal] = {}
        for actie, dag, getal_ in acties:
            _doe(indicator, actie, VANDAAG - timedelta(days=dag), Decimal(getal_), verwacht, programmamanager)
        geldend = {each.peildatum: each.waarde for each in indicator.waarden.geldend()}
        assert geldend == verwacht == replay(indicator)
        assert indicator.waarden.filter(vervangt=None).count() == len(verwacht)
        transaction.set_rollback(True)


def _doe(indicator, actie, dag, waarde, verwacht, beslisser):
    """Do it to the portal and to the plain dictionary; what the portal refuses changes neither."""
    geldt = indicator.waarden.geldend().filter(peildatum=dag).first()
    voorstel = geldt and geldt.voorstellen.filter(status="voorgesteld").first()
    if actie == "meten" and geldt is None:
        made.meet(indicator, waarde, peildatum=dag)
        verwacht[dag] = waarde
    elif actie == "voorstellen" and geldt and not voorstel and geldt.waarde != waarde:
        made.voorstel(geldt, waarde)
    elif actie == "aannemen" and voorstel:
        verbs.correctie_aannemen(voorstel, by=beslisser)
        verwacht[dag] = voorstel.waarde
    elif actie == "afwijzen" and voorstel:
        verbs.correctie_afwijzen(voorstel, reden="Nee.", by=beslisser)


def replay(indicator) -> dict[date, Decimal]:
    """The rows in the order in which they came: a correction takes the place of the one it names."""
    rows: dict[int, IndicatorWaarde] = {}
    for each in indicator.waarden.order_by("pk"):
        rows.pop(each.vervangt_id, None)
        rows[each.pk] = each
    return {each.peildatum: each.waarde for each in rows.values()}


@pytest.mark.parametrize(("waarde", "tekst"), [("1250", "1.250"), ("7.50", "7,5"), ("10.00", "10"), ("-2.25", "-2,25")])
def test_a_value_is_written_with_no_more_decimals_than_it_has(waarde, tekst):
    assert getal(Decimal(waarde)) == tekst
