"""The documents of a verplichting: a contract or opdracht is added or taken away; who reads it is written down."""

from django.core.exceptions import ValidationError
from django.db import transaction

from actielijnen.begroting.plafond import lock
from actielijnen.models import Verplichting, Verplichtingsdocument
from agenda import audit
from agenda.access import Permission, require
from agenda.bestanden.ontvangst import overnemen
from agenda.bestanden.verwijderen import weghalen
from agenda.models import Bestand, Gebruiker
from agenda.waarden import controleer_tekst

LANGST = 200  # characters


@transaction.atomic
def toevoegen(verplichting: Verplichting, bestand: Bestand, *, omschrijving: str, by: Gebruiker):
    """Give an upload of `by` to a verplichting. Raises ValidationError, also when the same content is there already."""
    require(by, Permission.VERPLICHTING_AANGAAN)
    controleer_tekst("omschrijving", omschrijving, voorbeeld="Bijvoorbeeld: getekend contract.", langst=LANGST)
    lock(verplichting.regel)  # the same content twice waits here
    bestand = overnemen(bestand, by=by)
    zelfde = verplichting.documenten.present().filter(bestand__sha256=bestand.sha256)
    if zelfde := zelfde.select_related("bestand").first():
        raise ValidationError({"document": f"Dit document staat er al, als ‘{zelfde}’. Kies een ander."})
    document = Verplichtingsdocument.objects.create(
        verplichting=verplichting, bestand=bestand, omschrijving=omschrijving, toegevoegd_door=by
    )
    audit.record(verplichting, "verplichting_document", by=by, bestand=str(bestand.pk))
    return document


@transaction.atomic
def verwijderen(document: Verplichtingsdocument, *, reden: str, by: Gebruiker) -> None:
    """Take a document away from its verplichting: the content is wiped, the row stays. Raises ValidationError."""
    require(by, Permission.VERPLICHTING_AANGAAN)
    weghalen(document, reden=reden, by=by)
    velden = {"bestand": str(document.bestand_id), "reden": reden}
    audit.record(document.verplichting, "verplichting_document_verwijderen", by=by, **velden)


def lezen(document: Verplichtingsdocument, *, by: Gebruiker) -> Bestand:
    """The file of a document, with a line in the audit trail of who read it (BIO2 8.15.01)."""
    audit.record(document.verplichting, "verplichting_document_lezen", by=by, bestand=str(document.bestand_id))
    return document.bestand
