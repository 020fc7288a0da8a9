"""Invites the first beheerder, who can invite everybody else; prints the link, because there may be no mail yet."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from agenda.accounts.uitnodigen import eerste_beheerder
from agenda.levensloop import NietMogelijk
from agenda.models.uitnodigingen import GELDIG


class Command(BaseCommand):
    help = "Nodigt de eerste beheerder uit en toont de link waarmee die een wachtwoord kiest."

    def add_arguments(self, parser):
        parser.add_argument("email", metavar="EMAIL", help="het werkadres van de beheerder")
        parser.add_argument("--naam", required=True, metavar="NAAM")
        parser.add_argument(
            "--nog-een", default="", metavar="REDEN", help="toch, al is er een beheerder; de reden komt in het logboek"
        )

    def handle(self, *, email, naam, nog_een, **options):
        try:
            path = eerste_beheerder(email, naam=naam, reden=nog_een)
        except NietMogelijk as fout:
            raise CommandError(f"{fout}\nKan die niet meer inloggen? Gebruik dan --nog-een REDEN.") from fout
        except ValidationError as fout:
            raise CommandError("\n".join(["Er is niemand uitgenodigd.", *fout.messages])) from fout
        self.stdout.write(f"Deze link werkt één keer, {GELDIG.days} dagen lang. Geef hem alleen aan {naam}:")
        self.stdout.write(f"{settings.PORTAAL_ADRES.rstrip('/')}{path}")
