"""A list as a file: CSV that Dutch Excel opens, XLSX, and ODS; all safe against formulas in text.

CSV has a semicolon, because Excel with Dutch settings reads the comma as decimal sign and puts a file with
commas in one column; for the same reason 2,5 has a comma. It starts with a byte order mark, without which
Excel reads é as Ã©. Line 1 says where the list comes from, line 2 holds the headings.
"""

import csv
import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO

from django.utils.text import slugify
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from agenda import audit, klok
from agenda.lijsten import ods
from agenda.lijsten.kolommen import Kolom, Soort
from agenda.lijsten.lijst import FORMATEN, Lijst
from agenda.models import AuditRegel, Gebruiker

BOM = "\ufeff"
# Spreadsheets skip white space in front of a formula, and some read full-width signs as the ordinary ones.
GEVAARLIJK = re.compile(r"['\s]*[=+\-@＝＋－＠]|'*[\t\r\n]")
LANGSTE_CEL = 32_767  # characters; Excel's own limit
INGEKORT = " … (ingekort, Excel kan niet meer; in CSV staat alles)"
MEDIATYPE = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": ods.MEDIATYPE,
}
NOTATIE = {Soort.BEDRAG: '"€" #,##0.00', Soort.DATUM: "d mmmm yyyy"}
BREEDTE = {Soort.TEKST: 32, Soort.GETAL: 14, Soort.BEDRAG: 18, Soort.DATUM: 20}


def filename(lijst: Lijst, formaat: str) -> str:
    """`gemeenten-20241231-1402.csv`, with the code of the programma and VOORBEELD where that applies."""
    moment = klok.nu().astimezone(klok.AMSTERDAM)
    parts = [slugify(lijst.titel), lijst.programma and lijst.programma.code, f"{moment:%Y%m%d-%H%M}"]
    return "-".join([part for part in parts if part] + ["VOORBEELD"] * lijst.is_voorbeeld) + f".{formaat}"


def record_export(lijst: Lijst, formaat: str, *, by: Gebruiker) -> AuditRegel:
    """Write down who takes which rows out of the portal; no file is made without this line."""
    details = {
        "lijst": lijst.titel,
        "filters": lijst.filters_voor_logboek,
        "aantal": lijst.aantal,
        "vorm": FORMATEN[formaat],
    }
    programma = {"programma": lijst.programma.code} if lijst.programma else {}
    return audit.record(lijst.records.model, "exporteren", by=by, **details, **programma)


def escaped(text: str) -> str:
    """Text that a spreadsheet would run as a formula gets an apostrophe in front; `'s-Gravenhage` does not.

    Text that starts with apostrophes and then such a sign gets one too, so that taking one off again
    (`unescaped`) gives back every text exactly.
    """
    return f"'{text}" if GEVAARLIJK.match(text) else text


def unescaped(text: str) -> str:
    return text[1:] if text.startswith("'") and GEVAARLIJK.match(text) else text


def csv_value(value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | Decimal):
        return str(value).replace(".", ",")
    return escaped(value)


class Echo:
    """A file for csv.writer that hands each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(lijst: Lijst) -> Iterator[str]:
    """The lines of the CSV, one by one, so that no file is too large for memory."""
    writer = csv.writer(Echo(), delimiter=";")
    herkomst = " · ".join(f"{name}: {text}" for name, text in lijst.herkomst())
    yield BOM + writer.writerow([escaped(herkomst)])
    yield writer.writerow([escaped(kolom.kop) for kolom in lijst.kolommen])
    for values in lijst.values():
        yield writer.writerow([csv_value(value) for value in values])


def write_csv(lijst: Lijst, file: BinaryIO) -> Iterator[int]:
    """Write the CSV to `file`; gives the number of rows written so far, for the progress."""
    for row, line in enumerate(csv_lines(lijst), start=-1):
        file.write(line.encode())
        yield max(row, 0)


def write_xlsx(lijst: Lijst, file: BinaryIO) -> Iterator[int]:
    """Write the XLSX to `file`; gives the number of rows written so far, for the progress."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(sheet_title(lijst))
    sheet.freeze_panes = "A2"
    for index, kolom in enumerate(lijst.kolommen, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = BREEDTE[kolom.soort]
    sheet.append([text_cell(sheet, kolom.kop, bold=True) for kolom in lijst.kolommen])
    rows = 0
    for rows, values in enumerate(lijst.values(), start=1):
        sheet.append([cell(sheet, kolom, value) for kolom, value in zip(lijst.kolommen, values, strict=True)])
        yield rows
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(lijst.kolommen))}{rows + 1}"
    about = book.create_sheet("Over deze lijst")
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 18, 90
    for name, text in lijst.herkomst():
        about.append([text_cell(about, name, bold=True), text_cell(about, text)])
    book.save(file)


def sheet_title(lijst: Lijst) -> str:
    """At most 31 characters, and none of []:*?/\\, which Excel refuses."""
    return re.sub(r"[\[\]:*?/\\]", " ", f"{'VOORBEELD ' * lijst.is_voorbeeld}{lijst.titel}")[:31]


def cell(sheet, kolom: Kolom, value) -> Cell | None:
    """Numbers and dates as such, text as text whatever it starts with."""
    if value is None:
        return None
    if kolom.soort == Soort.TEKST:
        return text_cell(sheet, value)
    result = WriteOnlyCell(sheet, value.replace(tzinfo=None) if isinstance(value, datetime) else value)
    is_whole = isinstance(value, int) or (isinstance(value, Decimal) and value == value.to_integral())
    result.number_format = NOTATIE.get(kolom.soort, "#,##0" if is_whole else "#,##0.##")
    return result


def text_cell(sheet, text: str, *, bold: bool = False) -> Cell:
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)
    if len(text) > LANGSTE_CEL:
        text = text[: LANGSTE_CEL - len(INGEKORT)] + INGEKORT
    result = WriteOnlyCell(sheet, text)
    result.data_type = "s"  # openpyxl would make a formula of "=…" and an error of "#N/A"
    if bold:
        result.font = Font(bold=True)
    return result


WRITERS = {"csv": write_csv, "xlsx": write_xlsx, "ods": ods.write_ods}
