"""What may go without anybody deciding: leftovers of the machine that no one can use any more."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from procrastinate.contrib.django import app

from agenda import klok


@app.periodic(cron="17 3 * * *")
@app.task(name="technisch_opruimen", queue="onderhoud", queueing_lock="technisch_opruimen")
def every_night(timestamp: int = 0) -> None:
    opruimen()


def opruimen() -> dict[str, int]:
    """Remove expired sessions with what hangs from them, and expired counters. Returns how many of each."""
    sessions, _ = Session.objects.filter(expire_date__lt=klok.nu()).delete()
    gone = UserSession.objects.exclude(session_key__in=Session.objects.values("session_key"))
    user_sessions, _ = gone.delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM portaal_cache WHERE expires < %s", [klok.nu()])
        counters = cursor.rowcount
    return {"sessies": sessions, "sessies in het overzicht": user_sessions, "tellers van limieten": counters}
