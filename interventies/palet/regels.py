"""What holds for every verb of the palet: what a text may be, and that one thing happens at a time."""

import re
from datetime import date

from django.core.exceptions import ValidationError

from actielijnen.begroting.plafond import Geweigerd
from agenda import klok
from agenda.waarden import controleer_tekst
from interventies.models import Interventie

LANGST = 8000  # characters of one field of the form
OPMAAK = re.compile(r"<\s*[a-z!/?][^>]*>|javascript:|data:text/html", re.IGNORECASE)


def lock(interventie: Interventie) -> None:
    """Nobody else changes what belongs to `interventie` until the transaction ends."""
    Interventie.objects.select_for_update().get(pk=interventie.pk)
    interventie.refresh_from_db()


def check_tekst(veld: str, tekst: str, *, leeg: str = "", langst: int = LANGST) -> str:
    """`tekst` without spaces around it. Raises Geweigerd: empty where `leeg` says why not, too long, or markup."""
    tekst = tekst.replace("\r\n", "\n").strip()
    if leeg and not tekst:
        raise Geweigerd(leeg, veld)
    if len(tekst) > langst:
        raise Geweigerd(f"Deze tekst is te lang: {len(tekst)} tekens, er passen er {langst}.", veld)
    if found := OPMAAK.search(tekst):
        raise Geweigerd(f"In de tekst staat ‘{found[0][:40]}’. Schrijf gewone tekst, zonder opmaak of code.", veld)
    try:
        controleer_tekst(veld, tekst.replace("\n", " "), voorbeeld="", langst=langst)
    except ValidationError as fout:
        raise Geweigerd(" ".join(fout.message_dict[veld]).strip(), veld) from None
    return tekst


def check_gebeurd(veld: str, dag: date) -> None:
    """Raise Geweigerd if `dag` is still to come."""
    if dag > klok.vandaag():
        raise Geweigerd(f"{dag:%d-%m-%Y} moet nog komen. Kies vandaag of een eerdere dag.", veld)


def check_gelezen(interventie: Interventie, gelezen: int | None) -> None:
    """Raise Geweigerd if version `gelezen`, which somebody decides on, is not the newest. None: nobody read a page."""
    laatste = interventie.laatste
    if gelezen not in (None, laatste.nummer):
        raise Geweigerd(
            f"Intussen is er een nieuwere versie: {laatste.nummer}, van {laatste.door.naam}. Lees die eerst in een "
            "ander tabblad, en verstuur daarna opnieuw.",
            "gelezen",
        )
