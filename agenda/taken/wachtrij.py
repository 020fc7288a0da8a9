"""The queue under the Taken: procrastinate, in the same database and, for asking, in the same transaction."""

import json
import logging
from datetime import timedelta

from procrastinate import sql
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Status
from procrastinate.manager import JobManager
from procrastinate.retry import BaseRetryStrategy, RetryDecision
from procrastinate.tasks import configure_task

from agenda import klok
from agenda.models import Taak
from agenda.taken.uitvoering import NogEens, is_to_be_resumed, run

logger = logging.getLogger(__name__)

TAAK = "taak"
WACHTRIJ = "taken"
HARTSLAG = 10  # seconds between the signs of life of a worker
VASTGELOPEN_NA = 3  # missed signs of life, after which its jobs are offered again

# Always Django's own connection, also inside a worker (whose own connection is another one): only so do the
# Taak row and its job stand or fall together.
db = DjangoConnector()


class Herkansing(BaseRetryStrategy):
    """The Taak decides whether and when; the queue only obeys."""

    def get_retry_decision(self, *, exception, job):
        return RetryDecision(retry_in={"seconds": exception.seconden}) if isinstance(exception, NogEens) else None


@app.task(name=TAAK, queue=WACHTRIJ, retry=Herkansing())
def run_taak(taak: str) -> None:
    run(taak)


@app.periodic(cron="* * * * * */15")
@app.task(name="vastgelopen", queue="onderhoud", priority=1)
def requeue_after_crash(timestamp: int = 0) -> None:
    requeue_stalled()


def add(taak: Taak) -> None:
    configure_task(name=TAAK, job_manager=JobManager(db), queue=WACHTRIJ).defer(taak=str(taak.pk))


def requeue_stalled(seconds: float = HARTSLAG * VASTGELOPEN_NA) -> int:
    """Offer the jobs of workers that died again, or fail those that had their attempts. Returns how many."""
    rows = db.execute_query_all(
        query=sql.queries["select_stalled_jobs_by_heartbeat"],
        queue=WACHTRIJ,
        task_name=TAAK,
        seconds_since_heartbeat=seconds,
    )
    for row in rows:
        logger.warning("Taak %s is onderbroken: zijn werker geeft geen teken van leven.", taak_of(row))
        if is_to_be_resumed(taak_of(row)):
            retry(row["id"], 0)
        else:
            finish(row["id"])
    return len(rows)


def run_pending() -> int:
    """Work off the queue once, here and on this connection (tests, `./run demo`). Returns how many runs."""
    worker = db.execute_query_one(query=sql.queries["register_worker"])["worker_id"]
    runs = 0
    while row := fetch(worker):
        runs += 1
        try:
            run(taak_of(row))
        except NogEens as opnieuw:
            retry(row["id"], opnieuw.seconden)
        else:
            finish(row["id"])
    db.execute_query(query=sql.queries["unregister_worker"], worker_id=worker)
    return runs


def taak_of(row: dict) -> str:
    return json.loads(row["args"])["taak"]  # Django's connection leaves jsonb as text


def fetch(worker: int) -> dict | None:
    row = db.execute_query_one(query=sql.queries["fetch_job"], queues=[WACHTRIJ], worker_id=worker)
    return row if row["id"] else None


def retry(job: int, seconds: int) -> None:
    JobManager(db).retry_job_by_id(job, retry_at=klok.nu() + timedelta(seconds=seconds))


def finish(job: int) -> None:
    """The Taak holds how it ended, so the job can go."""
    done = Status.SUCCEEDED.value
    db.execute_query(query=sql.queries["finish_job"], job_id=job, status=done, delete_job=True)
