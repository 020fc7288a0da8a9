"""The exact list of faces that may be embedded, and the check that no other one slipped in.

A character that the face lacks makes Pango take any font of the machine, without a warning: the letter would
look different on another machine and would have other bytes.
"""

import unicodedata

from .fout import PdfFout

# The family name is our own (see lettertypen.css), so that no font of the machine can match it.
FAMILIE = "Portaal Source Sans"
FACES = {
    "Portaal-Source-Sans",
    "Portaal-Source-Sans-Italic",
    "Portaal-Source-Sans-Semi-Bold",
}


def check(fonts) -> None:
    """Refuse each font of WeasyPrint that is not one of FACES, and each character without a glyph."""
    problems = []
    for font in fonts:
        name = font.name.decode().partition("+")[2]
        if name not in FACES:
            used = sorted(set("".join(font.to_unicode.values())))
            problems.append(f"{_characters(used)} kwam uit het lettertype “{font.family}”")
        if font.missing:
            problems.append(f"{_characters(sorted(map(chr, font.missing)))} bestaat in geen enkel lettertype")
    if problems:
        raise PdfFout(
            f"Niet elk teken staat in Source Sans 3: {'; '.join(problems)}. "
            f"Vervang het teken, of gebruik in een figuur font-family “{FAMILIE}”."
        )


def _characters(characters) -> str:
    names = [unicodedata.name(each, "zonder naam") for each in characters[:10]]
    shown = [f"“{each}” (U+{ord(each):04X} {name})" for each, name in zip(characters, names, strict=False)]
    return ", ".join(shown) + (f" en {len(characters) - 10} andere" if len(characters) > 10 else "")
