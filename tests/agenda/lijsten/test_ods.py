"""A list as OpenDocument, read back by another library: the same rows with real numbers, and text that stays text."""

import io
import re
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.lijsten import Kolom, Soort, ods
from tests.agenda.lijsten.opendocument import tables
from tests.agenda.lijsten.test_export import Klein, screen
from tests.agenda.lijsten.voorbeeld import drie_gemeenten, lijst


def written(ding) -> bytes:
    file = io.BytesIO()
    assert list(ods.write_ods(ding, file)) == list(range(1, ding.aantal + 1))
    return file.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("vraag", ["", "sorteer=-inwoners&pagina=2", "provincie=PV26", "naam=x"])
def test_it_is_what_the_screen_shows_over_all_pages_with_real_numbers(vraag):
    drie_gemeenten()
    ding = lijst(vraag, klasse=Klein)

    found = tables(written(ding))

    koppen, *rows = found["Gemeenten"]
    assert koppen == [kop.kop for kop in ding.tabelkolommen]
    assert [[as_on_screen(*each) for each in zip(ding.kolommen, row, strict=True)] for row in rows] == screen(ding)
    assert [row[0] for row in found["Over deze lijst"]] == ["Lijst", "Filters", "Volgorde", "Aantal rijen", "Gemaakt op"]


def as_on_screen(kolom, value):
    if value is not None and kolom.soort in (Soort.GETAL, Soort.BEDRAG):
        value = Decimal(value)
    if value is not None and kolom.soort == Soort.DATUM:
        value = date.fromisoformat(value)
    return kolom.text(value)


def test_it_is_a_package_that_says_first_what_it_is(db):
    drie_gemeenten()
    content = written(lijst())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype").decode() == ods.MEDIATYPE
        assert archive.namelist() == ["mimetype", "META-INF/manifest.xml", "content.xml"]


TEKEN = st.sampled_from("'=+-@\t\n;\"a é\u00a0＝<&>\x00\x1f\ufffe")


@given(st.text(alphabet=TEKEN))
def test_a_reader_gets_every_text_back_with_its_spaces_tabs_and_lines(text):
    paragraphs = parsed(ods.text_cell(text))
    assert "\n".join(map(line_of, paragraphs)) == ods.printable(text)


def parsed(cell: str) -> ElementTree.Element:
    names = " ".join(f'xmlns:{name}="{name}"' for name in ("office", "table", "text"))
    return ElementTree.fromstring(f"<x {names}>{cell}</x>")[0]


def line_of(paragraph) -> str:
    """The text of a paragraph as OpenDocument 1.3 §6.1.2 reads it: of white space only a single space counts."""
    found = re.sub(" +", " ", paragraph.text or "")
    for part in paragraph:
        spaces = int(part.get("{text}c", 0))
        found += (" " * spaces or "\t") + re.sub(" +", " ", part.tail or "")
    return found


@pytest.mark.parametrize(
    ("soort", "value", "kept"),
    [
        (Soort.BEDRAG, Decimal("-1234.50"), ("currency", "value", "-1234.50")),
        (Soort.GETAL, 7, ("float", "value", "7")),
        (Soort.DATUM, date(2024, 12, 24), ("date", "date-value", "2024-12-24")),
        (Soort.DATUM, datetime(2024, 12, 24, 17, 30, 5, 9, tzinfo=UTC), ("date", "date-value", "2024-12-24T17:30:05")),
    ],
)
def test_a_number_or_date_is_kept_as_such(soort, value, kept):
    kind, name, text = kept
    found = parsed(ods.cell(Kolom("x", "X", soort=soort), value))
    assert found.get("{office}value-type") == kind
    assert found.get(f"{{office}}{name}") == text
