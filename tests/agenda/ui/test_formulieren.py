"""A field says what it wants, what is wrong, and ties both to its control."""

import re

import pytest
from django import forms

from agenda.ui.voorbeelden import VoorbeeldFilter, VoorbeeldForm
from tests.agenda.ui.test_component import render


@pytest.fixture
def empty():
    return VoorbeeldForm({})


def test_a_wrong_field_points_at_its_hint_and_its_error(empty):
    field = empty["bedrag"].as_field_group()
    assert 'aria-describedby="id_bedrag_helptext id_bedrag_error"' in field
    assert 'aria-invalid="true"' in field
    assert '<div class="utrecht-form-field-description" id="id_bedrag_helptext">' in field
    assert 'id="id_bedrag_error"><p>Vul het bedrag in dat u aanvraagt</p></div>' in field


def test_a_group_is_a_fieldset_that_points_at_its_error(empty):
    field = empty["omvang"].as_field_group()
    assert field.startswith("<fieldset")
    assert 'aria-describedby="id_omvang_error"' in field.split(">")[0]


def test_the_summary_says_what_the_fields_say_in_the_same_order(empty):
    summary = render('{% component "foutoverzicht" formulier=form %}', form=empty)
    listed = re.findall(r'<a href="#([a-z_0-9]+)">([^<]+)</a>', summary)
    assert [text for _, text in listed] == [error for field in empty for error in field.errors]
    page = str(empty)
    assert [anchor for anchor, _ in listed if f'id="{anchor}"' not in page] == []


def test_without_errors_there_is_no_summary():
    assert render('{% component "foutoverzicht" formulier=form %}', form=VoorbeeldForm()).strip() == ""


def test_only_optional_fields_are_marked(empty):
    marked = [field.name for field in empty if "(niet verplicht)" in field.as_field_group()]
    assert marked == ["themas", "omschrijving", "plan"]
    assert "*" not in str(empty)
    assert "placeholder" not in str(empty)


def test_a_filter_marks_nothing_as_optional():
    assert "(niet verplicht)" not in str(VoorbeeldFilter())


def test_a_browser_never_cuts_off_pasted_text():
    class Kort(forms.Form):
        naam = forms.CharField(max_length=5)

    assert "maxlength" not in str(Kort())
    assert not Kort({"naam": "te lang"}).is_valid()
