"""The devices on which somebody is signed in, and ending one of them or all others."""

import re
from collections.abc import Iterable

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction

from agenda import audit, klok
from agenda.models import Gebruiker, Sessie
from agenda.sessies.opslag import leave_owner

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
    """The sessions in which `user` can still go on, the last used first, each with `apparaat` and `laatst_op`."""
    found = {each.session_key: each for each in UserSession.objects.filter(user=user)}
    alive = Sessie.objects.filter(
        session_key__in=found,
        laatst_op__gt=klok.nu() - settings.SESSIE_INACTIEF,
        begonnen_op__gt=klok.nu() - settings.SESSIE_MAXIMAAL,
    )
    opened = []
    for row in alive.order_by("-laatst_op"):
        each = found[row.session_key]
        each.apparaat, each.laatst_op = device(each.user_agent), row.laatst_op
        opened.append(each)
    return opened


@transaction.atomic
def beeindigen(ended: Iterable[UserSession], *, by: Gebruiker) -> None:
    """End these sessions: whoever works there must sign in again."""
    for each in ended:
        audit.record(by, "sessie_beeindigen", by=by, apparaat=device(each.user_agent))
        _end(each)


@transaction.atomic
def end_everywhere(user: Gebruiker) -> None:
    """End every session of `user`: after a new password also that of who knew the old one."""
    for each in UserSession.objects.filter(user=user):
        _end(each)


def _end(session: UserSession) -> None:
    leave_owner(session.session_key, session.user_id)
    session.end()


def _first(table, user_agent: str) -> str:
    return next((name for name, pattern in table if re.search(pattern, user_agent)), "")
