"""Many more invented gemeenten that apply under the example regeling: sixty aanvragen in all, in every status."""

from datetime import date, timedelta
from decimal import Decimal

from agenda.models import Gemeente, Programma
from rapportage.voorbeeld.aanvragen import COMPLEET, doorlopen
from rapportage.voorbeeld.programma import MEER_GEMEENTEN
from rapportage.voorbeeld.regelingen import JEUGD
from subsidies.models import RegelingVersie

EERSTE = date(2026, 11, 3)
WAT = [
    "Jongerenwerkers lopen mee op school en in de wijk.",
    "Ouders en docenten oefenen samen met moeilijke gesprekken.",
    "Sportclubs leiden trainers op die jongeren herkennen die afhaken.",
    "Een netwerk van vaste mensen die jongeren en ouders vertrouwen.",
]
# After how many days each aanvraag of ten is handed in and taken back; None: not yet, or not.
VERLOOP = [(4, None), (6, None), (None, None), (3, None), (8, 11), (5, None), (None, None), (7, None), (2, None)]


def vul(programma: Programma) -> str:
    """What they ask, once."""
    versie = RegelingVersie.objects.get(regeling__programma=programma, regeling__sleutel=JEUGD)
    codes = [code for code, *_ in MEER_GEMEENTEN]
    if versie.aanvragen.filter(gemeente__code__in=codes).exists():
        return "ongewijzigd"
    for nummer, gemeente in enumerate(Gemeente.objects.filter(code__in=codes).order_by("code")):
        dag, (ingediend, ingetrokken) = EERSTE + timedelta(days=nummer % 8), VERLOOP[nummer % len(VERLOOP)]
        later = [dag + timedelta(days=na) if na else None for na in (ingediend, ingetrokken)]
        doorlopen(versie, gemeente, dag, _antwoorden(nummer, begint=not ingediend), *later)
    return "nieuw"


def _antwoorden(nummer: int, *, begint: bool) -> dict:
    bedragen = {"eerste-jaar": Decimal(40_000 + 5_500 * nummer), "tweede-jaar": Decimal(35_000 + 4_250 * nummer)}
    antwoorden = COMPLEET | bedragen | {"wat": WAT[nummer % len(WAT)], "start": date(2027, 1 + nummer % 9, 1)}
    antwoorden |= {"voor-wie": "alleen"}
    del antwoorden["met-wie"]
    if begint:
        del antwoorden["bevoegd"]
    return antwoorden
