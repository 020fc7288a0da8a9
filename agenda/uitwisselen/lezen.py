"""A CSV or XLSX as rows of text by heading; dates and amounts are written as the Dutch do."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO

from openpyxl import load_workbook

from agenda.lijsten.bestand import unescaped

MEESTE_RIJEN = 100_000
GEEN_KOPPEN = "Het bestand heeft geen rij met kolomkoppen. Nodig zijn: {}."
LOS_TEKEN = (
    "Regel {} van het bestand is niet te lezen. Staat daar of erboven een los aanhalingsteken? "
    'Haal het weg, of zet de hele cel tussen aanhalingstekens en schrijf dit dubbel: "buis van 5""".'
)
OVERGESLAGEN = {"rij", "fout"}  # headings that our own file of refused rows adds
SCHEIDINGEN = (";", ",", "\t")  # between the cells of a CSV
ZONDER_KOP = "Zonder kop"  # where the cells of a row stand that are more than its headings


class Onleesbaar(Exception):
    """The file as a whole cannot be used; the message says what to change, in Dutch."""


def lees(stroom: BinaryIO, naam: str, kolommen: Sequence[str], verplicht: Sequence[str]) -> Iterator[tuple[int, dict]]:
    """The rows of the file as (number in the file, text by heading); empty rows are left out. Raises Onleesbaar.

    `kolommen` are the headings that may be there, `verplicht` those that must.
    """
    regels = _xlsx(stroom) if naam.lower().endswith(".xlsx") else _csv(stroom, kolommen)
    koppen = None
    for nummer, cellen in enumerate(regels, start=1):
        if koppen is None:
            koppen = _koppen(cellen, kolommen, verplicht, mag_verder=nummer == 1)
        elif any(cellen):
            if nummer - 1 > MEESTE_RIJEN:
                raise Onleesbaar("Er staan meer dan 100.000 rijen in het bestand. Splits het in delen.")
            over = " · ".join(filter(None, cellen[len(koppen) :]))
            gelezen = {kop: tekst for kop, tekst in zip(koppen, cellen, strict=False) if kop}
            yield nummer, gelezen | ({ZONDER_KOP: over} if over else {})
    if koppen is None:
        raise Onleesbaar(GEEN_KOPPEN.format(", ".join(verplicht)))


def _koppen(cellen: list[str], kolommen, verplicht, *, mag_verder: bool) -> list[str] | None:
    """The headings as we write them, empty for what is left out; None for a line above the headings."""
    eigen = {kop.lower(): kop for kop in kolommen}
    gevonden = [eigen.get(cel.strip().lower(), "") for cel in cellen]
    if not any(gevonden):
        if mag_verder:
            return None  # our own files begin with a line that says where they come from
        raise Onleesbaar(GEEN_KOPPEN.format(", ".join(verplicht)))
    onbekend = [cel for cel, kop in zip(cellen, gevonden, strict=True) if cel and not kop]
    onbekend = [cel for cel in onbekend if cel.strip().lower() not in OVERGESLAGEN]
    if onbekend:
        raise Onleesbaar(f"Onbekende kolom: {', '.join(onbekend)}. Mogelijk zijn: {', '.join(kolommen)}.")
    if dubbel := sorted({kop for kop in gevonden if kop and gevonden.count(kop) > 1}):
        raise Onleesbaar(f"Deze kolom staat er meer dan één keer: {', '.join(dubbel)}. Haal er één weg.")
    if ontbreekt := [kop for kop in verplicht if kop not in gevonden]:
        raise Onleesbaar(f"Er ontbreekt een kolom: {', '.join(ontbreekt)}. Nodig zijn: {', '.join(verplicht)}.")
    return gevonden


def _csv(stroom: BinaryIO, kolommen: Sequence[str]) -> Iterator[list[str]]:
    try:
        tekst = stroom.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Onleesbaar("Het bestand is geen UTF-8. Kies bij opslaan in Excel ‘CSV UTF-8’.") from None
    rijen = csv.reader(io.StringIO(tekst, newline=""), delimiter=_scheiding(tekst, kolommen), strict=True)
    try:
        for cellen in rijen:
            yield [unescaped(cel.strip()) for cel in cellen]
    except csv.Error:  # else a quote that nobody closes would swallow the rows below it
        raise Onleesbaar(LOS_TEKEN.format(rijen.line_num)) from None


def _scheiding(tekst: str, kolommen: Sequence[str]) -> str:
    """What stands between the cells: that by which the first two lines hold the most headings."""
    eigen = {kop.lower() for kop in kolommen}

    def herkend(teken: str) -> int:
        return max(sum(cel.strip(' "\r').lower() in eigen for cel in r.split(teken)) for r in tekst.split("\n", 2)[:2])

    return max(SCHEIDINGEN, key=herkend)


def _xlsx(stroom: BinaryIO) -> Iterator[list[str]]:
    blad = load_workbook(stroom, read_only=True, data_only=False).worksheets[0]
    for cellen in blad.iter_rows(values_only=True):
        yield [_tekst(cel) for cel in cellen]


def _tekst(cel) -> str:
    """A cell as somebody would have typed it: 1234.5 is 1234,50 and a date is 31-12-2026."""
    match cel:
        case None:
            return ""
        case bool():
            return "ja" if cel else "nee"
        case datetime() | date():
            return f"{cel:%d-%m-%Y}"
        case int():
            return str(cel)
        case float():
            exact = Decimal(repr(cel))
            return str(exact.to_integral()) if exact == exact.to_integral() else _komma(exact)
        case _:
            return unescaped(str(cel).strip())


def _komma(getal: Decimal) -> str:
    tekst = f"{getal:f}"
    return (f"{tekst}0" if len(tekst.partition(".")[2]) == 1 else tekst).replace(".", ",")
