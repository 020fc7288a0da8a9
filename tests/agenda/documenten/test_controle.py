"""Two judges of a PDF, veraPDF and our own check: they pass the good letter and refuse each broken one."""

import io

import pikepdf
import pytest
from django.test import override_settings

from agenda.documenten.controle import bevindingen
from agenda.documenten.pdf import write

from . import voorbeeldbrief
from .breken import broken, saved
from .mutaties import MUTATIONS

pytestmark = pytest.mark.pdf

# What only one of the two sees: the reason to have two. All other mutations are refused by both.
ONLY_OURS = {
    "another_language",
    "no_title_in_info",
    "two_different_titles",
    "claim_outside_the_metadata",
    "foreign_font",
    "attachment_listed_twice",
    "attachment_without_description",
    "figure_with_blank_words",
    "table_without_headers",
    "two_main_headings",
    "call_without_note",
    "element_taken_out_of_the_tree",
    "number_of_content_used_twice",
}
ONLY_VERAPDF = {"widths_that_do_not_fit_the_letters", "link_that_is_not_printed"}
# Of each kind some on every run; ./run proof breaks the letter in every way.
SAMPLE = {*ONLY_VERAPDF, *sorted(ONLY_OURS)[::4], *sorted(MUTATIONS.keys() - ONLY_OURS - ONLY_VERAPDF)[::4]}
WAYS = [name if name in SAMPLE else pytest.param(name, marks=pytest.mark.proof) for name in MUTATIONS]


@pytest.fixture(scope="module")
def letter() -> bytes:
    return written(voorbeeldbrief.html())


@pytest.fixture(scope="module")
def good() -> bytes:
    return written(voorbeeldbrief.short_html())


@pytest.fixture(scope="session")
def verapdf():
    from . import verapdf  # imports Java: only when a test needs it

    return verapdf


def written(html: str) -> bytes:
    with override_settings(PDF_CACHE=None):
        return write(html, bijlagen=voorbeeldbrief.BIJLAGEN, datum=voorbeeldbrief.DATUM)


def test_the_letter_passes_both_judges(letter, verapdf):
    assert verapdf.refusals(letter) == []
    assert bevindingen(letter) == []


def test_a_letter_that_was_saved_again_passes_both_judges(good, verapdf):
    with pikepdf.open(io.BytesIO(good)) as file:
        again = saved(file)
    assert again != good
    assert verapdf.refusals(again) == []
    assert bevindingen(again) == []


@pytest.mark.parametrize("name", WAYS)
def test_a_broken_letter_is_refused(good, verapdf, name):
    pdf = broken(good, name)
    assert (bool(bevindingen(pdf)), bool(verapdf.refusals(pdf))) == (
        name not in ONLY_VERAPDF,
        name not in ONLY_OURS,
    )


def test_an_encrypted_letter_is_refused_by_both(good, verapdf):
    with pikepdf.open(io.BytesIO(good)) as file:
        locked = saved(file, encryption=pikepdf.Encryption(owner="x", user=""))
    assert bevindingen(locked) == ["Het bestand is versleuteld."]
    assert verapdf.refusals(locked) != []


def test_half_a_letter_is_refused_by_both(good, verapdf):
    half = good[: len(good) // 2]
    assert bevindingen(half) != []
    assert verapdf.refusals(half) != []


def test_a_finding_is_a_dutch_sentence_that_names_the_place(good):
    assert bevindingen(broken(good, "figure_with_blank_words")) == [
        "Een figuur heeft geen tekst voor wie haar niet ziet."
    ]
    assert bevindingen(broken(good, "text_outside_the_structure")) == [
        "Bladzijde 1: er staat iets buiten de structuur."
    ]
    assert bevindingen(broken(good, "two_different_titles")) == [
        "De PDF heeft twee titels: “Een andere titel” en “VOORBEELD Voortgang Voorbeeldprogramma 2026–2028”."
    ]
