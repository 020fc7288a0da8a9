"""Our own small icons, drawn in static/iconen and put inline so that they take the colour of the text."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.safestring import SafeString

FOLDER = Path(settings.BASE_DIR) / "static" / "iconen"


@cache
def icoon(naam):
    """The icon as inline SVG, hidden from screen readers: the text beside it says the same."""
    path = FOLDER / f"{naam}.svg"
    if not path.is_file():
        names = ", ".join(sorted(each.stem for each in FOLDER.glob("*.svg")))
        raise ValueError(f"Icoon “{naam}” bestaat niet. Kies uit: {names}.")
    return SafeString(path.read_text(encoding="utf-8").strip())
