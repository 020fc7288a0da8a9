"""What every verb of planning asks of a text, a day and an eigenaar."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError

from actielijnen.perioden import dag
from agenda import klok
from agenda.access import RECHTEN, Permission, Rol, may
from agenda.models import Gebruiker, Programma
from agenda.waarden import controleer_tekst

LANGST = 2000  # characters of a text of several lines


def controleer_regels(veld: str, tekst: str, *, voorbeeld: str) -> None:
    """Refuse a text of one or more lines that is empty, too long or not readable as it stands, at `veld`."""
    if not tekst.strip():
        raise ValidationError({veld: f"Vul hier iets in. {voorbeeld}"})
    if len(tekst) > LANGST:
        raise ValidationError({veld: f"Deze tekst is te lang: {len(tekst)} tekens, er passen er {LANGST}. {voorbeeld}"})
    for regel in tekst.splitlines():
        controleer_tekst(veld, regel, voorbeeld=voorbeeld, langst=LANGST)


def controleer_naam(naam: str, *, voorbeeld: str) -> None:
    """Refuse a name that is empty, too long or not readable as it stands."""
    if not naam.strip():
        raise ValidationError({"naam": f"Vul een naam in. {voorbeeld}"})
    controleer_tekst("naam", naam, voorbeeld=voorbeeld, langst=160)


def controleer_programma(programma: Programma, **records) -> None:
    """Refuse an actielijn or activiteit of another programma, at the field of that name."""
    for veld, record in records.items():
        if record and record.programma_id != programma.pk:
            raise ValidationError({veld: f"‘{record}’ hoort niet bij {programma}. Kies een ander."})


def controleer_volgorde(van: date, tot: date, veld: str = "gepland_tot") -> None:
    """Refuse an end before its begin, at `veld`."""
    if tot < van:
        raise ValidationError({veld: f"Het einde ({dag(tot)}) ligt voor het begin ({dag(van)}). Kies een latere dag."})


def controleer_gebeurd(op: date, veld: str = "op", *, niet_voor: date | None = None) -> None:
    """Refuse a day on which something cannot have happened: after today, or before `niet_voor`."""
    if op > klok.vandaag():
        raise ValidationError({veld: f"{dag(op)} is nog niet geweest. Kies vandaag of een eerdere dag."})
    if niet_voor and op < niet_voor:
        raise ValidationError({veld: f"{dag(op)} ligt voor het begin, {dag(niet_voor)}. Kies die dag of een latere."})


def controleer_eigenaar(
    eigenaar: Gebruiker | None, eigenaar_rol: str, permission: Permission = Permission.ACTIVITEIT_BIJWERKEN
) -> None:
    """Refuse two owners, and a person or a role without `permission` to do the work; none is for the caller."""
    if eigenaar and eigenaar_rol:
        raise ValidationError({"eigenaar": "Kies één eigenaar: een persoon of een rol."})
    if eigenaar and not may(eigenaar, permission):
        raise ValidationError({"eigenaar": f"{eigenaar.naam} kan dit niet bijwerken. Kies een ander, of een rol."})
    if eigenaar_rol and eigenaar_rol not in rollen_die_bijwerken(permission):
        raise ValidationError({"eigenaar": f"De rol ‘{eigenaar_rol}’ kan dit niet bijwerken. Kies een andere rol."})


def rollen_die_bijwerken(permission: Permission = Permission.ACTIVITEIT_BIJWERKEN) -> list[Rol]:
    """The roles that somebody can have who does this work."""
    return [rol for rol in Rol if permission in RECHTEN[rol]]


def anders(record, velden: Mapping[str, object]) -> list[str]:
    """The names of the fields of `record` that have another value than in `velden`."""
    return [naam for naam, waarde in velden.items() if getattr(record, naam) != waarde]
