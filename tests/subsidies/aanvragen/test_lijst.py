"""The lists of aanvragen: filters, order and export of the staff, the pages of a gemeente, and what they ask the database."""

import csv
import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agenda.access import Rol
from subsidies.models import Aanvraag
from tests.hulpmiddelen import volume
from tests.hulpmiddelen.pagina import rows, text
from tests.hulpmiddelen.regelingen import wijk
from tests.hulpmiddelen.uitkeringen import MELDT, wie

pytestmark = pytest.mark.django_db
WERK, GEMEENTE = "/werk/aanvragen/", "/gemeente/aanvragen/"
VRAGEN = 12  # queries of a list at most
GEMEENTEN, VERSIES = 3, 60


@pytest.fixture
def gemeenten(monkeypatch):
    """Gemeenten with more aanvragen than fit on one page each."""
    monkeypatch.setattr("agenda.sessies.opslag.TOUCH", volume.BEGIN - volume.BEGIN.replace(year=2025))
    return volume.vul(wijk().programma, GEMEENTEN, VERSIES, wie(Rol.BEHANDELAAR))


def browser(by) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(by)
    return client


def asked(client, adres: str):
    """The page, which must stay within its queries."""
    client.get(adres)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(adres)
    assert (answer.status_code, len(queries) <= VRAGEN) == (200, True), (adres, len(queries))
    return answer


FILTERS = {
    "": lambda each: True,
    "status=ingetrokken": lambda each: each.status == "ingetrokken",
    "aan_zet=ministerie": lambda each: each.status == "ingediend",
    "aan_zet=niemand": lambda each: each.status == "ingetrokken",
    "aan_zet=gemeente": lambda each: False,
    "gemeente=metingen+2": lambda each: each.gemeente.naam == "Metingen 2",
    "vanaf=1-3-2026&tot_en_met=31-03-2026": lambda each: date(2026, 3, 1) <= each.ontvangen_op.date() <= date(2026, 3, 31),
    "status=ingediend&gemeente=metingen+3&sorteer=kenmerk": lambda each: each.status == "ingediend" and each.gemeente.naam == "Metingen 3",
}  # fmt: skip


def test_the_list_of_the_staff_shows_and_exports_what_its_address_asks(gemeenten):
    staff = browser(wie(Rol.BEHANDELAAR))
    received = list(Aanvraag.objects.ontvangen().select_related("gemeente"))
    assert len(received) < GEMEENTEN * VERSIES  # a concept is of the gemeente alone
    for vraag, keeps in FILTERS.items():
        wanted = {each.kenmerk for each in received if keeps(each)}
        pages = -(-len(wanted) // 25) or 1
        seen = [asked(staff, f"{WERK}?{vraag}&pagina={nummer}") for nummer in (1, pages)]
        assert len(rows(seen[-1])) == len(wanted) - 25 * (pages - 1), vraag
        exported = b"".join(staff.get(f"{WERK}?{vraag}&formaat=csv")).decode("utf-8-sig").partition("\n")[2]
        lines = list(csv.DictReader(io.StringIO(exported), delimiter=";"))
        assert {line["Kenmerk"] for line in lines} == wanted, vraag
        assert [row.split()[0] for row in rows(seen[0])] == [line["Kenmerk"] for line in lines][:25], vraag


def kenmerken(formaat: str, content: bytes) -> set[str]:
    """The kenmerken in a file: those of a workbook, or of the text of an open document."""
    if formaat == "ods":
        with zipfile.ZipFile(io.BytesIO(content)) as document:
            return set(re.findall(r"MET-2026-\d{6}", document.read("content.xml").decode()))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)}


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_a_file_has_the_rows_that_the_filters_let_through(gemeenten, formaat):
    staff, vraag = browser(wie(Rol.BEHANDELAAR)), "status=ingediend&gemeente=metingen+3"
    wanted = Aanvraag.objects.filter(status="ingediend", gemeente__naam="Metingen 3").values_list("kenmerk", flat=True)
    file = b"".join(staff.get(f"{WERK}?{vraag}&formaat={formaat}"))
    assert kenmerken(formaat, file) == set(wanted) != set()


def test_each_version_can_be_chosen_and_the_chip_says_which(gemeenten):
    versie = Aanvraag.objects.ontvangen().first().versie
    page = asked(browser(wie(Rol.BEHANDELAAR)), f"{WERK}?versie={versie.pk}")
    assert len(rows(page)) == Aanvraag.objects.ontvangen().filter(versie=versie).count()
    assert f"Regeling: {versie}" in text(page)


def test_a_gemeente_finds_all_of_its_own_on_pages(gemeenten):
    client = browser(wie(MELDT, gemeenten[0]))
    seen = [row for nummer in (1, 2) for row in rows(asked(client, f"{GEMEENTE}?pagina={nummer}")) if row.startswith(("MET", "Concept"))]
    assert len(seen) == len(set(seen)) == Aanvraag.objects.filter(gemeente=gemeenten[0]).count() == VERSIES


def test_the_first_page_does_not_sort_all_that_was_ever_received(gemeenten):
    """With an index for its order the database stops after one page, of 100,000 too (./run bench aanvragen)."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
        plan = Aanvraag.objects.ontvangen().order_by(*Aanvraag._meta.indexes[0].expressions[:1], "pk")[:25].explain()
    assert "aanvraag_ontvangen" in plan, plan
