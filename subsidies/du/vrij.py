"""A DU is free of conditions: what looks like one is refused, with the article that forbids it."""

import re
from collections.abc import Iterable

from actielijnen.begroting.plafond import Geweigerd

WAAROM = (
    "Aan een decentralisatie-uitkering stelt het Rijk geen voorwaarden, en het vraagt geen verantwoording en geen "
    "geld terug: het geld komt ten goede aan de algemene middelen van de gemeente (Financiële-verhoudingswet, "
    "artikel 5 lid 2 en artikel 13). Met een voorwaarde is het een specifieke uitkering (artikel 15a lid 1)."
)
# Words in a text that lay something upon the gemeente.
WOORDEN = re.compile(
    r"\b(voorwaarden?|voorwaardelijk\w*|mits|verplicht\w*|verantwoording\w*|sisa|terugvorder\w*|teruggevorderd|"
    r"terugbetal\w*|terugstort\w*|vaststellingsbe\w*|accountants?verklaring\w*|controleverklaring\w*)\b",
    re.IGNORECASE,
)
# Parts of names of fields and relations that would do so.
NAMEN = re.compile(
    r"voorwaarde|verantwoord|sisa|terugvorder|terugbetal|vaststel|vastgesteld|verplichting|prestatie|besteding|"
    r"besteed|controleverklaring|accountant|afreken|indicator|terugkoppel|rapportage",
    re.IGNORECASE,
)


class Voorwaarde(Geweigerd):
    """Somebody tried to attach a condition, an account or a recovery to a DU."""


def check_tekst(veld: str, tekst: str) -> None:
    """Raise Voorwaarde if `tekst` lays something upon the gemeente (Financiële-verhoudingswet, art. 15a lid 1)."""
    if found := WOORDEN.search(tekst):
        raise Voorwaarde(f"‘{found[0]}’ kan hier niet staan. {WAAROM} Schrijf alleen waar het geld voor is.", veld)


def check_namen(namen: Iterable[str]) -> None:
    """Raise Voorwaarde if one of `namen` is that of a condition: of a field that was sent, a column, an argument."""
    if found := next((naam for naam in namen if NAMEN.search(naam)), ""):
        raise Voorwaarde(f"‘{found}’ kan niet bij een decentralisatie-uitkering. {WAAROM}", found)
