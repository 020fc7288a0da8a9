"""Loads the real data of the programma; running it again changes nothing."""

from django.core.management.base import BaseCommand, CommandError

from agenda.models import Gebruiker
from rapportage.laden.bestanden import LaadFout
from rapportage.laden.programma import laad


class Command(BaseCommand):
    help = "Laadt de gegevens van het programma uit de gegevensbestanden. Nog een keer laden verandert niets."

    def handle(self, *args, **options):
        try:
            verslag = laad(by=Gebruiker.objects.systeem())
        except LaadFout as fout:
            raise CommandError(f"Er is niets geladen.\n{fout}") from fout
        for regel in verslag.regels():
            self.stdout.write(regel)
