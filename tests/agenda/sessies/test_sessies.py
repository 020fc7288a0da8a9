"""A session ends after half an hour without use and after eight hours anyway, and says so once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from agenda import klok
from agenda.access import Rol
from agenda.models import Gebruiker, Sessie
from agenda.sessies.opslag import SessionStore
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client, programma, redacteur):
    client.force_login(redacteur)
    return client


def later(**passed):
    return klok.vastgezet(klok.nu() + timedelta(**passed))


def ask(client, address="/werk/bronnen/"):
    return client.get(address)


@pytest.mark.parametrize(
    ("moments", "status"),
    [
        ([29], 200),
        ([31], 302),
        ([29, 58, 87], 200),
        ([29, 60], 302),
        ([*range(25, 480, 25)], 200),
        ([*range(25, 480, 25), 481], 302),
    ],
)
def test_half_an_hour_without_use_or_eight_hours_in_all_end_a_session(client, moments, status):
    start = klok.nu()
    for minutes in moments:
        with klok.vastgezet(start + timedelta(minutes=minutes)):
            answer = ask(client)
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(31, "U was 30 minuten niet actief."), (9 * 60, "U was 30 minuten niet actief.")],
)
def test_the_page_for_signing_in_says_once_why(client, minutes, said):
    with later(minutes=minutes):
        answer = ask(client, "/werk/bronnen/?soort=x")
        assert answer.url == "/account/inloggen/?next=/werk/bronnen/%3Fsoort%3Dx"
        assert said in text(ask(client, answer.url))
        assert said not in text(ask(client, answer.url))


def test_who_worked_on_for_eight_hours_reads_that_instead(client):
    Sessie.objects.update(begonnen_op=klok.nu() - timedelta(hours=8))
    assert "U was 8 uur ingelogd." in text(ask(client, ask(client).url))


def test_one_minute_is_no_plural(client, settings):
    settings.SESSIE_INACTIEF = timedelta(minutes=1)
    with later(minutes=2):
        assert "U was 1 minuut niet actief." in text(ask(client, ask(client).url))


def test_a_changed_password_ends_the_session_elsewhere(client, redacteur):
    redacteur.set_password("een-heel-ander-wachtwoord")
    redacteur.save()
    assert "De beveiliging van uw account is gewijzigd." in text(ask(client, ask(client).url))


def test_signing_in_again_begins_a_new_session(client, redacteur):
    with later(hours=7, minutes=59):
        ask(client)
        client.force_login(redacteur)
        session = Sessie.objects.get(session_key=client.session.session_key)
        assert (session.begonnen_op, session.laatst_op) == (klok.nu(), klok.nu())


def test_an_ended_session_cannot_be_taken_up_again(client):
    cookie = client.cookies["sessionid"].value
    with later(minutes=31):
        ask(client)
    client.cookies["sessionid"] = cookie
    assert ask(client).status_code == 302
    assert not Sessie.objects.filter(session_key=cookie).exists()


@pytest.mark.parametrize(("seconds", "extra"), [(45, 0), (61, 1)])
def test_use_is_noted_once_a_minute_in_one_small_write(client, seconds, extra, django_assert_num_queries):
    ask(client, reverse("live"))
    with django_assert_num_queries(2):
        ask(client, reverse("live"))
    with later(seconds=seconds), django_assert_num_queries(2 + extra):
        ask(client, reverse("live"))


def test_noting_use_does_not_undo_what_another_window_did(client):
    """Two windows share a session; the one that only looks writes no content."""
    other = SessionStore(client.session.session_key)
    with later(minutes=2):
        assert other.get("iets") is None  # loaded before the change
        changed = SessionStore(client.session.session_key)
        changed["iets"] = "gekozen"
        changed.save()
        other.touch()
    assert SessionStore(client.session.session_key)["iets"] == "gekozen"


def test_the_cookie_ends_with_the_browser(client, account):
    answer = client.post(reverse("demo"), {"rol": Rol.AUDITOR}, headers={"host": "localhost"})
    assert Gebruiker.objects.filter(email="demo-auditor@portaal.invalid").exists()
    assert answer.cookies["sessionid"]["max-age"] == ""
