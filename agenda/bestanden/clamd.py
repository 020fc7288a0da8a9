"""Asks ClamAV whether a file holds a virus: the commands INSTREAM and VERSION of clamd(8), over a socket."""

import io
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import BinaryIO

from django.conf import settings

DEEL = 64 * 1024  # bytes per part of INSTREAM
VERBINDEN, GEDULD = 2, 60  # seconds: to be let in, and for each answer
VIRUS = " FOUND"
TE_GROOT = "INSTREAM size limit exceeded"


class ScannerOnbereikbaar(Exception):
    """clamd gave no verdict: it is not there, stopped halfway or could not scan. The file stays in quarantine."""


@dataclass(frozen=True)
class Oordeel:
    """What clamd found (empty: nothing), and which scanner with signatures of which date said so."""

    bevinding: str
    scanner: str


def scan(stroom: BinaryIO) -> Oordeel:
    """The verdict over the whole of `stroom`. Raises ScannerOnbereikbaar.

    A file that clamd finds too large is not scanned to its end, so that is a finding too.
    """
    with _connection() as clamd:
        answer = _ask(clamd, "INSTREAM", stroom).removeprefix("stream: ")
    if answer.endswith(VIRUS):
        return Oordeel(f"virus {answer.removesuffix(VIRUS)}", version())
    if answer.startswith(TE_GROOT):
        return Oordeel("te groot voor de virusscanner", version())
    if answer != "OK":
        raise ScannerOnbereikbaar(f"clamd antwoordt: {answer or 'niets'}")
    return Oordeel("", version())


def version() -> str:
    """`ClamAV 1.4.6/27456/Sat Nov 22 09:25:03 2026`: the program, its signatures and their date."""
    with _connection() as clamd:
        answer = _ask(clamd, "VERSION")
    if not answer:
        raise ScannerOnbereikbaar("clamd noemt zijn versie niet")
    return answer


@contextmanager
def _connection() -> Iterator[socket.socket]:
    """To the address in CLAMAV: the path of a Unix socket, or host:port."""
    host, _, port = settings.CLAMAV.rpartition(":")
    is_path = not port.isdecimal()
    try:
        with socket.socket(socket.AF_UNIX if is_path else socket.AF_INET) as clamd:
            clamd.settimeout(VERBINDEN)
            clamd.connect(settings.CLAMAV if is_path else (host, int(port)))
            clamd.settimeout(GEDULD)
            yield clamd
    except OSError as fout:
        raise ScannerOnbereikbaar(f"clamd op ‘{settings.CLAMAV}’: {fout}") from fout


def _ask(clamd: socket.socket, command: str, stroom: BinaryIO | None = None) -> str:
    clamd.sendall(f"z{command}\0".encode())
    with suppress(BrokenPipeError):  # clamd hangs up on what is too large, but has answered
        for part in _parts(stroom):
            clamd.sendall(part)
    return b"".join(iter(lambda: clamd.recv(4096), b"")).decode(errors="replace").rstrip("\0")


def _parts(stroom: BinaryIO | None) -> Iterator[bytes]:
    """Each part preceded by its length, four bytes big-endian; a part of length nought ends the stream."""
    if stroom is None:
        return
    stroom.seek(0, io.SEEK_SET)
    for part in iter(lambda: stroom.read(DEEL), b""):
        yield struct.pack("!I", len(part)) + part
    yield struct.pack("!I", 0)
