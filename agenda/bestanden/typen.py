"""Which files may be: by extension, its first and last bytes, and for a ZIP by what it says it is."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from agenda.bestanden import archief, pdf

MB = 1024**2
OOXML = "application/vnd.openxmlformats-officedocument."
ODF = "application/vnd.oasis.opendocument."
GROOTSTE_OPGAVE = 64 * 1024  # bytes read of the part of a ZIP that says what it is
GEEN_CSV = ("%PDF-", "<", "#!", "{\\rtf")  # text, but of another kind
JPEG_MERK = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])")  # the next marker in the picture; FF00 and RSTn belong to it


class BestandGeweigerd(Exception):
    """The file cannot be accepted; the message says why and what to do, in Dutch."""


def _rewound(stroom: BinaryIO) -> BinaryIO:
    stroom.seek(0)
    return stroom


def is_pdf(stroom: BinaryIO) -> bool:
    """From %PDF- to %%EOF; what is also a ZIP, seen from its end, is not one."""
    if stroom.read(5) != b"%PDF-":
        return False
    stroom.seek(max(0, stroom.seek(0, io.SEEK_END) - 66_000))
    tail = stroom.read()
    return tail.rstrip(b"\r\n\t \0").endswith(b"%%EOF") and b"PK\x05\x06" not in tail


def is_png(stroom: BinaryIO) -> bool:
    """Chunk after chunk (PNG §5.3), and nothing after IEND."""
    if stroom.read(8) != b"\x89PNG\r\n\x1a\n":
        return False
    end = stroom.seek(0, io.SEEK_END)
    place = 8
    kind = b""
    while kind != b"IEND" and place + 12 <= end:
        stroom.seek(place)
        length, kind = int.from_bytes(stroom.read(4), "big"), stroom.read(4)
        place += 12 + length
    return kind == b"IEND" and place == end


def is_jpeg(stroom: BinaryIO) -> bool:
    """Segment after segment (ITU-T T.81 B.1), and nothing after EOI."""
    picture = stroom.read()
    place = 2 if picture.startswith(b"\xff\xd8\xff") else len(picture)
    while mark := JPEG_MERK.search(picture, place):
        if mark[1] == b"\xd9":
            return mark.end() == len(picture)
        place = mark.end() + int.from_bytes(picture[mark.end() : mark.end() + 2], "big")
    return False


def is_text(stroom: BinaryIO) -> bool:
    text = io.TextIOWrapper(stroom, encoding="utf-8-sig", newline="")
    try:
        return not any("\0" in part for part in iter(lambda: text.read(65536), ""))
    except UnicodeDecodeError:
        return False
    finally:
        text.detach()


def is_csv(stroom: BinaryIO) -> bool:
    """Text that is not plainly of another kind."""
    start = stroom.read(8).decode(errors="replace").lstrip("\ufeff")
    return not start.startswith(GEEN_CSV) and is_text(_rewound(stroom))


def is_json(stroom: BinaryIO) -> bool:
    try:
        json.load(stroom)
    except (ValueError, RecursionError):
        return False
    return True


def is_ooxml(main_part: str) -> Callable[[BinaryIO], bool]:
    """A ZIP of Microsoft's kind whose content types name `main_part`; one with macros names another."""
    wanted = f'ContentType="{OOXML}{main_part}.main+xml"'.encode()
    return is_zip("[Content_Types].xml", lambda names, content: wanted in content)


def is_odf(kind: str) -> Callable[[BinaryIO], bool]:
    """A ZIP whose first part is `mimetype`, as OpenDocument 1.2 part 3 §3.3 asks."""
    wanted = f"{ODF}{kind}".encode()
    return is_zip("mimetype", lambda names, content: names[0] == "mimetype" and content == wanted)


def is_zip(part: str, fits: Callable[[list[str], bytes], bool]) -> Callable[[BinaryIO], bool]:
    """A ZIP in which `part` says what it is; no more than its beginning is unpacked."""

    def check(stroom: BinaryIO) -> bool:
        if not archief.is_archive(stroom):
            return False
        try:
            with zipfile.ZipFile(stroom) as archive, archive.open(part) as opgave:
                return fits(archive.namelist(), opgave.read(GROOTSTE_OPGAVE))
        except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
            return False  # without that part, broken, encrypted, or packed in a way no office program uses

    return check


def harmless(stroom: BinaryIO) -> str:
    return ""


@dataclass(frozen=True)
class Type:
    """A kind of file: what it is served as, whether content is of it, its limit in MB (0: no upload), its dangers."""

    mediatype: str
    fits: Callable[[BinaryIO], bool]
    grootste: int
    gevaar: Callable[[BinaryIO], str] = harmless


# fmt: off
TYPEN: dict[str, Type] = {
    "pdf":  Type("application/pdf",                   is_pdf,                                50, pdf.gevaar),
    "docx": Type(f"{OOXML}wordprocessingml.document", is_ooxml("wordprocessingml.document"), 25, archief.gevaar),
    "odt":  Type(f"{ODF}text",                        is_odf("text"),                        25, archief.gevaar),
    "xlsx": Type(f"{OOXML}spreadsheetml.sheet",       is_ooxml("spreadsheetml.sheet"),       25, archief.gevaar),
    "ods":  Type(f"{ODF}spreadsheet",                 is_odf("spreadsheet"),                 25, archief.gevaar),
    "csv":  Type("text/csv; charset=utf-8",           is_csv,                                25),
    "png":  Type("image/png",                         is_png,                                10),
    "jpg":  Type("image/jpeg",                        is_jpeg,                               10),
    "jpeg": Type("image/jpeg",                        is_jpeg,                               10),
    "json": Type("application/json",                  is_json,                                0),
}
# fmt: on


def extension(naam: str) -> str:
    return PurePosixPath(naam).suffix.lower().removeprefix(".")


def check_type(stroom: BinaryIO, naam: str) -> str:
    """The media type of the file. Raises BestandGeweigerd when name and content do not agree."""
    extensie = extension(naam)
    if extensie not in TYPEN:
        raise BestandGeweigerd(
            f"‘{naam}’ heeft geen bestandstype dat mag. Kies een bestand van het type {', '.join(sorted(TYPEN))}."
        )
    if not TYPEN[extensie].fits(_rewound(stroom)):
        raise BestandGeweigerd(
            f"De inhoud van ‘{naam}’ is geen {extensie}. "
            f"Open het bestand in het programma waarin u het maakte en sla het opnieuw op als {extensie}."
        )
    return TYPEN[extensie].mediatype
