"""Closing a year, by two persons and after the slotwet; from then on nothing is booked in it."""

from django.db import transaction

from actielijnen.begroting.plafond import Geweigerd, lock
from actielijnen.models import Begrotingsjaar, Begrotingsregel, Moment, Mutatie
from agenda import klok
from agenda.access import Permission
from agenda.berichten import afhandelen, stuur
from agenda.levensloop import advance
from agenda.models import Gebruiker

AFSLUITEN = "jaar_afsluiten"  # the kind of message


@transaction.atomic
def voorstellen(programma, jaar: int, *, by) -> Begrotingsjaar:
    """Propose to close a year that is over, with its slotwet booked. Raises GeenToegang, NietMogelijk or Geweigerd."""
    if jaar >= klok.vandaag().year:
        raise Geweigerd(
            f"{jaar} is nog niet voorbij. Een jaar sluit u af als het voorbij is en de slotwet bekend is.", "jaar"
        )
    if not Mutatie.objects.van(programma).filter(begrotingsjaar=jaar, moment=Moment.SLOTWET).exists():
        raise Geweigerd(f"De slotwet van {jaar} is nog niet geboekt. Boek eerst een mutatie met dat moment.", "jaar")
    begrotingsjaar, _ = Begrotingsjaar.objects.get_or_create(programma=programma, jaar=jaar)
    advance(begrotingsjaar, "jaar_voorstellen", by=by)
    anderen = Gebruiker.objects.with_permission(Permission.JAAR_AFSLUITEN)
    stuur(AFSLUITEN, anderen, over=begrotingsjaar, kenmerk=f"Begrotingsjaar {jaar}", by=by)
    return begrotingsjaar


@transaction.atomic
def terugnemen(begrotingsjaar: Begrotingsjaar, *, by) -> None:
    advance(begrotingsjaar, "jaar_terugnemen", by=by)
    afhandelen(AFSLUITEN, begrotingsjaar)


@transaction.atomic
def afsluiten(begrotingsjaar: Begrotingsjaar, *, by) -> None:
    """Close the year, by another than who proposed it; bookings under way are waited for.

    Raises GeenToegang, NietMogelijk or Functiescheiding.
    """
    lock(*Begrotingsregel.objects.van(begrotingsjaar.programma))
    advance(begrotingsjaar, "jaar_afsluiten", by=by, velden={"afgesloten_op": klok.nu()})
    afhandelen(AFSLUITEN, begrotingsjaar)
