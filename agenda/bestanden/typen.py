"""Whether a file is what its name says: extension, first bytes, and for a ZIP what lies inside."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import BinaryIO

GROOTSTE_UITGEPAKT = 500 * 1024**2  # bytes; a small ZIP that unpacks to more is an attack or a mistake
MEESTE_DELEN = 10_000
OOXML = "application/vnd.openxmlformats-officedocument."
ODF = "application/vnd.oasis.opendocument."


class BestandGeweigerd(Exception):
    """The file cannot be accepted; the message says why and what to do, in Dutch."""


def check_type(stroom: BinaryIO, naam: str) -> str:
    """The media type of the file. Raises BestandGeweigerd when name and content do not agree."""
    extensie = PurePosixPath(naam).suffix.lower().removeprefix(".")
    if extensie not in TYPEN:
        raise BestandGeweigerd(
            f"‘{naam}’ heeft geen bestandstype dat mag. Kies een bestand van het type {', '.join(sorted(TYPEN))}."
        )
    mediatype, fits = TYPEN[extensie]
    stroom.seek(0)
    if not fits(stroom):
        raise BestandGeweigerd(
            f"De inhoud van ‘{naam}’ is geen {extensie}. "
            f"Open het bestand in het programma waarin u het maakte en sla het opnieuw op als {extensie}."
        )
    return mediatype


def starts_with(*signatures: bytes) -> Callable[[BinaryIO], bool]:
    return lambda stroom: stroom.read(16).startswith(signatures)


def is_pdf(stroom: BinaryIO) -> bool:
    if stroom.read(5) != b"%PDF-":
        return False
    stroom.seek(max(0, stroom.seek(0, io.SEEK_END) - 1024))
    return b"%%EOF" in stroom.read()


def is_text(stroom: BinaryIO) -> bool:
    text = io.TextIOWrapper(stroom, encoding="utf-8-sig", newline="")
    try:
        return not any("\0" in part for part in iter(lambda: text.read(65536), ""))
    except UnicodeDecodeError:
        return False
    finally:
        text.detach()


def is_json(stroom: BinaryIO) -> bool:
    try:
        json.load(stroom)
    except (ValueError, RecursionError):
        return False
    return True


def is_ooxml(main_part: str) -> Callable[[BinaryIO], bool]:
    """A ZIP of Microsoft's kind whose content types name `main_part`; with a macro inside it is not one."""
    wanted = f'ContentType="{OOXML}{main_part}.main+xml"'.encode()

    def fits(archive: zipfile.ZipFile) -> bool:
        names = set(archive.namelist())
        has_macro = any(name.lower().endswith("vbaproject.bin") for name in names)
        return "[Content_Types].xml" in names and not has_macro and wanted in archive.read("[Content_Types].xml")

    return is_zip(fits)


def is_odf(kind: str) -> Callable[[BinaryIO], bool]:
    """A ZIP whose first part is `mimetype`, as OpenDocument 1.2 part 3 §3.3 asks."""

    def fits(archive: zipfile.ZipFile) -> bool:
        return archive.namelist()[:1] == ["mimetype"] and archive.read("mimetype") == f"{ODF}{kind}".encode()

    return is_zip(fits)


def is_zip(fits: Callable[[zipfile.ZipFile], bool]) -> Callable[[BinaryIO], bool]:
    def check(stroom: BinaryIO) -> bool:
        if stroom.read(4) != b"PK\x03\x04":
            return False
        try:
            with zipfile.ZipFile(stroom) as archive:
                parts = archive.infolist()
                unpacked = sum(part.file_size for part in parts)
                is_bomb = len(parts) > MEESTE_DELEN or unpacked > GROOTSTE_UITGEPAKT
                return not is_bomb and fits(archive)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
            return False  # broken, encrypted, or packed in a way no office program uses

    return check


# fmt: off
TYPEN: dict[str, tuple[str, Callable[[BinaryIO], bool]]] = {
    "pdf":  ("application/pdf",                  is_pdf),
    "xlsx": (f"{OOXML}spreadsheetml.sheet",      is_ooxml("spreadsheetml.sheet")),
    "docx": (f"{OOXML}wordprocessingml.document", is_ooxml("wordprocessingml.document")),
    "ods":  (f"{ODF}spreadsheet",                is_odf("spreadsheet")),
    "odt":  (f"{ODF}text",                       is_odf("text")),
    "csv":  ("text/csv; charset=utf-8",          is_text),
    "png":  ("image/png",                        starts_with(b"\x89PNG\r\n\x1a\n")),
    "jpg":  ("image/jpeg",                       starts_with(b"\xff\xd8\xff")),
    "jpeg": ("image/jpeg",                       starts_with(b"\xff\xd8\xff")),
    "json": ("application/json",                 is_json),
}
# fmt: on
