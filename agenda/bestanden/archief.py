"""What may not lie in a DOCX, XLSX, ODT or ODS, found part by part and in pieces; only relations are parsed, last."""

import io
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO
from xml.parsers import expat

KB, MB = 1024, 1024**2
MEESTE_DELEN = 5_000
GROOTSTE_INDEX = 2 * MB
GROOTSTE_UITGEPAKT = 250 * MB
HOOGSTE_VERHOUDING, VERHOUDING_VANAF = 200, 10 * MB  # deflate reaches 1032; a full spreadsheet stays under 50
STUK = 64 * KB
LANGSTE_TEKEN = 64  # bytes: what we look for may lie across two pieces

EINDE = struct.Struct("<4s4H2IH")  # end of central directory record, APPNOTE 4.3.16
MACRO = re.compile(r"vbaproject|vbadata|/macrosheets/|/dialogsheets/|/activex/|oleobject|^basic/|^scripts/")
BUITEN = re.compile(r"^/|^[a-z]:|\\|(^|/)\.\.(/|$)|\0")
PROGRAMMA = (b"MZ", b"\x7fELF")
INGEPAKT = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\xd0\xcf\x11\xe0")
EBCDIC = b"\x4c\x6f\xa7\x94"  # "<?xm" in the one family of encodings that does not resemble ASCII
DTD = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
CODERING = re.compile(rb"""^[^>]*encoding\s*=\s*["']([^"']+)""")
LEESBAAR = {b"utf-8", b"utf-16", b"us-ascii", b"ascii"}
VREEMD = re.compile(r"attachedTemplate|oleObject|/frame|subDocument", re.IGNORECASE)
GROOTSTE_VERWIJZINGEN = 16 * MB  # of one part, which is read whole

BOM = "is zo ingepakt dat het bij het openen de computer kan laten vastlopen. Sla het in kleinere delen op."
STUK_BESTAND = "is beschadigd. Open het in het programma waarin u het maakte en sla het opnieuw op."
WACHTWOORD = "is beveiligd met een wachtwoord. Haal het wachtwoord eraf en sla het opnieuw op."
MACROS = "bevat macro’s of onderdelen die zelf iets uitvoeren. Sla het op zonder macro’s, of als PDF."
ANDER = "bevat een ander ingepakt bestand of een programma ({deel}). Haal dat eruit, of sla het op als PDF."
XML = "bevat XML die naar buiten wijst of zichzelf vergroot ({deel}). Sla het opnieuw op, of als PDF."
NAMEN = "bevat een onderdeel met een naam die niet kan ({deel}). Sla het opnieuw op, of als PDF."
OPHALEN = "haalt bij het openen een ander bestand op ({deel}). Verwijder de koppeling, of sla het op als PDF."


def is_archive(stroom: BinaryIO) -> bool:
    """Whether it is one ZIP from its first byte to its last, with an index of normal size."""
    if stroom.read(4) != b"PK\x03\x04":
        return False
    stroom.seek(max(0, stroom.seek(0, io.SEEK_END) - EINDE.size))
    tail = stroom.read()
    if len(tail) < EINDE.size:
        return False
    signature, *_, index, _, comment = EINDE.unpack(tail)
    return signature == b"PK\x05\x06" and comment == 0 and index <= GROOTSTE_INDEX


def gevaar(stroom: BinaryIO) -> str:
    """Why this archive is refused and what to do, as the rest of a sentence; empty if there is nothing wrong."""
    size = stroom.seek(0, io.SEEK_END)
    try:
        with zipfile.ZipFile(stroom) as archive:
            parts = archive.infolist()
            if _is_bomb(parts, size):
                return BOM
            name, times = Counter(part.filename.lower() for part in parts).most_common(1)[0]
            if times > 1:  # one program reads the first, another the last
                return NAMEN.format(deel=name)
            return next((why for part in parts if (why := _part(archive, part))), "")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return STUK_BESTAND


def _is_bomb(parts: list[zipfile.ZipInfo], size: int) -> bool:
    """By what the index says; reading each part to its end then proves that the index did not lie."""
    unpacked = sum(part.file_size for part in parts)
    return (
        len(parts) > MEESTE_DELEN
        or unpacked > GROOTSTE_UITGEPAKT
        or (unpacked > VERHOUDING_VANAF and unpacked > HOOGSTE_VERHOUDING * size)
        or sum(part.compress_size for part in parts) > size  # parts that overlap
    )


def _part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> str:
    name = part.filename.lower()
    if part.flag_bits & 1:
        return WACHTWOORD
    if BUITEN.search(name):
        return NAMEN.format(deel=part.filename)
    if MACRO.search(name):
        return MACROS
    with archive.open(part) as stroom:
        start = stroom.read(STUK)
        if start.startswith(PROGRAMMA + INGEPAKT):
            return ANDER.format(deel=part.filename)
        pieces = _pieces(start, stroom)
        if not _looks_like_xml(name, start):
            return _read_to_end(pieces)
        why = _xml(start, pieces)
    if not why and name.endswith(".rels"):
        why = _relations(archive, part)
    return why.format(deel=part.filename)


def _looks_like_xml(name: str, start: bytes) -> bool:
    return name.endswith((".xml", ".rels")) or _plain(start)[:1] == b"<" or start.startswith(EBCDIC)


def _xml(start: bytes, pieces: Iterator[bytes]) -> str:
    """No document type, so no entities; in an encoding in which we can see that."""
    first = _plain(start)
    encoding = CODERING.match(first[:400])
    if first[:1] != b"<" or (encoding and encoding[1].lower() not in LEESBAAR):
        return XML
    return XML if any(DTD.search(piece) for piece in pieces) else ""


def _relations(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> str:
    """Nothing is fetched on opening, read as an office program reads it: spelled in whatever way."""
    found = []

    def relation(tag: str, attributes: dict[str, str]) -> None:
        is_outside = attributes.get("TargetMode", "").lower() == "external"
        found.append(is_outside and VREEMD.search(attributes.get("Type", "")))

    if part.file_size > GROOTSTE_VERWIJZINGEN:
        return XML
    parser = expat.ParserCreate()
    parser.StartElementHandler = relation
    try:
        parser.Parse(archive.read(part), True)
    except expat.ExpatError:
        return XML
    return OPHALEN if any(found) else ""


def _plain(content: bytes) -> bytes:
    """As ASCII, also when it is UTF-16 or UTF-32; without byte order mark and white space in front."""
    return content.removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").replace(b"\0", b"").lstrip()


def _pieces(start: bytes, stroom: BinaryIO) -> Iterator[bytes]:
    """The content as ASCII in pieces that overlap; read to the end, so that size and checksum are checked."""
    before = b""
    piece = start
    while piece:
        piece = piece.replace(b"\0", b"")
        yield before + piece
        before = piece[-LANGSTE_TEKEN:]
        piece = stroom.read(STUK)


def _read_to_end(pieces: Iterator[bytes]) -> str:
    for _ in pieces:
        pass
    return ""
