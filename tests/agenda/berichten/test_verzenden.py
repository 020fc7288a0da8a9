"""The outbox empties itself once, keeps what cannot leave yet, and forgets the secrets it carried."""

from datetime import timedelta

import pytest
from django.conf import settings as instellingen
from django.core import mail as postbus
from django.db import connection

from agenda import berichten, klok
from agenda.berichten import verzenden
from agenda.berichten.postbak import new_mail
from agenda.berichten.soorten import SOORTEN
from agenda.berichten.verzenden import send_waiting
from agenda.models import Gebruiker, Mail
from agenda.taken import run_pending
from tests.agenda.berichten.conftest import GEHEIM

pytestmark = pytest.mark.django_db(transaction=True)


def state(mail) -> tuple:
    mail.refresh_from_db()
    return mail.stand, mail.begonnen, mail.pogingen


def test_the_background_sends_the_mail_once_with_its_fixed_message_id(stuur, mailserver, parafeerder):
    (bericht,) = stuur()

    run_pending()
    send_waiting()

    (received,) = mailserver.mails
    assert received.rcpt_tos == [parafeerder.email]
    assert f"Message-ID: {bericht.mail.message_id}\r\n".encode() in received.content
    assert b"Auto-Submitted: auto-generated\r\n" in received.content
    assert state(bericht.mail) == ("verzonden", 1, 0)


def test_a_mail_about_what_is_done_meanwhile_does_not_leave(stuur, mailserver, echt):
    (bericht,) = stuur()
    berichten.afhandelen("brief_paraferen", echt)

    assert send_waiting() == 0
    assert (state(bericht.mail), mailserver.mails) == (("vervallen", 0, 0), [])


def test_to_who_is_blocked_only_leaves_what_says_so(stuur, mailserver, parafeerder):
    """Of every kind one mail was waiting when the account was blocked."""
    for soort in SOORTEN.values():
        new_mail(soort, parafeerder.email, gegevens={"pad": "/"}).save(force_insert=True)
    Gebruiker.objects.filter(pk=parafeerder.pk).update(is_active=False)

    assert send_waiting() == 2
    sent = Mail.objects.filter(stand=Mail.Stand.VERZONDEN).values_list("soort", flat=True)
    assert set(sent) == {"account_geblokkeerd", "uitnodiging_geblokkeerd"}
    assert Mail.objects.filter(stand=Mail.Stand.VERVALLEN).count() == len(SOORTEN) - 2


def test_a_mail_server_that_is_down_changes_nothing_and_the_mail_leaves_when_it_is_back(stuur, mailserver, settings):
    (bericht,) = stuur()
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    assert send_waiting() == 0
    assert state(bericht.mail) == ("wacht", 0, 0)

    settings.EMAIL_PORT = port
    assert send_waiting() == 1


def test_a_server_that_asks_for_delay_gets_the_mail_later_and_each_time_later(stuur, mailserver):
    (bericht,) = stuur()
    mailserver.antwoorden = ["451 later"] * 2
    begin = klok.nu()

    with klok.vastgezet(begin):
        assert (send_waiting(), send_waiting()) == (0, 0)
    assert state(bericht.mail) == ("wacht", 0, 1)
    with klok.vastgezet(begin + timedelta(minutes=1)):
        send_waiting()
    assert state(bericht.mail) == ("wacht", 0, 2)
    with klok.vastgezet(begin + timedelta(minutes=5)):
        assert send_waiting() == 0
    with klok.vastgezet(begin + timedelta(minutes=6)):
        assert send_waiting() == 1
    assert (state(bericht.mail), len(mailserver.mails)) == (("verzonden", 1, 2), 1)


def test_a_server_that_keeps_asking_for_delay_is_asked_no_more(stuur, mailserver):
    (bericht,) = stuur()
    mailserver.antwoorden = ["451 later"] * 7
    moment = klok.nu()
    for minutes in (0, *verzenden.UITSTEL):
        moment += timedelta(minutes=minutes)
        with klok.vastgezet(moment):
            send_waiting()

    assert state(bericht.mail) == ("mislukt", 1, 6)
    assert bericht.mail.fout == "de mailserver vraagt om uitstel"


def test_a_mail_that_the_server_refuses_is_not_tried_again_and_does_not_stop_the_next(stuur, mailserver):
    (first,), (second,) = stuur(), stuur(adres="/werk/toezeggingen/")
    mailserver.antwoorden = ["550 onbekend"]

    send_waiting()

    assert (state(first.mail), state(second.mail)) == (("mislukt", 1, 0), ("verzonden", 1, 0))


def test_a_mail_that_cannot_be_made_does_not_stop_the_next(stuur, mailserver):
    (first,), (second,) = stuur(), stuur(adres="/werk/toezeggingen/")
    Mail.objects.filter(pk=first.mail.pk).update(soort="bestaat_niet_meer")

    send_waiting()

    assert (state(first.mail), state(second.mail)) == (("mislukt", 0, 0), ("verzonden", 1, 0))


def test_a_mail_whose_sender_died_while_sending_leaves_once_more_and_then_never_again(stuur, mailserver):
    (once,), (twice,) = stuur(), stuur(adres="/werk/toezeggingen/")
    Mail.objects.filter(pk=once.mail.pk).update(begonnen=1)
    Mail.objects.filter(pk=twice.mail.pk).update(begonnen=2)

    send_waiting()
    send_waiting()

    assert (state(once.mail), state(twice.mail)) == (("verzonden", 2, 0), ("mislukt", 2, 0))
    assert len(mailserver.mails) == 1
    assert twice.mail.fout == "niet zeker is of de mail is aangekomen"


def test_who_holds_a_mail_holds_it_alone(stuur, mailserver):
    (bericht,) = stuur()
    lock, key = "SELECT pg_advisory_lock(hashtextextended(%s, 0))", [f"mail {bericht.mail.pk}"]
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute(lock, key)
    assert send_waiting() == 0

    other.close()  # as when that process dies; PostgreSQL sees it a moment later, for which the next line waits
    with connection.cursor() as cursor:
        cursor.execute(lock, key)
        cursor.execute(lock.replace("_lock", "_unlock"), key)
    assert send_waiting() == 1


def whole_database() -> str:
    """Every value of every table, of the queue too."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = []
        for table in tables:
            cursor.execute(f"SELECT t::text FROM {table} t")
            rows += [row for (row,) in cursor.fetchall()]
    return "\n".join(rows)


def test_a_secret_link_is_in_the_mail_and_afterwards_nowhere_in_the_database(mailserver):
    berichten.mail("nieuw@voorbeeld.invalid", "dagoverzicht", pad=GEHEIM)
    assert GEHEIM in whole_database()

    run_pending()

    assert GEHEIM.encode() in mailserver.mails[0].content
    assert GEHEIM not in whole_database()


def test_a_secret_link_is_also_erased_when_the_mail_is_refused(mailserver):
    mailserver.antwoorden = ["550 onbekend"]
    berichten.mail("nieuw@voorbeeld.invalid", "dagoverzicht", pad=GEHEIM)

    send_waiting()

    assert Mail.objects.get().stand == "mislukt"
    assert GEHEIM not in whole_database()


def test_without_a_mail_server_a_mail_is_one_file_however_often_it_is_sent(stuur, settings, tmp_path):
    settings.EMAIL_BACKEND, settings.MAIL_MAP = "agenda.berichten.bestand.MailInBestand", tmp_path / "mail"
    (bericht,) = stuur()

    send_waiting()
    Mail.objects.update(stand="wacht", verzonden_op=None)
    send_waiting()

    (file,) = (tmp_path / "mail").iterdir()
    assert file.name == f"{bericht.mail.pk}.eml"
    assert b"Subject: Een brief wacht op uw paraaf\r\n" in file.read_bytes()


def test_the_tests_themselves_send_nothing():
    assert instellingen.EMAIL_BACKEND == "django.core.mail.backends.locmem.EmailBackend"
    assert postbus.outbox == []
