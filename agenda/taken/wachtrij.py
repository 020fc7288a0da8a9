"""The queue under the Taken: procrastinate, in the same database and, for asking, in the same transaction."""

import logging
from datetime import timedelta

from procrastinate import sql
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Job, Status
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
        return (
            RetryDecision(retry_in={"seconds": exception.seconden})
            if isinstance(exception, NogEens)
            else None
        )


@app.task(name=TAAK, queue=WACHTRIJ, retry=Herkansing())
def run_taak(taak: str) -> None:
    run(taak)


@app.periodic(cron="* * * * * */15")
@app.task(name="vastgelopen", queue="onderhoud")
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
    for job in map(Job.from_row, rows):
        logger.warning(
            "Taak %s is onderbroken: zijn werker geeft geen teken van leven.", job.task_kwargs["taak"]
        )
        if is_to_be_resumed(job.task_kwargs["taak"]):
            retry(job, 0)
        else:
            finish(job, Status.SUCCEEDED)
    return len(rows)


def run_pending() -> int:
    """Work off the queue once, here and on this connection (tests, `./run demo`). Returns how many runs."""
    worker = db.execute_query_one(query=sql.queries["register_worker"])["worker_id"]
    runs = 0
    while job := fetch(worker):
        runs += 1
        try:
            run(job.task_kwargs["taak"])
        except NogEens as opnieuw:
            retry(job, opnieuw.seconden)
        else:
            finish(job, Status.SUCCEEDED)
    db.execute_query(query=sql.queries["unregister_worker"], worker_id=worker)
    return runs


def fetch(worker: int) -> Job | None:
    row = db.execute_query_one(query=sql.queries["fetch_job"], queues=[WACHTRIJ], worker_id=worker)
    return Job.from_row(row) if row["id"] else None


def retry(job: Job, seconds: int) -> None:
    JobManager(db).retry_job_by_id(job.id, retry_at=klok.nu() + timedelta(seconds=seconds))


def finish(job: Job, status: Status) -> None:
    db.execute_query(
        query=sql.queries["finish_job"],
        job_id=job.id,
        status=status.value,
        delete_job=status == Status.SUCCEEDED,
    )
