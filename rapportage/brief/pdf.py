"""From a Momentopname to a PDF on disk: nothing but the snapshot goes in."""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from agenda.documenten import pdf
from rapportage.brief import render
from rapportage.brief.bijlagen import bijlagen


def bytes_van(gegevens: dict) -> bytes:
    """The PDF of this snapshot; the same snapshot gives the same bytes. Raises PdfFout."""
    datum = datetime.fromisoformat(gegevens["brief"]["datum_iso"]).replace(tzinfo=UTC)
    return pdf.write(render.als_document(gegevens), bijlagen=bijlagen(gegevens), datum=datum)


def schrijf(gegevens: dict, pad: Path) -> Path:
    """Write the PDF to `pad`, whole or not at all: an existing file survives a failed run."""
    inhoud = bytes_van(gegevens)
    pad.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=pad.parent, prefix=f".{pad.name}.", delete=False) as tijdelijk:
        try:
            tijdelijk.write(inhoud)
            tijdelijk.flush()
            os.fsync(tijdelijk.fileno())
            os.chmod(tijdelijk.name, 0o644)
            os.replace(tijdelijk.name, pad)
        except BaseException:
            os.unlink(tijdelijk.name)
            raise
    return pad
