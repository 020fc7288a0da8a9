"""A table tells screen readers what its columns are, and small screens what each cell is."""

import pytest

from agenda.ui.tabel import Kolom, columns, with_columns
from tests.agenda.ui.test_component import render


def test_columns_in_a_short_text_align_to_the_right_with_a_mark():
    assert columns("Gemeente | Bedrag >") == [Kolom("Gemeente"), Kolom("Bedrag", rechts=True)]


def test_a_row_of_another_length_is_an_error():
    with pytest.raises(ValueError, match="zip"):
        with_columns(["een"], "Gemeente | Bedrag >")


def test_a_cell_carries_the_name_of_its_column():
    page = render(
        '{% component "tabel" bijschrift="B" kolommen="Naam | Bedrag >" rijen=rijen %}', rijen=[("A", "1")]
    )
    assert '<th scope="row">A</th><td data-label="Bedrag" class="ptl-rechts">1</td>' in page
    assert "<caption>B</caption>" in page


def test_a_sorted_column_says_in_which_direction():
    kolommen = [
        Kolom("Naam", sorteer_url="?sorteer=-naam", richting="oplopend"),
        Kolom("Soort", sorteer_url="?"),
    ]
    page = render('{% component "tabel" bijschrift="B" kolommen=kolommen %}', kolommen=kolommen)
    assert page.count("aria-sort") == 1
    assert '<th scope="col" aria-sort="ascending"><a href="?sorteer=-naam">Naam' in page
