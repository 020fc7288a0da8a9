"""What may not stand in the prose of a letter, as a table of patterns with what to do instead."""

import re

from agenda.cijfers import Cijfer
from agenda.documenten import proza
from agenda.models import Kwalificatie
from rapportage.brief.fout import Probleem

GETALWOORDEN = r"\b(twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|honderd|duizend|miljoen)\b"

# fmt: off
# Words that may stand nowhere in a letter, its annexes or its attachments.
VERBODEN = [
    (re.compile(r"V\s*&(amp;)?\s*WS"),          "‘V&WS’ is een interne afkorting. Schrijf ‘de Agenda’ of de naam voluit."),
    (re.compile(r"[Dd]ecentrale [Uu]itkering"), "Schrijf ‘decentralisatie-uitkering (DU)’; zo heet de uitkering in de wet."),
]

#    patroon                                   blokkeert  melding
REGELS = [
    *((patroon, True, melding) for patroon, melding in VERBODEN),
    (re.compile(r"\d"),                        True,  "er staat een getal in de tekst. Gebruik {% cijfer \"naam\" %}, zodat de bron bekend is."),
    (re.compile(GETALWOORDEN, re.I),           False, "er staat een telwoord in de tekst. Is het een cijfer, gebruik dan {% cijfer \"naam\" %}."),
]
# fmt: on


def lint(plaats: str, kop: str, tekst: str) -> list[Probleem]:
    """All findings in one section, with the line (from 1) where each stands."""
    problemen = []
    regels = [("kop", kop), *((f"regel {n}", r) for n, r in enumerate(tekst.splitlines(), start=1))]
    for waar, regel in regels:
        met_de_hand = proza.zonder_merken(regel)
        for patroon, blokkeert, melding in REGELS:
            if treffer := patroon.search(met_de_hand):
                problemen.append(Probleem(f"{plaats}, {waar}", f"‘{treffer[0]}’: {melding}", blokkeert))
    return problemen


def lint_cijfer(cijfer: Cijfer) -> list[Probleem]:
    """Forbidden words that would reach the annex through a figure: its texts and those of its sources."""
    teksten = [cijfer.titel, cijfer.tekst, cijfer.uitleg, cijfer.betreft]
    for herkomst in (*cijfer.herkomst, *(eerder.herkomst for eerder in cijfer.eerder)):
        teksten += [herkomst.titel, herkomst.verwijzing, herkomst.vindplaats]
    return [
        Probleem(f"Cijfer ‘{cijfer.naam}’", f"‘{treffer[0]}’: {melding}")
        for tekst in teksten
        for patroon, melding in VERBODEN
        if (treffer := patroon.search(tekst))
    ]


def verloren_kwalificatie(plaats: str, tekst: str, cijfers: dict) -> list[Probleem]:
    """A `kaal` figure whose qualifier is not in the same line of prose."""
    problemen = []
    for nummer, regel in enumerate(tekst.splitlines(), start=1):
        for merk in proza.merken(regel, plaats):
            cijfer = cijfers.get(merk.naam)
            if merk.soort != "kaal" or cijfer is None or cijfer.kwalificatie in ("", Kwalificatie.EXACT):
                continue
            woord = Kwalificatie(cijfer.kwalificatie).label
            if not re.search(rf"\b{re.escape(woord)}\b", proza.zonder_merken(regel), re.IGNORECASE):
                problemen.append(
                    Probleem(
                        f"{plaats}, regel {nummer}",
                        f"het cijfer ‘{merk.naam}’ heeft de kwalificatie ‘{woord}’, maar die staat niet in "
                        f'dezelfde regel. Schrijf ‘{woord}’ erbij of gebruik {{% cijfer "{merk.naam}" %}}.',
                    )
                )
    return problemen
