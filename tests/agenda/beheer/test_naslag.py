"""The reference lists: only for who may keep them, every change written down, nothing that is used removed."""

import io
import json

import pytest
import tablib
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.checks import run_checks
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agenda.access import Rol
from agenda.beheer.checks import NEVER, objections, the_admin_holds_reference_lists_only
from agenda.beheer.resources import HOOGSTENS, GemeenteResource, OrganisatienummerResource
from agenda.beheer.site import naslag
from agenda.models import AuditRegel, Gebruiker, Gemeente, Organisatienummer, Provincie
from rapportage.models import Brief
from subsidies.models import RegelingVersie
from tests.agenda.bestanden.conftest import opslag  # noqa: F401
from tests.agenda.bestanden.voorbeelden import xlsx
from tests.hulpmiddelen.clamd import EICAR

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


@pytest.fixture
def gelderland():
    return Provincie.objects.create(code="PV25", naam="Gelderland")


@pytest.fixture
def arnhem(gelderland):
    return Gemeente.objects.create(
        code="GM0202", naam="Arnhem", naam_cbs="Arnhem", provincie=gelderland, inwoners_2021=1
    )


def address(stap: str, *arguments, model="gemeente") -> str:
    return reverse(f"admin:agenda_{model}_{stap}", args=arguments)


def lines() -> list[tuple[str, str]]:
    return list(AuditRegel.objects.order_by("pk").values_list("actie", "details__wat"))


def test_a_list_and_a_fault_are_named_in_dutch(beheer):
    assert "<title>Provincies – Naslaglijsten</title>" in beheer.get(address("changelist", model="provincie")).content.decode()
    faulty = beheer.post(address("add", model="provincie"), {"code": "", "naam": ""}).content.decode()
    assert "<title>Fout: " in faulty
    assert "Error:" not in faulty


def test_what_is_added_changed_and_removed_is_written_down_with_what_it_was(beheer, beheerder):
    beheer.post(address("add", model="provincie"), {"code": "PV25", "naam": "Gelre"})
    provincie = Provincie.objects.get()
    beheer.post(address("change", provincie.pk, model="provincie"), {"code": "PV25", "naam": "Gelderland"})
    beheer.post(address("delete", provincie.pk, model="provincie"), {"post": "yes"})
    assert not Provincie.objects.exists()
    assert lines() == [
        ("naslag_toevoegen", "Gelre"),
        ("naslag_wijzigen", "Naam: ‘Gelre’ wordt ‘Gelderland’ gewijzigd"),
        ("naslag_verwijderen", "Gelderland"),
    ]
    assert LogEntry.objects.filter(user=beheerder).count() == 3


def test_what_is_used_elsewhere_cannot_be_removed_and_the_page_says_by_what(beheer, arnhem, gelderland):
    page = beheer.post(address("delete", gelderland.pk, model="provincie"), {"post": "yes"})
    assert "Arnhem" in page.content.decode()
    assert Provincie.objects.get() == gelderland
    assert lines() == []


def test_a_herindeling_without_a_date_is_refused(beheer, arnhem, gelderland):
    fields = {"code": "GM0202", "naam": "Arnhem", "naam_cbs": "Arnhem", "provincie": gelderland.pk, "inwoners_2021": 1}
    response = beheer.post(address("change", arnhem.pk), fields | {"opvolger": arnhem.pk})
    assert response.status_code == 400
    arnhem.refresh_from_db()
    assert arnhem.opvolger is None


def test_who_is_not_signed_in_signs_in_with_us(client):
    assert client.get("/beheer/").url == f"{reverse('account_login')}?next=/beheer/"


def test_no_page_of_the_admin_signs_in_or_changes_a_password(client):
    assert [client.get(f"/beheer/{each}/").status_code for each in ("login", "logout", "password_change")] == [404] * 3


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in {Rol.BEHEERDER, Rol.SYSTEEM}])
def test_no_other_role_comes_in(client, account, rol):
    client.force_login(account(rol))
    assert client.get("/beheer/").status_code == 403


# --- As a file -----------------------------------------------------------------------------------------


def upload(browser, rows, model="organisatienummer"):
    """The preview of a CSV file."""
    csv = tablib.Dataset(*rows, headers=["gemeente", "soort", "nummer"]).export("csv")
    file = SimpleUploadedFile("lijst.csv", csv.encode(), content_type="text/csv")
    return browser.post(address("import", model=model), {"format": "1", "import_file": file})


def test_the_page_says_what_belongs_in_the_file_and_what_is_missing(beheer):
    page = beheer.post(address("import", model="organisatienummer"), {"format": "9"})
    assert page.context["form"].errors == {
        "import_file": ["Kies een bestand, bijvoorbeeld een Excel-werkmap (.xlsx)."],
        "format": ["Kies wat voor bestand het is: XLSX voor een Excel-werkmap, of CSV."],
    }
    assert page.context["kolommen"] == [
        ("gemeente", "Gemeente. Schrijf de code.", True, "GM0363"),
        ("soort", "Soort. Een van: kvk, oin.", True, "kvk"),
        ("nummer", "Nummer.", True, "00000012"),
    ]


@pytest.mark.parametrize("resource", [GemeenteResource, OrganisatienummerResource])
def test_the_example_of_each_import_page_can_be_imported(resource, beheer, beheerder):
    noord = Provincie.objects.create(code="PV27", naam="Noord-Holland")
    if resource is OrganisatienummerResource:
        Gemeente.objects.create(code="GM0363", naam="Amsterdam", naam_cbs="Amsterdam", provincie=noord)
    table = tablib.Dataset([*resource.voorbeeld.values()], headers=[*resource.voorbeeld])
    outcome = resource().import_data(table, user=beheerder, raise_errors=True)
    assert (outcome.totals["new"], outcome.has_validation_errors()) == (1, False)
    assert resource().export()[0] == tuple(resource.voorbeeld.values())


def test_of_two_rows_about_one_record_none_is_taken(beheer, arnhem):
    preview = upload(beheer, [("GM0202", "kvk", "00000012"), ("GM0202", "oin", "1"), ("GM0202", "kvk", "00000012")])
    said = "Meer dan één rij heeft als soort en nummer: kvk 00000012. Laat er één van staan."
    assert said in preview.content.decode()
    assert "confirm_form" not in preview.context


@pytest.mark.parametrize(
    ("kolom", "cel", "said"),
    [
        ("is_verdeeld", "misschien", "‘misschien’ is geen ja of nee. Schrijf: ja, nee, of laat het leeg."),
        ("opgegaan_op", "01/02/2027", "‘01/02/2027’ is geen datum. Schrijf bijvoorbeeld 31-12-2026."),
    ],
)
def test_a_cell_that_can_be_read_in_two_ways_is_refused(beheer, arnhem, kolom, cel, said):
    file = SimpleUploadedFile("lijst.csv", f"code;{kolom}\nGM0202;{cel}\n".encode(), content_type="text/csv")
    preview = beheer.post(address("import"), {"format": "1", "import_file": file})
    assert said in preview.content.decode()
    assert "confirm_form" not in preview.context


def test_a_file_is_shown_first_and_then_carried_out(beheer, arnhem):
    preview = upload(beheer, [("GM0202", "kvk", "00000012")])
    assert not Organisatienummer.objects.exists()
    assert lines() == []
    confirm = preview.context["confirm_form"]
    beheer.post(address("process_import", model="organisatienummer"), confirm.initial)
    assert str(Organisatienummer.objects.get()) == "KvK-nummer 00000012"
    assert lines() == [("naslag_importeren", "KvK-nummer 00000012")]


def test_a_preview_is_carried_out_once_and_not_in_another_form(beheer, arnhem):
    confirm = upload(beheer, [("GM0202", "kvk", "00000012")]).context["confirm_form"].initial
    process = address("process_import", model="organisatienummer")
    for sent in (confirm | {"format": "9"}, confirm | {"format": "x"}, confirm | {"import_file_name": "geraden"}, {}):
        assert "al uitgevoerd of te oud" in beheer.post(process, sent, follow=True).content.decode()
    assert not Organisatienummer.objects.exists()
    beheer.post(process, confirm)
    assert beheer.post(process, confirm).url == address("import", model="organisatienummer")
    assert lines() == [("naslag_importeren", "KvK-nummer 00000012")]


@pytest.mark.parametrize(
    ("naam", "inhoud", "said"),
    [
        ("lijst.xlsx", xlsx(sheet=b'<!DOCTYPE x [<!ENTITY a "aa">]><worksheet>&a;</worksheet>'), "bevat XML die"),
        ("lijst.xlsx", xlsx(sheet=b"0" * 20_000_000), "is zo ingepakt dat"),
        ("lijst.exe", b"MZ", "is geen CSV- of Excel-bestand. Kies een bestand"),
        ("lijst.csv", b"gemeente;soort;nummer\n" + EICAR, "De virusscanner weigert ‘lijst.csv’"),
    ],
)
def test_a_file_that_means_harm_is_never_read(clamd, beheer, naam, inhoud, said):
    sent = {"format": "0" if naam.endswith("xlsx") else "1", "import_file": SimpleUploadedFile(naam, inhoud)}
    page = beheer.post(address("import"), sent)
    assert (page.status_code, said in page.content.decode()) == (400, True)
    assert "result" not in page.context


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("GM9998", "kvk", "00000012"), "gemeente ‘GM9998’ bestaat niet"),
        (("GM0202", "kvk", "12"), "Een KvK-nummer heeft 8 cijfers"),
    ],
)
def test_a_fault_in_a_row_is_said_in_dutch_and_nothing_can_be_carried_out(beheer, arnhem, row, said):
    preview = upload(beheer, [row])
    assert "confirm_form" not in preview.context
    assert said in preview.content.decode()


def upload_text(browser, content: bytes):
    file = SimpleUploadedFile("lijst.csv", content, content_type="text/csv")
    return browser.post(address("import", model="organisatienummer"), {"format": "1", "import_file": file})


def test_a_file_as_excel_writes_it_in_the_netherlands_is_read(beheer, arnhem):
    preview = upload_text(beheer, "\ufeffgemeente;soort;nummer\r\nGM0202;kvk;00000012\r\n".encode())
    assert preview.context["result"].totals["new"] == 1
    assert "confirm_form" in preview.context


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"stad;type\nx;y\n", "Op de eerste regel ontbreekt: soort, nummer. Daar horen deze namen te staan:"),
        (b"\xff\xfe\x00\x81", "De inhoud van ‘lijst.csv’ is geen csv."),
        (b"gemeente;soort;nummer\nGM0202;kvk;1;2\n", "Dit bestand is niet te lezen. Kies bij ‘Formaat’ wat het is."),
        (b"gemeente;soort;nummer\nGM9998;kvk;00000012\n", "gemeente ‘GM9998’ bestaat niet"),
    ],
)
def test_a_faulty_file_says_what_is_wrong_and_nothing_of_our_code(beheer, arnhem, content, said):
    page = upload_text(beheer, content).content.decode()
    assert said in page
    assert "Traceback" not in page
    assert ".py" not in page


def test_more_rows_than_somebody_can_look_over_are_refused(beheer, arnhem):
    preview = upload(beheer, [("GM0202", "kvk", f"{number:08}") for number in range(HOOGSTENS + 1)])
    assert f"Hoogstens {HOOGSTENS} kan in één keer" in preview.content.decode()
    assert "confirm_form" not in preview.context


def test_an_export_runs_no_formula_and_comes_back_as_it_was(beheer, arnhem, gelderland):
    Gemeente.objects.update(naam="=1+1")
    response = beheer.get(address("export"))
    table = tablib.Dataset().load(io.BytesIO(response.content).read(), "xlsx")
    assert (table["naam"], table["provincie"]) == (["'=1+1"], ["PV25"])
    assert AuditRegel.objects.get(actie="exporteren").details["aantal"] == 1
    file = SimpleUploadedFile("gemeenten.xlsx", response.content)
    preview = beheer.post(address("import"), {"format": "0", "import_file": file})
    assert preview.context["result"].totals["skip"] == 1


def test_an_export_is_recorded_with_its_filters_without_what_was_typed(beheer, arnhem):
    """`naam__startswith` is no filter of the screen, but Django takes it from the address."""
    filters = {"q": "Arn", "o": "1", "is_voorbeeld__exact": "0", "naam__startswith": "A"}
    beheer.get(address("export"), filters)
    assert AuditRegel.objects.get(actie="exporteren").details == {
        "lijst": "gemeenten",
        "aantal": 1,
        "vorm": "Excel",
        "filters": "Zoekterm (tekst niet bewaard); is_voorbeeld__exact: 0; naam__startswith (tekst niet bewaard)",
    }


# --- The check -------------------------------------------------------------------------------------------


def test_the_portal_itself_passes_the_check():
    assert [fault for fault in run_checks() if fault.id == "portaal.E004"] == []
    assert len(naslag._registry) == 7


@pytest.mark.parametrize(
    ("model", "reason"),
    [
        (Gebruiker, "heeft eigen handelingen, met rechten en een regel in het logboek"),
        (Brief, "heeft een status: status"),
    ],
)
def test_what_has_verbs_or_a_status_is_refused(model, reason):
    assert reason in objections(admin.ModelAdmin(model, naslag))


def test_an_amount_is_refused():
    amounts = [each for each in objections(admin.ModelAdmin(RegelingVersie, naslag)) if "bedrag" in each]
    decimals = [field for field in RegelingVersie._meta.fields if field.get_internal_type() == "DecimalField"]
    assert len(amounts) == len(decimals)


def test_a_second_admin_site_is_refused():
    other = admin.AdminSite(name="tweede")
    other.register(Provincie)
    assert [fault.id for fault in the_admin_holds_reference_lists_only(None)] == ["portaal.E004"]
    other.unregister(Provincie)


def test_everything_with_verbs_of_its_own_is_named():
    assert {model.__name__ for model in NEVER} == {"AuditRegel", "Feit", "FeitVersie", "Gebruiker", "Uitnodiging"}
    assert json.dumps([model.__name__ for model in naslag._registry if model in NEVER]) == "[]"
