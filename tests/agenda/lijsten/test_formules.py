"""No text of a list becomes a formula in a file, wherever it stands: cell, heading, filter, title, programma."""

import csv
import io
import zipfile

import django_filters
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from agenda.lijsten import Kolom, Lijst, bestand, ods
from agenda.models import Feit
from tests.agenda.lijsten.opendocument import tables
from tests.agenda.lijsten.voorbeeld import LEZER, lijst, programma

pytestmark = pytest.mark.django_db
TEKENS = ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝", "'="]
FORMULE = "{}SOM(1;1)|' /C calc'!A0"


class Filter(django_filters.FilterSet):
    naam = django_filters.CharFilter(label="=Naam", lookup_expr="icontains")


def with_headings(teken: str) -> type[Lijst]:
    """A list of which the title, every heading and the label of the filter start with `teken`."""
    kop = FORMULE.format(teken)
    kolommen = [Kolom("naam", kop, sorteer="naam"), Kolom("onderwerp", kop + "2")]
    return type(
        "Gevaarlijk",
        (Lijst,),
        {
            "titel": kop,
            "kolommen": kolommen,
            "filterset": Filter,
            "sortering": "naam",
            "per_programma": True,
            "queryset": lambda self: Feit.objects.filter(programma=self.programma),
        },
    )


@pytest.fixture
def gevaarlijk():
    """Makes a list full of formulas that start with a sign, filtered by one too."""

    def make(teken):
        tekst = FORMULE.format(teken)
        it = programma("echt", "echt", tekst)
        it.naam = tekst
        it.save()
        Feit.objects.update(onderwerp=tekst)
        ding = with_headings(teken)(lijst("").vraag.copy(), LEZER)
        ding.vraag["naam"] = tekst.strip()
        assert ding.aantal == 1
        return ding

    return make


def written(ding, write) -> bytes:
    file = io.BytesIO()
    list(write(ding, file))
    return file.getvalue()


@pytest.mark.parametrize("teken", TEKENS)
def test_no_cell_of_a_csv_starts_like_a_formula(gevaarlijk, teken):
    text = written(gevaarlijk(teken), bestand.write_csv).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in row]
    assert len(cells) == 5
    assert [cell for cell in cells if cell[:1] in "\t\r\n" or cell.lstrip()[:1] in "=+-@＝＋－＠"] == []


@pytest.mark.parametrize("teken", TEKENS)
def test_no_cell_of_a_workbook_is_a_formula(gevaarlijk, teken):
    content = written(gevaarlijk(teken), bestand.write_xlsx)
    book = load_workbook(io.BytesIO(content))
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row if cell.value is not None}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert kinds == {"s"}
    assert len(sheets) == 2
    assert not any(b"<f>" in sheet or b"<f " in sheet or b"hyperlink" in sheet for sheet in sheets)
    assert book.defined_names == {}


@pytest.mark.parametrize("teken", TEKENS)
def test_no_cell_of_an_opendocument_is_a_formula(gevaarlijk, teken):
    content = written(gevaarlijk(teken), ods.write_ods)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b":formula" not in archive.read("content.xml")
    (name, _) = tables(content)
    tekst = FORMULE.format(teken).replace("\r", "\n")
    assert tables(content)[name][1] == [tekst, tekst]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.text(alphabet=st.sampled_from("'=+-@\t\r ＝a;|!\u00a0"), min_size=1))
def test_whatever_follows_the_sign_a_workbook_holds_text(text):
    from openpyxl import Workbook

    cell = bestand.text_cell(Workbook(write_only=True).create_sheet("x"), text)
    assert (cell.data_type, cell.value) == ("s", text)
