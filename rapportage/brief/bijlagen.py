"""The figures behind a letter as files that travel inside its PDF."""

import csv
import io

from agenda.documenten.pdf import Bijlage
from agenda.lijsten.bestand import escaped
from rapportage.brief.opname import canonical

KOLOMMEN = [
    "naam", "titel", "tekst", "waarde", "eenheid", "kwalificatie", "betreft", "oorsprong", "uitleg", "bron",
    "verwijzing", "vindplaats", "bekend_sinds", "eerder_gemeld",
]  # fmt: skip


def cijfers_csv(gegevens: dict) -> bytes:
    """One row per figure, UTF-8 with BOM and semicolons, as Dutch spreadsheets open it."""
    uitvoer = io.StringIO(newline="")
    schrijver = csv.DictWriter(uitvoer, KOLOMMEN, delimiter=";")
    schrijver.writeheader()
    for _, cijfer in sorted(gegevens["cijfers"].items()):  # the database keeps its own order of keys
        herkomst = cijfer["herkomst"]
        rij = (
            cijfer
            | {
                "bron": " | ".join(h["titel"] for h in herkomst),
                "verwijzing": " | ".join(h["verwijzing"] for h in herkomst),
                "vindplaats": " | ".join(h["vindplaats"] for h in herkomst),
                "bekend_sinds": " | ".join(h["bekend_sinds"] for h in herkomst),
                "eerder_gemeld": " | ".join(e["tekst"] for e in cijfer["eerder"] if e["is_gemeld"]),
            }
        )
        schrijver.writerow({kolom: escaped(rij[kolom]) for kolom in KOLOMMEN})
    return ("\ufeff" + uitvoer.getvalue()).encode()


def bijlagen(gegevens: dict) -> tuple[Bijlage, ...]:
    """CSV and JSON with the figures of this letter, for the PDF."""
    return (
        Bijlage("cijfers.csv", cijfers_csv(gegevens), "De cijfers in deze brief met hun bron", "text/csv"),
        Bijlage(
            "momentopname.json",
            canonical(gegevens),
            "De momentopname waaruit deze brief is gemaakt",
            "application/json",
        ),
    )
