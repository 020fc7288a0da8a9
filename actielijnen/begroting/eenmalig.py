"""A form that is sent twice books once: by a double click, the back button or a slow line."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from actielijnen.models import Verzending
from agenda import klok

BEWAREN = timedelta(days=30)


class AlVerstuurd(Exception):
    """This very form was carried out before; `adres` is where its result stands."""

    def __init__(self, adres: str):
        super().__init__("Dit formulier is al verwerkt.")
        self.adres = adres


def vergeten() -> int:
    """Forget the forms of before BEWAREN. A page with such a form is of a session that ended long ago."""
    aantal, _ = Verzending.objects.filter(moment__lt=klok.nu() - BEWAREN).delete()
    return aantal


@transaction.atomic
def eenmalig(sleutel: UUID, boeking: Callable[[], str]) -> str:
    """Carry out `boeking`, which answers where its result stands, and remember that under the key of the form.

    Raises AlVerstuurd the second time; of two at once, the second waits here for the first. What `boeking` refuses
    leaves no trace, so that the same form can be sent again when it is improved.
    """
    verzending, is_new = Verzending.objects.get_or_create(sleutel=sleutel, defaults={"moment": klok.nu()})
    if not is_new:
        raise AlVerstuurd(verzending.adres)
    verzending.adres = boeking()
    verzending.save(update_fields=["adres"])
    return verzending.adres
