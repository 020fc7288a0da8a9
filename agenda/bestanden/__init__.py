"""Files: checked, stored under a UUID outside the web root, and only then known as a Bestand row.

What somebody uploads keeps to the rules of `regels.py` and is in quarantine until `keuring.py` lets it out.
"""

import hashlib
import io
import unicodedata
from datetime import date
from pathlib import PurePosixPath
from typing import BinaryIO

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction

from agenda.bestanden.regels import check_upload
from agenda.bestanden.typen import BestandGeweigerd, check_type
from agenda.models import Bestand, Gebruiker, Scanstand

__all__ = ["BestandGeweigerd", "bewaar"]

LANGSTE_NAAM = 200


@transaction.atomic
def bewaar(
    inhoud: bytes | BinaryIO,
    naam: str,
    *,
    by: Gebruiker | None,
    zelf_gemaakt: bool,
    bewaren_tot: date | None = None,
) -> Bestand:
    """Store `inhoud` for `by`; without `by` it hangs from a record of the caller. Raises BestandGeweigerd.

    First the file, whole, then the row: a crash leaves a Bestand or nothing. At worst a file without a row
    stays behind, under a name that nothing refers to, and `verwijderen.py` removes it in the night.
    """
    stroom = io.BytesIO(inhoud) if isinstance(inhoud, bytes) else inhoud
    naam = clean_name(naam)
    check = check_type if zelf_gemaakt else check_upload
    bestand = Bestand(
        naam=naam,
        mediatype=check(stroom, naam),
        grootte=stroom.seek(0, io.SEEK_END),
        sha256=digest(stroom),
        scanstand=Scanstand.ZELF_GEMAAKT if zelf_gemaakt else Scanstand.IN_QUARANTAINE,
        bewaren_tot=bewaren_tot,
        eigenaar=by,
    )
    stroom.seek(0)
    default_storage.save(bestand.plaats, File(stroom))
    bestand.save(force_insert=True)
    return bestand


def clean_name(naam: str) -> str:
    """Only the last part of a path, without invisible characters; shortened, with its extension kept."""
    last = PurePosixPath(naam.replace("\\", "/")).name
    visible = "".join(teken for teken in last if unicodedata.category(teken)[0] != "C").strip()
    path = PurePosixPath(visible or "naamloos")
    return path.stem[: LANGSTE_NAAM - len(path.suffix)] + path.suffix


def digest(stroom: BinaryIO) -> str:
    stroom.seek(0)
    return hashlib.file_digest(stroom, "sha256").hexdigest()
