"""Making a prognose: what will be paid in a year. Fixed by another than who made it, and from then on unchanged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from actielijnen.begroting.plafond import Geweigerd
from actielijnen.begroting.projectie import Band, geteld
from actielijnen.begroting.standen import NUL, standen
from actielijnen.begroting.verwachting import nakoming, uit_openstaand
from actielijnen.models import Aanname, Afwijkingsverklaring, Begrotingspost, Begrotingsregel, Prognose, Prognoseregel
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.levensloop import advance
from agenda.models import Programma
from agenda.money import euro

ONVERDEELD = (
    "De verdeling over jaren is onbekend: de bron van deze begroting verdeelt de bedragen niet over jaren. "
    "Een prognose gaat over één jaar en is daarom niet mogelijk."
)


@dataclass(frozen=True)
class Invulling:
    """What somebody expects on one line, in euro; a reason where it is not what the planning says."""

    uit_openstaand: Decimal
    nieuw: Decimal
    reden: str = ""


def jaren(programma: Programma) -> list[int]:
    """The years for which the begroting of `programma` has lines; none if it is not divided over years."""
    regels = Begrotingsregel.objects.van(programma).exclude(jaar=None)
    return list(regels.order_by("jaar").values_list("jaar", flat=True).distinct())


def nieuwste(programma: Programma) -> dict[int, Prognoseregel]:
    """Per line (its number) what the newest fixed prognose of its year says, in one query; a line may have none."""
    vast = Prognose.objects.vastgesteld().filter(programma=programma)
    laatste = vast.order_by("jaar", "-nummer").distinct("jaar").values("pk")
    regels = Prognoseregel.objects.filter(prognose__in=laatste).select_related("prognose__programma")
    return {rij.regel_id: rij for rij in regels}


@transaction.atomic
def maken(programma: Programma, *, jaar: int, naam: str, peildatum: date, drempel: Decimal, by) -> Prognose:
    """A new concept for `jaar`, filled with what is paid on `peildatum` and what the planning says still comes.

    `drempel` (euro): from that difference on a post needs an explanation. Raises GeenToegang or Geweigerd.
    """
    require(by, Permission.BEGROTING_MUTEREN)
    Programma.objects.select_for_update().get(pk=programma.pk)
    _check_nieuw(programma, jaar, naam, peildatum, drempel)
    eerdere = Prognose.objects.filter(programma=programma, jaar=jaar)
    prognose = Prognose.objects.create(
        programma=programma,
        jaar=jaar,
        nummer=(eerdere.aggregate(hoogste=Max("nummer"))["hoogste"] or 0) + 1,
        naam=naam,
        peildatum=peildatum,
        drempel=drempel,
        gemaakt_op=klok.nu(),
        gemaakt_door=by,
    )
    Prognoseregel.objects.bulk_create(_stand_van(prognose))
    audit.record(prognose, "prognose_maken", by=by, naam=str(prognose), peildatum=f"{peildatum:%d-%m-%Y}")
    return prognose


@transaction.atomic
def invullen(
    prognose: Prognose, post: Begrotingspost, *, regels: Mapping[int, Invulling], verklaring: str, by
) -> Prognose:
    """Write down what is expected on the lines of a post (by number), and why. Raises GeenToegang or Geweigerd."""
    require(by, Permission.BEGROTING_MUTEREN)
    _lock_concept(prognose)
    for rij in prognose.regels.filter(regel__post=post, regel__in=regels):
        _vul_in(rij, regels[rij.regel_id])
    prognose.verklaringen.filter(post=post).delete()
    if verklaring.strip():
        Afwijkingsverklaring.objects.create(prognose=prognose, post=post, tekst=verklaring.strip())
    audit.record(prognose, "prognose_invullen", by=by, naam=str(prognose), post=str(post))
    return prognose


@transaction.atomic
def aannemen(
    prognose: Prognose, soort: Aanname.Soort, *, laag: Decimal, verwacht: Decimal, hoog: Decimal, reden: str, by
) -> Aanname:
    """State an assumption (shares between 0 and 1) for the projection; what earlier years count is marked so.

    Raises GeenToegang or Geweigerd.
    """
    require(by, Permission.BEGROTING_MUTEREN)
    _lock_concept(prognose)
    if not 0 <= laag <= verwacht <= hoog <= 1:
        raise Geweigerd("Vul laag, verwacht en hoog in van klein naar groot, elk van 0 tot en met 100.", "verwacht")
    if not reden.strip():
        raise Geweigerd("Schrijf op waar deze aanname vandaan komt.", "reden")
    is_geteld = soort == Aanname.Soort.TE_LAAT and uit_eerdere_jaren(prognose) == Band(laag, verwacht, hoog)
    velden = {"laag": laag, "verwacht": verwacht, "hoog": hoog, "reden": reden, "is_geteld": is_geteld}
    aanname, _ = Aanname.objects.update_or_create(prognose=prognose, soort=soort, defaults=velden)
    audit.record(prognose, "prognose_aanname", by=by, naam=str(prognose), aanname=str(aanname))
    return aanname


@transaction.atomic
def ophalen(prognose: Prognose, *, by) -> None:
    """Take the stand of the peildatum anew: bookings that came in later count then; what was filled in stays."""
    require(by, Permission.BEGROTING_MUTEREN)
    _lock_concept(prognose)
    ingevuld = {rij.regel_id: rij for rij in prognose.regels.all()}
    for vers in _stand_van(prognose):
        rij = ingevuld.get(vers.regel_id, vers)
        if rij.uit_openstaand == rij.volgens_planning:
            rij.uit_openstaand, rij.reden_openstaand = vers.volgens_planning, ""
        rij.kasbudget, rij.betaald = vers.kasbudget, vers.betaald
        rij.volgens_planning, rij.zonder_planning = vers.volgens_planning, vers.zonder_planning
        rij.save()
    audit.record(prognose, "prognose_ophalen", by=by, naam=str(prognose))


@transaction.atomic
def vaststellen(prognose: Prognose, *, by) -> None:
    """Fix a prognose, by another than who made it or filled it in; nothing in it changes from then on.

    Raises GeenToegang, NietMogelijk, Functiescheiding, or Geweigerd where an explanation is missing or the stand of
    the peildatum is another than the prognose says.
    """
    require(by, Permission.PROGNOSE_VASTSTELLEN)
    Prognose.objects.select_for_update().get(pk=prognose.pk)
    if not prognose.is_vastgesteld:
        _check_verklaard(prognose)
        _check_stand(prognose)
    advance(prognose, "prognose_vaststellen", by=by, velden={"vastgesteld_op": klok.nu()}, naam=str(prognose))


def uit_eerdere_jaren(prognose: Prognose) -> Band | None:
    """The share that came late as earlier years count it; None without such years."""
    return geteld(nakoming(prognose.programma, prognose.jaar, prognose.peildatum))


def onverklaard(prognose: Prognose) -> list[Begrotingspost]:
    """The posts with a line that deviates by the drempel or more, without an explanation."""
    verklaard = {each.post_id for each in prognose.verklaringen.all()}
    afwijkend = {
        rij.regel.post.pk: rij.regel.post
        for rij in prognose.regels.select_related("regel__post")
        if abs(rij.afwijking) >= prognose.drempel and rij.afwijking != 0
    }
    return [post for pk, post in afwijkend.items() if pk not in verklaard]


def veranderd(prognose: Prognose) -> list[tuple[Prognoseregel, Prognoseregel | None]]:
    """Per line of which the stand on the peildatum is another now: what the prognose says (None: nothing), and now."""
    eerst = {rij.regel_id: rij for rij in prognose.regels.select_related("regel__post")}
    paren = [(nu, eerst.get(nu.regel_id)) for nu in _stand_van(prognose)]
    return [(nu, toen) for nu, toen in paren if toen is None or _bedragen(toen) != _bedragen(nu)]


def _bedragen(rij: Prognoseregel) -> tuple[Decimal, ...]:
    return rij.kasbudget, rij.betaald, rij.volgens_planning, rij.zonder_planning


def _stand_van(prognose: Prognose) -> list[Prognoseregel]:
    """The lines of its year as they stand on its peildatum, not saved."""
    regels = Begrotingsregel.objects.van(prognose.programma).filter(jaar=prognose.jaar)
    regels = list(regels.select_related("post", "dekkingsbron"))
    nu = standen(regels, prognose.peildatum)
    straks = uit_openstaand(regels, prognose.jaar, prognose.peildatum)
    return [
        Prognoseregel(
            prognose=prognose,
            regel=regel,
            kasbudget=nu[regel.pk].kasbudget,
            betaald=nu[regel.pk].betaald,
            volgens_planning=straks[regel.pk].volgens_planning,
            zonder_planning=straks[regel.pk].zonder_planning,
            uit_openstaand=straks[regel.pk].volgens_planning,
            nieuw=NUL,
        )
        for regel in regels
    ]


def _vul_in(rij: Prognoseregel, invulling: Invulling) -> None:
    veld = f"openstaand_{rij.regel_id}"
    if invulling.uit_openstaand < 0:
        raise Geweigerd("Wat u verwacht te betalen, is € 0 of meer.", veld)
    if invulling.nieuw < 0:
        raise Geweigerd("Wat u aan nieuwe uitgaven verwacht, is € 0 of meer.", f"nieuw_{rij.regel_id}")
    if invulling.uit_openstaand != rij.volgens_planning and not invulling.reden.strip():
        raise Geweigerd(
            f"Volgens de planning komt er nog {euro(rij.volgens_planning)}. U verwacht "
            f"{euro(invulling.uit_openstaand)}. Schrijf op waarom, bijvoorbeeld: de factuur komt pas in januari.",
            f"reden_{rij.regel_id}",
        )
    rij.uit_openstaand, rij.nieuw, rij.reden_openstaand = (
        invulling.uit_openstaand,
        invulling.nieuw,
        invulling.reden.strip(),
    )
    rij.save(update_fields=["uit_openstaand", "nieuw", "reden_openstaand"])


def _lock_concept(prognose: Prognose) -> None:
    op_slot = Prognose.objects.select_for_update().get(pk=prognose.pk)
    if op_slot.is_vastgesteld:
        raise Geweigerd(
            f"De prognose {prognose} is vastgesteld en verandert niet meer. Maak een nieuwe prognose.", "naam"
        )


def _check_nieuw(programma: Programma, jaar: int, naam: str, peildatum: date, drempel: Decimal) -> None:
    mogelijk = jaren(programma)
    if not mogelijk:
        raise Geweigerd(ONVERDEELD, "jaar")
    if jaar not in mogelijk:
        keuze = ", ".join(str(each) for each in mogelijk)
        raise Geweigerd(f"Voor {jaar} heeft dit programma geen begroting. Kies een van deze jaren: {keuze}.", "jaar")
    if peildatum > klok.vandaag():
        raise Geweigerd("De peildatum ligt in de toekomst. Wat dan betaald is, weet nog niemand.", "peildatum")
    if peildatum.year > jaar:
        raise Geweigerd(f"Op {peildatum:%d-%m-%Y} is {jaar} al voorbij. Kies een dag in of vóór {jaar}.", "peildatum")
    if drempel < 0:
        raise Geweigerd("De drempel is € 0 of meer. Met € 0 heeft elke afwijking een verklaring nodig.", "drempel")
    if Prognose.objects.filter(programma=programma, jaar=jaar, naam=naam).exists():
        raise Geweigerd(f"Er is al een prognose ‘{naam}’ over {jaar}. Kies een andere naam.", "naam")


def _check_verklaard(prognose: Prognose) -> None:
    if posten := onverklaard(prognose):
        namen = ", ".join(f"‘{post}’" for post in posten)
        raise Geweigerd(
            f"Bij {namen} is de afwijking {euro(prognose.drempel)} of meer, en er staat geen verklaring. "
            "Vul bij die post in waardoor het komt."
        )


def _check_stand(prognose: Prognose) -> None:
    if anders := veranderd(prognose):
        namen = ", ".join(f"‘{nu.regel.post}’" for nu, _ in anders)
        raise Geweigerd(
            f"Sinds deze prognose is gemaakt, is er geboekt: de stand van {prognose.peildatum:%d-%m-%Y} is anders bij "
            f"{namen}. Haal de stand opnieuw op en kijk of de verwachting nog klopt."
        )
