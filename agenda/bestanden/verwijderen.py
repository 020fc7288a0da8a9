"""Files going away: first the row, and once that is sure the content. So a row without its file cannot come to be.

A crash in between leaves content without a row, which goes in the night.
"""

import logging
from contextlib import suppress
from datetime import timedelta
from pathlib import PurePosixPath
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from procrastinate.contrib.django import app

from agenda import klok
from agenda.models import Bestand, Gebruiker, Scanstand
from agenda.models.brondocumenten import Document
from agenda.taken import enqueue, taak
from agenda.waarden import controleer_tekst

logger = logging.getLogger(__name__)

WISSEN = "bestand_wissen"
LANGSTE_REDEN = 200  # characters
NOG_BEZIG = timedelta(days=1)  # a file that is younger may be waiting for the transaction that makes its row


@transaction.atomic
def wissen(bestand: Bestand) -> None:
    """Take away the content of a file; the row stays, with what the file was."""
    bestand.gewist_op = klok.nu()
    bestand.save(update_fields=["gewist_op"])
    enqueue(WISSEN, by=Gebruiker.objects.systeem(), bestand=str(bestand.pk))


@taak(WISSEN, naam="Bestand wissen")
def _wissen(taak, *, bestand: str) -> None:
    default_storage.delete(Bestand.objects.get(pk=bestand, gewist_op__isnull=False).plaats)


@transaction.atomic
def weghalen(document: Document, *, reden: str, by: Gebruiker) -> None:
    """Take a document away from its record: the content is wiped, the row stays. Raises ValidationError.

    Who may, and the line in the audit trail of the record, are for the caller.
    """
    controleer_tekst("reden", reden, voorbeeld="Bijvoorbeeld: verkeerd bestand.", langst=LANGSTE_REDEN)
    document = type(document).objects.select_for_update(of=["self"]).select_related("bestand").get(pk=document.pk)
    if document.verwijderd_op:
        raise ValidationError("Dit document is al verwijderd. Ga terug om te zien door wie en waarom.")
    document.verwijderd_op, document.verwijderd_door, document.verwijderd_om = klok.nu(), by, reden
    document.save(update_fields=["verwijderd_op", "verwijderd_door", "verwijderd_om"])
    if not document.bestand.gewist_op:
        wissen(document.bestand)


@transaction.atomic
def verwijder(bestand: Bestand) -> None:
    """Remove row and content. Raises ProtectedError when another record needs them; then both stay."""
    plaats = bestand.plaats
    bestand.delete()
    transaction.on_commit(lambda: default_storage.delete(plaats), robust=True)


@app.periodic(cron="47 3 * * *")
@app.task(name="ongebruikte_uploads", queue="onderhoud", queueing_lock="ongebruikte_uploads")
def remove_unused(timestamp: int = 0) -> None:
    """Remove uploads that no record took within their term, with their rows: nobody did anything with them."""
    uploads = Bestand.objects.exclude(scanstand__in=[Scanstand.ZELF_GEMAAKT, Scanstand.GEWEIGERD])
    unused = uploads.filter(bewaren_tot__lt=klok.vandaag())
    for key in list(unused.values_list("pk", flat=True)):
        with transaction.atomic():
            # Looked at again with the lock: a record may take it at this very moment, and then it has no term.
            if bestand := unused.select_for_update().filter(pk=key).first():
                verwijder(bestand)


@app.periodic(cron="57 3 * * *")
@app.task(name="verweesde_bestanden", queue="onderhoud", queueing_lock="verweesde_bestanden")
def remove_orphans(timestamp: int = 0) -> int:
    """Remove content of which no row knows, left by a crash between file and row. Returns how many.

    Removes nothing when most of the storage is unknown: then it belongs to another database, or that was restored.
    """
    folders, _ = default_storage.listdir("")
    found = [f"{folder}/{name}" for folder in folders for name in default_storage.listdir(folder)[1]]
    ours = {place: key for place in found if (key := _key(place))}
    known = set(Bestand.objects.filter(pk__in=set(ours.values()), gewist_op=None).values_list("pk", flat=True))
    orphans = [place for place, key in ours.items() if _is_old(place) and (key not in known or _is_half(place))]
    if len(orphans) > len(known):
        logger.error(
            "%s bestanden staan niet in de databank en %s wel. Hoort BESTANDEN_MAP bij een andere databank? "
            "Er is niets verwijderd.", len(orphans), len(known),
        )  # fmt: skip
        return 0
    for place in orphans:
        default_storage.delete(place)
    return len(orphans)


def _key(place: str) -> UUID | None:
    """Of which Bestand this is the content, whole or half written; None for what somebody else put there."""
    name = PurePosixPath(place).name
    with suppress(ValueError):
        return UUID(name.removeprefix(".").removesuffix(".deel") if _is_half(place) else name)
    return None


def _is_half(place: str) -> bool:
    return place.endswith(".deel")


def _is_old(place: str) -> bool:
    with suppress(FileNotFoundError):
        return default_storage.get_modified_time(place) < klok.nu() - NOG_BEZIG
    return False
