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
VOORBEREIDERS = {"programmamanager", "beleidsmedewerker", "budgethouder", "behandelaar", "redacteur"}
AKKOORD = {"programmamanager", "budgethouder", "beslisser"}
REGELAARS = {"programmamanager", "beleidsmedewerker", "behandelaar"}
DU = {"programmamanager", "beleidsmedewerker", "behandelaar"}
BEHANDELT = {"behandelaar", "programmamanager"}
GEMEENTE, TEKENT = {"gemeentelijk_aanvrager", "gemeentelijk_ondertekenaar"}, {"gemeentelijk_ondertekenaar"}
PUBLICEERT = {"programmamanager", "redacteur"}
WHO_MAY_STEP = {
    ("actielijnen.activiteit", "gepland"):  {"activiteit_starten": PLANNERS, "activiteit_stoppen": PLANNERS},
    ("actielijnen.activiteit", "loopt"):    {"activiteit_afronden": PLANNERS, "activiteit_stoppen": PLANNERS},
    ("actielijnen.activiteit", "afgerond"): {"activiteit_heropenen": PLANNERS},
    ("actielijnen.activiteit", "gestopt"):  {"activiteit_heropenen": PLANNERS},
    ("actielijnen.mijlpaal", "geldt"):      {"mijlpaal_vervallen": PLANNERS},
    ("actielijnen.mijlpaal", "vervallen"):  {"mijlpaal_herstellen": PLANNERS},
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
    ("subsidies.aanmelding", "open"):             {"du_aanmelding_overnemen": DU, "du_aanmelding_laten": DU, "du_aanmelding_intrekken": GEMEENTE},
    ("subsidies.aanmelding", "overgenomen"):      {},
    ("subsidies.aanmelding", "niet_overgenomen"): {},
    ("subsidies.aanmelding", "ingetrokken"):      {},
    ("subsidies.formulierversie", "concept"):     {"formulier_vaststellen": {"programmamanager"}},
    ("subsidies.formulierversie", "vastgesteld"): {},
    ("subsidies.aanvraag", "concept"):            {"aanvraag_indienen": GEMEENTE, "aanvraag_intrekken": GEMEENTE},
    ("subsidies.aanvraag", "ingediend"):          {"aanvulling_vragen": BEHANDELT, "aanvraag_compleet": BEHANDELT, "aanvraag_intrekken": GEMEENTE},
    ("subsidies.aanvraag", "aanvulling"):         {"aanvulling_indienen": GEMEENTE, "aanvraag_intrekken": GEMEENTE},
    ("subsidies.aanvraag", "compleet"):           {"aanvraag_intrekken": GEMEENTE},
    ("subsidies.aanvraag", "ingetrokken"):        {},
    ("subsidies.decentralisatieuitkering", "voorstel"):    {"du_akkoord": TEKENT, "du_afwijzen": TEKENT, "du_intrekken": DU},
    ("subsidies.decentralisatieuitkering", "akkoord"):     {"du_afwijzen": TEKENT, "du_intrekken": DU, "du_overboeken": {"budgethouder", "systeem"}},
    ("subsidies.decentralisatieuitkering", "overboeking"): {"du_opnemen": DU, "du_terugboeken": {"budgethouder", "systeem"}},
    ("subsidies.decentralisatieuitkering", "circulaire"):  {"du_betalen": DU},
    ("subsidies.decentralisatieuitkering", "betaald"):     {},
    ("subsidies.decentralisatieuitkering", "afgewezen"):   {},
    ("subsidies.decentralisatieuitkering", "ingetrokken"): {},
    ("actielijnen.scenario", "concept"):     {"scenario_aannemen": {"budgethouder", "systeem"}, "scenario_verwerpen": {"budgethouder", "systeem"}},
    ("actielijnen.scenario", "aangenomen"):  {},
    ("actielijnen.scenario", "verworpen"):   {},
    ("rapportage.voorbereidingspunt", "open"):   {"voorbereiding_gereedmelden": VOORBEREIDERS},
    ("rapportage.voorbereidingspunt", "gereed"): {"voorbereiding_heropenen": VOORBEREIDERS},
    ("subsidies.aanlevering", "nagekeken"):   {"aanlevering_overnemen": REGELAARS, "aanlevering_intrekken": REGELAARS},
    ("subsidies.aanlevering", "overgenomen"): {},
    ("subsidies.aanlevering", "ingetrokken"): {},
    ("interventies.interventie", "beschreven"): {"interventie_testen": PLANNERS, "interventie_stoppen": PLANNERS},
    ("interventies.interventie", "testen"):     {"interventie_doen": PLANNERS, "interventie_stoppen": PLANNERS},
    ("interventies.interventie", "doen"):       {"interventie_stoppen": PLANNERS},
    ("interventies.interventie", "gestopt"):    {},
    ("interventies.evaluatie", "gepland"):      {"evaluatie_aanbieden": REGELAARS, "evaluatie_vervallen": REGELAARS},
    ("interventies.evaluatie", "aangeboden"):   {"evaluatie_vaststellen": PLANNERS, "evaluatie_teruggeven": PLANNERS},
    ("interventies.evaluatie", "vastgesteld"):  {},
    ("interventies.evaluatie", "vervallen"):    {},
    ("interventies.publicatie", "openbaar"):    {"publicatie_vervangen": PUBLICEERT, "publicatie_intrekken": PUBLICEERT},
    ("interventies.publicatie", "vervangen"):   {},
    ("interventies.publicatie", "ingetrokken"): {},
    ("interventies.interventievoorstel", "ingediend"): {"voorstel_behandelen": REGELAARS, "voorstel_overnemen": REGELAARS, "voorstel_afwijzen": REGELAARS, "voorstel_intrekken": GEMEENTE},
    ("interventies.interventievoorstel", "in_behandeling"): {"voorstel_overnemen": REGELAARS, "voorstel_afwijzen": REGELAARS, "voorstel_intrekken": GEMEENTE},
    ("interventies.interventievoorstel", "overgenomen"): {},
    ("interventies.interventievoorstel", "afgewezen"):   {},
    ("interventies.interventievoorstel", "ingetrokken"): {},
    ("interventies.praktijkkader", "gevraagd"):    {"kader_toestemmen": TEKENT, "kader_weigeren": TEKENT, "kader_vervallen": REGELAARS},
    ("interventies.praktijkkader", "toegestemd"):  {"kader_intrekken": TEKENT, "kader_vervallen": REGELAARS},
    ("interventies.praktijkkader", "geweigerd"):   {},
    ("interventies.praktijkkader", "ingetrokken"): {},
    ("interventies.praktijkkader", "vervallen"):   {},
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
    ("subsidies.decentralisatieuitkering", "du_overboeken"): ({"du_voorstellen"}, set()),
    ("subsidies.decentralisatieuitkering", "du_terugboeken"): ({"du_voorstellen"}, set()),
    ("interventies.evaluatie", "evaluatie_vaststellen"): ({"evaluatie_aanbieden"}, {"evaluatie_plannen"}),
    ("interventies.evaluatie", "evaluatie_teruggeven"): ({"evaluatie_aanbieden"}, {"evaluatie_plannen"}),
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
