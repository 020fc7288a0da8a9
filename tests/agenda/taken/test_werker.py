"""The real worker in processes of its own: killed in the middle of a taak, and asked to stop."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from agenda.models import Provincie, Taak
from agenda.taken import enqueue

pytestmark = pytest.mark.django_db(transaction=True)
GEDULD = 60  # seconds; the machine may be busy


@pytest.fixture
def start():
    """Starts a worker on the database of the tests, that also knows the work of the tests."""
    started = []

    def worker():
        code = (
            "import django; django.setup();"
            "from django.conf import settings; from django.core.management import call_command;"
            "import tests.agenda.taken.soorten; call_command('werker', '--hartslag', '1')"
        )
        env = os.environ | {
            "DJANGO_SETTINGS_MODULE": "agenda.settings",
            "DATABASE_URL": database_url(),
            "LOGNIVEAU": "INFO",
        }
        process = subprocess.Popen([sys.executable, "-c", code], cwd=settings.BASE_DIR, env=env)
        started.append(process)
        return process

    yield worker
    for process in started:
        process.kill()
        process.wait()


def database_url():
    of = connection.settings_dict
    host = of["HOST"] or of["OPTIONS"].get("host", "")
    user = of["USER"] or of["OPTIONS"].get("user", "")
    return f"postgresql:///{of['NAME']}?host={host}&user={user}"


def until(ready):
    """Wait until `ready()`; the test fails if that takes longer than GEDULD."""
    end = time.monotonic() + GEDULD
    while not ready():
        assert time.monotonic() < end, list(Taak.objects.values("stand", "gedaan", "pogingen", "melding"))
        time.sleep(0.1)


def steps_done():
    return Provincie.objects.count()


@pytest.mark.proof
def test_a_taak_whose_worker_is_killed_is_finished_by_the_next_without_doing_a_step_twice(start, redacteur):
    taak = enqueue("test_langzaam", by=redacteur)
    first = start()
    until(lambda: steps_done() >= 5)
    first.send_signal(signal.SIGKILL)
    first.wait()
    taak.refresh_from_db()
    killed_at, stand = taak.gedaan, taak.stand

    start()
    until(lambda: not Taak.objects.open().exists())

    taak.refresh_from_db()
    assert 5 <= killed_at < 20
    assert stand == "bezig"
    assert (taak.stand, taak.gedaan, taak.pogingen, steps_done()) == ("klaar", 20, 2, 20)


@pytest.mark.proof
def test_a_worker_asked_to_stop_finishes_what_it_does_and_leaves_the_rest(start, redacteur):
    taak, later = enqueue("test_langzaam", by=redacteur), enqueue("test_langzaam", by=redacteur)
    worker = start()
    until(lambda: steps_done() >= 2)

    worker.send_signal(signal.SIGTERM)

    assert worker.wait(timeout=GEDULD) == 0
    taak.refresh_from_db()
    later.refresh_from_db()
    assert (taak.stand, taak.gedaan, later.stand) == ("klaar", 20, "wacht")


@pytest.mark.parametrize("hartslag", ["abc", "0", "-1", "nan", "inf"])
def test_a_heartbeat_that_is_no_number_of_seconds_is_refused_in_dutch(hartslag):
    with pytest.raises(CommandError, match=f"‘{hartslag}’ is geen aantal seconden"):
        call_command("werker", f"--hartslag={hartslag}")
