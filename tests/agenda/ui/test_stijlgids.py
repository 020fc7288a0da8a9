"""The gallery and the pages for when something is wrong."""

import pytest
from django.template.loader import render_to_string
from django.test import Client

from agenda.ui.component import all_components

pytestmark = pytest.mark.django_db


def test_the_gallery_shows_every_component(client):
    page = client.get("/stijlgids/").content.decode()
    assert [each.name for each in all_components() if f'id="deel-{each.name}"' not in page] == []


def test_nothing_is_styled_or_scripted_inline(client):
    page = client.get("/stijlgids/").content.decode()
    assert " style=" not in page
    assert "<script" not in page
    assert "<style" not in page


def test_a_form_with_errors_says_so_in_the_title(client):
    page = client.post("/stijlgids/", {}).content.decode()
    assert "<title>Fout: Stijlgids – " in page
    assert page.index('role="alert"') < page.index("<h1")


def test_a_page_number_keeps_the_filters(client):
    page = client.get("/stijlgids/?stand=b&pagina=2").content.decode()
    assert 'href="?stand=b&amp;pagina=3"' in page


def test_a_page_that_is_not_there_shows_a_way_on(client):
    answer = client.get("/deze-pagina-is-er-niet/")
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.content.decode()
    assert 'href="/"' in answer.content.decode()


def test_an_old_form_says_that_nothing_was_saved():
    answer = Client(enforce_csrf_checks=True).post("/stijlgids/", {})
    assert answer.status_code == 403
    assert "Er is niets opgeslagen" in answer.content.decode()


def test_the_page_for_our_own_fault_needs_nothing():
    assert "Er ging iets mis bij ons" in render_to_string("500.html")
