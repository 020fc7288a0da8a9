"""The design of the letter: what stands on which page."""

import shutil
import subprocess
from decimal import Decimal

import pytest

from agenda.documenten.pdf import write
from agenda.documenten.staafgrafiek import staafgrafiek

from . import voorbeeldbrief

poppler = pytest.mark.pdf


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> list[str]:
    """The text of each page, as pdftotext reads it."""
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("brief")
    with override_settings(PDF_CACHE=None):
        pdf = write(voorbeeldbrief.html(), bijlagen=voorbeeldbrief.BIJLAGEN, datum=voorbeeldbrief.DATUM)
    (folder / "brief.pdf").write_bytes(pdf)
    command = [shutil.which("pdftotext") or "pdftotext", "-layout", str(folder / "brief.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


@poppler
def test_each_page_says_what_it_is_and_where_it_stands(pages):
    total = len(pages)
    assert total == 5
    for number, page in enumerate(pages, start=1):
        assert page.count("VOORBEELD, geen brief van een ministerie") == 1
        assert f"Pagina {number} van {total}" in page


@poppler
def test_later_pages_repeat_date_and_reference_once(pages):
    assert [page.count("18 juni 2027") for page in pages] == [1] * 5
    assert [page.count("2027-0000000000") for page in pages] == [1] * 5


@poppler
def test_an_annex_starts_on_a_page_of_its_own(pages):
    assert [page.count("Bijlage: verantwoording van de cijfers") for page in pages] == [0, 0, 0, 1, 0]
    assert "V.O. van Beeld" in pages[2]


def test_without_a_reference_and_a_reconstruction_their_lines_are_absent():
    brief = voorbeeldbrief.brief() | {"kenmerk": "", "reconstructie": ""}
    html = voorbeeldbrief.render_to_string("documenten/brief.html", {"brief": brief})
    assert "Onze referentie" not in html
    assert 'class="reconstructie"' not in html


def test_a_bar_is_as_long_as_its_share_and_its_words_name_each_value():
    svg = staafgrafiek("Begroting", [("A & B", Decimal(200), "€ 200"), ("C", Decimal(50), "€ 50")])
    assert [part.split('"')[0] for part in svg.split('height="14"')[0].split('width="')[2:]] == ["372.0"]
    assert 'width="93.0"' in svg
    assert "<title>Staafdiagram. Begroting: A &amp; B € 200; C € 50.</title>" in svg


def test_bars_of_nothing_are_drawn_as_a_line_and_negative_ones_refused():
    assert 'width="1.0"' in staafgrafiek("Begroting", [("A", Decimal(0), "€ 0")])
    with pytest.raises(ValueError, match="below zero"):
        staafgrafiek("Begroting", [("A", Decimal(-1), "€ -1")])
