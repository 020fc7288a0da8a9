"""Reports what may go; on request makes the list for the second person, or clears what needs no decision."""

from django.core.management.base import BaseCommand, CommandError

from agenda import privacy
from agenda.access import GeenToegang
from agenda.models import Gebruiker
from agenda.opruimen import technisch
from agenda.opruimen.soorten import SOORTEN, verlopen
from agenda.opruimen.vernietigen import OpruimFout, opstellen


class Command(BaseCommand):
    help = (
        "Zegt wat weg mag en waarom (verandert niets), stelt een vernietigingslijst op, of ruimt technische resten op."
    )

    def add_arguments(self, parser):
        keuze = parser.add_mutually_exclusive_group()
        keuze.add_argument("--droog", action="store_true", help="Alleen zeggen wat weg mag. Dit is de standaard.")
        keuze.add_argument("--lijst", action="store_true", help="Stel de lijst op die een tweede persoon bevestigt.")
        keuze.add_argument("--direct", action="store_true", help="Ruim verlopen sessies en tellers op, zonder lijst.")
        parser.add_argument("--door", metavar="EMAIL", help="Bij --lijst: het account dat de lijst voorstelt.")

    def handle(self, *args, lijst, direct, door, **options):
        if direct:
            self.technical()
        elif lijst:
            self.propose(door)
        else:
            self.report()

    def report(self):
        gevonden = verlopen()
        for sleutel, soort in SOORTEN.items():
            termijn = privacy.termijn(sleutel)
            eigen = [each.sinds for each in gevonden if each.soort == sleutel]
            oudste = f", oudste {min(eigen):%d-%m-%Y}" if eigen else ""
            self.stdout.write(f"{len(eigen):6} × {soort.naam}{oudste}")
            self.stdout.write(f"         bewaartermijn: {termijn.zin} {termijn.bron or 'Voorstel, niet vastgesteld.'}")
        self.stdout.write("Er is niets veranderd. Met --lijst --door EMAIL stelt u de vernietigingslijst op.")

    def propose(self, door):
        gebruiker = Gebruiker.objects.filter(email__iexact=door or "").first()
        if gebruiker is None:
            raise CommandError(f"Geef bij --door het e-mailadres van een account; ‘{door or ''}’ is er geen.")
        try:
            lijst = opstellen(by=gebruiker)
        except (OpruimFout, GeenToegang) as fout:
            raise CommandError(str(fout)) from fout
        self.stdout.write(f"Lijst {lijst} is opgesteld, met {lijst.regels.count()} regels. Een ander bevestigt haar.")

    def technical(self):
        for naam, aantal in technisch.opruimen().items():
            self.stdout.write(f"{aantal:6} × {naam} opgeruimd")
