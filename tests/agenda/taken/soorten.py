"""The work that the tests ask for; a step leaves a Provincie, so that a step done twice shows."""

import time

from django.db import transaction

from agenda.bestanden import bewaar
from agenda.models import Provincie
from agenda.taken import TaakFout, enqueue, taak

STAPPEN = 20


@taak("test_stappen")
def stappen(taak, *, stopt_bij=None, fout=None):
    """Twenty steps, each in one transaction with its progress; the first attempt may stop with `fout`."""
    for stap in range(taak.gedaan, STAPPEN):
        if stap == stopt_bij and taak.pogingen == 1:
            raise {"taakfout": TaakFout("Kies een ander jaar."), "onverwacht": RuntimeError("kapot")}[fout]
        with transaction.atomic():
            Provincie.objects.create(code=f"{stap:04}", naam=f"Stap {stap}")
            taak.voortgang(stap + 1, STAPPEN, f"stap {stap + 1} van {STAPPEN}")


@taak("test_langzaam")
def langzaam(taak):
    """The same steps, slow enough to be killed in the middle."""
    for stap in range(taak.gedaan, STAPPEN):
        time.sleep(0.1)
        with transaction.atomic():
            Provincie.objects.create(code=f"{taak.pk.hex[:1]}{stap:02}", naam=f"Stap {stap}")
            taak.voortgang(stap + 1, STAPPEN)


@taak("test_altijd_kapot")
def altijd_kapot(taak):
    raise RuntimeError("geheim wachtwoord in de fout")


@taak("test_bestand", naam="Klein bestand maken")
def maak_bestand(taak):
    return bewaar(b"a;b\r\n", "klein.csv", by=taak.aangevraagd_door, zelf_gemaakt=True)


@taak("test_vraagt_en_faalt")
def vraagt_en_faalt(taak):
    """Asks for another taak and rolls that back."""
    try:
        with transaction.atomic():
            enqueue("test_stappen", by=taak.aangevraagd_door)
            raise LookupError
    except LookupError:
        return None
