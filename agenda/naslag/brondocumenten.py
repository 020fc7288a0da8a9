"""The document itself at a bron: adding an upload, and taking it away with a reason."""

from django.core.exceptions import ValidationError
from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.bestanden.ontvangst import klaargezet
from agenda.bestanden.verwijderen import wissen
from agenda.models import Bestand, Bron, Brondocument, Gebruiker
from agenda.waarden import controleer_tekst

LANGST = 200  # characters


@transaction.atomic
def toevoegen(bron: Bron, bestand: Bestand, *, versie: str, omschrijving: str, by: Gebruiker) -> Brondocument:
    """Give an upload of `by` to the bron. Raises ValidationError, also when the same content is there already."""
    require(by, Permission.BRON_AANVULLEN)
    controleer_tekst("omschrijving", omschrijving, voorbeeld="Bijvoorbeeld: de brief zonder bijlagen.", langst=LANGST)
    Bron.objects.select_for_update().get(pk=bron.pk)  # of two with the same content, the second waits here
    bestand = klaargezet(by).select_for_update().filter(pk=bestand.pk).first()
    if bestand is None:
        raise ValidationError({"document": "Dit bestand is al toegevoegd of verwijderd. Kies het bestand opnieuw."})
    if zelfde := bron.documenten.present().filter(bestand__sha256=bestand.sha256).select_related("bestand").first():
        raise ValidationError({"document": f"Dit document staat al bij deze bron, als ‘{zelfde}’. Kies een ander."})
    bestand.eigenaar, bestand.bewaren_tot = None, None  # from now on it is seen through the bron
    bestand.save(update_fields=["eigenaar", "bewaren_tot"])
    document = Brondocument.objects.create(
        bron=bron, bestand=bestand, versie=versie, omschrijving=omschrijving, toegevoegd_door=by
    )
    audit.record(bron, "bron_aanvullen", by=by, document=bestand.naam, bestand=str(bestand.pk))
    return document


@transaction.atomic
def verwijderen(document: Brondocument, *, reden: str, by: Gebruiker) -> None:
    """Take a document away from its bron: the content is wiped, the row stays. Raises ValidationError."""
    require(by, Permission.BRON_AANVULLEN)
    controleer_tekst("reden", reden, voorbeeld="Bijvoorbeeld: verkeerd bestand.", langst=LANGST)
    document = Brondocument.objects.select_for_update(of=["self"]).select_related("bron", "bestand").get(pk=document.pk)
    if document.verwijderd_op:
        raise ValidationError("Dit document is al verwijderd. Ga terug naar de bron om te zien door wie en waarom.")
    document.verwijderd_op, document.verwijderd_door, document.verwijderd_om = klok.nu(), by, reden
    document.save(update_fields=["verwijderd_op", "verwijderd_door", "verwijderd_om"])
    if not document.bestand.gewist_op:
        wissen(document.bestand)
    audit.record(document.bron, "bron_document_verwijderen", by=by, document=document.bestand.naam, reden=reden)


def lezen(document: Brondocument, *, by: Gebruiker) -> Bestand:
    """The file of a document, with a line in the audit trail of who read it (BIO2 8.15.01)."""
    audit.record(document, "bestand_lezen", by=by, document=document.bestand.naam, bron=document.bron.sleutel)
    return document.bestand
