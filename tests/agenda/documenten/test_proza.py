"""Prose: what becomes HTML, and what is refused with a place and a way out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.documenten import proza


def schrijf(soort, naam):
    return f"[{soort} {naam}]"


@pytest.mark.parametrize(("tekst", "html"), [
    ("Gewoon.",                             "<p>Gewoon.</p>\n"),
    ("Een *woord* en **twee**.",            "<p>Een <em>woord</em> en <strong>twee</strong>.</p>\n"),
    ("- een\n- ander",                      "<ul>\n<li>een</li>\n<li>ander</li>\n</ul>\n"),
    ('Er is {% cijfer "a.b-1" %} geld.',    "<p>Er is [cijfer a.b-1] geld.</p>\n"),
    ('{% tabel "begroting" %}',             "[tabel begroting]"),
    ("<script>alert()</script>",            "<p>&lt;script&gt;alert()&lt;/script&gt;</p>\n"),
    ("[klik](javascript:alert)",            "<p>[klik](javascript:alert)</p>\n"),
    ("# geen kop",                          "<p># geen kop</p>\n"),
])  # fmt: skip
def test_the_subset_of_markdown(tekst, html):
    assert proza.html(tekst, schrijf) == html


@pytest.mark.parametrize(("tekst", "regel", "gevonden"), [
    ("{{ naam }}",                           1, "{{"),
    ("goed\n\n{% include 'x' %}",            3, "{%"),
    ('{% onbekend "x" %}',                   1, '{% onbekend "x" %}'),
    ("{# noot #}",                           1, "{#"),
    ("{% cijfer naam %}",                    1, "{%"),
    ('{% cijfer "x" | safe %}',              1, "{%"),
])  # fmt: skip
def test_a_template_tag_in_prose_is_refused_with_its_line(tekst, regel, gevonden):
    with pytest.raises(proza.ProzaFout) as fout:
        proza.merken(tekst, "Sectie ‘Inleiding’")
    assert str(fout.value).startswith(f"Sectie ‘Inleiding’, regel {regel}: ‘{gevonden}’ kan hier niet.")
    assert 'Bijvoorbeeld: {% cijfer "begroting.totaal" %}.' in str(fout.value)


def test_a_table_in_the_middle_of_a_sentence_is_refused():
    with pytest.raises(proza.ProzaFout, match="hoort alleen op een regel"):
        proza.merken('Zie {% tabel "begroting" %} hier.', "Sectie ‘Budget’")


def test_marks_are_found_in_order_with_their_lines():
    tekst = 'Eerst {% cijfer "a" %}.\n\nDan {% voetnoot "b" %}.'
    assert proza.merken(tekst, "x") == [proza.Merk("cijfer", "a", 1), proza.Merk("voetnoot", "b", 3)]


STUKJES = st.sampled_from(
    ['{% cijfer "a" %}', '{% voetnoot "b" %}', '\n{% tabel "c" %}\n', "tekst", "*", "**", "\\", "- ", "\n", "\n\n", " ", "    ", "1. "]
)


@given(st.lists(STUKJES, max_size=12))
def test_every_mark_that_is_counted_is_also_written_and_no_other(stukjes):
    tekst = "".join(stukjes)
    try:
        geteld = [(merk.soort, merk.naam) for merk in proza.merken(tekst, "x")]
    except proza.ProzaFout:
        return  # refused, so never written
    geschreven = []
    proza.html(tekst, lambda soort, naam: geschreven.append((soort, naam)) or "")
    assert geschreven == geteld


@given(st.text(alphabet="ab<>&\"'{}%#*-_[]()!\n `", max_size=80))
def test_no_tag_that_a_writer_types_comes_out_as_a_tag(tekst):
    html = proza.html(tekst, schrijf)
    kaal = html
    for eigen in ("<p>", "</p>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<em>", "</em>"):
        kaal = kaal.replace(eigen, "")
    for eigen in ("<strong>", "</strong>"):
        kaal = kaal.replace(eigen, "")
    assert "<" not in kaal
