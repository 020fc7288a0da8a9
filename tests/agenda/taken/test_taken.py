"""A taak runs if and only if it was asked for, goes on where it stopped, and tells how it ended."""

import pytest
from django.db import IntegrityError, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from agenda.models import Provincie, Taak, TaakGestopt
from agenda.taken import annuleren, enqueue, run_pending, uitvoering, wachtrij
from tests.agenda.taken import soorten

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_waiting(monkeypatch):
    monkeypatch.setattr(uitvoering, "WACHTTIJDEN", (0, 0))


def steps_done():
    return Provincie.objects.filter(naam__startswith="Stap").count()


def test_a_taak_runs_to_its_end_and_shows_its_progress(redacteur):
    taak = enqueue("test_stappen", by=redacteur)

    assert (taak.stand, steps_done()) == ("wacht", 0)
    assert run_pending() == 1

    taak.refresh_from_db()
    assert (taak.stand, taak.gedaan, taak.totaal, taak.pogingen) == ("klaar", 20, 20, 1)
    assert taak.stand_in_woorden == "stap 20 van 20"
    assert taak.gestart_op <= taak.klaar_op
    assert run_pending() == 0


def test_asking_in_a_transaction_that_rolls_back_asks_nothing(redacteur):
    with transaction.atomic():
        enqueue("test_stappen", by=redacteur)
        transaction.set_rollback(True)

    assert run_pending() == 0
    assert not Taak.objects.exists()


def test_unknown_work_is_refused_at_once(redacteur):
    with pytest.raises(LookupError, match="De taak ‘koffie_zetten’ bestaat niet"):
        enqueue("koffie_zetten", by=redacteur)


@pytest.mark.django_db(transaction=True)
def test_an_unexpected_fault_is_tried_again_from_where_it_stopped(redacteur, no_waiting):
    taak = enqueue("test_stappen", by=redacteur, stopt_bij=7, fout="onverwacht")

    assert run_pending() == 2

    taak.refresh_from_db()
    assert (taak.stand, taak.pogingen, steps_done()) == ("klaar", 2, 20)


@pytest.mark.django_db(transaction=True)
def test_after_three_attempts_a_taak_fails_without_showing_the_inside(redacteur, no_waiting):
    taak = enqueue("test_altijd_kapot", by=redacteur)

    assert run_pending() == 3

    taak.refresh_from_db()
    assert (taak.stand, taak.pogingen) == ("mislukt", 3)
    assert taak.fout == (
        "Deze taak is na 3 pogingen gestopt door een onverwachte fout. Probeer het later nog een keer. "
        f"Lukt het weer niet, geef dan dit kenmerk door aan de beheerder: {taak.pk}."
    )


def test_between_two_attempts_the_queue_waits(redacteur):
    taak = enqueue("test_altijd_kapot", by=redacteur)

    assert run_pending() == 1
    assert run_pending() == 0

    taak.refresh_from_db()
    assert (taak.stand, taak.pogingen) == ("wacht", 1)
    assert taak.melding == "Poging 1 is niet gelukt. Over 10 seconden probeert het portaal het opnieuw."


def test_a_fault_that_a_person_must_solve_is_not_tried_again(redacteur):
    taak = enqueue("test_stappen", by=redacteur, stopt_bij=3, fout="taakfout")

    assert run_pending() == 1

    taak.refresh_from_db()
    assert (taak.stand, taak.fout, steps_done()) == ("mislukt", "Kies een ander jaar.", 3)


def test_a_cancelled_taak_does_not_start(redacteur):
    taak = enqueue("test_stappen", by=redacteur)

    assert annuleren(taak)
    run_pending()

    taak.refresh_from_db()
    assert (taak.stand, taak.pogingen, steps_done()) == ("geannuleerd", 0, 0)
    assert not annuleren(taak)


def test_a_running_taak_that_is_cancelled_stops_at_its_next_step(redacteur):
    taak = enqueue("test_stappen", by=redacteur)
    running = uitvoering.begin(taak.pk)
    running.voortgang(1, 20)

    annuleren(taak)

    with pytest.raises(TaakGestopt):
        running.voortgang(2, 20)
    uitvoering.end(running, Taak.Stand.KLAAR)
    taak.refresh_from_db()
    assert (taak.stand, taak.gedaan) == ("geannuleerd", 1)


def test_a_worker_that_was_thought_dead_cannot_write_over_its_successor(redacteur):
    taak = enqueue("test_stappen", by=redacteur)
    eerste, tweede = uitvoering.begin(taak.pk), uitvoering.begin(taak.pk)
    tweede.voortgang(5, 20)

    with pytest.raises(TaakGestopt):
        eerste.voortgang(3, 20)
    uitvoering.end(eerste, Taak.Stand.MISLUKT, fout="te laat")

    taak.refresh_from_db()
    assert (taak.stand, taak.gedaan) == ("bezig", 5)


def crash_after(steps, taak):
    """What a killed worker leaves: its job in progress, and the steps that were committed."""
    worker = wachtrij.db.execute_query_one(query=wachtrij.sql.queries["register_worker"])["worker_id"]
    wachtrij.fetch(worker)
    running = uitvoering.begin(taak.pk)
    for stap in range(steps):
        Provincie.objects.create(code=f"{stap:04}", naam=f"Stap {stap}")
        running.voortgang(stap + 1, 20)
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_workers set last_heartbeat = now() - interval '31 seconds'")


@pytest.mark.django_db(transaction=True)
def test_a_taak_whose_worker_died_goes_on_where_it_was(redacteur):
    taak = enqueue("test_stappen", by=redacteur)
    crash_after(6, taak)

    assert run_pending() == 0
    assert wachtrij.requeue_stalled() == 1
    assert run_pending() == 1

    taak.refresh_from_db()
    assert (taak.stand, taak.pogingen, steps_done()) == ("klaar", 2, 20)


@pytest.mark.django_db(transaction=True)
def test_a_taak_that_kills_its_worker_three_times_is_given_up(redacteur):
    taak = enqueue("test_stappen", by=redacteur)
    for _ in range(3):
        crash_after(0, taak)
        wachtrij.requeue_stalled()

    assert run_pending() == 0

    taak.refresh_from_db()
    assert (taak.stand, taak.pogingen) == ("mislukt", 3)


def test_a_taak_that_was_removed_leaves_the_queue_quietly(redacteur):
    taak = enqueue("test_stappen", by=redacteur)
    Taak.objects.all().delete()

    assert run_pending() == 1
    assert not uitvoering.is_to_be_resumed(taak.pk)


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_gives_signs_of_life_keeps_its_taak(redacteur):
    taak = enqueue("test_stappen", by=redacteur)
    crash_after(6, taak)
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_workers set last_heartbeat = now() - interval '20 seconds'")

    assert wachtrij.requeue_stalled() == 0


def test_a_finished_taak_leaves_nothing_in_the_queue(redacteur):
    taak = enqueue("test_bestand", by=redacteur)

    run_pending()

    taak.refresh_from_db()
    assert taak.resultaat.naam == "klein.csv"
    assert not ProcrastinateJob.objects.exists()


def test_asking_inside_a_taak_also_rolls_back(redacteur):
    enqueue("test_vraagt_en_faalt", by=redacteur)

    assert run_pending() == 1
    assert Taak.objects.count() == 1


@pytest.mark.parametrize(
    ("velden", "constraint"),
    [
        ({"stand": "klaar"}, "taak_beeindigd_heeft_moment"),
        ({"fout": "iets"}, "taak_mislukt_heeft_fout"),
        ({"gedaan": 3, "totaal": 2}, "taak_gedaan_past_in_totaal"),
    ],
)
def test_the_database_refuses_a_taak_that_cannot_be(redacteur, velden, constraint):
    taak = enqueue("test_stappen", by=redacteur)

    with pytest.raises(IntegrityError, match=constraint):
        Taak.objects.filter(pk=taak.pk).update(**velden)


def test_work_that_no_longer_exists_keeps_a_page_with_its_bare_name(redacteur):
    taak = Taak.objects.create(soort="oud_werk", aangevraagd_door=redacteur)

    assert uitvoering.naam_van(taak) == "oud_werk"


def test_two_kinds_of_work_cannot_have_one_name():
    with pytest.raises(ValueError, match="De taak ‘test_stappen’ bestaat al"):
        uitvoering.taak("test_stappen")(soorten.altijd_kapot)
