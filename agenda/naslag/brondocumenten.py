"""The document itself at a bron: adding an upload, and taking it away with a reason."""

from django.core.exceptions import ValidationError
from django.db import transaction

from agenda import audit
from agenda.access import Permission, require
from agenda.bestanden.ontvangst import overnemen
from agenda.bestanden.verwijderen import weghalen
from agenda.models import Bestand, Bron, Brondocument, Gebruiker
from agenda.waarden import controleer_tekst

LANGST = 200  # characters


@transaction.atomic
def toevoegen(bron: Bron, bestand: Bestand, *, versie: str, omschrijving: str, by: Gebruiker) -> Brondocument:
    """Give an upload of `by` to the bron. Raises ValidationError, also when the same content is there already."""
    require(by, Permission.BRON_AANVULLEN)
    controleer_tekst("omschrijving", omschrijving, voorbeeld="Bijvoorbeeld: de brief zonder bijlagen.", langst=LANGST)
    Bron.objects.select_for_update().get(pk=bron.pk)  # of two with the same content, the second waits here
    bestand = overnemen(bestand, by=by)
    if zelfde := bron.documenten.present().filter(bestand__sha256=bestand.sha256).select_related("bestand").first():
        raise ValidationError({"document": f"Dit document staat al bij deze bron, als ‘{zelfde}’. Kies een ander."})
    document = Brondocument.objects.create(
        bron=bron, bestand=bestand, versie=versie, omschrijving=omschrijving, toegevoegd_door=by
    )
    audit.record(bron, "bron_aanvullen", by=by, bestand=str(bestand.pk))
    return document


@transaction.atomic
def verwijderen(document: Brondocument, *, reden: str, by: Gebruiker) -> None:
    """Take a document away from its bron: the content is wiped, the row stays. Raises ValidationError."""
    require(by, Permission.BRON_AANVULLEN)
    weghalen(document, reden=reden, by=by)
    audit.record(document.bron, "bron_document_verwijderen", by=by, bestand=str(document.bestand_id), reden=reden)


def lezen(document: Brondocument, *, by: Gebruiker) -> Bestand:
    """The file of a document, with a line in the audit trail of who read it (BIO2 8.15.01)."""
    audit.record(document, "bestand_lezen", by=by, bestand=str(document.bestand_id), bron=document.bron.sleutel)
    return document.bestand
