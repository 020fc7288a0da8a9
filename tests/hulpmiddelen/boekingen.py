"""Bookings that nobody loads, made by the verbs, and the arguments of the pages about them."""

from datetime import date
from decimal import Decimal

from actielijnen.begroting import verplichten
from actielijnen.models import Begrotingsregel, Verplichting
from agenda.access import Rol
from agenda.models import Gebruiker, Programma

STAF = "boeken@voorbeeld.invalid"


def boeker() -> Gebruiker:
    """Somebody who may book everything."""
    found = Gebruiker.objects.filter(email=STAF).first()
    return found or Gebruiker.objects.create_user(STAF, naam="Bo Boeker", rollen=[Rol.BUDGETHOUDER])


def verplichting(regel: Begrotingsregel | None = None, *, bedrag="1000", by=None, **anders) -> Verplichting:
    """A contract on the first line of the loaded programme, with a kenmerk that asks care in an address."""
    regel = regel or Begrotingsregel.objects.van(Programma.objects.huidig()).first()
    velden = {
        "kenmerk": f"2026/{Verplichting.objects.count() + 1:03} A",
        "soort": Verplichting.Soort.CONTRACT,
        "omschrijving": "Trainingen voor jongerenwerkers",
        "wederpartij": "Stichting Voorbeeld",
        "datum": date(regel.jaar or 2025, 3, 1),
    }
    return verplichten.aangaan(regel, bedrag=Decimal(bedrag), by=by or boeker(), **velden | anders)


def betaald(verplichting: Verplichting, bedrag="100", kenmerk="F-1", *, by=None, **anders):
    """A payment on it, on the day that it was entered if nothing else is said."""
    velden = {"datum": verplichting.datum, "kenmerk": kenmerk} | anders
    return verplichten.betalen(verplichting, bedrag=Decimal(bedrag), by=by or boeker(), **velden)


def arguments() -> dict[str, dict]:
    """The arguments of the pages about new bookings; none without a programme."""
    if Programma.objects.huidig() is None:
        return {}
    made = verplichting()
    betaald(made)
    own = {"programma": made.programma.code, "kenmerk": made.kenmerk}
    namen = ("verplichting", "verplichting-betalen", "verplichting-terugontvangen", "verplichting-bijstellen")
    return dict.fromkeys(namen, own)
