"""A file of a list is the list: the same rows, columns, filters and order, and safe to open."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from agenda import klok
from agenda.lijsten import Kolom, Soort, bestand
from agenda.lijsten.bestand import LANGSTE_CEL, escaped, unescaped
from tests.agenda.lijsten.voorbeeld import (
    GemeenteLijst,
    ProgrammaLijst,
    drie_gemeenten,
    gemeente,
    lijst,
    programma,
    provincie,
)

KERSTAVOND = datetime(2024, 12, 24, 17, 30, tzinfo=UTC)
TEKEN = st.sampled_from("'=+-@\t\r\n;\"a é\u00a0＝＋－＠")


def csv_rows(ding):
    text = "".join(bestand.csv_lines(ding))
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def workbook(ding):
    file = io.BytesIO()
    for _ in bestand.write_xlsx(ding, file):
        pass
    return load_workbook(file)


def screen(ding):
    """What the screen shows over all pages, as text."""
    return [[kolom.text(kolom.value(record)) for kolom in ding.kolommen] for record in ding.records]


class Klein(GemeenteLijst):
    """Two rows per page, so that three rows are two pages."""

    per_pagina = 2


@pytest.mark.django_db
@pytest.mark.parametrize("vraag", ["", "sorteer=-inwoners&pagina=2", "provincie=PV26", "vanaf=100.000", "naam=x"])
def test_csv_is_what_the_screen_shows_over_all_pages(vraag):
    drie_gemeenten()
    ding = lijst(vraag, klasse=Klein)

    _herkomst, koppen, *rows = csv_rows(ding)

    assert koppen == [kop.kop for kop in ding.tabelkolommen]
    assert [as_on_screen(row) for row in rows] == screen(ding)


def as_on_screen(row):
    naam, provincie, inwoners, kosten, opgegaan = row
    return [
        naam,
        provincie,
        f"{int(inwoners):,}".replace(",", ".") if inwoners else "–",
        f"€\u00a0{int(kosten):,}".replace(",", ".") if kosten else "–",
        opgegaan or "–",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("vraag", ["", "sorteer=-inwoners&pagina=2", "provincie=PV26"])
def test_xlsx_is_what_the_screen_shows_with_real_numbers(vraag):
    drie_gemeenten()
    ding = lijst(vraag, klasse=Klein)

    koppen, *rows = workbook(ding)["Gemeenten"].values

    assert list(koppen) == [kop.kop for kop in ding.tabelkolommen]
    assert [[kolom.text(value) for kolom, value in zip(ding.kolommen, row, strict=True)] for row in rows] == screen(
        ding
    )
    assert all(isinstance(row[2], int) for row in rows if row[2] is not None)


@pytest.mark.django_db
def test_a_file_says_where_it_comes_from():
    drie_gemeenten()
    ding = lijst("provincie=PV26&sorteer=-naam")

    with klok.vastgezet(KERSTAVOND):
        herkomst = csv_rows(ding)[0]
        about = [[cell.value for cell in row] for row in workbook(ding)["Over deze lijst"]]
        naam = bestand.filename(ding, "csv")

    assert herkomst == [
        "Lijst: Gemeenten · Filters: Provincie: Utrecht · Volgorde: Gemeente, aflopend · "
        "Aantal rijen: 2 · Gemaakt op: 24 december 2024 18:30"
    ]
    assert about == [
        ["Lijst", "Gemeenten"],
        ["Filters", "Provincie: Utrecht"],
        ["Volgorde", "Gemeente, aflopend"],
        ["Aantal rijen", "2"],
        ["Gemaakt op", "24 december 2024 18:30"],
    ]
    assert naam == "gemeenten-20241224-1830.csv"


@pytest.mark.django_db
def test_an_export_of_an_example_programma_says_so_everywhere():
    programma("echt", "echt", "Echt feit")
    programma("vb-2026", "voorbeeld", "Verzonnen feit")
    ding = lijst("programma=vb-2026", klasse=ProgrammaLijst)

    with klok.vastgezet(KERSTAVOND):
        naam = bestand.filename(ding, "xlsx")
        (herkomst,), _koppen, row = csv_rows(ding)

    assert naam == "feiten-tests-vb-2026-20241224-1830-VOORBEELD.xlsx"
    assert row == ["Verzonnen feit", "test"]
    assert "VOORBEELD: verzonnen gegevens, niet van een echt programma · Programma: Programma vb-2026" in herkomst
    assert workbook(ding).sheetnames == ["VOORBEELD Feiten   tests", "Over deze lijst"]


@pytest.mark.django_db
def test_without_programma_in_the_address_a_list_takes_the_real_one_without_successor():
    eerste = programma("eerste", "echt", "Oud feit")
    programma("tweede", "echt", "Nieuw feit", opvolger_van=eerste)
    programma("vb-2026", "voorbeeld", "Verzonnen feit")

    assert [record.naam for record in lijst(klasse=ProgrammaLijst).records] == ["Nieuw feit"]
    assert [fout.tekst for fout in lijst("programma=derde", klasse=ProgrammaLijst).fouten] == [
        "Het programma ‘derde’ bestaat niet."
    ]


@given(st.text(alphabet=TEKEN) | st.text())
def test_escaping_loses_nothing_and_leaves_no_formula(text):
    assert unescaped(escaped(text)) == text
    assert escaped(text)[:1] not in set("\t\r\n") or escaped(text) == ""
    assert escaped(text).lstrip()[:1] not in set("=+-@＝＋－＠") or escaped(text).lstrip() == ""


@given(st.lists(st.text(alphabet=TEKEN) | st.text(), min_size=1))
def test_a_csv_reader_gets_every_text_back(texts):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";").writerow([bestand.csv_value(text) for text in texts])

    row = next(csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=";"))

    assert [unescaped(cell) for cell in row] == texts


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SOM(A1)", "'@SOM(A1)"),
        ("-5", "'-5"),
        ("\t=1", "'\t=1"),
        (" =1+1", "' =1+1"),
        ("\u00a0+31 6", "'\u00a0+31 6"),
        ("＝1+1", "'＝1+1"),
        (" gewoon", " gewoon"),
        ("'=1", "''=1"),
        ("'s-Gravenhage", "'s-Gravenhage"),
        ("Épe; of niet", "Épe; of niet"),
    ],
)
def test_only_text_that_could_be_a_formula_gets_an_apostrophe(text, cell):
    assert bestand.csv_value(text) == cell


def test_numbers_and_dates_are_written_for_dutch_excel():
    values = [Decimal("-1234.50"), 7, date(2024, 12, 24), KERSTAVOND.replace(tzinfo=None), None]

    assert [bestand.csv_value(value) for value in values] == [
        "-1234,50",
        "7",
        "2024-12-24",
        "2024-12-24 17:30",
        "",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("naam", ["=1+1", "#N/A", "+31", "'s-Gravenhage", "007", "2024-01-01"])
def test_text_in_xlsx_is_text(naam):
    gemeente(naam, 1, provincie("Utrecht", "PV26"))

    cell = workbook(lijst())["Gemeenten"]["A2"]

    assert (cell.value, cell.data_type) == (naam, "s")


@pytest.mark.django_db
def test_text_that_excel_cannot_hold_is_cut_and_says_so():
    drie_gemeenten()

    sheet = workbook(lijst(klasse=Lang))["Gemeenten"]

    assert len(sheet["A2"].value) == LANGSTE_CEL
    assert sheet["A2"].value.endswith("(ingekort, Excel kan niet meer; in CSV staat alles)")
    assert sheet["B2"].value == "bel\ufffd"


class Lang(GemeenteLijst):
    kolommen = [
        Kolom("naam", "Gemeente", lambda record: "x" * (LANGSTE_CEL + 1), sorteer="naam"),
        Kolom("bel", "Bel", lambda record: "bel\a"),
        Kolom("gemaakt", "Gemaakt", lambda record: KERSTAVOND, soort=Soort.DATUM),
    ]


@pytest.mark.django_db
def test_a_moment_is_written_in_dutch_time():
    drie_gemeenten()
    ding = lijst(klasse=Lang)

    assert workbook(ding)["Gemeenten"]["C2"].value.isoformat() == "2024-12-24T18:30:00"
    assert csv_rows(ding)[2][2] == "2024-12-24 18:30"
    assert ding.tabelrijen[0][2] == "24 december 2024 18:30"
