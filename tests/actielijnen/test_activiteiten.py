"""Activiteiten: planned, moved, started, finished, stopped, opened again; and what is told of them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from actielijnen.activiteiten import activiteit as verbs
from actielijnen.activiteiten import voortgang
from actielijnen.models import Actielijn, Activiteit, Verplaatsing, Voortgangsbericht
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import NietMogelijk
from agenda.models import AuditRegel, Ministerie, Programma
from tests.hulpmiddelen import activiteiten as made

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 3, 16)
S = Activiteit.Status


@pytest.fixture(autouse=True)
def today(programma):
    with klok.vastgezet(datetime(2026, 3, 16, 9, tzinfo=UTC)):
        yield


def plan(van: str, tot: str) -> dict:
    return {"gepland_van": date.fromisoformat(van), "gepland_tot": date.fromisoformat(tot)}


def refused(action, *arguments, **options) -> set[str]:
    """The fields at which a verb refuses; nothing may be written then."""
    before = Activiteit.objects.count(), AuditRegel.objects.count()
    with pytest.raises(ValidationError) as refusal:
        action(*arguments, **options)
    assert (Activiteit.objects.count(), AuditRegel.objects.count()) == before
    return set(refusal.value.error_dict)


def test_a_new_activiteit_is_planned_and_has_a_number_of_its_year():
    first, second = made.activiteit(), made.activiteit()
    assert (first.nummer, second.nummer, first.status) == ("ACT-2026-001", "ACT-2026-002", S.GEPLAND)
    assert AuditRegel.objects.about(first).get().actie == "activiteit_maken"


# fmt: off
WRONG = {
    "without a name":              ({"naam": " "},                                       {"naam"}),
    "with a name too long":        ({"naam": "x" * 161},                                 {"naam"}),
    "with a hidden mark":          ({"naam": "Trai\u200bning"},                          {"naam"}),
    "without an aim":              ({"doel": ""},                                        {"doel"}),
    "with an aim too long":        ({"doel": "x" * 2001},                                {"doel"}),
    "whose end is before its begin": (plan("2026-05-02", "2026-05-01"),                  {"gepland_tot"}),
    "of nobody":                   ({"eigenaar_rol": ""},                                {"eigenaar"}),
    "of a role that cannot update": ({"eigenaar_rol": Rol.PARAFEERDER},                  {"eigenaar"}),
}
# fmt: on


@pytest.mark.parametrize(("anders", "velden"), WRONG.values(), ids=WRONG.keys())
def test_an_activiteit_that_cannot_be_is_refused_at_its_field(anders, velden):
    made.planner()
    assert refused(made.activiteit, **anders) == velden


def test_an_activiteit_of_one_day_can_be():
    assert made.activiteit(**plan("2026-05-01", "2026-05-01")).gepland_tot == date(2026, 5, 1)


def test_an_owner_is_one_person_or_one_role_and_can_bring_it_up_to_date(account, beleidsmedewerker):
    assert refused(made.activiteit, eigenaar=account(Rol.AUDITOR), eigenaar_rol="") == {"eigenaar"}
    assert refused(made.activiteit, eigenaar=beleidsmedewerker) == {"eigenaar"}
    assert made.activiteit(eigenaar=beleidsmedewerker, eigenaar_rol="").eigenaar_in_woorden == "beleidsmedewerker"


def test_an_actielijn_of_another_programma_is_refused():
    ander = Programma.objects.create(
        code="v", naam="V", korte_naam="V", soort="voorbeeld", ministerie=Ministerie.objects.first()
    )
    lijn = Actielijn.objects.create(programma=ander, nummer=1, naam="X", bron=Actielijn.objects.first().bron)
    made.planner()
    assert refused(made.activiteit, actielijn=lijn) == {"actielijn"}


# What happened before, the verb, its day, and the status and days it leaves; or what refuses it.
# fmt: off
STEPS = [
    #  before                  verb         day   status       begin end
    ("",                       "starten",    -1,  "loopt",      -1,  None),
    ("",                       "starten",     0,  "loopt",       0,  None),
    ("",                       "starten",     1,  ValidationError, None, None),
    ("",                       "afronden",    0,  NietMogelijk, None, None),
    ("",                       "stoppen",     0,  "gestopt",    None, 0),
    ("",                       "heropenen",   0,  NietMogelijk, None, None),
    ("starten",                "starten",     0,  NietMogelijk, None, None),
    ("starten",                "afronden",   -2,  "afgerond",   -2,  -2),
    ("starten",                "afronden",   -3,  ValidationError, None, None),
    ("starten",                "afronden",    1,  ValidationError, None, None),
    ("starten",                "stoppen",     0,  "gestopt",    -2,   0),
    ("starten",                "stoppen",    -3,  ValidationError, None, None),
    ("starten afronden",       "heropenen",   0,  "loopt",      -2,  None),
    ("starten afronden",       "stoppen",     0,  NietMogelijk, None, None),
    ("starten stoppen",        "heropenen",   0,  "loopt",      -2,  None),
    ("stoppen",                "heropenen",  -1,  "loopt",      -1,  None),
    ("stoppen",                "starten",     0,  NietMogelijk, None, None),
]
# fmt: on


def play(activiteit, verb: str, day: int):
    options = {"reden": "Er is geen uitvoerder."} if verb in ("stoppen", "heropenen") else {}
    return getattr(verbs, verb)(activiteit, op=klok.vandaag() + timedelta(days=day), by=made.planner(), **options)


@pytest.mark.parametrize(("before", "verb", "day", "outcome", "begin", "end"), STEPS)
def test_each_step_leaves_the_status_and_the_days_written_here(before, verb, day, outcome, begin, end):
    activiteit = made.activiteit()
    for each in before.split():
        play(activiteit, each, -2)
    if not isinstance(outcome, str):
        with pytest.raises(outcome):
            play(activiteit, verb, day)
        return
    play(activiteit, verb, day)
    activiteit.refresh_from_db()
    days = [None if each is None else VANDAAG + timedelta(days=each) for each in (begin, end)]
    assert [activiteit.status, activiteit.gerealiseerd_van, activiteit.gerealiseerd_tot] == [outcome, *days]
    assert bool(activiteit.gestopt_omdat) == (outcome == "gestopt")


@pytest.mark.parametrize("verb", ["stoppen", "heropenen"])
def test_stopping_and_opening_again_need_a_reason(verb):
    activiteit = made.activiteit()
    if verb == "heropenen":
        play(activiteit, "stoppen", 0)
    assert refused(getattr(verbs, verb), activiteit, op=VANDAAG, reden=" ", by=made.planner()) == {"reden"}


def test_a_plan_that_was_given_up_stays_visible_with_its_reason(lezer):
    activiteit = made.activiteit(**plan("2026-04-01", "2026-06-30"))
    verbs.verplaatsen(activiteit, **plan("2026-04-01", "2026-09-30"), reden="Na de zomer.", by=made.planner())
    verbs.verplaatsen(activiteit, **plan("2026-05-01", "2026-12-31"), reden="Geen zaal.", by=made.planner())
    found = Verplaatsing.objects.values_list("was_tot", "wordt_tot", "reden")
    assert list(found) == [
        (date(2026, 6, 30), date(2026, 9, 30), "Na de zomer."),
        (date(2026, 9, 30), date(2026, 12, 31), "Geen zaal."),
    ]
    page = lezer.get(activiteit.get_absolute_url()).content.decode()
    for words in ("Eerst gepland", "30 juni 2026", "Na de zomer.", "Geen zaal.", "31 december 2026"):
        assert words in page


def test_a_plan_is_not_moved_to_where_it_is_nor_when_the_work_is_over():
    activiteit = made.activiteit(**plan("2026-04-01", "2026-06-30"))
    same = plan("2026-04-01", "2026-06-30")
    assert refused(verbs.verplaatsen, activiteit, **same, reden="x", by=made.planner()) == {"gepland_van"}
    play(activiteit, "stoppen", 0)
    with pytest.raises(NietMogelijk):
        verbs.verplaatsen(activiteit, **plan("2026-04-01", "2026-07-30"), reden="x", by=made.planner())


def test_a_change_without_a_difference_writes_nothing():
    activiteit = made.activiteit()
    velden = {naam: getattr(activiteit, naam) for naam in ("naam", "doel", "actielijn", "eigenaar", "eigenaar_rol")}
    verbs.wijzigen(activiteit, **velden, by=made.planner())
    assert AuditRegel.objects.about(activiteit).count() == 1
    changed = verbs.wijzigen(activiteit, **velden | {"naam": "Cursus", "actielijn": None}, by=made.planner())
    assert (changed.naam, changed.actielijn) == ("Cursus", None)
    assert AuditRegel.objects.about(activiteit).first().details["wat"] == "naam, actielijn"


# fmt: off
LATE = [  # planned begin and end, whether it started, and whether it is late on 16 March
    ("2026-03-15", "2026-06-30", False, True),
    ("2026-03-16", "2026-06-30", False, False),
    ("2026-03-01", "2026-03-16", True,  False),
    ("2026-03-01", "2026-03-15", True,  True),
]
# fmt: on


@pytest.mark.parametrize(("van", "tot", "started", "late"), LATE)
def test_late_is_the_day_after_the_day_that_was_planned(van, tot, started, late):
    activiteit = made.activiteit(**plan(van, tot))
    if started:
        play(activiteit, "starten", 0)
    (found,) = Activiteit.objects.for_list()
    assert (found.te_laat, found.is_achterstallig) == (late, late)
    assert list(Activiteit.objects.achterstallig()) == ([activiteit] if late else [])


def test_how_it_goes_is_what_the_newest_message_says():
    activiteit = made.lopend()
    assert Activiteit.objects.for_list().get().gezondheid is None
    made.bericht(activiteit, gezondheid="in_de_knel")
    made.bericht(activiteit, gezondheid="op_koers")
    assert Activiteit.objects.for_list().get().gezondheid == "op_koers"


def test_a_besluit_closes_a_risk_of_the_same_activiteit_once():
    activiteit, ander = made.lopend(), made.lopend()
    risico, vreemd = made.bericht(activiteit, "risico"), made.bericht(ander, "risico")
    assert set(Voortgangsbericht.objects.open_risicos()) == {risico, vreemd}
    assert refused(made.bericht, activiteit, "voortgang", sluit=risico) == {"sluit"}
    assert refused(made.bericht, activiteit, "besluit", sluit=vreemd) == {"sluit"}
    made.bericht(activiteit, "besluit", sluit=risico)
    assert list(Voortgangsbericht.objects.open_risicos()) == [vreemd]
    assert refused(made.bericht, activiteit, "besluit", sluit=risico) == {"sluit"}


def test_a_message_about_tomorrow_or_without_words_is_refused():
    activiteit = made.lopend()
    assert refused(made.bericht, activiteit, peildatum=VANDAAG + timedelta(days=1)) == {"peildatum"}
    assert refused(made.bericht, activiteit, tekst="\n \n") == {"tekst"}


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in (Rol.PROGRAMMAMANAGER, Rol.BELEIDSMEDEWERKER)])
def test_who_does_not_plan_can_do_nothing_to_an_activiteit(rol, account):
    activiteit, user = made.activiteit(), account(rol)
    tries = [
        lambda: made.activiteit(by=user),
        lambda: verbs.starten(activiteit, op=VANDAAG, by=user),
        lambda: verbs.verplaatsen(activiteit, **plan("2026-05-01", "2026-06-01"), reden="x", by=user),
        lambda: voortgang.melden(
            activiteit, soort="voortgang", gezondheid="op_koers", tekst="x", peildatum=VANDAAG, by=user
        ),
    ]
    for each in tries:
        with pytest.raises(GeenToegang):
            each()


@pytest.mark.parametrize("model", [Verplaatsing, Voortgangsbericht])
def test_the_database_itself_refuses_to_change_what_was_told(model):
    activiteit = made.lopend()
    made.bericht(activiteit)
    verbs.verplaatsen(activiteit, **plan("2026-05-01", "2026-12-31"), reden="x", by=made.planner())
    for write in (lambda: model.objects.update(op=klok.nu()), lambda: model.objects.all().delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()


@pytest.mark.parametrize(
    "velden",
    [
        {"status": "loopt"},
        {"status": "afgerond"},
        {"status": "gestopt"},
        {"gestopt_omdat": "zomaar"},
        {"gerealiseerd_van": VANDAAG},
        {"eigenaar_rol": ""},
        {"gepland_tot": VANDAAG - timedelta(days=9)},
    ],
    ids=str,
)
def test_the_database_itself_refuses_days_that_do_not_fit_the_status(velden):
    activiteit = made.activiteit()
    with pytest.raises(IntegrityError), transaction.atomic():
        Activiteit.objects.filter(pk=activiteit.pk).update(**velden)
