"""The devices on which somebody is signed in, and ending one of them or all others."""

import re
from collections.abc import Iterable

from allauth.usersessions.models import UserSession
from django.db import transaction

from agenda import audit
from agenda.models import Gebruiker

# The first that fits; browsers also name the ones they descend from.
# fmt: off
BROWSERS = [
    ("Edge",              r"Edg(e|A|iOS)?/"),
    ("Opera",             r"OPR/|Opera"),
    ("Samsung Internet",  r"SamsungBrowser/"),
    ("Firefox",           r"Firefox/|FxiOS/"),
    ("Chrome",            r"Chrome/|CriOS/|Chromium/"),
    ("Safari",            r"Safari/"),
]
SYSTEMEN = [
    ("een iPhone",        r"iPhone"),
    ("een iPad",          r"iPad"),
    ("Android",           r"Android"),
    ("Windows",           r"Windows"),
    ("een Mac",           r"Macintosh|Mac OS X"),
    ("ChromeOS",          r"CrOS"),
    ("Linux",             r"Linux|X11"),
]
# fmt: on


def device(user_agent: str) -> str:
    """The device in plain words: ‘Firefox op Windows’."""
    browser = _first(BROWSERS, user_agent) or "Onbekende browser"
    systeem = _first(SYSTEMEN, user_agent)
    return f"{browser} op {systeem}" if systeem else browser


def sessions(user: Gebruiker) -> list[UserSession]:
    """The sessions of `user` that are still open, the newest first."""
    return sorted(UserSession.objects.purge_and_list(user), key=lambda each: each.created_at, reverse=True)


@transaction.atomic
def beeindigen(ended: Iterable[UserSession], *, by: Gebruiker) -> None:
    """End these sessions: whoever works there must sign in again."""
    for each in ended:
        audit.record(by, "sessie_beeindigen", by=by, apparaat=device(each.user_agent))
        each.end()


def _first(table, user_agent: str) -> str:
    return next((name for name, pattern in table if re.search(pattern, user_agent)), "")
