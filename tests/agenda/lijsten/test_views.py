"""A list as a page and as a download, with the rights of the reader and a fixed number of queries."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from agenda.access import Rol
from agenda.lijsten import views
from agenda.models import AuditRegel, Feit, Gemeente, Taak
from agenda.taken import run_pending
from tests.agenda.lijsten.opendocument import tables
from tests.agenda.lijsten.voorbeeld import drie_gemeenten, gemeente, lijst, programma, provincie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("only_mechanisms")]
CSV = "text/csv; charset=utf-8"


@pytest.fixture
def reader(client, redacteur):
    client.force_login(redacteur)
    return client


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_the_page_shows_rows_filters_and_downloads(reader):
    drie_gemeenten()

    page = reader.get("/gemeenten/?provincie=PV26&sorteer=-naam")
    text = page.content.decode()

    assert page.status_code == 200
    assert text.index("Zeist") < text.index("Épe")
    assert "s-Gravenhage" not in text
    assert '<th scope="col" aria-sort="descending">' in text
    assert '<input type="hidden" name="sorteer" value="-naam">' in text
    assert "2 rijen" in text
    assert 'href="?provincie=PV26&amp;sorteer=-naam&amp;formaat=csv"' in text
    assert "<title>Gemeenten –" in " ".join(text.split())


def test_a_faulty_filter_is_explained_and_keeps_what_was_typed(reader):
    drie_gemeenten()

    page = reader.get("/gemeenten/?naam=zei&vanaf=veel")
    text = page.content.decode()

    assert page.status_code == 400
    assert "Inwoners vanaf: ‘veel’ is geen getal. Schrijf bijvoorbeeld 10.000 of 2,50." in text
    assert '<a href="#id_vanaf">Inwoners vanaf: ‘veel’' in text
    assert 'value="veel"' in text
    assert 'value="zei"' in text
    assert "Gemeente: zei" in text
    assert "Zeist" not in text


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "ods"])
def test_a_faulty_filter_gives_no_file(reader, formaat):
    drie_gemeenten()

    answer = reader.get(f"/gemeenten/?vanaf=veel&formaat={formaat}")

    assert (answer.status_code, answer["Content-Type"]) == (400, "text/html; charset=utf-8")


def test_an_empty_list_says_why_and_offers_no_download(reader):
    assert "Er staat nog niets in deze lijst" in reader.get("/gemeenten/").content.decode()

    drie_gemeenten()
    text = reader.get("/gemeenten/?naam=bestaat+niet").content.decode()

    assert "Er is niets gevonden" in text
    assert "formaat=csv" not in text


def test_paging_keeps_filters_and_order(reader):
    drie_gemeenten()
    for nummer in range(30):
        gemeente(f"Dorp {nummer:02}", 9000 + nummer, provincie("Utrecht", "PV26"))

    text = reader.get("/gemeenten/?provincie=PV26&naam=dorp&sorteer=-naam").content.decode()

    assert 'href="?provincie=PV26&amp;naam=dorp&amp;sorteer=-naam&amp;pagina=2"' in text
    assert "1 tot en met 25 van 30 rijen" in text


def test_both_downloads_hold_the_rows_of_all_pages(reader):
    for nummer in range(30):
        gemeente(f"Dorp {nummer:02}", 9000 + nummer, provincie("Utrecht", "PV26"))
    names = [f"Dorp {nummer:02}" for nummer in range(29, -1, -1)]

    csv = reader.get("/gemeenten/?sorteer=-naam&pagina=2&formaat=csv")
    xlsx = reader.get("/gemeenten/?sorteer=-naam&pagina=2&formaat=xlsx")

    assert csv["Content-Type"] == CSV
    assert [line.split(";")[0] for line in body(csv).decode().splitlines()[2:]] == names
    assert [row[0] for row in load_workbook(io.BytesIO(body(xlsx)))["Gemeenten"].values][1:] == names
    assert 'attachment; filename="gemeenten-' in csv["Content-Disposition"]
    assert 'attachment; filename="gemeenten-' in xlsx["Content-Disposition"]


def test_who_may_not_export_sees_no_download_and_gets_none(client, account):
    drie_gemeenten()
    client.force_login(account(Rol.RAADSLID))

    assert "formaat=csv" not in client.get("/gemeenten/").content.decode()
    assert client.get("/gemeenten/?formaat=csv").status_code == 403
    assert AuditRegel.objects.count() == 0


@pytest.mark.parametrize(("formaat", "vorm"), [("csv", "CSV"), ("xlsx", "Excel"), ("ods", "ODS")])
@pytest.mark.parametrize("direct", [1, 10])
def test_each_export_is_recorded_with_its_list_rows_and_form_and_its_filters_without_what_was_typed(
    reader, redacteur, monkeypatch, direct, formaat, vorm
):
    drie_gemeenten()
    monkeypatch.setattr(views, "DIRECT", direct)

    body(reader.get(f"/gemeenten/?naam=e&vanaf=0&provincie=PV26&provincie=PV28&formaat={formaat}"))
    run_pending()

    regel = AuditRegel.objects.about(Gemeente).get()
    assert (regel.actie, regel.account) == ("exporteren", redacteur.pk)
    filters = "Gemeente (tekst niet bewaard); Provincie: PV26; Provincie: PV28; Inwoners vanaf: 0"
    assert regel.details == {"lijst": "Gemeenten", "filters": filters, "aantal": 2, "vorm": vorm}


def test_an_export_of_a_programma_is_recorded_with_its_code(reader):
    programma("vb-2026", "voorbeeld", "Verzonnen feit")

    body(reader.get("/feiten/?programma=vb-2026&formaat=csv"))

    assert AuditRegel.objects.about(Feit).get().details["programma"] == "vb-2026"


@pytest.mark.parametrize("address", ["/gemeenten/", "/gemeenten/?vanaf=veel&formaat=csv"])
def test_looking_at_a_list_or_a_fault_in_the_address_is_no_export(reader, address):
    drie_gemeenten()

    reader.get(address)

    assert AuditRegel.objects.count() == 0


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "ods"])
def test_a_long_list_becomes_a_taak_whose_file_is_the_same_list(reader, monkeypatch, formaat):
    drie_gemeenten()
    direct = body(reader.get("/gemeenten/?sorteer=-inwoners&formaat=csv")).decode().splitlines()
    monkeypatch.setattr(views, "DIRECT", 2)

    answer = reader.get(f"/gemeenten/?sorteer=-inwoners&formaat={formaat}")
    again = reader.get(f"/gemeenten/?sorteer=-inwoners&formaat={formaat}")
    run_pending()

    taak = Taak.objects.get()
    assert answer["Location"] == again["Location"] == f"/werk/taken/{taak.pk}/"
    assert taak.stand == "klaar", taak.fout
    assert f"/werk/bestanden/{taak.resultaat.pk}/" in reader.get(answer["Location"]).content.decode()
    download = body(reader.get(f"/werk/bestanden/{taak.resultaat.pk}/"))
    if formaat == "csv":
        assert download.decode().splitlines()[1:] == direct[1:]
    else:
        read = tables if formaat == "ods" else lambda content: {"Gemeenten": load_workbook(io.BytesIO(content))["Gemeenten"].values}
        rows = [row[0] for row in read(download)["Gemeenten"]]
        assert rows[1:] == [record.naam for record in lijst("sorteer=-inwoners").records]


def test_somebody_who_lost_the_right_in_the_meantime_gets_no_file(reader, redacteur, monkeypatch):
    drie_gemeenten()
    monkeypatch.setattr(views, "DIRECT", 2)
    reader.get("/gemeenten/?formaat=csv")
    redacteur.rollen = [Rol.RAADSLID]
    redacteur.save()

    run_pending()

    taak = Taak.objects.get()
    assert (taak.stand, taak.resultaat) == ("mislukt", None)
    assert taak.fout == "U heeft het recht ‘exporteren’ niet."


def test_an_example_programma_says_so_on_the_page(reader):
    programma("vb-2026", "voorbeeld", "Verzonnen feit")

    text = reader.get("/feiten/?programma=vb-2026").content.decode()

    assert "VOORBEELD" in text.upper()
    assert 'name="programma" value="vb-2026"' in text


def queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        body(client.get(address))
    return len(captured)


@pytest.mark.parametrize("formaat", ["", "&formaat=csv", "&formaat=xlsx"])
def test_the_number_of_queries_does_not_grow_with_the_rows(reader, formaat):
    address = f"/gemeenten/?provincie=PV26&provincie=PV28{formaat}"
    provincie("Zuid-Holland", "PV28")
    gemeente("Epe", 1, provincie("Utrecht", "PV26"))
    one = queries(reader, address)
    gemeente("Zeist", 2, provincie("Utrecht", "PV26"))
    gemeente("Delft", 3, provincie("Zuid-Holland", "PV28"))

    three = queries(reader, address)

    assert (one, three) == (three, one)
    assert three <= 12
