"""Many more invented gemeenten that apply under the example regeling: sixty aanvragen in all, in every status."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from agenda import klok
from agenda.access import Rol
from agenda.models import Gemeente, Programma
from rapportage.voorbeeld.aanvragen import COMPLEET
from rapportage.voorbeeld.mensen import op, voor
from rapportage.voorbeeld.programma import MEER_GEMEENTEN
from rapportage.voorbeeld.regelingen import JEUGD
from subsidies.aanvragen import aanvullen, indienen, invullen
from subsidies.models import Aanvraag, RegelingVersie

EERSTE, BEGINDAGEN, MAAND = date(2026, 11, 3), 8, timedelta(days=28)
WAT = [
    "Jongerenwerkers lopen mee op school en in de wijk.",
    "Ouders en docenten oefenen samen met moeilijke gesprekken.",
    "Sportclubs leiden trainers op die jongeren herkennen die afhaken.",
    "Een netwerk van vaste mensen die jongeren en ouders vertrouwen.",
]
ONTBREEKT = {"plan": "Schrijf op hoeveel jongeren u wilt bereiken."}
AANGEVULD = "Wij willen in twee jaar 120 jongeren bereiken."
# fmt: off
#   after so many days what happened
VERLOPEN = [
    [(4, "ingediend")],
    [(5, "ingediend"), (9, "compleet")],
    [],
    [(3, "ingediend"), (7, "gevraagd")],
    [(8, "ingediend"), (11, "ingetrokken")],
    [(4, "ingediend"), (6, "gevraagd"), (9, "aangevuld")],
    [(2, "ingediend"), (5, "gevraagd"), (8, "aangevuld"), (11, "compleet")],
    [],
    [(6, "ingediend")],
]
# fmt: on


def vul(programma: Programma) -> str:
    """What they ask, once."""
    versie = RegelingVersie.objects.get(regeling__programma=programma, regeling__sleutel=JEUGD)
    codes = [code for code, *_ in MEER_GEMEENTEN]
    if versie.aanvragen.filter(gemeente__code__in=codes).exists():
        return "ongewijzigd"
    for nummer, gemeente in enumerate(Gemeente.objects.filter(code__in=codes).order_by("code")):
        dag, verloop = EERSTE + timedelta(days=nummer % BEGINDAGEN), VERLOPEN[nummer % len(VERLOPEN)]
        with voor(gemeente, dag) as by:
            aanvraag = invullen.beginnen(versie, gemeente, by=by)
            invullen.bewaren(aanvraag, _antwoorden(aanvraag, nummer, is_klaar=bool(verloop)), stand=0, by=by)
        for na, wat in verloop:
            STAPPEN[wat](aanvraag, dag + timedelta(days=na))
    return "nieuw"


def _antwoorden(aanvraag: Aanvraag, nummer: int, *, is_klaar: bool) -> dict:
    """Answers to what the form asks; an example that was loaded before has an older one."""
    bedragen = {"eerste-jaar": Decimal(40_000 + 5_500 * nummer), "tweede-jaar": Decimal(35_000 + 4_250 * nummer)}
    antwoorden = COMPLEET | bedragen | {"wat": WAT[nummer % len(WAT)], "start": date(2027, 1 + nummer % 9, 1)}
    asked = set(aanvraag.formulier.vragen.values_list("sleutel", flat=True)) - {"met-wie"}
    if not is_klaar:
        asked.remove("bevoegd")
    return {sleutel: antwoord for sleutel, antwoord in antwoorden.items() if sleutel in asked} | {"voor-wie": "alleen"}


def _ingediend(aanvraag: Aanvraag, dag: date) -> None:
    with voor(aanvraag.gemeente, dag) as by:
        indienen.indienen(aanvraag, ontvangen_op=klok.nu(), by=by)


def _ingetrokken(aanvraag: Aanvraag, dag: date) -> None:
    with voor(aanvraag.gemeente, dag) as by:
        indienen.intrekken(Aanvraag.objects.get(pk=aanvraag.pk), by=by)


def _gevraagd(aanvraag: Aanvraag, dag: date) -> None:
    with op(dag, Rol.BEHANDELAAR) as by:
        aanvullen.vragen(aanvraag, ONTBREEKT, uiterlijk_op=dag + MAAND, by=by)


def _aangevuld(aanvraag: Aanvraag, dag: date) -> None:
    with voor(aanvraag.gemeente, dag) as by:
        stand = Aanvraag.objects.get(pk=aanvraag.pk).bewaard
        invullen.bewaren(aanvraag, {"wat": AANGEVULD}, stand=stand, by=by)
        aanvullen.indienen(aanvraag, ontvangen_op=klok.nu(), by=by)


def _compleet(aanvraag: Aanvraag, dag: date) -> None:
    with op(dag, Rol.BEHANDELAAR) as by:
        aanvullen.compleet(aanvraag, by=by)


STAPPEN: dict[str, Callable[[Aanvraag, date], None]] = {
    "ingediend": _ingediend,
    "ingetrokken": _ingetrokken,
    "gevraagd": _gevraagd,
    "aangevuld": _aangevuld,
    "compleet": _compleet,
}
