"""Makes the Voorbeeldprogramma; running it again changes nothing."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from agenda.models import Gebruiker, Ministerie
from rapportage.voorbeeld.laden import laad


class Command(BaseCommand):
    help = "Maakt het Voorbeeldprogramma, met bedachte gemeenten, budget en betalingen. Nog een keer verandert niets."

    def add_arguments(self, parser):
        parser.add_argument(
            "--ook-in-productie", action="store_true", help="ook als dit portaal geen demo is (PORTAAL_DEMO staat uit)"
        )

    def handle(self, *, ook_in_productie, **options):
        if not settings.PORTAAL_DEMO and not ook_in_productie:
            raise CommandError(
                "Dit portaal is geen demo, en bedachte gegevens horen niet naast echte. Er is niets geladen. "
                "Wilt u het toch? Draai dan: manage.py laad_voorbeeld --ook-in-productie"
            )
        if not Ministerie.objects.exists():
            raise CommandError("Laad eerst de naslag en het echte programma: manage.py laad_programma")
        try:
            verslag = laad(by=Gebruiker.objects.systeem())
        except ValidationError as fout:
            raise CommandError(f"Er is niets geladen.\n{' '.join(fout.messages)}") from fout
        for regel in verslag.regels():
            self.stdout.write(regel)
