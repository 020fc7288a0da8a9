"""Finished PDFs by the hash of everything that determines their bytes."""

import ctypes
import hashlib
import os
import tempfile
import zlib
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

MAX_FILES = 100
LIBRARIES = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "fonttools", "pillow")
SYSTEM_LIBRARIES = (
    ("libpango-1.0.so.0", "pango_version_string"),
    ("libharfbuzz.so.0", "hb_version_string"),
    ("libharfbuzz-subset.so.0", "hb_version_string"),
)


def key(html: str, bijlagen, datum, assets: dict[str, bytes]) -> str:
    """The sha256 of text, attachments, date, assets, our own code, and the libraries that draw."""
    total = hashlib.sha256()
    parts = [html.encode(), datum.isoformat().encode(), _machinery()]
    for bijlage in bijlagen:
        parts += [bijlage.naam.encode(), bijlage.inhoud, bijlage.omschrijving.encode(), bijlage.mime.encode()]
    for name, content in assets.items():
        parts += [name.encode(), content]
    for part in parts:
        total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()


@cache
def _machinery() -> bytes:
    """Versions of what turns text into bytes; zlib too, because it packs them."""
    ours = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    drawn_by = [f"{name} {version(name)}" for name in LIBRARIES]
    drawn_by += [_version_of(*library) for library in SYSTEM_LIBRARIES] + [zlib.ZLIB_RUNTIME_VERSION]
    return hashlib.sha256(ours).digest() + "|".join(drawn_by).encode()


def _version_of(library: str, function: str) -> str:
    try:
        ask = getattr(ctypes.CDLL(library), function)
    except OSError:
        return f"{library} absent"  # the subsetter may be: WeasyPrint then uses fontTools, with other bytes
    ask.restype = ctypes.c_char_p
    return f"{library} {ask().decode()}"


def find(folder: Path | None, name: str) -> bytes | None:
    """The finished PDF, or None; without a folder nothing is kept."""
    if folder:
        with suppress(FileNotFoundError):
            return (Path(folder) / f"{name}.pdf").read_bytes()
    return None


def store(folder: Path | None, name: str, pdf: bytes) -> None:
    """Keep a PDF, whole or not at all, and at most MAX_FILES of them."""
    if not folder:
        return
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, suffix=".half")
    with os.fdopen(handle, "wb") as file:
        file.write(pdf)
    os.replace(temporary, folder / f"{name}.pdf")
    for path in sorted(folder.glob("*.pdf"), key=_written)[:-MAX_FILES]:
        path.unlink(missing_ok=True)


def _written(path: Path) -> float:
    """When; long ago if another process has just removed it."""
    with suppress(FileNotFoundError):
        return path.stat().st_mtime
    return 0.0
