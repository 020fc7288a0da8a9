"""How a reference to a Kamerstuk is written, so that it never breaks over two lines."""

import re

VASTE_SPATIE = "\u00a0"

# "nr. 114", "36 200", "36 200 XV" and "32 824"; never a part of a longer row of digits.
_VAST = re.compile(r"\bnrs?\. (?=\d)|(?<!\d)(?<!\d )\d{2,3} \d{3}(?! ?\d)(?: [IVXLC]+(?:-[A-Z])?\b)?")


def vast(tekst: str) -> str:
    """`tekst` with no-break spaces inside ‘nr. 114’ and ‘36 200 XV’; the rest and the data stay as they are."""
    return _VAST.sub(lambda gevonden: gevonden.group().replace(" ", VASTE_SPATIE), tekst)
