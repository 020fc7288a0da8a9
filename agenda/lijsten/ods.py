"""A list as OpenDocument, the open standard of the Dutch government for a spreadsheet, written row by row.

Written here, because the libraries keep the whole document in memory (README, Keuzes). The names are those of
OpenDocument 1.3 part 3; a text is always a text, and no cell has a formula.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from agenda.lijsten.kolommen import Kolom, Soort
from agenda.lijsten.lijst import Lijst

MEDIATYPE = "application/vnd.oasis.opendocument.spreadsheet"
URN = "urn:oasis:names:tc:opendocument:xmlns"
MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<m:manifest xmlns:m="{URN}:manifest:1.0" m:version="1.3">
<m:file-entry m:full-path="/" m:version="1.3" m:media-type="{MEDIATYPE}"/>
<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>
</m:manifest>"""
BREEDTE = {Soort.TEKST: "6cm", Soort.GETAL: "2.6cm", Soort.BEDRAG: "3.4cm", Soort.DATUM: "3.8cm"}
BEGIN = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content office:version="1.3" xmlns:office="{URN}:office:1.0" xmlns:style="{URN}:style:1.0"
 xmlns:text="{URN}:text:1.0" xmlns:table="{URN}:table:1.0" xmlns:number="{URN}:datastyle:1.0"
 xmlns:fo="{URN}:xsl-fo-compatible:1.0">
<office:automatic-styles>
<number:currency-style style:name="als-bedrag"><number:currency-symbol number:language="nl" number:country="NL">€</number:currency-symbol><number:text> </number:text><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:currency-style>
<number:date-style style:name="als-datum"><number:day/><number:text> </number:text><number:month number:style="long" number:textual="true"/><number:text> </number:text><number:year number:style="long"/></number:date-style>
<number:number-style style:name="als-getal"><number:number number:min-integer-digits="1" number:grouping="true"/></number:number-style>
{"".join(f'<style:style style:name="breed-{soort}" style:family="table-column"><style:table-column-properties style:column-width="{breed}"/></style:style>' for soort, breed in BREEDTE.items())}
{"".join(f'<style:style style:name="{soort}" style:family="table-cell" style:data-style-name="als-{soort}"/>' for soort in BREEDTE if soort != Soort.TEKST)}
<style:style style:name="kop" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
"""  # noqa: E501  the names of the standard are long
EIND = "</office:spreadsheet></office:body></office:document-content>"
ONGELDIG = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # no character of XML
REGELEINDE = re.compile(r"\r\n|\r|\n")
WIT = re.compile(r"\t| {2,}|^ | $")  # what a reader would take for layout


def write_ods(lijst: Lijst, file: BinaryIO) -> Iterator[int]:
    """Write the ODS to `file`; gives the number of rows written so far, for the progress."""
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MEDIATYPE, compress_type=ZIP_STORED)  # first and bare, so says the standard
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        with archive.open("content.xml", "w", force_zip64=True) as content:
            for number, part in _content(lijst):
                content.write(part.encode())
                yield from [number] if number else []


def _content(lijst: Lijst) -> Iterator[tuple[int, str]]:
    """The parts of the content, each with the number of its row, or 0."""
    titel = f"{'VOORBEELD ' * lijst.is_voorbeeld}{lijst.titel}"
    yield 0, BEGIN + _table(titel, [kolom.soort for kolom in lijst.kolommen])
    koppen = _row(text_cell(kolom.kop, "kop") for kolom in lijst.kolommen)
    yield 0, f"<table:table-header-rows>{koppen}</table:table-header-rows>"
    for number, values in enumerate(lijst.values(), start=1):
        yield number, _row(cell(*each) for each in zip(lijst.kolommen, values, strict=True))
    yield 0, "</table:table>" + _table("Over deze lijst", [Soort.DATUM, Soort.TEKST])
    for name, text in lijst.herkomst():
        yield 0, _row([text_cell(name, "kop"), text_cell(text)])
    yield 0, "</table:table>" + EIND


def _table(name: str, soorten: Iterable[Soort]) -> str:
    """The begin of a table; its name is one that Excel takes too."""
    naam = quoteattr(re.sub(r"[\[\]:*?/\\']", " ", printable(name))[:31])
    columns = "".join(f'<table:table-column table:style-name="breed-{soort}"/>' for soort in soorten)
    return f"<table:table table:name={naam}>{columns}"


def _row(cells: Iterable[str]) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>\n"


def cell(kolom: Kolom, value) -> str:
    """Numbers and dates as such, text as text whatever it starts with; nothing is an empty cell."""
    if value is None:
        return "<table:table-cell/>"
    if kolom.soort == Soort.TEKST:
        return text_cell(value)
    if kolom.soort == Soort.DATUM:
        plain = value.replace(tzinfo=None, microsecond=0) if isinstance(value, datetime) else value
        kept = f'office:value-type="date" office:date-value="{plain.isoformat()}"'
    elif kolom.soort == Soort.BEDRAG:
        kept = f'office:value-type="currency" office:currency="EUR" office:value="{value}"'
    else:
        kept = f'office:value-type="float" office:value="{value}"'
    return f'<table:table-cell table:style-name="{kolom.soort}" {kept}>{_line(kolom.text(value))}</table:table-cell>'


def text_cell(text: str, style: str = "") -> str:
    styled = f' table:style-name="{style}"' if style else ""
    lines = "".join(map(_line, REGELEINDE.split(printable(text))))
    return f'<table:table-cell office:value-type="string"{styled}>{lines}</table:table-cell>'


def printable(text: str) -> str:
    return ONGELDIG.sub("\ufffd", text)


def _line(line: str) -> str:
    """A paragraph in which tabs and spaces stay what they are."""
    kept = WIT.sub(lambda wit: "<text:tab/>" if wit[0] == "\t" else f'<text:s text:c="{len(wit[0])}"/>', escape(line))
    return f"<text:p>{kept}</text:p>"
