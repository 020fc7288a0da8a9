"""Sending the outbox: never lost, once if nothing breaks, at most once more if a sender dies while it sends.

Who sends a mail holds its lock, which PostgreSQL releases the moment that process is gone. Before the mail server
hears anything, `begonnen` goes up and is committed. So a waiting mail that is not locked and has begun, is one
whose sender died: it goes out once more with the same Message-ID, and after that never again.
"""

import logging
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from enum import Enum

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import DatabaseError, connection
from django.db.models import F

from agenda import klok
from agenda.berichten.opmaak import compose
from agenda.berichten.soorten import kind_of
from agenda.models import Gebruiker, Mail

logger = logging.getLogger(__name__)

HOOGSTENS = 2  # times that a mail may arrive
UITSTEL = (1, 5, 15, 60, 240, 720)  # minutes to wait each time that the mail server asks for it


class Oordeel(Enum):
    """What a refusal means for the mail."""

    LATER = "de mailserver vraagt om uitstel"
    NOOIT = "de mailserver weigert deze mail"
    ONZEKER = "niet zeker is of de mail is aangekomen"


def send_waiting() -> int:
    """Send every mail whose time has come. Returns how many left.

    When the mail server cannot be reached nothing changes: all mails wait for the next round.
    """
    sent = 0
    due = Mail.objects.filter(stand=Mail.Stand.WACHT, niet_voor__lte=klok.nu())
    for key in list(due.order_by("niet_voor", "aangemaakt_op").values_list("pk", flat=True)):
        with held(key) as mail:
            if mail is None or is_over(mail):
                continue
            server = open_connection()
            if server is None:
                break
            try:
                sent += send(mail, server)
            finally:
                close(server)
    return sent


@contextmanager
def held(key) -> Iterator[Mail | None]:
    """The mail as it is now, for this process alone; None if another one is sending it or it has left."""
    lock = f"mail {key}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", [lock])
        (is_mine,) = cursor.fetchone()
        if not is_mine:
            yield None
            return
        try:
            yield Mail.objects.filter(pk=key, stand=Mail.Stand.WACHT).first()
        finally:
            cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [lock])


def is_over(mail: Mail) -> bool:
    """Whether there is nothing left to send; then that is recorded."""
    if mail.begonnen >= HOOGSTENS:
        end(mail, Mail.Stand.MISLUKT, fout=Oordeel.ONZEKER.value)
        return True
    is_done = "pad" not in mail.gegevens and not mail.berichten.filter(afgehandeld_op__isnull=True).exists()
    if is_done or is_of_blocked_account(mail):
        end(mail, Mail.Stand.VERVALLEN)
        return True
    return False


def is_of_blocked_account(mail: Mail) -> bool:
    """Whether the account was blocked, maybe after this was written, and the mail asks what cannot be done then."""
    blocked = Gebruiker.objects.filter(email=mail.aan, is_active=False)
    return not kind_of(mail).ook_geblokkeerd and blocked.exists()


def open_connection() -> BaseEmailBackend | None:
    """A connection with the mail server; None if it cannot be reached, which says nothing about any mail."""
    server = get_connection()
    try:
        server.open()
    except OSError as fault:  # those of smtplib too
        logger.error("De mailserver is niet bereikbaar: %s", fault)
        return None
    return server


def close(server: BaseEmailBackend) -> None:
    """Hang up; whatever goes wrong now, the mail has been answered already."""
    try:
        server.close()
    except OSError as fault:
        logger.info("De mailserver verbrak de verbinding: %s", fault)


def send(mail: Mail, server: BaseEmailBackend) -> bool:
    """Hand one mail over, with its lock held; False if it did not leave."""
    try:
        message = compose(mail)
    except DatabaseError:
        raise
    except Exception:  # one mail that cannot be made may not keep the others here
        logger.exception("Mail %s (%s) is niet te maken.", mail.pk, mail.soort)
        end(mail, Mail.Stand.MISLUKT, fout="de mail is niet te maken")
        return False
    Mail.objects.filter(pk=mail.pk).update(begonnen=F("begonnen") + 1)
    try:
        server.send_messages([message])
    except Exception as fault:
        refused(mail, judge(fault))
        return False
    end(mail, Mail.Stand.VERZONDEN, verzonden_op=klok.nu())
    return True


def judge(fault: Exception) -> Oordeel:
    """What the mail server meant (RFC 5321 section 4.2.1: 4xx is for now, 5xx for ever)."""
    match fault:
        case smtplib.SMTPRecipientsRefused(recipients=answers):
            code = max(code for code, _ in answers.values())
        case smtplib.SMTPResponseException(smtp_code=code):
            pass
        case _:
            return Oordeel.ONZEKER
    return Oordeel.NOOIT if code >= 500 else Oordeel.LATER


def refused(mail: Mail, oordeel: Oordeel) -> None:
    """The mail did not leave, or nobody knows: wait, give up, or leave it as a dead sender would."""
    logger.error("Mail %s (%s): %s", mail.pk, mail.soort, oordeel.value)
    if oordeel == Oordeel.NOOIT or (oordeel == Oordeel.LATER and mail.pogingen == len(UITSTEL)):
        end(mail, Mail.Stand.MISLUKT, fout=oordeel.value)
    elif oordeel == Oordeel.LATER:
        wait = timedelta(minutes=UITSTEL[mail.pogingen])
        again = {"pogingen": F("pogingen") + 1, "begonnen": F("begonnen") - 1, "niet_voor": klok.nu() + wait}
        Mail.objects.filter(pk=mail.pk).update(**again)


def end(mail: Mail, stand: Mail.Stand, **velden) -> None:
    """Record how it ended; a secret link goes at the same moment."""
    Mail.objects.filter(pk=mail.pk).update(stand=stand, gegevens={}, **velden)
