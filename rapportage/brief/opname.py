"""A frozen letter: everything a rendering needs as plain JSON, written down once and hashed."""

import hashlib
import json
from dataclasses import asdict, dataclass

from django.conf import settings

from agenda import klok
from agenda.models import Gebruiker, Momentopname
from rapportage.brief.concept import Concept, concept
from rapportage.brief.fout import BriefFout
from rapportage.models import Brief

RECONSTRUCTIE = "Reconstructie uit de gegevens, niet de verzonden brief"
VOORBEELD = "VOORBEELD: dit programma en alle cijfers zijn bedacht"


@dataclass(frozen=True)
class Wijziging:
    """One thing that differs from the last Momentopname; `naam` is set when it is a figure with a page."""

    naam: str
    titel: str
    was: str
    wordt: str

    @property
    def is_andere_waarde(self) -> bool:
        return self.was != self.wordt


def inhoud(stuk: Concept) -> dict:
    """Everything a rendering needs, as plain JSON. Raises BriefFout when something blocks."""
    if stuk.blokkades:
        raise BriefFout(stuk.blokkades)
    return draft(stuk)


def draft(stuk: Concept) -> dict:
    """The same shape, also when something still blocks: for the screen, never for a PDF."""
    brief = stuk.brief
    ondertekening = (
        f"Ondertekenaar van de verzonden brief: {brief.ondertekenaar}."
        if brief.is_reconstructie
        else brief.ondertekenaar
    )
    gegevens = {
        "sjabloon": brief.sjabloon,
        "peildatum": brief.peildatum.isoformat(),
        "brief": {
            "titel": f"{brief.betreft} {brief.jaar}",
            "reconstructie": _op_elke_pagina(brief),
            "afzender": settings.BRIEF_AFZENDER,
            "geadresseerde": settings.BRIEF_GEADRESSEERDE,
            "datum_tekst": brief.datum_tekst,
            "datum_iso": brief.peildatum.isoformat(),
            "kenmerk": "",
            "betreft": brief.betreft,
            "aanhef": "Geachte voorzitter,",
            "ondertekening": [ondertekening],
        },
        "secties": [
            {
                "sleutel": sectie.sleutel,
                "soort": sectie.soort,
                "niveau": sectie.niveau,
                "kop": sectie.kop,
                "tekst": sectie.tekst,
            }
            for sectie in stuk.secties
        ],
        "voetnoten": stuk.voetnoten,
        "cijfers": {naam: asdict(cijfer) for naam, cijfer in stuk.cijfers.items()},
        "tabellen": {naam: tabel.as_dict() for naam, tabel in stuk.tabellen.items()},
    }
    if stuk.kaders:  # a letter that quotes none reads as it did before there were any
        gegevens["kaders"] = stuk.kaders
    return json.loads(json.dumps(gegevens))  # tuples become lists, as they will be read back


def _op_elke_pagina(brief: Brief) -> str:
    """The line that every page carries when the letter is not the letter itself."""
    if brief.programma.is_voorbeeld:
        return VOORBEELD
    return RECONSTRUCTIE if brief.is_reconstructie else ""


def canonical(gegevens: dict) -> bytes:
    """The one spelling of a Momentopname that is hashed and attached to the PDF."""
    return json.dumps(gegevens, ensure_ascii=False, sort_keys=True, indent=1).encode()


def freeze(brief: Brief, *, by: Gebruiker) -> Momentopname:
    """Write the letter down as it stands. The same content gives the same Momentopname again."""
    gegevens = inhoud(concept(brief))
    opname, _ = Momentopname.objects.get_or_create(
        sha256=hashlib.sha256(canonical(gegevens)).hexdigest(),
        defaults={
            "sjabloon": brief.sjabloon,
            "inhoud": gegevens,
            "gemaakt_op": klok.nu(),
            "gemaakt_door": by,
        },
    )
    return opname


def gewijzigd(stuk: Concept, opname: Momentopname) -> list[Wijziging]:
    """What a reader would find different in the draft than in `opname`: figures, sections, footnotes."""
    toen, nu = opname.inhoud, draft(stuk)
    return [
        *_verschillen(toen["cijfers"], nu["cijfers"], lambda c: (c["titel"], c["tekst"] or "open"), has_page=True),
        *_verschillen(_per_sleutel(toen), _per_sleutel(nu), lambda sectie: (sectie["kop"] or "Inleiding",) * 2),
        *_verschillen(toen["voetnoten"], nu["voetnoten"], lambda noot: (noot["tekst"],) * 2),
        *_verschillen(_per_nummer(toen), _per_nummer(nu), lambda kader: (kader["titel"],) * 2),
    ]


def _verschillen(toen: dict, nu: dict, woorden, *, has_page: bool = False) -> list[Wijziging]:
    """What differs between two of a kind; `woorden` gives the title of one and what it says."""
    namen = [naam for naam in sorted(toen.keys() | nu.keys()) if toen.get(naam) != nu.get(naam)]
    return [
        Wijziging(
            naam=naam if has_page and naam in nu else "",
            titel=woorden(nu.get(naam) or toen[naam])[0],
            was=woorden(toen[naam])[1] if naam in toen else "nog niet in de brief",
            wordt=woorden(nu[naam])[1] if naam in nu else "niet meer in de brief",
        )
        for naam in namen
    ]


def _per_sleutel(gegevens: dict) -> dict:
    return {sectie["sleutel"]: sectie for sectie in gegevens["secties"]}


def _per_nummer(gegevens: dict) -> dict:
    return {kader["nummer"]: kader for found in gegevens.get("kaders", {}).values() for kader in found}
