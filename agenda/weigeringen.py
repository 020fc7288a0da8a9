"""The security log: each refused request as one JSON line on stdout (BIO2 8.15.01), and never a flood of them.

A line has actie, object, resultaat, oorsprong, actor and tijdstempel. It has no names, no form contents and no
secrets: not even the query of an address. JSON writes a line end as \\n, so nobody can forge a line.
"""

import logging
from collections import OrderedDict
from threading import Lock

import structlog

from agenda import klok
from agenda.herkomst import account_of, client_address
from agenda.sessies.invoer import GEHEIM

LOGGER = structlog.wrap_logger(
    logging.getLogger("portaal.beveiliging"), processors=[structlog.processors.JSONRenderer()]
)
LANGSTE = 200  # characters of an object

# A status that is a refusal, and what was attempted. A 404 is one only on an address that exists: somebody asks for
# what is another's. A 405 is none: it is a button pressed again after signing in.
# fmt: off
ACTIES = {
    400: "verdacht verzoek",
    403: "zonder recht",
    404: "record dat er voor deze persoon niet is",
    413: "te groot verzoek",
    429: "te vaak",
}
# fmt: on


class Demping:
    """Passes the first lines of each actor and action in a minute, and counts the others."""

    PER_MINUUT, SLEUTELS, MINUUT = 10, 10_000, 60  # lines per key, keys at most, seconds

    def __init__(self):
        self.begonnen: OrderedDict[tuple, list] = OrderedDict()  # per key: since when, and how many
        self.lock = Lock()

    def count(self, key: tuple, moment: float) -> tuple[bool, list[tuple]]:
        """Whether a line with `key` may be written, and which keys of before had how many more than were written."""
        with self.lock:
            over = []
            while self.begonnen and moment - next(iter(self.begonnen.values()))[0] >= self.MINUUT:
                old, (_, number) = self.begonnen.popitem(last=False)
                over += [(old, number - self.PER_MINUUT)] if number > self.PER_MINUUT else []
            if key not in self.begonnen and len(self.begonnen) >= self.SLEUTELS:
                key = ("velen", key[-1])  # each other address one line would still be a flood
            seen = self.begonnen.setdefault(key, [moment, 0])
            seen[1] += 1
            return seen[1] <= self.PER_MINUUT, over


DEMPING = Demping()


class BeveiligingslogMiddleware:
    """Stands outermost, so that it sees also what the other middleware refuses."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        actie = getattr(request, "weigering", ACTIES.get(response.status_code))
        if response.status_code in ACTIES and actie and (response.status_code != 404 or request.resolver_match):
            schrijf(request, actie, response.status_code)
        return response


def schrijf(request, actie: str, resultaat: int | str, *, actor: int | None = None) -> None:
    """Write that `request` attempted `actie` in vain, with what is known of who did it.

    `actor` is for who is not signed in, but of whom an account is known.
    """
    actor = actor or account_of(getattr(request, "user", None)) or "onbekend"
    oorsprong = client_address(request)
    now = klok.nu()
    may_write, over = DEMPING.count((actor, oorsprong, actie), now.timestamp())
    for (*wie, wat), number in over:
        LOGGER.warning(f"En nog {number}", actie=wat, wie=wie, tijdstempel=now.isoformat())
    if may_write:
        LOGGER.warning(
            "geweigerd",
            actie=actie,
            object=f"{request.method} {subject(request)}",
            resultaat=resultaat,
            oorsprong=oorsprong,
            actor=actor,
            tijdstempel=now.isoformat(),
        )


def subject(request) -> str:
    """The path that was asked for, without what in it is a key."""
    path = request.path
    for naam, waarde in getattr(request.resolver_match, "kwargs", {}).items():
        path = path.replace(str(waarde), "…") if naam in GEHEIM else path
    return path[:LANGSTE]
