"""`manage.py zoekindex`: takes every publicatie in anew, after searching itself or the words of a term changed."""

from django.core.management.base import BaseCommand

from interventies.models import Publicatie
from interventies.zoeken.opnemen import alles_opnemen


class Command(BaseCommand):
    help = "Maak opnieuw waarop de catalogus zoekt; nodig nadat het zoeken zelf of de naam van een begrip is veranderd."

    def handle(self, **opties):
        aantal = alles_opnemen(Publicatie.objects.openbaar())
        self.stdout.write(f"{aantal} publicaties opgenomen.")
