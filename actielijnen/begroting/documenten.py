"""The documents of a verplichting: a contract or opdracht is added, and who reads it is written down."""

from django.core.exceptions import ValidationError
from django.db import transaction

from actielijnen.begroting.plafond import lock
from actielijnen.models import Verplichting, Verplichtingsdocument
from agenda import audit
from agenda.access import Permission, require
from agenda.bestanden.ontvangst import klaargezet
from agenda.models import Bestand, Gebruiker
from agenda.waarden import controleer_tekst

LANGST = 200  # characters


@transaction.atomic
def toevoegen(verplichting: Verplichting, bestand: Bestand, *, omschrijving: str, by: Gebruiker):
    """Give an upload of `by` to a verplichting. Raises ValidationError, also when the same content is there already."""
    require(by, Permission.VERPLICHTING_AANGAAN)
    controleer_tekst("omschrijving", omschrijving, voorbeeld="Bijvoorbeeld: getekend contract.", langst=LANGST)
    lock(verplichting.regel)  # the same content twice waits here
    bestand = klaargezet(by).select_for_update().filter(pk=bestand.pk).first()
    if bestand is None:
        raise ValidationError({"document": "Dit bestand is al toegevoegd of verwijderd. Kies het bestand opnieuw."})
    if zelfde := verplichting.documenten.filter(bestand__sha256=bestand.sha256).select_related("bestand").first():
        raise ValidationError({"document": f"Dit document staat er al, als ‘{zelfde}’. Kies een ander."})
    bestand.eigenaar, bestand.bewaren_tot = None, None  # from now on it is seen through the verplichting
    bestand.save(update_fields=["eigenaar", "bewaren_tot"])
    document = Verplichtingsdocument.objects.create(
        verplichting=verplichting, bestand=bestand, omschrijving=omschrijving, toegevoegd_door=by
    )
    audit.record(verplichting, "verplichting_document", by=by, document=bestand.naam, bestand=str(bestand.pk))
    return document


def lezen(document: Verplichtingsdocument, *, by: Gebruiker) -> Bestand:
    """The file of a document, with a line in the audit trail of who read it (BIO2 8.15.01)."""
    audit.record(document.verplichting, "verplichting_document_lezen", by=by, document=document.bestand.naam)
    return document.bestand
