"""Moving budget between posts: one proposes, two others agree, and only then it is booked."""

from decimal import Decimal
from uuid import uuid4

from django.db import transaction

from actielijnen.begroting.mutaties import Besluit, boek_besloten, check_besluit
from actielijnen.begroting.plafond import Geweigerd, lock
from actielijnen.models import Begrotingsregel, Budget, Herschikking, MutatieSoort
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.berichten import afhandelen, stuur
from agenda.levensloop import advance
from agenda.models import Gebruiker
from agenda.money import euro

AKKOORD = "herschikking_akkoord"  # the kind of message


@transaction.atomic
def voorstellen(
    van: Begrotingsregel, naar: Begrotingsregel, *, budget: Budget, bedrag: Decimal, besluit: Besluit, by
) -> Herschikking:
    """Propose to move `bedrag` (euro) between two lines of one programma. Raises GeenToegang or Geweigerd."""
    require(by, Permission.BEGROTING_MUTEREN)
    if van.pk == naar.pk:
        raise Geweigerd("Kies twee verschillende regels.", "naar")
    if van.programma != naar.programma:
        raise Geweigerd("Geld gaat niet van het ene programma naar het andere.", "naar")
    if bedrag <= 0:
        raise Geweigerd("Een herschikking is meer dan € 0. Wilt u de andere kant op? Wissel de regels om.")
    check_besluit(besluit)
    if besluit.begrotingsjaar is None:
        raise Geweigerd("Vul het jaar in waarin u herschikt, bijvoorbeeld 2026.", "begrotingsjaar")
    herschikking = Herschikking.objects.create(
        van=van,
        naar=naar,
        budget=budget,
        bedrag=bedrag,
        moment=besluit.moment,
        begrotingsjaar=besluit.begrotingsjaar,
        bron=besluit.bron,
        vindplaats=besluit.vindplaats,
        reden=besluit.reden,
        besluit=uuid4(),
        voorgesteld_op=klok.nu(),
        voorgesteld_door=by,
    )
    anderen = Gebruiker.objects.with_permission(Permission.HERSCHIKKING_AKKOORD)
    stuur(AKKOORD, anderen, over=herschikking, kenmerk=f"Herschikking {herschikking.begrotingsjaar}", by=by)
    audit.record(herschikking, "herschikking_voorstellen", by=by, bedrag=euro(bedrag), van=str(van), naar=str(naar))
    return herschikking


@transaction.atomic
def akkoord(herschikking: Herschikking, *, by) -> None:
    """Agree; the second of two persons who did not propose it carries it out.

    Raises GeenToegang, NietMogelijk, Functiescheiding or, when the money is no longer there, Tekort.
    """
    lock(herschikking.van, herschikking.naar)
    herschikking.refresh_from_db(fields=["status"])
    eerste = herschikking.status == Herschikking.Status.VOORGESTELD
    advance(herschikking, "herschikking_akkoord" if eerste else "herschikking_uitvoeren", by=by)
    afhandelen(AKKOORD, herschikking, voor=by if eerste else None)
    if herschikking.status == Herschikking.Status.UITGEVOERD:
        _boek(herschikking, by)


@transaction.atomic
def afwijzen(herschikking: Herschikking, *, reden: str, by) -> None:
    """Decline a proposal with the reason for it."""
    advance(herschikking, "herschikking_afwijzen", by=by, reden=reden)
    afhandelen(AKKOORD, herschikking)


def _boek(herschikking: Herschikking, by) -> None:
    besluit = Besluit(
        moment=herschikking.moment,
        begrotingsjaar=herschikking.begrotingsjaar,
        bron=herschikking.bron,
        vindplaats=herschikking.vindplaats,
        reden=herschikking.reden,
        nummer=herschikking.besluit,
        reden_overschrijding=herschikking.reden,
    )
    budget, soort, bedrag = herschikking.budget, MutatieSoort.HERSCHIKKING, herschikking.bedrag
    rijen = [(herschikking.van, budget, soort, -bedrag), (herschikking.naar, budget, soort, bedrag)]
    boek_besloten(rijen, besluit, by=by)
