"""When the portal takes applications for a version, and that nothing decides or pays where it does not."""

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import NietMogelijk
from agenda.models import Gemeente
from subsidies.models import Formulierversie, MaximumAanvraag, Regeling, RegelingVersie
from subsidies.regelingen import openstellen as verbs
from subsidies.regelingen.openstellen import GeenIntake, Handeling, eis_intake, openstellen, voorwaarden_vastleggen
from tests.hulpmiddelen.broncode import APPS
from tests.hulpmiddelen.regelingen import VOLLEDIG, gereed, ministerie, wijk

pytestmark = pytest.mark.django_db


@pytest.fixture
def versie(behandelaar):
    """Version 1, granted by the own ministry, with everything that an intake needs."""
    found = wijk()
    RegelingVersie.objects.filter(pk=found.eerste.pk).update(verstrekt_door=found.eigen, verstrekker="Minister van SZW")
    voorwaarden_vastleggen(found.eerste, **VOLLEDIG, by=behandelaar)
    gereed(found.eerste)
    return RegelingVersie.objects.for_page().get(pk=found.eerste.pk)


@pytest.fixture
def behandelaar(account):
    return account(Rol.BEHANDELAAR)


# What is taken away, the condition that then fails and its article. Written apart from the table in the code.
# fmt: off
WEGGENOMEN = [
    ({"verstrekker": "Minister van BZK", "verstrekt_door": "BZK"}, "Verstrekker",             "artikel 15a, eerste lid, Financiële-verhoudingswet"),
    ({"grondslag": ""},                                            "Grondslag",               "artikel 17 Financiële-verhoudingswet"),
    ({"grondslag": "een besluit zonder nummer"},                   "Grondslag",               "artikel 17 Financiële-verhoudingswet"),
    ({"kanaal": ""},                                               "Dit portaal als kanaal",  "afdeling 2.3 Algemene wet bestuursrecht"),
    ({"mandaatbesluit": ""},                                       "Mandaatbesluit",          "afdeling 10.1.1 Algemene wet bestuursrecht"),
    ({"geen_sisa_code_omdat": ""},                                 "SiSa-code",               "artikel 17a Financiële-verhoudingswet"),
    ({"verdeelwijze": ""},                                         "Verdeelwijze",            "artikel 4:26 Algemene wet bestuursrecht"),
]
# fmt: on


def change(versie, velden) -> RegelingVersie:
    if "verstrekt_door" in velden:
        velden = velden | {"verstrekt_door": ministerie(velden["verstrekt_door"])}
    RegelingVersie.objects.filter(pk=versie.pk).update(**velden)
    return RegelingVersie.objects.for_page().get(pk=versie.pk)


@pytest.mark.parametrize(("weg", "voorwaarde", "artikel"), WEGGENOMEN)
def test_each_missing_condition_is_named_with_its_article(weg, voorwaarde, artikel, versie, programmamanager):
    versie = change(versie, weg)
    assert [each.naam for each in verbs.ontbrekend(versie)] == [voorwaarde]
    with pytest.raises(GeenIntake, match="kan niet open voor aanvragen") as geweigerd:
        openstellen(versie, by=programmamanager)
    assert artikel in str(geweigerd.value)
    assert RegelingVersie.objects.get(pk=versie.pk).soort == "registratie"


# fmt: off
NIET_KLAAR = [
    (lambda v: RegelingVersie.objects.update(aanvragen_vanaf=None, aanvragen_tot=None),     "Tijdvak"),
    (lambda v: v.termijnen.all().delete(),                                                  "Termijnen met grondslag"),
    (lambda v: MaximumAanvraag.objects.create(versie=v, thema=v.themas.first(), jaar=2026, bedrag=11,
                                              gemeente=Gemeente.objects.first()),           "Maxima passen in het plafond"),
]
# fmt: on


@pytest.mark.parametrize(("weg", "voorwaarde"), NIET_KLAAR)
def test_what_is_not_ready_keeps_a_version_closed_and_says_where_it_is_mended(
    weg, voorwaarde, versie, programmamanager
):
    plafond = {"plafond": 10, "plafond_kwalificatie": "exact", "plafond_bron": versie.bron}
    RegelingVersie.objects.filter(pk=versie.pk).update(**plafond)
    weg(versie)
    versie = RegelingVersie.objects.for_page().get(pk=versie.pk)
    [each] = verbs.ontbrekend(versie)
    assert each.naam == voorwaarde
    assert each.adres(versie).startswith("/werk/regelingen/wijk/versies/1/")
    with pytest.raises(GeenIntake, match=each.ontbreekt):
        openstellen(versie, by=programmamanager)


def test_a_form_in_concept_does_not_open_a_version(versie, behandelaar):
    tweede = versie.regeling.versies.get(volgorde=2)
    Formulierversie.objects.create(versie=tweede, nummer=1, gemaakt_op=klok.nu(), gemaakt_door=behandelaar)
    assert "Aanvraagformulier" in [each.naam for each in verbs.ontbrekend(tweede)]


@pytest.mark.parametrize(("weg", "voorwaarde", "artikel"), WEGGENOMEN)
def test_the_database_refuses_an_intake_without_that_condition_too(weg, voorwaarde, artikel, versie):
    versie = change(versie, weg)
    with pytest.raises(IntegrityError), transaction.atomic():
        RegelingVersie.objects.filter(pk=versie.pk).update(soort="intake", opengesteld_op="2026-07-01")


def test_a_version_with_everything_opens_and_only_once(versie, programmamanager):
    openstellen(versie, by=programmamanager)
    versie.refresh_from_db()
    assert (versie.soort, versie.is_registratie) == ("intake", False)
    for handeling in Handeling:
        eis_intake(versie, handeling)
    with pytest.raises(NietMogelijk, match="staat al open"):
        openstellen(versie, by=programmamanager)


def test_a_sisa_code_does_instead_of_a_reason(versie, programmamanager):
    Regeling.objects.filter(pk=versie.regeling_id).update(sisa_code="G99")
    openstellen(change(versie, {"geen_sisa_code_omdat": ""}), by=programmamanager)


def test_what_an_open_version_rests_on_does_not_change(versie, programmamanager, behandelaar):
    openstellen(versie, by=programmamanager)
    with pytest.raises(NietMogelijk, match="liggen dan vast"):
        voorwaarden_vastleggen(versie, kanaal="", by=behandelaar)


def test_only_the_programmamanager_opens(versie, account, behandelaar):
    for by in (behandelaar, *map(account, [Rol.BELEIDSMEDEWERKER, Rol.BESLISSER, Rol.AUDITOR])):
        with pytest.raises(GeenToegang):
            openstellen(versie, by=by)


@pytest.mark.parametrize("handeling", Handeling)
@pytest.mark.parametrize("volgorde", [1, 2, 3, 4])
def test_no_version_of_kansrijke_wijk_takes_decides_or_pays(handeling, volgorde, programma):
    versie = RegelingVersie.objects.for_page().get(regeling__programma=programma, volgorde=volgorde)
    with pytest.raises(GeenIntake) as geweigerd:
        eis_intake(versie, handeling)
    assert str(geweigerd.value).startswith(f"{handeling.label.capitalize()} kan niet bij Regeling kansrijke wijk")
    assert "verstrekt de uitkering niet (artikel 15a, eerste lid, Financiële-verhoudingswet)" in str(geweigerd.value)


def test_a_registered_version_with_all_conditions_still_waits_to_be_opened(versie):
    with pytest.raises(GeenIntake, match="deze versie is nog niet opengesteld"):
        eis_intake(versie, Handeling.BETALEN)


# Written by hand. Who adds a relation to a version or theme adds it here, after its verbs call eis_intake. A Bekostiging
# decides and pays nothing: it says which theme pays an uitvoering. A Formulierversie only says what will be asked.
HANGS_FROM_A_VERSION = {
    "Aanlevering", "Aanvraag", "Bekostiging", "Bestemming", "Formulierversie",
    "MaximumAanvraag", "Medeondertekening", "Praktijkvoorbeeld", "RegelingVersie", "Regelingstuk", "Regelingtermijn", "SisaIndicator", "Thema",
    "Toekenning",
}  # fmt: skip


def test_nothing_hangs_from_a_version_but_what_is_registered():
    van = {"Regeling", "RegelingVersie", "Thema", "Toekenning"}
    found = {
        model.__name__
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        for veld in model._meta.get_fields()
        if veld.many_to_one and veld.related_model and veld.related_model.__name__ in van
    }
    assert found == HANGS_FROM_A_VERSION


def test_the_page_says_what_is_missing_and_has_no_button(programma, lezer):
    page = lezer.get("/werk/regelingen/kansrijke-wijk/versies/1/").content.decode()
    assert "Nee: er ontbreken 7 voorwaarden." in page
    assert "Openstellen voor aanvragen" not in page


def test_who_posts_to_open_it_anyway_is_told_why(programma, client, programmamanager):
    client.force_login(programmamanager)
    response = client.post("/werk/regelingen/kansrijke-wijk/versies/1/openstellen/", follow=True)
    assert "artikel 15a, eerste lid, Financiële-verhoudingswet" in response.content.decode()
    assert set(RegelingVersie.objects.values_list("soort", flat=True)) == {"registratie"}


def test_the_form_keeps_a_grondslag_without_number_out(programma, client, account):
    client.force_login(account(Rol.BEHANDELAAR))
    page = client.post("/werk/regelingen/kansrijke-wijk/versies/2/voorwaarden/", {"grondslag": "een besluit"})
    assert "Noem het nummer van het Staatsblad of de Staatscourant" in page.content.decode()
    client.post("/werk/regelingen/kansrijke-wijk/versies/2/voorwaarden/", {"grondslag": "Stb. 2022, 452"})
    assert RegelingVersie.objects.get(volgorde=2).grondslag == "Stb. 2022, 452"
