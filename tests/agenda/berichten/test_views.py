"""The inbox and the choices about mail, for everybody who is signed in, whatever the role."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agenda.access import Rol
from agenda.models import Bericht, Mailvoorkeur
from agenda.taken import enqueue, run_pending
from tests.agenda.lijsten.conftest import only_mechanisms
from tests.agenda.taken import soorten  # noqa: F401  registers the work
from tests.hulpmiddelen.pagina import text

__all__ = ["only_mechanisms"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("only_mechanisms")]


@pytest.fixture
def lezer(client, parafeerder):
    client.force_login(parafeerder)
    return client


def inbox(client, vraag="") -> str:
    return text(client.get(f"/account/berichten/{vraag}"))


def waiting(client) -> int:
    """The number beside ‘Berichten’ in the header; 0 if there is none."""
    found = re.search(r'class="ptl-postvak__aantal">(\d+)<', client.get("/account/mail/").content.decode())
    return int(found[1]) if found else 0


def test_an_empty_inbox_says_what_will_come(lezer):
    page = inbox(lezer)
    assert "Er wacht niets op u" in page
    assert "U hebt nog geen berichten" in page


def test_the_inbox_has_two_parts_with_their_counts_and_the_header_counts_both(lezer, stuur):
    stuur()
    stuur("taak_klaar")
    stuur("taak_mislukt")

    page = inbox(lezer)
    assert "Te doen (1) Een brief wacht op uw paraaf: Brief 2024" in page
    assert "Ter informatie (2)" in page
    assert waiting(lezer) == 3


def test_following_a_message_leads_to_the_record_and_is_reading_it(lezer, stuur):
    (bericht,) = stuur("taak_klaar")

    answer = lezer.get(f"/account/berichten/{bericht.pk}/")

    bericht.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (302, "/werk/brieven/")
    assert bericht.gelezen_op is not None
    assert waiting(lezer) == 0


def test_what_is_to_do_stays_so_after_reading(lezer, stuur):
    (bericht,) = stuur()
    lezer.get(f"/account/berichten/{bericht.pk}/")

    assert waiting(lezer) == 1


def test_all_is_read_at_once_except_what_is_to_do(lezer, stuur):
    stuur()
    stuur("taak_klaar")

    lezer.post("/account/berichten/gelezen/")

    assert waiting(lezer) == 1
    assert Bericht.objects.get(soort="brief_paraferen").gelezen_op is None


def test_the_inbox_can_show_only_what_was_not_read(lezer, stuur):
    lezer.get(f"/account/berichten/{stuur('taak_klaar')[0].pk}/")
    stuur("taak_mislukt")

    page = inbox(lezer, "?toon=ongelezen")
    assert ("Uw opdracht is niet gelukt" in page, "Uw opdracht is klaar" in page) == (True, False)


def test_a_message_of_somebody_else_does_not_exist(lezer, stuur, redacteur):
    (bericht,) = stuur("taak_klaar", [redacteur])

    assert lezer.get(f"/account/berichten/{bericht.pk}/").status_code == 404
    assert "Uw opdracht" not in inbox(lezer)
    lezer.post("/account/berichten/gelezen/")
    bericht.refresh_from_db()
    assert bericht.gelezen_op is None


def test_a_full_inbox_needs_no_more_queries_than_one_with_three_messages(lezer, stuur, django_assert_num_queries):
    for _ in range(3):
        stuur()
        stuur("taak_klaar")
    with CaptureQueriesContext(connection) as few:
        inbox(lezer)
    for _ in range(20):
        stuur()
        stuur("taak_klaar")
    with django_assert_num_queries(len(few)):
        inbox(lezer)


def test_a_message_of_a_kind_that_is_gone_can_still_be_read(lezer, stuur):
    (bericht,) = stuur("taak_klaar")
    Bericht.objects.filter(pk=bericht.pk).update(soort="oude_soort")

    assert "Oude soort: Brief 2024" in inbox(lezer)


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.GEMEENTELIJK_ONDERTEKENAAR, Rol.AUDITOR])
def test_everybody_who_is_signed_in_has_an_inbox_and_chooses_only_what_he_can_get(client, account, rol):
    client.force_login(account(rol))

    assert client.get("/account/berichten/").status_code == 200
    page = text(client.get("/account/mail/"))
    assert ("Uw opdracht is klaar" in page, "Een brief wacht op uw paraaf" in page) == (True, False)


def test_a_choice_about_mail_is_kept_and_shown(lezer, parafeerder):
    keuzes = {"brief_paraferen": "uit", "brief_teruggenomen": "direct", "taak_klaar": "uit", "taak_mislukt": "uit"}

    page = lezer.post("/account/mail/", keuzes, follow=True)

    assert "Uw keuzes voor mail zijn opgeslagen." in text(page)
    assert dict(Mailvoorkeur.objects.values_list("soort", "keuze")) == keuzes
    assert 'name="brief_paraferen" value="uit"' in page.content.decode().split("checked")[0].rsplit("<input", 1)[1]


def test_a_choice_that_does_not_exist_is_refused_and_nothing_is_kept(lezer):
    answer = lezer.post("/account/mail/", {"brief_paraferen": "soms"})

    assert answer.status_code == 400
    assert not Mailvoorkeur.objects.exists()


def test_the_page_says_when_mail_goes_to_files(lezer, settings):
    assert "Dit portaal verstuurt nu geen mail" in text(lezer.get("/account/mail/"))
    settings.EMAIL_URL = "smtp://mail.voorbeeld.invalid:25"
    assert "Dit portaal verstuurt nu geen mail" not in text(lezer.get("/account/mail/"))


@pytest.mark.parametrize(
    ("werk", "soort", "kenmerk"),
    [("test_bestand", "taak_klaar", "Klein bestand maken"), ("test_stappen", "taak_mislukt", "Test stappen")],
)
def test_who_asked_for_work_hears_how_it_ended(redacteur, werk, soort, kenmerk):
    arguments = {"stopt_bij": 0, "fout": "taakfout"} if werk == "test_stappen" else {}
    taak = enqueue(werk, by=redacteur, **arguments)

    run_pending()

    bericht = Bericht.objects.get()
    assert (bericht.ontvanger, bericht.soort, bericht.kenmerk) == (redacteur, soort, kenmerk)
    assert bericht.adres == f"/werk/taken/{taak.pk}/"


def test_the_portal_tells_itself_nothing_about_its_own_work(systeem):
    enqueue("test_bestand", by=systeem)
    run_pending()
    assert not Bericht.objects.exists()
