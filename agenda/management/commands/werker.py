"""Runs background tasks until SIGTERM; then it finishes the running one and stops."""

import asyncio
from argparse import ArgumentTypeError

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app

from agenda.taken.uitvoering import discover
from agenda.taken.wachtrij import HARTSLAG, VASTGELOPEN_NA


class Command(BaseCommand):
    help = "Voert taken op de achtergrond uit. Stop met SIGTERM: de lopende taak wordt eerst afgemaakt."

    def add_arguments(self, parser):
        parser.add_argument(
            "--hartslag", type=seconden, default=HARTSLAG, help="Seconden tussen twee tekenen van leven (10)."
        )

    def handle(self, *args, hartslag, **options):
        discover()
        self.stdout.write("De werker wacht op taken.")
        self.stdout.flush()
        with app.replace_connector(app.connector.get_worker_connector()):
            asyncio.run(work(hartslag))
        self.stdout.write("De werker is gestopt.")


def seconden(text: str) -> float:
    """The number of seconds in an argument; argparse shows the message of the error."""
    try:
        seconden = float(text)
    except ValueError:
        seconden = 0
    if not 0 < seconden < float("inf"):
        raise ArgumentTypeError(f"‘{text}’ is geen aantal seconden. Bijvoorbeeld: --hartslag 10")
    return seconden


async def work(hartslag: float) -> None:
    async with app.open_async():
        await app.run_worker_async(
            delete_jobs="successful",
            update_heartbeat_interval=hartslag,
            stalled_worker_timeout=hartslag * VASTGELOPEN_NA,
        )
