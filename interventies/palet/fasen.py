"""Going on or stopping: each fase rests on what was recorded before, and its reason stays."""

from django.db import transaction

from agenda import klok
from agenda.levensloop import NietMogelijk, advance, options
from agenda.models import Gebruiker
from interventies.models import Interventie
from interventies.palet.beoordelen import niet_meer_vragen
from interventies.palet.regels import check_tekst, lock
from interventies.palet.toetsen import ontbrekende_toets

WAAROM = "Schrijf op waarom. De reden blijft bij de interventie staan."


def ontbreekt_voor_doen(interventie: Interventie) -> str:
    """What must be there before an interventie counts as one that works, in Dutch; empty if all is there."""
    if not interventie.evaluaties.vastgesteld().exists():
        return "Er is nog geen vastgestelde evaluatie. Laat een tweede lezer er een vaststellen."
    if interventie.oordeel is None:
        return "Er is geen geldig bewijsoordeel. Leg vast hoe de interventie is beoordeeld."
    return ontbrekende_toets(interventie)


# What each step to a fase rests on.
ONTBREEKT = {"interventie_testen": ontbrekende_toets, "interventie_doen": ontbreekt_voor_doen}


def ontbreekt(interventie: Interventie, verb: str) -> str:
    """Why this step cannot be taken yet, in Dutch; empty if it can."""
    return ONTBREEKT[verb](interventie) if verb in ONTBREEKT else ""


@transaction.atomic
def testen(interventie: Interventie, *, reden: str, by: Gebruiker) -> None:
    """Begin testing what works. Raises GeenToegang, NietMogelijk without a scopetoets that allows it, or Geweigerd."""
    _ga(interventie, "interventie_testen", reden, by)


@transaction.atomic
def doen(interventie: Interventie, *, reden: str, by: Gebruiker) -> None:
    """From testing to doing. Raises GeenToegang, NietMogelijk without evaluatie and judgement, or Geweigerd."""
    _ga(interventie, "interventie_doen", reden, by)


@transaction.atomic
def stoppen(interventie: Interventie, *, reden: str, by: Gebruiker) -> None:
    """Stop; what was published of it says so, with the reason. Raises GeenToegang, NietMogelijk or Geweigerd."""
    _ga(interventie, "interventie_stoppen", reden, by)
    niet_meer_vragen(interventie)


def _ga(interventie: Interventie, verb: str, reden: str, by: Gebruiker) -> None:
    lock(interventie)
    reden = check_tekst("reden", reden, leeg=WAAROM, langst=2000)
    velden = {"fase_reden": reden, "fase_sinds": klok.vandaag()}
    may_now = verb in {stap.verb for stap in options(interventie, by)}  # if not, advance says why not
    if may_now and (waarom := ontbreekt(interventie, verb)):
        raise NietMogelijk(waarom)
    advance(interventie, verb, by=by, velden=velden, reden=reden.rstrip("."))
