"""Recording how an interventie was judged on one of the evidence ladders."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction

from actielijnen.begroting.plafond import Geweigerd
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.berichten import afhandelen
from agenda.models import Gebruiker
from interventies.models import NIVEAUS, Bewijsoordeel, Interventie, Ladder, Niveau
from interventies.palet.regels import check_gebeurd, check_tekst, lock

NADERT, VERSTREKEN = "herbeoordeling_nadert", "herbeoordeling_verstreken"


@dataclass(frozen=True)
class Oordeel:
    """What a commission or organisation found: the level, by which criteria, and why."""

    ladder: str
    niveau: str
    criteria: str
    motivering: str
    beoordelaar: str
    beoordeeld_op: date


def niet_meer_vragen(interventie: Interventie) -> None:
    """Nobody has to see to a new judgement any more."""
    for bericht in (NADERT, VERSTREKEN):
        afhandelen(bericht, interventie)


def geldig_tot(beoordeeld_op: date) -> date:
    """The last day on which a judgement of that day holds: so many years on (BEWIJSOORDEEL_JAREN)."""
    jaar = beoordeeld_op.year + settings.BEWIJSOORDEEL_JAREN
    try:
        return beoordeeld_op.replace(year=jaar)
    except ValueError:  # 29 February
        return date(jaar, 2, 28)


@transaction.atomic
def beoordelen(interventie: Interventie, oordeel: Oordeel, *, by: Gebruiker) -> Bewijsoordeel:
    """Record a judgement beside the earlier ones. Raises GeenToegang or Geweigerd: no criteria, or past its term."""
    require(by, Permission.INTERVENTIE_BEOORDELEN)
    lock(interventie)
    if Niveau(oordeel.niveau) not in NIVEAUS[Ladder(oordeel.ladder)]:
        raise Geweigerd("Dit niveau bestaat niet op deze ladder. Kies een ander niveau.", "niveau")
    check_gebeurd("beoordeeld_op", oordeel.beoordeeld_op)
    tot = geldig_tot(oordeel.beoordeeld_op)
    if tot < klok.vandaag():
        raise Geweigerd(
            f"Dit oordeel is verlopen op {tot:%d-%m-%Y}: het geldt {settings.BEWIJSOORDEEL_JAREN} jaar. "
            "Leg een nieuw oordeel vast.",
            "beoordeeld_op",
        )
    criteria = "Noem de criteria waaraan de interventie voldoet; zonder criteria is er geen oordeel."
    made = Bewijsoordeel.objects.create(
        interventie=interventie,
        ladder=oordeel.ladder,
        niveau=oordeel.niveau,
        criteria=check_tekst("criteria", oordeel.criteria, leeg=criteria, langst=4000),
        motivering=check_tekst("motivering", oordeel.motivering, leeg="Schrijf op waarop het rust.", langst=4000),
        beoordelaar=check_tekst("beoordelaar", oordeel.beoordelaar, leeg="Vul in wie oordeelde.", langst=160),
        beoordeeld_op=oordeel.beoordeeld_op,
        geldig_tot=tot,
        vastgelegd_door=by,
        vastgelegd_op=klok.nu(),
    )
    niet_meer_vragen(interventie)
    audit.record(interventie, "bewijsoordeel_vastleggen", by=by, niveau=str(made), beoordelaar=made.beoordelaar)
    return made
