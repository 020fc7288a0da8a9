"""Background work: asked for in a transaction, run by `manage.py werker`, followed by a Taak row.

    @taak("lijst_exporteren")
    def exporteren(taak, *, formaat): ...             # may return a Bestand, the result to download

    enqueue("lijst_exporteren", by=gebruiker, formaat="csv")

A job may run more than once (after a crash, after a fault), so it starts at `taak.gedaan` and repeating a
step must do no harm. A fault that a person must solve is a TaakFout with a Dutch message; no second attempt.
"""

from django.db import transaction

from agenda import klok
from agenda.models import Gebruiker, Taak
from agenda.taken import wachtrij
from agenda.taken.uitvoering import TaakFout, find_soort, taak
from agenda.taken.wachtrij import run_pending

__all__ = ["TaakFout", "annuleren", "enqueue", "run_pending", "taak"]


@transaction.atomic
def enqueue(soort: str, *, by: Gebruiker, is_voorbeeld: bool = False, **argumenten) -> Taak:
    """Ask for background work on behalf of `by`. It runs if and only if the surrounding transaction commits.

    With `is_voorbeeld` its page and its messages say VOORBEELD. `argumenten` must fit in JSON.
    Raises LookupError when nobody registered `soort`.
    """
    find_soort(soort)
    taak = Taak.objects.create(soort=soort, argumenten=argumenten, is_voorbeeld=is_voorbeeld, aangevraagd_door=by)
    wachtrij.add(taak)
    return taak


def annuleren(taak: Taak) -> bool:
    """Stop `taak`; False if it had ended already. A running job ends at its next `voortgang`."""
    return bool(Taak.objects.open().filter(pk=taak.pk).update(stand=Taak.Stand.GEANNULEERD, klaar_op=klok.nu()))
