"""The rules for an upload: each with the line that the form shows and the check that the server does."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from pathlib import PurePosixPath
from typing import BinaryIO

from agenda.bestanden.typen import MB, TYPEN, BestandGeweigerd, check_type, extension

UPLOAD = {extensie: soort for extensie, soort in TYPEN.items() if soort.grootste}
GROOTSTE = max(soort.grootste for soort in UPLOAD.values()) * MB  # bytes
# Before the last dot too: Windows hides the last part, and then nota.exe.pdf is called nota.exe.
PROGRAMMA = set(
    "bat cmd com docm exe hta htm html iso jar js jse lnk msi php pif ps1 reg scr sh svg vbe vbs wsf xlsm".split()
)


@dataclass(frozen=True)
class Regel:
    """One rule: the line for people, and the check; that raises BestandGeweigerd."""

    tekst: str
    check: Callable[[BinaryIO, str], None]


def _type(stroom: BinaryIO, naam: str) -> None:
    if extension(naam) not in UPLOAD:
        wat = f"een {extension(naam)}-bestand" if extension(naam) else "een bestand zonder type in de naam"
        raise BestandGeweigerd(f"‘{naam}’ is {wat} en dat mag niet. Kies {opgesomd(UPLOAD)}, zoals besluit.pdf.")


def _naam(stroom: BinaryIO, naam: str) -> None:
    dubbel = {each.lower() for each in PurePosixPath(naam).suffixes[:-1]} & {f".{each}" for each in PROGRAMMA}
    if dubbel:
        raise BestandGeweigerd(
            f"‘{naam}’ heeft {min(dubbel)} midden in de naam en lijkt zo op een programma. "
            f"Geef het bestand een andere naam, zoals besluit.{extension(naam)}."
        )


def _grootte(stroom: BinaryIO, naam: str) -> None:
    grootte, grens = stroom.seek(0, io.SEEK_END), UPLOAD[extension(naam)].grootste
    if not grootte:
        raise BestandGeweigerd(f"‘{naam}’ is leeg (0 bytes). Sla het bestand opnieuw op en kies het nog eens.")
    if grootte > grens * MB:
        raise te_groot(naam, grootte)


def te_groot(naam: str, grootte: int) -> BestandGeweigerd:
    """The refusal of a file of `grootte` bytes: how large it is, and how large it may be."""
    soort = extension(naam)
    is_, mag = f"{ceil(10 * grootte / MB) / 10:.1f}".replace(".", ","), UPLOAD[soort].grootste
    return BestandGeweigerd(
        f"‘{naam}’ is {is_} MB, en een {soort.upper()} mag hooguit {mag} MB zijn. "
        "Maak het kleiner, bijvoorbeeld met minder afbeeldingen, of splits het in delen."
    )


def _inhoud(stroom: BinaryIO, naam: str) -> None:
    check_type(stroom, naam)
    if waarom := UPLOAD[extension(naam)].gevaar(stroom):
        raise BestandGeweigerd(f"‘{naam}’ {waarom}")


def opgesomd(extensies) -> str:
    *rest, last = [extensie.upper() for extensie in extensies if extensie != "jpeg"]
    return f"{', '.join(rest)} of {last}" if rest else last


def _groottes() -> str:
    groepen = groupby(UPLOAD, lambda extensie: UPLOAD[extensie].grootste)
    return "; ".join(f"{opgesomd(extensies)}: {grootste} MB" for grootste, extensies in groepen)


# In this order: each check may count on those above it.
REGELS = (
    Regel(f"Soort: {opgesomd(UPLOAD)}. De inhoud moet bij de naam passen.", _type),
    Regel(f"Grootte: niet leeg, en ten hoogste – {_groottes()}.", _grootte),
    Regel("Naam: geen naam van een programma, zoals nota.exe.pdf.", _naam),
    Regel(
        "Inhoud: geen wachtwoord, geen macro’s of JavaScript, geen ander bestand erin. "
        "Daarna volgt een controle op virussen.",
        _inhoud,
    ),
)


def check_upload(stroom: BinaryIO, naam: str) -> str:
    """The media type of what somebody uploads. Raises BestandGeweigerd for the first rule that it breaks."""
    for regel in REGELS:
        regel.check(stroom, naam)
    return UPLOAD[extension(naam)].mediatype
