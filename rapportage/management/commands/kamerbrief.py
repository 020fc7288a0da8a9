"""`manage.py kamerbrief 2024 --uit MAP`: the progress letter of a year as PDF."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from agenda.documenten.fout import PdfFout
from agenda.models import Gebruiker, Programma
from rapportage.brief import pdf, schrijven
from rapportage.brief.fout import BriefFout
from rapportage.models import Brief


class Command(BaseCommand):
    help = "Maak de voortgangsbrief van een jaar als PDF, uit de gegevens van het programma."

    def add_arguments(self, parser):
        parser.add_argument("jaar", type=int, help="bijvoorbeeld 2024")
        parser.add_argument("--uit", type=Path, required=True, help="map waarin de PDF komt")
        parser.add_argument("--programma", default="veerkracht-weerbaarheid", help="code van het programma")

    def handle(self, *, jaar, uit, programma, **opties):
        try:
            pad = self._maak(jaar, uit, programma)
        except (BriefFout, PdfFout) as fout:
            raise CommandError(f"De brief is niet gemaakt.\n{fout}") from fout
        self.stdout.write(f"Brief geschreven: {pad}")

    def _maak(self, jaar, uit, code):
        programma = Programma.objects.filter(code=code).first()
        if programma is None:
            raise CommandError(f"Programma ‘{code}’ bestaat niet. Draai eerst: manage.py laad_programma")
        systeem = Gebruiker.objects.systeem()
        brief = schrijven.openen(programma, Brief.Soort.VOORTGANG, jaar, by=systeem)
        if brief.status == Brief.Status.CONCEPT:
            brief = schrijven.aanbieden(brief, by=systeem)
        return pdf.schrijf(brief.opname.inhoud, uit / f"voortgangsbrief-{jaar}.pdf")
