"""Checks whether the log is still what it was when it was sealed."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from agenda.models import Zegel
from agenda.spoor.controle import controleren, in_words


class Command(BaseCommand):
    help = "Rekent alle zegels van het logboek na en zegt welke regel is gewijzigd, verwijderd of ingevoegd."

    def handle(self, **options):
        found = controleren()
        if found:
            raise CommandError("\n".join(["Het logboek klopt niet.", *found, f"Zegelbestand: {settings.ZEGELBESTAND}"]))
        zegel = Zegel.objects.last()
        if zegel is None:
            self.stdout.write("Er is nog geen zegel. De werker maakt er elk uur een.")
        else:
            self.stdout.write(f"Het logboek klopt, tot en met {in_words(zegel)}.")
