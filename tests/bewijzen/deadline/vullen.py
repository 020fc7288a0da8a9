"""Fills an empty database: a regeling that is open, and gemeenten with three officials each who are signed in.

Started as a program of its own; writes the cookies and the address to begin at as JSON.
"""

import json
import os
import sys
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agenda.settings")

import django

django.setup()

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.urls import reverse

from agenda import klok
from agenda.access import Rol
from agenda.models import Gebruiker, Gemeente, Provincie
from agenda.sessies.opslag import SessionStore
from subsidies.models import Formuliervraag, RegelingVersie
from subsidies.regelingen import formulier
from subsidies.regelingen.formulier import Sectie, Vraag
from tests.bewijzen.deadline.klok import SLUIT
from tests.hulpmiddelen.aanvragen import NU, open_regeling
from tests.hulpmiddelen.uitkeringen import wie

S = Formuliervraag.Soort
INGELOGD = SLUIT - timedelta(minutes=30)
SECTIES = [
    Sectie("plan", "Plan", [Vraag("wat", S.TEKST, "Wat gaat u doen?"), Vraag("start", S.DATUM, "Wanneer begint u?")]),
    Sectie("geld", "Geld", [Vraag("bedrag", S.BEDRAG, "Hoeveel vraagt u?")]),
    Sectie("bijlage", "Bijlage", [Vraag("begroting", S.BESTAND, "Wat is uw begroting?", instellingen={"typen": ["csv"]})]),
    Sectie("verklaring", "Verklaring", [Vraag("eens", S.VERKLARING, "Het college is het ermee eens.")]),
]


def main(gemeenten: int) -> None:
    with klok.vastgezet(NU):
        versie = open_regeling()
        _form(versie)
    versie.gebieden.clear()  # open to all gemeenten
    provincie = Provincie.objects.first()
    rijen = [
        Gemeente(code=f"GM7{n:03}", naam=f"Proefgemeente {n}", naam_cbs=f"Proefgemeente {n}", provincie=provincie)
        for n in range(1, gemeenten + 1)
    ]
    with klok.vastgezet(INGELOGD):
        cookies = [_signed_in(_officials(each)) for each in Gemeente.objects.bulk_create(rijen)]
    begin = reverse("gemeente-aanvraag-beginnen", args=[versie.pk])
    print(json.dumps({"begin": begin, "cookie": settings.SESSION_COOKIE_NAME, "csrf": settings.CSRF_COOKIE_NAME,
                      "gemeenten": cookies}))  # fmt: skip


def _form(versie: RegelingVersie) -> None:
    """A second form, on which whoever begins now goes."""
    by = wie(Rol.PROGRAMMAMANAGER)
    formulier.vaststellen(formulier.opstellen(versie, SECTIES, by=by), by=by)


def _officials(gemeente: Gemeente) -> list[Gebruiker]:
    rollen = (Rol.GEMEENTELIJK_AANVRAGER, Rol.GEMEENTELIJK_AANVRAGER, Rol.GEMEENTELIJK_ONDERTEKENAAR)
    return Gebruiker.objects.bulk_create(
        Gebruiker(
            email=f"{nummer}-{gemeente.code.lower()}@voorbeeld.invalid",
            naam=f"Ambtenaar {nummer} van {gemeente}",
            rollen=[rol],
            gemeente=gemeente,
            password="!",
        )
        for nummer, rol in enumerate(rollen, start=1)
    )


def _signed_in(officials: list[Gebruiker]) -> list[str]:
    """The key of a session for each."""
    keys = []
    for each in officials:
        session = SessionStore()
        session[SESSION_KEY] = str(each.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = each.get_session_auth_hash()
        session.create()
        keys.append(session.session_key)
    return keys


main(int(sys.argv[1]))
