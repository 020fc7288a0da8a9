"""What a value of a feit and the words around it may be: visible, not too long, and a number that can exist."""

import unicodedata
from decimal import Decimal

from django.core.exceptions import ValidationError

from agenda.models import Feit, Weergave

LANGST = 500  # characters
GRENS = 10**10  # no amount and no count of this programma comes near ten thousand million
JAREN = range(1000, 10_000)
REGELEINDEN = ("Zl", "Zp")
ONZICHTBARE_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"  # fonts draw nothing for these

VOORBEELD = {
    Weergave.BEDRAG: "Schrijf het hele bedrag in euro, bijvoorbeeld 313327 of 1234,50.",
    Weergave.MILJOEN: "Schrijf het hele bedrag in euro: bij 6,3 miljoen is dat 6300000.",
    Weergave.AANTAL: "Schrijf een geheel getal van 0 of meer, bijvoorbeeld 7.",
    Weergave.WOORD: "Schrijf een geheel getal van 0 of meer in cijfers, bijvoorbeeld 3.",
    Weergave.JAAR: "Schrijf een jaartal van vier cijfers, bijvoorbeeld 2025.",
    Weergave.TEKST: "Schrijf de woorden van de bron, bijvoorbeeld ‘mei 2024’.",
}


def controleer_tekst(veld: str, tekst: str, *, voorbeeld: str, langst: int = LANGST) -> None:
    """Refuse a text that cannot be read as it stands. Raises ValidationError at `veld`; empty is for the caller."""
    if len(tekst) > langst:
        _weiger(veld, f"Deze tekst is te lang: {len(tekst)} tekens, er passen er {langst}. {voorbeeld}")
    if onzichtbaar := next((teken for teken in tekst if _is_verborgen(teken)), None):
        plek = tekst.index(onzichtbaar) + 1
        _weiger(
            veld,
            f"Teken {plek} (U+{ord(onzichtbaar):04X}) is niet te zien of verandert hoe de rest eruitziet. "
            f"Haal het weg. {voorbeeld}",
        )
    if tekst and not any(_is_zichtbaar(teken) for teken in tekst):
        _weiger(veld, f"In deze tekst staat geen enkel zichtbaar teken. {voorbeeld}")


def controleer_getal(feit: Feit, getal: Decimal) -> None:
    """Refuse a number that `feit` cannot have. Raises ValidationError at `waarde`."""
    weergave = Weergave(feit.weergave)
    if not getal.is_finite():
        reden = "is geen getal"
    elif getal < 0:
        reden = "is minder dan 0"
    elif getal >= GRENS:
        reden = "is te groot: het moet minder zijn dan 10 miljard"
    elif weergave == Weergave.JAAR and getal not in JAREN:
        reden = "is geen jaartal"
    elif weergave in (Weergave.AANTAL, Weergave.WOORD) and getal % 1:
        reden = "is geen geheel getal"
    elif getal * 100 % 1:
        reden = "is nauwkeuriger dan een cent"
    else:
        return
    _weiger("waarde", f"‘{_geschreven(getal)}’ kan niet bij ‘{feit.naam}’: het {reden}. {VOORBEELD[weergave]}")


def _is_verborgen(teken: str) -> bool:
    soort = unicodedata.category(teken)
    return soort.startswith("C") or soort in REGELEINDEN


def _is_zichtbaar(teken: str) -> bool:
    return unicodedata.category(teken)[0] in "LNPS" and teken not in ONZICHTBARE_LETTERS


def _geschreven(getal: Decimal) -> str:
    return f"{getal:f}".replace(".", ",") if getal.is_finite() else str(getal)


def _weiger(veld: str, melding: str) -> None:
    raise ValidationError({veld: melding})
