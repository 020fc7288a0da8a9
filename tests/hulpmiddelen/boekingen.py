"""Bookings that nobody loads, made by the verbs, and the arguments of the pages about them."""

from datetime import date
from decimal import Decimal

from actielijnen.begroting import herschikken, verplichten
from actielijnen.begroting.mutaties import Besluit
from actielijnen.models import (
    Begrotingsregel,
    Budget,
    Herschikking,
    Moment,
    Mutatie,
    Reservering,
    Verplichting,
    Verplichtingsdocument,
)
from agenda import bestanden
from agenda.access import Rol
from agenda.models import Bron, Gebruiker, Programma
from tests.hulpmiddelen import vooruitzicht

DELEN = ("betalen", "terugontvangen", "bijstellen", "plannen", "document")
VERPLICHTING = ("verplichting", *(f"verplichting-{deel}" for deel in DELEN))
DOCUMENT = ("verplichting-document-openen", "verplichting-document-verwijderen")
HERSCHIKKING = ("herschikking", "herschikking-akkoord", "herschikking-afwijzen")
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


def reservering(regel: Begrotingsregel | None = None, *, bedrag="50", by=None) -> Reservering:
    """Money kept apart on the first line of the loaded programme."""
    regel = regel or Begrotingsregel.objects.van(Programma.objects.huidig()).first()
    return verplichten.reserveren(regel, bedrag=Decimal(bedrag), omschrijving="Toegezegde training", by=by or boeker())


def herschikking(van=None, naar=None, *, bedrag="100", by=None) -> Herschikking:
    """A proposal to move money from one line of the loaded programme to another."""
    eerste, tweede = Begrotingsregel.objects.van((van and van.programma) or Programma.objects.huidig())[:2]
    besluit = Besluit(Moment.SLOTWET, 2025, Bron.objects.first(), "p. 1", "Meer vraag naar trainingen")
    velden = {"budget": Budget.BEIDE, "bedrag": Decimal(bedrag), "besluit": besluit}
    return herschikken.voorstellen(van or eerste, naar or tweede, **velden, by=by or boeker())


def document(verplichting: Verplichting) -> Verplichtingsdocument:
    """A contract at it, judged already."""
    bestand = bestanden.bewaar(b"kenmerk;bedrag\n", "contract.csv", by=None, zelf_gemaakt=True)
    return Verplichtingsdocument.objects.create(
        verplichting=verplichting, bestand=bestand, omschrijving="Contract", toegevoegd_door=boeker()
    )


def arguments() -> dict[str, dict]:
    """The arguments of the pages about new bookings; none without a programme."""
    if Programma.objects.huidig() is None:
        return {}
    made = verplichting()
    betaald(made)
    own = {"programma": made.programma.code, "kenmerk": made.kenmerk}
    besluit = {"besluit": herschikking().besluit}
    mutatie = Mutatie.objects.first()
    return vooruitzicht.arguments() | {
        **dict.fromkeys(VERPLICHTING, own),
        **dict.fromkeys(DOCUMENT, own | {"pk": document(made).pk}),
        **dict.fromkeys(HERSCHIKKING, besluit),
        "begrotingsbesluit": {"besluit": mutatie.besluit},
        "reservering-vervallen": {"pk": reservering().pk},
        "begrotingsjaar-stap": {"jaar": 2024, "verb": "jaar_voorstellen"},
    }
