"""Texts of the example for a letter: one that Voorbeeldstad agreed with, and one that waits for its answer."""

from datetime import date

from agenda.access import Rol
from agenda.models import Programma
from interventies.models import Praktijkkader, Uitvoering
from interventies.palet import toestemming
from rapportage.voorbeeld.mensen import op, voor

STAD = "Voorbeeldstad"
GEVRAAGD, TOEGESTEMD = date(2026, 11, 10), date(2026, 11, 13)

# fmt: off
#    interventie                          titel                                  tekst
KADERS = [
    ("Weerbaarheidstrainingen op school", "Nee leren zeggen in Voorbeeldstad Oost",
     "In Voorbeeldstad Oost oefenen leerlingen met nee zeggen en met hulp vragen. De mentor doet mee, zodat de klas ermee "
     "doorgaat als de trainer weg is. Leerlingen zeggen dat zij eerder naar iemand toe stappen."),
    ("Mediawijs in de klas",              "Nepnieuws nagaan in De Bedachte Hoek",
     "In De Bedachte Hoek zoeken leerlingen samen uit of een bericht klopt. Ouders krijgen dezelfde opdracht mee naar huis."),
]
# fmt: on


def vul(programma: Programma) -> str:
    """Ask about both texts, once; the gemeente agrees with the first."""
    if not programma.is_voorbeeld or Praktijkkader.objects.filter(uitvoering__gemeente__is_voorbeeld=True).exists():
        return "ongewijzigd"
    eerste, _ = [_vraag(*kader) for kader in KADERS]
    with voor(eerste.gemeente, TOEGESTEMD) as by:
        toestemming.toestemmen(eerste, by=by)
    return "nieuw"


def _vraag(interventie: str, titel: str, tekst: str) -> Praktijkkader:
    uitvoeringen = Uitvoering.objects.for_list().filter(interventie__is_voorbeeld=True, gemeente__naam=STAD)
    uitvoering = uitvoeringen.get(interventie__laatste__naam=interventie)
    with op(GEVRAAGD, Rol.BEHANDELAAR) as by:
        return toestemming.vragen(uitvoering, titel=titel, tekst=tekst, by=by)
