"""What the example prepares: the list for its first letter, done but for one point, and that for the letter of 2027."""

from datetime import date

from actielijnen.models import Indicator
from agenda.access import Rol
from agenda.models import Programma
from rapportage.models import Voorbereidingspunt
from rapportage.voorbeeld.mensen import op
from rapportage.voorbereiding import lijst, punten, sjabloon
from rapportage.voorbereiding.lijst import Uit

LATER = 2  # the point of the first list that nobody reported done

# fmt: off
#    onderwerp     vraag                                              uiterlijk           eigenaar
EIGEN_PUNTEN = [
    ("overig",    "Jongeren in de buurtateliers",                     date(2027, 3, 9),   Rol.BELEIDSMEDEWERKER),
    ("congres",   "Zaal en sprekers van het congres van 2027",        date(2026, 11, 13), Rol.BELEIDSMEDEWERKER),
    ("begroting", "Prognose van het jaar 2026 is vastgesteld",        date(2026, 11, 26), Rol.BUDGETHOUDER),
]
# fmt: on


def vul(programma: Programma) -> str:
    """Make both lists, once."""
    if programma.voorbereidingen.exists():
        return "ongewijzigd"
    with op(date(2025, 12, 8), Rol.PROGRAMMAMANAGER) as by:
        sjabloon.standaard_overnemen(programma, by=by)
        tijd = {"van": date(2025, 9, 1), "peildatum": date(2026, 3, 31), "brief_op": date(2026, 6, 16)}
        eerste = lijst.maken(programma, jaar=2026, **tijd, uit=Uit.SJABLOON, by=by)
    for punt in eerste.punten.exclude(nummer=LATER):
        with op(punt.uiterlijk_op, Rol.BELEIDSMEDEWERKER) as by:
            punten.gereedmelden(punt, notitie="Bijgewerkt in het portaal.", by=by)
    with op(date(2026, 10, 12), Rol.PROGRAMMAMANAGER) as by:
        tijd = {"van": date(2026, 4, 1), "peildatum": date(2026, 12, 31), "brief_op": date(2027, 5, 18)}
        tweede = lijst.maken(programma, jaar=2027, **tijd, uit=Uit.VORIGE, by=by)
        for onderwerp, vraag, uiterlijk_op, rol in EIGEN_PUNTEN:
            indicator = Indicator.objects.filter(programma=programma, naam=vraag).first()
            velden = {"onderwerp": onderwerp, "vraag": vraag, "eigenaar_rol": rol, "indicator": indicator}
            punten.toevoegen(tweede, uiterlijk_op=uiterlijk_op, **velden, by=by)
    with op(date(2026, 11, 10), Rol.BELEIDSMEDEWERKER) as by:
        raad = Voorbereidingspunt.objects.get(voorbereiding=tweede, onderwerp="raad")
        punten.gereedmelden(raad, notitie="Drie adviezen, elk met wat ermee is gedaan.", by=by)
    return "nieuw"
