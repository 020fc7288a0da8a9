"""A DU has no conditions, no accounting and no recovery (Financiële-verhoudingswet, art. 5 lid 2, 13 and 15a lid 1)."""

from pathlib import Path

import pytest
from django import forms as django_forms
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import connection, models
from django.test.utils import isolate_apps

from agenda import klok
from agenda.berichten.soorten import SOORTEN
from agenda.levensloop import levenslopen
from subsidies.du import voorstellen
from subsidies.du.vrij import NAMEN, Voorwaarde, check_namen, check_tekst
from subsidies.forms import du as staff_forms
from subsidies.forms import du_gemeente as gemeente_forms
from subsidies.models import Aanmelding, Decentralisatieuitkering, Fondsuitkering, Terugkoppeling
from tests.hulpmiddelen import uitkeringen
from tests.hulpmiddelen.broncode import ROOT
from tests.hulpmiddelen.uitkeringen import BEHANDELAAR, wie

OVER_EEN_DU = (Aanmelding, Decentralisatieuitkering, Fondsuitkering)
ARTIKELEN = "artikel 5 lid 2 en artikel 13.*artikel 15a lid 1"
# What may point to a DU or an aanmelding: nothing, except the DU itself to the aanmelding that it took over.
WIJST_ERNAAR = {("Decentralisatieuitkering", "aanmelding", "Aanmelding")}


def faults(models_of_a_du, registry=apps) -> list[str]:
    """Fields, relations and tables by which a DU would get a condition, an account or a recovery."""
    found = [
        f"{model.__name__}.{field.name}"
        for model in models_of_a_du
        for field in model._meta.get_fields()
        if NAMEN.search(field.name)
    ]
    labels = {model._meta.label for model in models_of_a_du} - {"subsidies.Fondsuitkering"}
    for model in registry.get_models(include_auto_created=True):
        for field in (*model._meta.fields, *model._meta.many_to_many):
            to = field.related_model
            key = (model.__name__, field.name, to.__name__ if to else "")
            if to is not None and to._meta.label in labels and key not in WIJST_ERNAAR:
                found.append(f"{model.__name__}.{field.name} wijst naar {to.__name__}")
        found += [
            f"{model.__name__}.{field.name} kan naar alles wijzen"
            for field in model._meta.private_fields
            if isinstance(field, GenericForeignKey)
        ]
    return found


def test_no_field_and_no_relation_holds_a_condition_an_account_or_a_recovery():
    assert faults(OVER_EEN_DU) == []


def model(name: str, **fields) -> type:
    """A model that exists in a test only."""
    meta = type("Meta", (), {"app_label": "subsidies"})
    return type(name, (models.Model,), fields | {"__module__": __name__, "Meta": meta})


@pytest.mark.parametrize("naam", ["voorwaarden", "sisa_code", "verantwoording", "terugvordering", "vastgesteld_op"])
def test_such_a_field_would_be_found(naam):
    with isolate_apps("subsidies"):
        fout = model("Fout", **{naam: models.TextField()})
    assert faults((fout,)) == [f"Fout.{naam}"]


def test_a_model_that_points_to_a_du_would_be_found():
    with isolate_apps("subsidies") as registry:
        model("Eis", uitkering=models.ForeignKey(Decentralisatieuitkering, models.PROTECT, related_name="+"))
        found = faults(OVER_EEN_DU, registry=registry)
    assert found == ["Eis.uitkering wijst naar Decentralisatieuitkering"]


@pytest.mark.django_db
def test_no_column_of_the_database_holds_one_either():
    tables = [model._meta.db_table for model in OVER_EEN_DU]
    with connection.cursor() as cursor:
        cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = ANY (%s)", [tables])
        assert [column for (column,) in cursor.fetchall() if NAMEN.search(column)] == []
        cursor.execute(
            "SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f' AND confrelid = ANY (%s::regclass[])",
            [[Decentralisatieuitkering._meta.db_table]],
        )
        assert cursor.fetchall() == []


def test_no_form_asks_for_one():
    made = {each for module in (staff_forms, gemeente_forms) for each in vars(module).values() if is_form(each)}
    named = {f"{form.__name__}.{naam}" for form in made for naam in form.base_fields if NAMEN.search(naam)}
    assert len(made) >= 9
    assert named == set()


def is_form(each) -> bool:
    return isinstance(each, type) and issubclass(each, django_forms.Form) and each.__module__.startswith("subsidies.")


def test_the_life_ends_with_the_payment_and_knows_no_way_back_to_the_rijk():
    stappen = levenslopen()[Decentralisatieuitkering].stappen
    assert [stap.verb for stap in stappen if "betaald" in stap.van] == []
    assert [stap.verb for stap in stappen if NAMEN.search(stap.verb)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("anders", [{"voorwaarden": "eerst een plan"}, {"sisa_code": "X1"}, {"terugvordering": 5}])
def test_the_shell_cannot_attach_a_condition(anders):
    plan = uitkeringen.voorstel()
    with klok.vastgezet(uitkeringen.NU), pytest.raises(Voorwaarde, match=ARTIKELEN):
        voorstellen.voorstellen(plan.regel.programma, plan, by=wie(BEHANDELAAR), **anders)
    assert not Decentralisatieuitkering.objects.exists()


@pytest.mark.django_db
def test_a_text_cannot_attach_one_either():
    plan = uitkeringen.voorstel(doel="Gastlessen, mits de gemeente de helft betaalt.")
    with pytest.raises(Voorwaarde, match=f"‘mits’ kan hier niet staan.*{ARTIKELEN}"):
        voorstellen.voorstellen(plan.regel.programma, plan, by=wie(BEHANDELAAR))


@pytest.mark.parametrize(
    ("tekst", "is_voorwaarde"),
    [
        ("Gastlessen over mediawijsheid", False),
        ("Jongeren leren verantwoordelijkheid nemen", False),
        ("Smits en partners geven trainingen", False),
        ("Op voorwaarde dat er tien lessen zijn", True),
        ("De gemeente is verplicht om mee te doen", True),
        ("Verantwoording via SiSa", True),
        ("Wat over is, wordt teruggevorderd", True),
        ("Het restant terugbetalen aan het Rijk", True),
    ],
)
def test_a_text_that_lays_something_upon_the_gemeente_is_recognised(tekst, is_voorwaarde):
    try:
        check_tekst("doel", tekst)
        refused = False
    except Voorwaarde:
        refused = True
    assert refused == is_voorwaarde


def test_a_column_of_a_file_with_such_a_name_is_refused():
    check_namen(["gemeente", "bedrag", "doel"])
    with pytest.raises(Voorwaarde, match=f"‘Verantwoording 2026’.*{ARTIKELEN}"):
        check_namen(["gemeente", "Verantwoording 2026"])


# --- What a gemeente tells of its own accord has nothing to do with the money -------------------------------------


def test_what_a_gemeente_tells_is_bound_to_no_du_and_no_message_asks_for_it():
    related = {field.related_model.__name__ for field in Terugkoppeling._meta.get_fields() if field.is_relation}
    assert related == {"Programma", "Gemeente", "Gebruiker"}
    assert [soort.naam for soort in SOORTEN.values() if "terugkoppel" in f"{soort.naam} {soort.zin}".lower()] == []


def test_no_page_about_the_money_mentions_it():
    pages = [path for path in (ROOT / "templates" / "subsidies" / "du").glob("*.html") if path.name != "formulier.html"]
    assert len(pages) > 5
    assert [path.name for path in pages if says_it(path)] == []


def says_it(path: Path) -> bool:
    text = path.read_text(encoding="utf-8").lower()
    return "terugkoppel" in text or "vertellen" in text
