"""Asking to supplement an aanvraag, supplementing it, and declaring it complete (Awb 4:5; controleer)."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from actielijnen.begroting.plafond import Geweigerd
from agenda import klok
from agenda.access import Permission, require
from agenda.berichten import afhandelen, stuur
from agenda.gemeentelijk import check_gemeente, mensen_van
from agenda.levensloop import NietMogelijk, advance
from agenda.models import Gebruiker
from subsidies.aanvragen.indienen import BERICHT as ONTVANGEN
from subsidies.aanvragen.indienen import NIEUW, eis_volledig, moment_van_aanbieden, tell_staff
from subsidies.aanvragen.invullen import locked, niemand_tekent_meer
from subsidies.aanvragen.ondertekenen import geldige
from subsidies.behandelen.beslistermijn import Opschorting
from subsidies.models import Aanvraag, Aanvulling, Aanvullingsonderdeel, Formuliersectie, Formuliervraag

GEVRAAGD, INGEDIEND, COMPLEET = "aanvulling_gevraagd", "aanvulling_ingediend", "aanvraag_compleet"
NIET_ONTVANGEN = "aanvulling_niet_ontvangen"
HANDTEKENING = "tweede-handtekening"  # beside the keys of the sections
NA_AANVULLEN = (Aanvraag.Status.INGEDIEND, Aanvraag.Status.COMPLEET)
HANGT_AF = "Vragen in dit onderdeel hangen af van ‘{}’."


@transaction.atomic
def vragen(aanvraag: Aanvraag, redenen: Mapping[str, str], *, uiterlijk_op: date, by: Gebruiker) -> Aanvulling:
    """Ask the gemeente to supplement the sections of which `redenen` gives the key and why, or HANDTEKENING.

    A section with questions that hang on one of those opens with it. Raises GeenToegang, NietMogelijk, and Geweigerd
    for a section that the form does not have, for no section at all and for a day that is not after today.
    """
    require(by, Permission.AANVRAAG_BEHANDELEN)
    aanvraag = locked(aanvraag)
    if uiterlijk_op <= klok.vandaag():
        raise Geweigerd("De laatste dag om aan te vullen moet na vandaag zijn.", "uiterlijk_op")
    onderdelen = _onderdelen(aanvraag, redenen)
    nummer = aanvraag.aanvullingen.count() + 1
    advance(aanvraag, "aanvulling_vragen", by=by, nummer=nummer, uiterlijk=f"{uiterlijk_op:%d-%m-%Y}")
    vast = {"gevraagd_op": klok.nu(), "gevraagd_door": by, "van": aanvraag.ingediend_bij}
    made = Aanvulling.objects.create(aanvraag=aanvraag, nummer=nummer, uiterlijk_op=uiterlijk_op, **vast)
    Aanvullingsonderdeel.objects.bulk_create(
        Aanvullingsonderdeel(aanvulling=made, sectie=sectie, reden=reden) for sectie, reden in onderdelen.items()
    )
    for soort in (NIEUW, INGEDIEND):
        afhandelen(soort, aanvraag)
    _tell_gemeente(GEVRAAGD, aanvraag, by)
    return made


@transaction.atomic
def indienen(aanvraag: Aanvraag, *, ontvangen_op: datetime, by: Gebruiker) -> Aanvraag:
    """Hand in the supplement that the portal had whole at `ontvangen_op`; late is received too, and says so.

    Who sends it twice gets the aanvraag of the first time. Raises GeenToegang, Onvolledig and NietMogelijk.
    """
    require(by, Permission.AANVRAAG_INDIENEN)
    check_gemeente(aanvraag.gemeente, by)
    aanvraag = locked(aanvraag)
    if aanvraag.status in NA_AANVULLEN and aanvraag.aanvullingen.exists():
        return aanvraag
    asked = open_aanvulling(aanvraag)
    if asked:
        eis_volledig(aanvraag)
        asked.ontvangen_op = _ontvangen(aanvraag, asked, ontvangen_op)
        asked.ingediend_door, asked.tot = by, aanvraag.bewaard
        asked.save(update_fields=["ontvangen_op", "ingediend_door", "tot"])
    velden = {"ingediend_bij": aanvraag.bewaard}
    advance(aanvraag, "aanvulling_indienen", by=by, velden=velden, nummer=asked.nummer if asked else 0)
    for soort in (GEVRAAGD, NIET_ONTVANGEN):
        afhandelen(soort, aanvraag)
    niemand_tekent_meer(aanvraag)
    _tell_gemeente(ONTVANGEN, aanvraag, by)
    tell_staff(INGEDIEND, aanvraag, by)
    return aanvraag


@transaction.atomic
def compleet(aanvraag: Aanvraag, *, by: Gebruiker) -> Aanvraag:
    """Declare `aanvraag` complete as it was handed in. Raises GeenToegang, and NietMogelijk without a signature."""
    require(by, Permission.AANVRAAG_BEHANDELEN)
    aanvraag = locked(aanvraag)
    if mist_handtekening(aanvraag):
        raise NietMogelijk(f"Onder aanvraag {aanvraag} ontbreekt de tweede handtekening. Vraag haar als aanvulling.")
    advance(aanvraag, COMPLEET, by=by, velden={"compleet_op": klok.nu(), "compleet_door": by})
    for soort in (NIEUW, INGEDIEND):
        afhandelen(soort, aanvraag)
    _tell_gemeente(COMPLEET, aanvraag, by)
    return aanvraag


def open_aanvulling(aanvraag: Aanvraag) -> Aanvulling | None:
    """What the gemeente is asked to supplement now."""
    if not aanvraag.is_aan_te_vullen:
        return None
    return aanvraag.aanvullingen.filter(ontvangen_op=None).prefetch_related("onderdelen__sectie").first()


def ongewijzigd(asked: Aanvulling) -> list[Formuliersectie]:
    """The sections that the gemeente is asked to supplement and in which it saved nothing since."""
    sinds = asked.aanvraag.antwoorden.filter(nummer__gt=asked.van)
    changed = set(sinds.values_list("vraag__sectie", flat=True))
    return [each.sectie for each in asked.onderdelen.all() if each.sectie and each.sectie.pk not in changed]


def gevraagd(aanvraag: Aanvraag, sectie: Formuliersectie) -> str:
    """What the gemeente is asked to supplement in this section now; empty when it is not asked."""
    asked = open_aanvulling(aanvraag)
    return next((each.reden for each in asked.onderdelen.all() if each.sectie == sectie), "") if asked else ""


def mist_handtekening(aanvraag: Aanvraag) -> bool:
    """Whether what was handed in lacks the second signature that the version wants."""
    return aanvraag.versie.tweede_handtekening and geldige(aanvraag, aanvraag.ingediend_bij) is None


def opschortingen(aanvraag: Aanvraag) -> list[Opschorting]:
    """The times in which the decision term stood or stands still (Awb 4:15; controleer)."""
    return [Opschorting(each.gevraagd_dag, each.opgeschort_tot) for each in aanvraag.aanvullingen.all()]


def _tell_gemeente(soort: str, aanvraag: Aanvraag, by: Gebruiker) -> None:
    collegas = mensen_van(aanvraag.gemeente, Permission.AANVRAAG_INDIENEN)
    stuur(soort, collegas, over=aanvraag, by=by, kenmerk=aanvraag.kenmerk, adres=aanvraag.adres_gemeente)


def _ontvangen(aanvraag: Aanvraag, asked: Aanvulling, moment: datetime) -> datetime:
    """`moment`, or that at which it was offered since it was asked, by who had to sign in again first."""
    offered = moment_van_aanbieden(aanvraag, moment)
    return offered if offered and offered > asked.gevraagd_op else moment


def _onderdelen(aanvraag: Aanvraag, redenen: Mapping[str, str]) -> dict[Formuliersectie | None, str]:
    """Each section to open with why; None is the second signature. Raises Geweigerd."""
    given = {sleutel: reden.strip() for sleutel, reden in redenen.items() if reden.strip()}
    if not given:
        raise Geweigerd("Schrijf bij minstens één onderdeel op wat de gemeente moet aanvullen.", "")
    secties = {each.sleutel: each for each in Formuliersectie.objects.filter(formulier=aanvraag.formulier_id)}
    known = {*secties, *([HANDTEKENING] if aanvraag.versie.tweede_handtekening else [])}
    if unknown := given.keys() - known:
        raise Geweigerd(f"Dit formulier heeft geen onderdeel ‘{min(unknown)}’. Kies een onderdeel uit de lijst.", "")
    found = {secties.get(sleutel): reden for sleutel, reden in given.items()}
    for vraag in Formuliervraag.objects.filter(formulier=aanvraag.formulier_id, als_vraag__isnull=False).select_related(
        "sectie", "als_vraag__sectie"
    ):  # in the order of the form, so that what hangs on what hangs is found too
        if vraag.als_vraag.sectie in found:
            found.setdefault(vraag.sectie, HANGT_AF.format(vraag.als_vraag.sectie))
    return found
