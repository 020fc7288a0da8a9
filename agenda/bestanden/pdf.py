"""What a PDF may not do when it is opened; a foreign PDF is read in a process of its own, with limits."""

import contextlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from typing import BinaryIO

GEHEUGEN = 1024**3  # bytes of address space
GEDULD = 20  # seconds
# Names of actions that run, open, send or fetch something (ISO 32000-1 §12.6.4), and of forms that hold scripts.
ACTIE = re.compile(rb"/(JavaScript|Launch|ImportData|SubmitForm|GoToE|RichMedia|XFA)(?=[\s/<>\[\]()])")

ANTWOORDEN = {
    b"goed": "",
    b"actie": "bevat JavaScript of een opdracht die iets start, opent of verstuurt. "
    "Druk het document af naar een nieuwe PDF en kies die.",
    b"wachtwoord": "is beveiligd met een wachtwoord. Haal het wachtwoord eraf en sla het opnieuw op.",
}
ONLEESBAAR = "is geen PDF die te lezen is. Druk het document af naar een nieuwe PDF en kies die."


def gevaar(stroom: BinaryIO) -> str:
    """Why this PDF is refused and what to do, as the rest of a sentence; empty if there is nothing wrong."""
    stroom.seek(0)
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stroom, copy)
        copy.seek(0)
        with contextlib.suppress(subprocess.TimeoutExpired):
            reader = subprocess.run(  # noqa: S603  ourselves, with no word of the sender
                [sys.executable, "-I", __file__], stdin=copy, capture_output=True, timeout=GEDULD, check=False
            )
            return ANTWOORDEN.get(reader.stdout, ONLEESBAAR)
    return ONLEESBAAR


def judge(pdf_file: BinaryIO) -> str:
    """Write the PDF anew, so that no name hides in packed objects or behind #4A escapes, and look for actions."""
    import pikepdf

    try:
        with pikepdf.open(pdf_file) as pdf:
            plain = BytesIO()
            pdf.save(
                plain,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
            )
    except pikepdf.PasswordError:
        return "wachtwoord"
    return "actie" if ACTIE.search(plain.getbuffer()) else "goed"


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
    sys.stdout.write(judge(sys.stdin.buffer))
