"""Every life of the portal, status by status: which role may take which step, written down by hand."""

import pytest
from django.apps import apps

from agenda.access import Rol
from agenda.levensloop import levenslopen, options
from agenda.models import Gebruiker

APPS = ["agenda", "actielijnen", "interventies", "subsidies", "rapportage"]

PLANNERS = {"programmamanager", "beleidsmedewerker"}

# Written apart from the tables in each levensloop.py: who loosens a step there says so here as well.
# fmt: off
AKKOORD = {"programmamanager", "budgethouder", "beslisser"}
WHO_MAY_STEP = {
    ("actielijnen.activiteit", "gepland"):  {"activiteit_starten": PLANNERS, "activiteit_stoppen": PLANNERS},
    ("actielijnen.activiteit", "loopt"):    {"activiteit_afronden": PLANNERS, "activiteit_stoppen": PLANNERS},
    ("actielijnen.activiteit", "afgerond"): {"activiteit_heropenen": PLANNERS},
    ("actielijnen.activiteit", "gestopt"):  {"activiteit_heropenen": PLANNERS},
    ("actielijnen.correctievoorstel", "voorgesteld"): {"correctie_aannemen": PLANNERS, "correctie_afwijzen": PLANNERS},
    ("actielijnen.correctievoorstel", "aangenomen"): {},
    ("actielijnen.correctievoorstel", "afgewezen"): {},
    ("agenda.vernietigingslijst", "opgesteld"):  {"vernietiging_bevestigen": {"programmamanager"}, "vernietiging_afwijzen": {"programmamanager"}},
    ("agenda.vernietigingslijst", "bevestigd"):  {"vernietiging_uitvoeren": {"programmamanager"}},
    ("agenda.vernietigingslijst", "uitgevoerd"): {},
    ("agenda.vernietigingslijst", "afgewezen"):  {},
    ("actielijnen.reservering", "open"):      {"reservering_omzetten": {"budgethouder"}, "reservering_vervallen": {"budgethouder"}},
    ("actielijnen.reservering", "omgezet"):   {},
    ("actielijnen.reservering", "vervallen"): {},
    ("actielijnen.herschikking", "voorgesteld"):    {"herschikking_akkoord": AKKOORD, "herschikking_afwijzen": AKKOORD},
    ("actielijnen.herschikking", "eerste_akkoord"): {"herschikking_uitvoeren": AKKOORD, "herschikking_afwijzen": AKKOORD},
    ("actielijnen.herschikking", "uitgevoerd"):     {},
    ("actielijnen.herschikking", "afgewezen"):      {},
    ("actielijnen.begrotingsjaar", "open"):        {"jaar_voorstellen": {"programmamanager", "budgethouder"}},
    ("actielijnen.begrotingsjaar", "voorgesteld"): {"jaar_afsluiten": {"programmamanager", "budgethouder"}, "jaar_terugnemen": {"programmamanager", "budgethouder"}},
    ("actielijnen.begrotingsjaar", "afgesloten"):  {},
    ("actielijnen.import", "nakijken"):    {"import_nagekeken": {"budgethouder", "systeem"}, "import_intrekken": {"budgethouder", "systeem"}},
    ("actielijnen.import", "nagekeken"):   {"import_bevestigen": {"budgethouder", "systeem"}, "import_intrekken": {"budgethouder", "systeem"}},
    ("actielijnen.import", "boeken"):      {"import_geboekt": {"budgethouder", "systeem"}},
    ("actielijnen.import", "geboekt"):     {},
    ("actielijnen.import", "ingetrokken"): {},
    ("actielijnen.prognose", "concept"):     {"prognose_vaststellen": {"programmamanager", "budgethouder"}},
    ("actielijnen.prognose", "vastgesteld"): {},
    ("rapportage.brief", "concept"):    {"aanbieden":  {"programmamanager", "redacteur", "systeem"}},
    ("rapportage.brief", "aangeboden"): {"terugnemen": {"programmamanager", "redacteur", "systeem"}, "paraferen": {"parafeerder"}},
}
# fmt: on

# Functiescheiding, written apart as well: who did one of these cannot take the step; in this round, and in any round.
WHO_MAY_NOT: dict[tuple[str, str], tuple[set[str], set[str]]] = {
    ("rapportage.brief", "paraferen"): ({"aanbieden", "paraferen"}, {"brief_maken"}),
    ("actielijnen.correctievoorstel", "correctie_aannemen"): ({"correctie_voorstellen"}, set()),
    ("actielijnen.correctievoorstel", "correctie_afwijzen"): ({"correctie_voorstellen"}, set()),
    ("actielijnen.herschikking", "herschikking_akkoord"): ({"herschikking_voorstellen"}, set()),
    ("actielijnen.herschikking", "herschikking_uitvoeren"): (
        {"herschikking_voorstellen", "herschikking_akkoord"},
        set(),
    ),
    ("actielijnen.prognose", "prognose_vaststellen"): (
        {"prognose_maken", "prognose_invullen", "prognose_aanname"},
        set(),
    ),
    ("actielijnen.begrotingsjaar", "jaar_afsluiten"): ({"jaar_voorstellen"}, set()),
    ("agenda.vernietigingslijst", "vernietiging_bevestigen"): ({"vernietiging_opstellen"}, set()),
    ("agenda.vernietigingslijst", "vernietiging_afwijzen"): ({"vernietiging_opstellen"}, set()),
    ("agenda.vernietigingslijst", "vernietiging_uitvoeren"): ({"vernietiging_opstellen"}, set()),
}


def statuses():
    return [
        (model, status)
        for model, levensloop in levenslopen().items()
        for status, _ in model._meta.get_field(levensloop.veld).flatchoices
    ]


@pytest.mark.parametrize(("model", "status"), statuses())
def test_each_step_is_open_to_exactly_the_roles_written_down_here(model, status):
    record = model(**{levenslopen()[model].veld: status})
    allowed: dict[str, set[str]] = {}
    for rol in Rol:
        for stap in options(record, Gebruiker(rollen=[rol])):
            allowed.setdefault(stap.verb, set()).add(rol.value)
    assert allowed == WHO_MAY_STEP[model._meta.label_lower, status]


def test_each_step_is_kept_from_exactly_those_written_down_here():
    kept = {
        (model._meta.label_lower, stap.verb): (set(stap.niet_door), set(stap.nooit_door))
        for model, levensloop in levenslopen().items()
        for stap in levensloop.stappen
        if stap.niet_door or stap.nooit_door
    }
    assert kept == WHO_MAY_NOT


def test_no_line_here_is_about_a_status_that_no_longer_exists():
    assert {(model._meta.label_lower, status) for model, status in statuses()} == WHO_MAY_STEP.keys()


def test_every_model_with_a_status_has_a_life():
    with_status = {
        model
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        if "status" in {field.name for field in model._meta.fields}
    }
    assert with_status - levenslopen().keys() == set()
