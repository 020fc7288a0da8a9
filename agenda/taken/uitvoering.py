"""One run of one Taak: begin, call the registered function, and record how it ended."""

import contextlib
import logging
from collections.abc import Callable
from functools import cache

from django.db import connection, transaction
from django.utils.module_loading import autodiscover_modules

from agenda import klok
from agenda.herkomst import WERKER, acting
from agenda.models import Bestand, Taak, TaakGestopt

logger = logging.getLogger(__name__)

POGINGEN = 3
WACHTTIJDEN = (10, 60)  # seconds before the second and the third attempt
ONVERWACHT = (
    "Deze taak is na {pogingen} pogingen gestopt door een onverwachte fout. Probeer het later nog een keer. "
    "Lukt het weer niet, geef dan dit kenmerk door aan de beheerder: {kenmerk}."
)

_soorten: dict[str, Callable] = {}
_namen: dict[str, str] = {}
_listeners: list[Callable[[Taak], None]] = []


class TaakFout(Exception):
    """Somebody must change something before this can work; the message says what, in Dutch."""


class NogEens(Exception):
    """The attempt failed; the queue must offer the job again after `seconden`."""

    def __init__(self, seconden: int):
        super().__init__(f"opnieuw over {seconden} seconden")
        self.seconden = seconden


def taak(soort: str, naam: str = "") -> Callable:
    """Register a function `(taak, **argumenten) -> Bestand | None` as the work of `soort`.

    `naam` stands above its page; without it that is `soort` with spaces.
    """

    def register(function: Callable) -> Callable:
        if soort in _soorten and _soorten[soort].__qualname__ != function.__qualname__:
            raise ValueError(f"De taak ‘{soort}’ bestaat al: {_soorten[soort].__qualname__}.")
        _soorten[soort] = function
        _namen[soort] = naam or soort.replace("_", " ").capitalize()
        return function

    return register


def when_ended(function: Callable[[Taak], None]) -> Callable[[Taak], None]:
    """Register what must hear how a Taak ended; it runs in the transaction that records the end."""
    _listeners.append(function)
    return function


@cache
def discover() -> None:
    """Import every module that registers work, so that the worker knows it, periodic work too."""
    autodiscover_modules(
        "taken",
        "lijsten",
        "bestanden.keuring",
        "bestanden.verwijderen",
        "berichten",
        "naslag.taken",
        "logboek.taken",
        "opruimen.uitvoeren",
        "opruimen.technisch",
    )


def find_soort(soort: str) -> Callable:
    discover()
    if soort not in _soorten:
        raise LookupError(f'De taak ‘{soort}’ bestaat niet. Zet @taak("{soort}") in taken.py van de app.')
    return _soorten[soort]


def naam_van(taak: Taak) -> str:
    """What the page of a taak is called; also of work that no longer exists."""
    with contextlib.suppress(LookupError):
        find_soort(taak.soort)
    return _namen.get(taak.soort, taak.soort)


def run(pk: str) -> None:
    """Run the Taak once. Raises NogEens if it failed and has an attempt left; any other end is recorded."""
    taak = begin(pk)
    if taak is None:
        return
    try:
        with acting(WERKER, lambda: taak.aangevraagd_door_id):
            resultaat = find_soort(taak.soort)(taak, **taak.argumenten)
        end(taak, Taak.Stand.KLAAR, resultaat=resultaat)
    except TaakGestopt as gestopt:
        logger.info("%s", gestopt)
    except TaakFout as fout:
        end(taak, Taak.Stand.MISLUKT, fout=str(fout))
    except Exception:
        logger.exception("Taak %s (%s), poging %s", taak.pk, taak.soort, taak.pogingen)
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()  # the fault may have been a lost connection
        try_again_or_fail(taak)


@transaction.atomic
def begin(pk: str) -> Taak | None:
    """The Taak, marked as busy and counted as one more attempt; None if it is gone, cancelled or ended."""
    taak = Taak.objects.select_for_update().filter(pk=pk).first()
    if taak is None or not taak.is_open:
        return None
    Taak.objects.filter(pk=pk).update(
        stand=Taak.Stand.BEZIG,
        pogingen=taak.pogingen + 1,
        gestart_op=taak.gestart_op or klok.nu(),
        melding="",
    )
    taak.refresh_from_db()
    return taak


@transaction.atomic
def end(taak: Taak, stand: Taak.Stand, *, fout: str = "", resultaat: Bestand | None = None) -> None:
    """Record the end of this run, unless it was cancelled or taken over in the meantime."""
    discover()
    mine = Taak.objects.filter(pk=taak.pk, stand=Taak.Stand.BEZIG, pogingen=taak.pogingen)
    if mine.update(stand=stand, fout=fout, resultaat=resultaat, klaar_op=klok.nu()):
        taak.refresh_from_db()
        for listener in _listeners:
            listener(taak)


def try_again_or_fail(taak: Taak) -> None:
    if taak.pogingen >= POGINGEN:
        give_up(taak)
        return
    seconden = WACHTTIJDEN[taak.pogingen - 1]
    opnieuw = f"Over {seconden} seconden probeert het portaal het opnieuw."
    wait(taak, f"Poging {taak.pogingen} is niet gelukt. {opnieuw}")
    raise NogEens(seconden)


def is_to_be_resumed(pk: str) -> bool:
    """A worker died during this Taak: record that, and whether the queue must offer it again."""
    taak = Taak.objects.open().filter(pk=pk).first()
    if taak is None:
        return False
    if taak.stand == Taak.Stand.BEZIG and taak.pogingen >= POGINGEN:
        give_up(taak)
        return False
    wait(taak, "De taak is onderbroken en gaat verder waar hij was.")
    return True


def give_up(taak: Taak) -> None:
    end(taak, Taak.Stand.MISLUKT, fout=ONVERWACHT.format(pogingen=taak.pogingen, kenmerk=taak.pk))


def wait(taak: Taak, melding: str) -> None:
    """Back in the queue, with what was done kept: the next attempt goes on from there."""
    mine = Taak.objects.filter(pk=taak.pk, stand=Taak.Stand.BEZIG, pogingen=taak.pogingen)
    mine.update(stand=Taak.Stand.WACHT, melding=melding)
