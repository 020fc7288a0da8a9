"""The list for a letter that nobody loads, made by the verbs, and the arguments of the pages about it."""

from datetime import date

from agenda.access import Rol
from agenda.models import Gebruiker, Programma
from rapportage.models import Sjabloonpunt, Voorbereiding, Voorbereidingspunt
from rapportage.voorbereiding import lijst as lijsten
from rapportage.voorbereiding import punten, sjabloon
from rapportage.voorbereiding.lijst import Uit

LEIDING = "leiding@voorbeeld.invalid"
PUNT = {"vraag": "Aantal gemeenten met een DU", "onderwerp": "du", "eigenaar_rol": Rol.BEHANDELAAR}
PUNTPAGINAS = ("", "-wijzigen", "-gereed", "-heropenen")


def leiding() -> Gebruiker:
    """The programmamanager who sets up the list."""
    found = Gebruiker.objects.filter(email=LEIDING).first()
    return found or Gebruiker.objects.create_user(LEIDING, naam="Lena Leiding", rollen=[Rol.PROGRAMMAMANAGER])


def sjabloonpunt(programma: Programma | None = None, *, weken_vooraf: int = 6, **anders) -> Sjabloonpunt:
    """A point that every new list of `programma` gets."""
    programma = programma or Programma.objects.huidig()
    return sjabloon.toevoegen(programma, weken_vooraf=weken_vooraf, **PUNT | anders, by=leiding())


def lijst(programma: Programma | None = None, *, jaar: int = 2027, uit: str = Uit.SJABLOON) -> Voorbereiding:
    """The list of the letter that goes on 18 May of `jaar` and speaks of the year before."""
    programma = programma or Programma.objects.huidig()
    tijd = {"van": date(jaar - 1, 1, 1), "peildatum": date(jaar - 1, 12, 31), "brief_op": date(jaar, 5, 18)}
    return lijsten.maken(programma, jaar=jaar, **tijd, uit=uit, by=leiding())


def punt(in_lijst: Voorbereiding, *, uiterlijk_op: date | None = None, **anders) -> Voorbereidingspunt:
    """A point that only this list has."""
    uiterlijk = uiterlijk_op or in_lijst.brief_op
    return punten.toevoegen(in_lijst, uiterlijk_op=uiterlijk, **PUNT | anders, by=leiding())


def arguments() -> dict[str, dict]:
    """The arguments of the pages about a list; none without a programme."""
    programma = Programma.objects.huidig()
    if programma is None:
        return {}
    if not (van_jaar := programma.voorbereidingen.first()):
        sjabloon.standaard_overnemen(programma, by=leiding())
        van_jaar = lijst(programma)
        punten.gereedmelden(van_jaar.punten.get(nummer=2), notitie="Overgenomen van BZK.", by=leiding())
    van_sjabloon, een = {"nummer": 1}, {"jaar": van_jaar.jaar, "nummer": 1}
    return {f"voorbereidingspunt{page}": een for page in PUNTPAGINAS} | {
        "voorbereidingspunt-nieuw": {"jaar": van_jaar.jaar},
        **{f"sjabloonpunt{page}": van_sjabloon for page in ("", "-wijzigen", "-vervallen")},
    }
