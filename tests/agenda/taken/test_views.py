"""The page of a taak: for its owner only, fresh by itself, and without JavaScript."""

import pytest

from agenda.bestanden import bewaar
from agenda.taken import enqueue, run_pending, uitvoering

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("only_mechanisms")]


@pytest.fixture
def owner(client, redacteur):
    client.force_login(redacteur)
    return client


def page(client, taak):
    return client.get(f"/werk/taken/{taak.pk}/")


def test_while_a_taak_is_open_the_page_refreshes_itself_and_shows_how_far_it_is(owner, redacteur):
    taak = enqueue("test_stappen", by=redacteur)
    uitvoering.begin(taak.pk).voortgang(5, 20, "stap 5 van 20")

    answer = page(owner, taak)

    assert answer["Refresh"] == "3"
    assert '<progress max="20" value="5"' in answer.content.decode()
    assert "stap 5 van 20" in answer.content.decode()


def test_a_reader_can_stop_the_refreshing(owner, redacteur):
    taak = enqueue("test_stappen", by=redacteur)

    answer = owner.get(f"/werk/taken/{taak.pk}/?verversen=uit")

    assert "Refresh" not in answer
    assert 'href="?verversen=uit"' in page(owner, taak).content.decode()


def test_when_it_is_ready_the_page_stands_still_and_offers_the_file(owner, redacteur):
    taak = enqueue("test_bestand", by=redacteur)
    run_pending()
    taak.refresh_from_db()

    answer = page(owner, taak)
    download = owner.get(f"/werk/bestanden/{taak.resultaat.pk}/")

    assert "Refresh" not in answer
    assert ">Klein bestand maken</h1>" in answer.content.decode()
    assert f'href="/werk/bestanden/{taak.resultaat.pk}/"' in answer.content.decode()
    assert b"".join(download.streaming_content) == b"a;b\r\n"


def test_a_failed_taak_says_in_dutch_what_to_do(owner, redacteur):
    taak = enqueue("test_stappen", by=redacteur, stopt_bij=0, fout="taakfout")
    run_pending()

    text = page(owner, taak).content.decode()

    assert "De taak is niet gelukt" in text
    assert "Kies een ander jaar." in text


def test_stopping_a_taak_on_its_page(owner, redacteur):
    taak = enqueue("test_stappen", by=redacteur)

    answer = owner.post(f"/werk/taken/{taak.pk}/annuleren/", follow=True)

    assert "De taak is gestopt" in answer.content.decode()
    assert owner.get(f"/werk/taken/{taak.pk}/annuleren/").status_code == 405


def test_a_taak_and_its_file_do_not_exist_for_somebody_else(client, redacteur, programmamanager):
    taak = enqueue("test_bestand", by=redacteur)
    run_pending()
    taak.refresh_from_db()
    client.force_login(programmamanager)

    assert page(client, taak).status_code == 404
    assert client.post(f"/werk/taken/{taak.pk}/annuleren/").status_code == 404
    assert client.get(f"/werk/bestanden/{taak.resultaat.pk}/").status_code == 404


def test_an_uploaded_file_cannot_be_downloaded_by_its_owner_either(owner, redacteur):
    bestand = bewaar(b"a;b\r\n", "upload.csv", by=redacteur, zelf_gemaakt=False)

    assert owner.get(f"/werk/bestanden/{bestand.pk}/").status_code == 403
