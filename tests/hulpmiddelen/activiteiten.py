"""Activiteiten that nobody loads, made by the verbs, and the arguments of the pages about them."""

from datetime import timedelta

from actielijnen.activiteiten import activiteit as verbs
from actielijnen.activiteiten import voortgang
from actielijnen.models import Actielijn, Activiteit
from agenda import klok
from agenda.access import Rol
from agenda.models import Gebruiker, Programma

STAF = "planning@voorbeeld.invalid"


def planner() -> Gebruiker:
    """Somebody who brings activiteiten up to date."""
    found = Gebruiker.objects.filter(email=STAF).first()
    return found or Gebruiker.objects.create_user(STAF, naam="Pien Planner", rollen=[Rol.BELEIDSMEDEWERKER])


def activiteit(programma: Programma | None = None, *, by: Gebruiker | None = None, **anders) -> Activiteit:
    """A planned activiteit of the loaded programme, from tomorrow on."""
    programma = programma or Programma.objects.huidig()
    morgen = klok.vandaag() + timedelta(days=1)
    velden = {
        "naam": "Training voor jongerenwerkers",
        "doel": "Dertig jongerenwerkers kunnen een moeilijk gesprek voeren.",
        "gepland_van": morgen,
        "gepland_tot": morgen + timedelta(days=60),
        "eigenaar_rol": Rol.BELEIDSMEDEWERKER,
        "actielijn": Actielijn.objects.filter(programma=programma).first(),
    }
    return verbs.maken(programma, **velden | anders, by=by or planner())


def lopend(**anders) -> Activiteit:
    """One that runs since yesterday."""
    gisteren = klok.vandaag() - timedelta(days=1)
    made = activiteit(**anders)
    return verbs.starten(made, op=gisteren, by=planner())


def bericht(over: Activiteit, soort="voortgang", gezondheid="op_koers", tekst="Het gaat goed.", **anders):
    """A message about it, of today."""
    velden = {"peildatum": klok.vandaag(), "by": planner()} | anders
    return voortgang.melden(over, soort=soort, gezondheid=gezondheid, tekst=tekst, **velden)


def arguments() -> dict[str, dict]:
    """The arguments of the pages about a new activiteit; none without a programme."""
    if Programma.objects.huidig() is None:
        return {}
    nummer = activiteit().nummer
    namen = ("activiteit", "activiteit-wijzigen", "activiteit-verplaatsen", "activiteit-bericht")
    pages = {naam: {"nummer": nummer} for naam in namen}
    return pages | {"activiteit-stap": {"nummer": nummer, "verb": "activiteit_starten"}}
