"""Where an upload comes in: cut off beyond the largest that may be, checked, stored, and at once judged by clamd."""

from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from agenda import klok
from agenda.bestanden import BestandGeweigerd, bewaar
from agenda.bestanden.clamd import ScannerOnbereikbaar, version
from agenda.bestanden.keuring import keuren
from agenda.bestanden.regels import GROOTSTE, UPLOAD, te_groot
from agenda.bestanden.typen import extension
from agenda.models import Bestand, Gebruiker, Scanstand

GEHEEL = "geheel"  # the bytes of a file of which the end was dropped, in what Django keeps beside its type
KLAARGEZET = timedelta(days=1)  # how long an upload waits for the form that it belongs to


class Begrenzing(FileUploadHandler):
    """Drops what comes after the largest size, so that nobody fills the disk, and notes how large the whole was."""

    received = 0

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.received = 0
        self.content_type_extra.pop(GEHEEL, None)  # only we say it

    def receive_data_chunk(self, raw_data, start):
        self.received += len(raw_data)
        return raw_data if self.received - len(raw_data) <= GROOTSTE else None

    def file_complete(self, file_size):
        if self.received > GROOTSTE:
            self.content_type_extra[GEHEEL] = self.received
        return None  # the handlers after this one make the file, and give it what we noted


def ontvangen(upload: UploadedFile, *, by: Gebruiker) -> Bestand:
    """Take in what `by` uploads, to be attached to a record within a day. Raises BestandGeweigerd.

    Without clamd the Bestand is in quarantine, and the worker has it judged later.
    """
    if (geheel := (upload.content_type_extra or {}).get(GEHEEL)) and extension(upload.name) in UPLOAD:
        raise te_groot(upload.name, geheel)
    bestand = bewaar(upload.file, upload.name, by=by, zelf_gemaakt=False, bewaren_tot=klok.vandaag() + KLAARGEZET)
    with suppress(ScannerOnbereikbaar):
        bestand = keuren(bestand)
    if bestand.scanstand == Scanstand.GEWEIGERD:
        raise BestandGeweigerd(
            f"De virusscanner weigert ‘{bestand.naam}’: {bestand.bevinding}. Het bestand is niet bewaard. "
            "Open het ook zelf niet meer, en vraag de afzender om een ander bestand."
        )
    return bestand


def klaargezet(by: Gebruiker):
    """The uploads of `by` that no record has yet."""
    uploads = Bestand.objects.visible_to(by).filter(gewist_op=None)
    return uploads.filter(scanstand__in=[Scanstand.IN_QUARANTAINE, Scanstand.SCHOON])


def find_klaargezet(by: Gebruiker, sleutel: str) -> Bestand | None:
    """The upload of `by` with this UUID; None for another's and for what is no UUID."""
    with suppress(ValueError):
        return klaargezet(by).filter(pk=UUID(sleutel)).first()
    return None


def overnemen(bestand: Bestand, *, by: Gebruiker) -> Bestand:
    """Take an upload of `by` for a record: from now on it is kept as long as the record, and seen through it.

    Within the transaction of the record. Raises ValidationError when somebody was there before.
    """
    upload = klaargezet(by).select_for_update().filter(pk=bestand.pk).first()
    if upload is None:
        raise ValidationError({"document": "Dit bestand is al toegevoegd of verwijderd. Kies het bestand opnieuw."})
    upload.eigenaar, upload.bewaren_tot = None, None
    upload.save(update_fields=["eigenaar", "bewaren_tot"])
    return upload


def is_scanner_bereikbaar() -> bool:
    with suppress(ScannerOnbereikbaar):
        return bool(version())
    return False
