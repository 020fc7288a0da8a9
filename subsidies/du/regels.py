"""What holds for every verb of a DU: in which programma it is, who signs, and what a text may be."""

from django.core.exceptions import ValidationError

from actielijnen.begroting.plafond import Geweigerd
from agenda.access import Permission
from agenda.gemeentelijk import mensen_van, programma_voor
from agenda.models import Gemeente, Programma
from agenda.waarden import controleer_tekst

LANGST = 2000  # characters


def programma_van(gemeente: Gemeente) -> Programma:
    """The programma of today for `gemeente`, where there must be one. Raises Geweigerd."""
    programma = programma_voor(gemeente)
    if programma is None:
        raise Geweigerd(f"Er is nog geen programma waarvoor de gemeente {gemeente} zich kan aanmelden.", "")
    return programma


def ondertekenaars(gemeente: Gemeente):
    """Who may agree for `gemeente`."""
    return mensen_van(gemeente, Permission.DU_AKKOORD)


def check_tekst(veld: str, tekst: str, *, leeg: str = "") -> str:
    """`tekst` without spaces around it. Raises Geweigerd if it cannot be read, or is empty and `leeg` says why not."""
    tekst = tekst.strip()
    if leeg and not tekst:
        raise Geweigerd(leeg, veld)
    try:
        controleer_tekst(veld, tekst.replace("\r", "").replace("\n", " "), voorbeeld="", langst=LANGST)
    except ValidationError as fout:
        raise Geweigerd(" ".join(fout.message_dict[veld]).strip(), veld) from None
    return tekst
