"""Senders in processes of their own, killed at the worst moment, and a real mail server that counts what arrives."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from threading import Thread

import pytest
from django.conf import settings
from django.db import connection

from agenda.models import Mail, Taak
from tests.hulpmiddelen.databank import database_url

pytestmark = pytest.mark.django_db(transaction=True)
GEDULD = 60  # seconds; the machine may be busy
SEND = "import django; django.setup(); from agenda.berichten.verzenden import send_waiting; send_waiting()"
WORK = "import django; django.setup(); from django.core.management import call_command; call_command('werker', '--hartslag', '1')"


@contextmanager
def sender(port: int, code: str = SEND):
    """A process that sends the mails of the database of this test to the server on `port`."""
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "agenda.settings",
        "DATABASE_URL": database_url(connection.settings_dict["NAME"]),
        "EMAIL_URL": f"smtp://127.0.0.1:{port}",
    }
    process = subprocess.Popen([sys.executable, "-c", code], cwd=settings.BASE_DIR, env=env)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def message_ids(mailserver) -> list[str]:
    return [re.search(rb"Message-ID: (\S+)", each.content)[1].decode() for each in mailserver.mails]


def test_a_sender_killed_before_the_mail_server_heard_anything_leaves_exactly_one_mail(stuur, mailserver):
    (bericht,) = stuur()
    with socket.create_server(("127.0.0.1", 0)) as silent, sender(silent.getsockname()[1]) as process:
        silent.settimeout(GEDULD)
        with silent.accept()[0]:  # the sender waits for a greeting that never comes
            process.send_signal(signal.SIGKILL)
            process.wait()
    assert Mail.objects.get().begonnen == 0

    with sender(settings.EMAIL_PORT) as process:
        assert process.wait(GEDULD) == 0
    assert message_ids(mailserver) == [bericht.mail.message_id]


def test_a_sender_killed_before_it_hears_the_answer_is_repeated_once_with_the_same_message_id(stuur, mailserver):
    (bericht,) = stuur()
    with sender(settings.EMAIL_PORT) as process:
        mailserver.on_mail = lambda: os.kill(process.pid, signal.SIGKILL)
        assert process.wait(GEDULD) == -signal.SIGKILL
    mailserver.on_mail = lambda: None

    for _ in range(2):
        with sender(settings.EMAIL_PORT) as process:
            assert process.wait(GEDULD) == 0
    assert message_ids(mailserver) == [bericht.mail.message_id] * 2
    assert Mail.objects.get().stand == "verzonden"


@pytest.mark.proof
def test_workers_killed_again_and_again_lose_no_mail_and_repeat_none_more_than_once(stuur, mailserver):
    """Each round: mails asked for, a worker killed at a random moment; at the end one worker that may finish."""
    rounds, each_round = 12, 8
    dice = random.Random(2024)
    mailserver.on_mail = lambda: time.sleep(0.05)  # else all is over before the first blow
    for _ in range(rounds):
        for number in range(each_round):
            stuur(adres=f"/werk/{number}/")
        with sender(settings.EMAIL_PORT, WORK) as worker:
            until(lambda: Mail.objects.filter(stand="verzonden").exists() or mailserver.mails)
            time.sleep(dice.uniform(0, 1.2))
            worker.send_signal(signal.SIGKILL)
            worker.wait()
    sent_before = Counter(message_ids(mailserver))
    with sender(settings.EMAIL_PORT, WORK):
        until(lambda: not Mail.objects.filter(stand="wacht").exists() and not Taak.objects.open().exists())

    arrived = Counter(message_ids(mailserver))
    assert arrived.keys() == set(Mail.objects.values_list("message_id", flat=True))
    assert Mail.objects.count() == rounds * each_round > len(sent_before)
    assert max(arrived.values()) <= 2
    assert sum(number - 1 for number in arrived.values()) <= rounds  # one repeat per killed worker at most
    assert set(Mail.objects.values_list("stand", flat=True)) == {"verzonden"}


@pytest.mark.proof
def test_many_senders_at_once_send_each_mail_once(stuur, mailserver):
    for number in range(40):
        stuur(adres=f"/werk/{number}/")

    def work():
        with sender(settings.EMAIL_PORT) as process:
            process.wait(GEDULD)

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(message_ids(mailserver)) == sorted(Mail.objects.values_list("message_id", flat=True))


def until(ready):
    end = time.monotonic() + GEDULD
    while not ready():
        assert time.monotonic() < end, Counter(Mail.objects.values_list("stand", "begonnen"))
        time.sleep(0.05)
