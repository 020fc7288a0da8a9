"""Lines of a begroting for tests, booked through the verb."""

from datetime import date
from decimal import Decimal

from actielijnen.begroting import verplichten
from actielijnen.begroting.mutaties import Besluit, muteren
from actielijnen.models import Actielijn, Begrotingspost, Begrotingsregel, Betaaltermijn, Verplichting
from agenda import klok
from agenda.access import Rol
from agenda.models import Gebruiker, Programma

BESLOTEN = "zo besloten"


def regel(programma, nummer, *, jaar=None, is_indicatief=True, **velden) -> Begrotingsregel:
    """The line of a post for a year (None: niet verdeeld), made when it is not there."""
    post, _ = Begrotingspost.objects.get_or_create(
        programma=programma, nummer=nummer, defaults={"naam": f"Post {nummer}"}
    )
    found, _ = Begrotingsregel.objects.get_or_create(
        post=post,
        jaar=jaar,
        **velden,
        defaults={"periode": str(jaar or "2023–2025"), "is_indicatief": is_indicatief},
    )
    return found


def boek(regel, bedrag, *, bron, by, budget="beide", **velden):
    """A mutatie of `bedrag` (euro) on `regel`."""
    besluit = Besluit(
        **{"moment": "kamerbrief", "begrotingsjaar": None, "vindplaats": "tabel", "reden": "gemeld"} | velden,
        bron=bron,
        reden_overschrijding=BESLOTEN,
    )
    return muteren(regel, budget=budget, soort="beleidsmatig", bedrag=Decimal(bedrag), besluit=besluit, by=by)


def met_actielijn(post, bron) -> None:
    """Make `post` that of an actielijn, so that a verplichting on it needs no toelichting."""
    if post.actielijn is None:
        post.actielijn, _ = Actielijn.objects.get_or_create(
            programma=post.programma, nummer=post.nummer, defaults={"naam": post.naam, "bron": bron}
        )
        post.save()


def verplicht(regel, kenmerk, bedrag, *, by, datum=None, **velden):
    """A verplichting of `bedrag` (euro) on `regel`, of 1 February of its year."""
    velden = {"soort": "contract", "omschrijving": f"Contract {kenmerk}", "wederpartij": "Voorbeeld BV"} | velden
    datum = datum or date(regel.jaar or 2026, 2, 1)
    return verplichten.aangaan(regel, kenmerk=kenmerk, bedrag=Decimal(bedrag), datum=datum, by=by, **velden)


def boekingen() -> None:
    """One row of every kind on the loaded programme: reserved, committed, changed, planned, paid."""
    lijn = Begrotingsregel.objects.van(Programma.objects.huidig()).exclude(post__actielijn=None).first()
    by = Gebruiker.objects.filter(rollen__contains=[Rol.BUDGETHOUDER]).first() or Gebruiker.objects.create_user(
        "budget@voorbeeld.invalid", naam="Bo Budget", rollen=[Rol.BUDGETHOUDER]
    )
    nummer = Verplichting.objects.count() + 1
    verplichten.reserveren(lijn, bedrag=Decimal(10), datum=date(2024, 1, 5), omschrijving=f"Plan {nummer}", by=by)
    made = verplicht(lijn, f"V-{nummer:03}", 1000, datum=date(2024, 2, 1), by=by)
    verplichten.bijstellen(made, bedrag=Decimal(-5), datum=date(2024, 3, 1), reden="minder uren", by=by)
    verplichten.betalen(made, bedrag=Decimal(300), datum=date(2024, 4, 1), kenmerk="F1", by=by)
    Betaaltermijn.objects.create(
        verplichting=made, maand=date(2024, 5, 1), bedrag=Decimal(695), gepland_op=klok.nu(), gepland_door=by
    )
