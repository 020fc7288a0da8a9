"""Makes an account for somebody; the password is asked, so that it stands in no history of commands."""

from getpass import getpass

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from agenda.accounts.maken import ROLLEN, maken
from agenda.models import Gebruiker


class Command(BaseCommand):
    help = "Maakt een account. Het wachtwoord wordt gevraagd en verschijnt niet op het scherm."

    def add_arguments(self, parser):
        parser.add_argument("email", metavar="EMAIL", help="het e-mailadres waarmee iemand inlogt")
        parser.add_argument("--naam", required=True, metavar="NAAM")
        parser.add_argument(
            "--rol", action="append", required=True, metavar="ROL", help=f"mag vaker; kies uit: {', '.join(ROLLEN)}"
        )
        parser.add_argument("--gemeente", default="", metavar="CODE", help="CBS-code, bij een gemeentelijk aanvrager")

    def handle(self, *, email, naam, rol, gemeente, **options):
        wachtwoord = getpass("Wachtwoord: ")
        if getpass("Wachtwoord nog een keer: ") != wachtwoord:
            raise CommandError("Er is geen account gemaakt.\nDe twee wachtwoorden zijn niet gelijk.")
        systeem = Gebruiker.objects.systeem()
        try:
            gebruiker = maken(email, naam=naam, rollen=rol, wachtwoord=wachtwoord, gemeente=gemeente, by=systeem)
        except ValidationError as fout:
            raise CommandError("\n".join(["Er is geen account gemaakt.", *fout.messages])) from fout
        self.stdout.write(f"Het account {gebruiker.email} is gemaakt, met rol: {', '.join(gebruiker.rollen)}.")
