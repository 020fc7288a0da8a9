"""What may go without anybody deciding: leftovers of the machine that no one can use any more."""

from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.db import connection
from procrastinate.contrib.django import app

from agenda import klok
from agenda.models import BewaardeInvoer, Sessie
from agenda.taken.uitvoering import discover

_soorten: dict[str, Callable[[], int]] = {}


def opgeruimd(naam: str) -> Callable:
    """Register a function of an app that removes such leftovers, called `naam`, and answers how many."""

    def register(function: Callable[[], int]) -> Callable[[], int]:
        _soorten[naam] = function
        return function

    return register


@app.periodic(cron="17 3 * * *")
@app.task(name="technisch_opruimen", queue="onderhoud", queueing_lock="technisch_opruimen")
def every_night(timestamp: int = 0) -> None:
    opruimen()


def opruimen() -> dict[str, int]:
    """Remove expired sessions with what hangs from them, kept input, expired counters, and what the apps registered.

    Returns how many of each.
    A session that is over stays until then: nobody can use it, but it says of whom typed work is.
    """
    discover()
    sessies, _ = Sessie.objects.filter(expire_date__lt=klok.nu()).delete()
    over, _ = UserSession.objects.exclude(session_key__in=Sessie.objects.values("session_key")).delete()
    invoer, _ = BewaardeInvoer.objects.verlopen().delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM portaal_cache WHERE expires < %s", [klok.nu()])
        tellers = cursor.rowcount
    return {
        "verlopen sessies": sessies,
        "regels over zulke sessies": over,
        "bewaarde invoer": invoer,
        "tellers van limieten": tellers,
        **{naam: function() for naam, function in _soorten.items()},
    }
