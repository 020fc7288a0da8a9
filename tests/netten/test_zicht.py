"""Nobody sees what is not his: each kind of record, each page with its door left open, each view in the code."""

import ast
import re

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import reverse

from agenda import access, middleware
from agenda.access import Rol
from agenda.models import Bestand, Feit, Gebied, Gemeente, OpenVraag, Taak, Tegenspraak
from agenda.models import Programma as ProgrammaModel
from interventies.models import Project, Term
from rapportage.models import Toezegging
from subsidies.models import Regeling
from tests.hulpmiddelen.broncode import APPS, module, python_files, tree
from tests.hulpmiddelen.routes import EIGEN, all_routes

STAFF = {"programmamanager", "beleidsmedewerker", "budgethouder", "behandelaar", "beslisser", "redacteur"} | {
    "parafeerder",
    "beheerder",
    "auditor",
    "systeem",
}
OUTSIDERS = [Rol.GEMEENTELIJK_AANVRAGER, Rol.GEMEENTELIJK_ONDERTEKENAAR, Rol.RAADSLID]


def kinds() -> list[type]:
    """Every model that a page shows: it says who sees its records."""
    models = (model for app in APPS for model in apps.get_app_config(app).get_models())
    return [model for model in models if hasattr(model.objects, "visible_to")]


# Of these each person sees his own, or those of his gemeente; tests of their own cover them. Written by hand, so that a kind of record
# that staff as a whole sees becomes personal, or the other way round, only on purpose.
PERSONAL = {"Aanmelding", "Aanvraag", "Aanvraagbestand", "Bericht", "Bestand", "BewaardeInvoer", "Decentralisatieuitkering", "Gebied", "Gebruiker", "Interventievoorstel", "Praktijkkader", "Taak", "Terugkoppeling", "Uitnodiging"}
PROGRAMMA = {
    "Actielijn", "Activiteit", "AuditRegel", "Bron", "Brief", "Brondocument", "Correctievoorstel", "Feit", "FeitVersie", "Gemeente",
    "Indicator", "Mijlpaal", "OpenVraag", "Programma",
    "Begrotingsjaar", "Begrotingsregel", "Betaaltermijn", "Betaling", "Bijstelling", "Herschikking", "Import", "Mutatie", "Prognose", "Reservering", "Scenario",
    "Verplichting", "Verplichtingsdocument",
    "Aanlevering", "Bestemming", "MaximumAanvraag", "Praktijkvoorbeeld", "Regelingstuk", "Regelingtermijn", "SisaIndicator", "Storing", "Toekenning",
    "Project", "Raad", "Regeling", "RegelingVersie", "Tegenspraak", "TegenspraakVariant", "Term", "Toezegging",
    "Sjabloonpunt", "Voorbereiding", "Voorbereidingspunt", "Scopetoets", "Leerkring", "Bekostiging", "Bronvermelding",
}  # fmt: skip

# Of these everybody sees what was published, and staff everything; tests/interventies/test_openbaar.py covers them.
OPENBAAR = {"Bewijsoordeel", "Evaluatie", "Interventie", "Interventiedocument", "Publicatie", "Uitvoering"}


def test_every_kind_of_record_that_has_readers_is_in_one_of_these_lists():
    assert {model.__name__ for model in kinds()} == PERSONAL | PROGRAMMA | OPENBAAR


@pytest.mark.parametrize("rol", Rol)
def test_only_staff_sees_the_records_of_the_programma(rol, brief, account):
    user = account(rol)
    filled = [model for model in kinds() if model.__name__ in PROGRAMMA and model.objects.exists()]
    seen = {model.__name__ for model in filled if model.objects.visible_to(user).exists()}
    assert seen == ({model.__name__ for model in filled} if rol in STAFF else set())


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.RAADSLID])
def test_somebody_sees_his_own_files_and_tasks_and_not_those_of_another(rol, account, eigen):
    mine, others = account(rol), account(Rol.AUDITOR)
    records = {model: eigen(others) and eigen(mine) for model in (Bestand, Taak)}
    for model in records:
        owners = {
            getattr(each, "eigenaar_id", None) or each.aangevraagd_door_id for each in model.objects.visible_to(mine)
        }
        assert owners == {mine.pk}


def test_who_works_at_a_gemeente_sees_the_focusgebieden_of_that_gemeente_only(programma, account):
    user = account(Rol.GEMEENTELIJK_AANVRAGER, gemeente=Gemeente.objects.get(naam="Utrecht"))
    assert {each.gemeente.naam for each in Gebied.objects.visible_to(user)} == {"Utrecht"}


# --- With every door open, the records themselves still hold -----------------------------------------------


@pytest.fixture
def doors_open(monkeypatch):
    """As if somebody had made the audience of every page too wide: whoever is signed in may open it."""
    monkeypatch.setattr(middleware, "admits", lambda who, user: True)
    monkeypatch.setattr(access, "require", lambda user, permission: None)


def secrets() -> set[str]:
    """Words that stand on the pages of the staff and nowhere else."""
    found = {feit.naam for feit in Feit.objects.all()} | {vraag.vraag for vraag in OpenVraag.objects.all()}
    found |= {each.onderwerp for each in Tegenspraak.objects.all()} | {each.naam for each in Gebied.objects.all()}
    found |= {each.naam for each in Project.objects.all()} | {each.naam for each in Term.objects.all()}
    found |= {each.citeertitel for each in Regeling.objects.all()} | {str(each) for each in Toezegging.objects.all()}
    openbaar = {ProgrammaModel.objects.huidig().naam, "Leden van de Maatschappelijke Raad"}  # the latter names a role
    return {each for each in found if len(each) > 5} - openbaar


def pages_of_staff():
    return [route for route in all_routes() if route.patroon.startswith("/werk/") and route.naam not in EIGEN]


@pytest.mark.parametrize("rol", OUTSIDERS)
def test_with_all_doors_open_an_outsider_still_finds_nothing(rol, brief, account, eigen, doors_open):
    user = account(rol)
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    records, words, found = eigen(user), secrets(), []
    for route in pages_of_staff():
        with transaction.atomic():
            response = client.get(route.address(records))
            body = b"".join(response.streaming_content) if response.streaming else response.content
            transaction.set_rollback(True)
        text = re.sub(r"<[^>]+>", " ", body.decode(errors="replace"))
        leaked = sorted(word for word in words if word in text)
        if leaked or (response.streaming and response.status_code == 200):
            found.append(f"{route.naam} ({response.status_code}): {leaked[:3]}")
    assert not found, "\n".join(found)


def test_that_walk_would_see_a_leak(brief, account, eigen, doors_open):
    """The same pages are full of those words for somebody who may see them."""
    client = Client(headers={"host": "localhost"})
    client.force_login(account(Rol.AUDITOR))
    text = client.get(reverse("feiten")).content.decode()
    assert [word for word in secrets() if word in text]


# --- In the code: no view asks for records without saying for whom -----------------------------------------

ANSWERING = {"views"}
# Pages for everybody, which read the programma as such.
FOR_EVERYBODY = {
    ("rapportage.views.home", "Programma"),
    ("rapportage.views.home", "Actielijn"),
    ("rapportage.views.start", "Programma"),
    ("interventies.views.catalogus", "Programma"),
    ("agenda.accounts.oidc.views", "Programma"),
}


def unscoped(source: ast.AST, names: set[str]):
    """The records of a model that code asks for without visible_to, as (model, line)."""
    scoped = {node.value for node in ast.walk(source) if isinstance(node, ast.Attribute) and node.attr == "visible_to"}
    for node in ast.walk(source):
        match node:
            case ast.Attribute(value=ast.Name(id=model), attr="objects") if model in names and node not in scoped:
                yield model, node.lineno
            case ast.Call(func=ast.Name(id="get_object_or_404" | "get_list_or_404"), args=[ast.Name(id=model), *_]):
                if model in names:
                    yield model, node.lineno


def test_no_view_asks_for_records_without_saying_for_whom():
    names = {model.__name__ for model in kinds()}
    found = [
        f"{module(path)}:{line} {model}.objects zonder visible_to"
        for path in python_files()
        if ANSWERING & set(module(path).split("."))
        for model, line in unscoped(tree(path), names)
        if (module(path), model) not in FOR_EVERYBODY
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "code",
    [
        "Bron.objects.all()",
        "Bron.objects.select_related('bron').visible_to",
        "get_object_or_404(Bron.objects, pk=1)",
        "get_object_or_404(Bron, pk=1)",
        "queryset = Bron.objects",
    ],
)
def test_asking_for_records_without_saying_for_whom_is_found(code):
    assert list(unscoped(ast.parse(code), {"Bron"})) == [("Bron", 1)]


def test_asking_for_the_records_that_somebody_may_see_is_right():
    assert list(unscoped(ast.parse("get_object_or_404(Bron.objects.visible_to(user).all(), pk=1)"), {"Bron"})) == []
