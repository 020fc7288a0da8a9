"""`manage.py kamerbrief 2024 --uit MAP`: the progress letter of a year as PDF."""

import argparse
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from agenda.documenten.fout import PdfFout
from agenda.models import Gebruiker, Momentopname, Programma
from rapportage.brief import opname, pdf, schrijven
from rapportage.brief.concept import concept
from rapportage.brief.fout import BriefFout
from rapportage.models import Brief


def jaartal(tekst: str) -> int:
    if not (tekst.isdigit() and len(tekst) == 4):
        raise argparse.ArgumentTypeError(f"‘{tekst}’ is geen jaar. Schrijf bijvoorbeeld 2024.")
    return int(tekst)


class Command(BaseCommand):
    help = "Maak de voortgangsbrief van een jaar als PDF, uit de gegevens van het programma."

    def add_arguments(self, parser):
        parser.add_argument("jaar", type=jaartal, help="bijvoorbeeld 2024")
        parser.add_argument("--uit", type=Path, required=True, help="map waarin de PDF komt")
        parser.add_argument("--programma", default="veerkracht-weerbaarheid", help="code van het programma")

    def handle(self, *, jaar, uit, programma, **opties):
        gevonden = Programma.objects.filter(code=programma).first()
        if gevonden is None:
            raise CommandError(f"Programma ‘{programma}’ bestaat niet. Draai eerst: manage.py laad_programma")
        try:
            pad = pdf.schrijf(self._opname(gevonden, jaar).inhoud, uit / f"voortgangsbrief-{jaar}.pdf")
        except (BriefFout, PdfFout) as fout:
            raise CommandError(f"De brief is niet gemaakt.\n{fout}") from fout
        except OSError as fout:
            raise CommandError(f"Schrijven in ‘{uit}’ lukt niet: {fout.strerror}. Kies een andere map.") from fout
        self.stdout.write(f"Brief geschreven: {pad}")

    def _opname(self, programma: Programma, jaar: int) -> Momentopname:
        """The last Momentopname of the letter; the first is made here, after its PDF proved possible."""
        systeem = Gebruiker.objects.systeem()
        brief = schrijven.openen(programma, Brief.Soort.VOORTGANG, jaar, by=systeem)
        if brief.opname is None:
            pdf.bytes_van(opname.inhoud(concept(brief)))
            brief = schrijven.aanbieden(brief, by=systeem)
        elif brief.status == Brief.Status.CONCEPT:
            self.stderr.write(f"{brief} is terug in concept. De PDF toont de laatste momentopname.")
        return brief.opname
