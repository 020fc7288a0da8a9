"""The file of a document of a version: added once, and who reads it is written down."""

from django.core.exceptions import ValidationError
from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.bestanden.ontvangst import overnemen
from agenda.models import Bestand, Gebruiker
from subsidies.models import Regelingstuk


@transaction.atomic
def toevoegen(stuk: Regelingstuk, bestand: Bestand, *, by: Gebruiker) -> Regelingstuk:
    """Give an upload of `by` to a document that had none. Raises GeenToegang or ValidationError."""
    require(by, Permission.REGELING_BIJHOUDEN)
    stuk = Regelingstuk.objects.select_for_update().get(pk=stuk.pk)
    if stuk.bestand_id:
        raise ValidationError({"document": f"Van ‘{stuk}’ is het bestand al toegevoegd. Open de pagina opnieuw."})
    bestand = overnemen(bestand, by=by)
    stuk.bestand, stuk.toegevoegd_op, stuk.toegevoegd_door = bestand, klok.nu(), by
    stuk.save(update_fields=["bestand", "toegevoegd_op", "toegevoegd_door"])
    audit.record(stuk.versie, "regeling_stuk", by=by, stuk=str(stuk), bestand=str(bestand.pk))
    return stuk


def lezen(stuk: Regelingstuk, *, by: Gebruiker) -> Bestand:
    """The file of a document, with a line in the audit trail of who read it (BIO2 8.15.01)."""
    audit.record(stuk.versie, "regeling_stuk_lezen", by=by, stuk=str(stuk))
    return stuk.bestand
