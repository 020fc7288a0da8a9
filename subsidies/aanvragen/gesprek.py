"""Messages about an aanvraag between gemeente and ministerie, and notes that stay with the staff."""

from dataclasses import dataclass

from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, may, require
from agenda.berichten import lezen, stuur
from agenda.gemeentelijk import check_gemeente, mensen_van
from agenda.levensloop import NietMogelijk
from agenda.models import Bericht, Gebruiker
from subsidies.aanvragen.tijdlijn import MINISTERIE
from subsidies.models import Aanvraag, Aanvraagbericht, Formuliersectie, Leesmoment, Notitie

AAN_GEMEENTE, AAN_MINISTERIE = "aanvraag_bericht", "aanvraag_bericht_gemeente"


@dataclass(frozen=True)
class Regel:
    """One message as its reader sees it."""

    bericht: Aanvraagbericht
    door: str
    is_nieuw: bool


@transaction.atomic
def schrijven(
    aanvraag: Aanvraag, tekst: str, *, by: Gebruiker, sectie: Formuliersectie | None = None
) -> Aanvraagbericht:
    """Write to the other side about an aanvraag that was received. Raises GeenToegang or NietMogelijk."""
    van_gemeente = not may(by, Permission.AANVRAAG_BEHANDELEN)
    if van_gemeente:
        require(by, Permission.AANVRAAG_INDIENEN)
        check_gemeente(aanvraag.gemeente, by)
    if aanvraag.kenmerk is None:
        raise NietMogelijk("Berichten kunt u sturen als de aanvraag is ingediend: dan pas ziet het ministerie haar.")
    vast = {"op": klok.nu(), "door": by, "van_gemeente": van_gemeente}
    made = Aanvraagbericht.objects.create(aanvraag=aanvraag, sectie=sectie, tekst=tekst.strip(), **vast)
    audit.record(aanvraag, "aanvraag_bericht", by=by)
    over = {"over": aanvraag, "kenmerk": aanvraag.kenmerk}
    if van_gemeente:
        behandelaars = Gebruiker.objects.with_permission(Permission.AANVRAAG_BEHANDELEN)
        stuur(AAN_MINISTERIE, behandelaars, by=by, adres=aanvraag.adres_berichten_staf, **over)
    collegas = mensen_van(aanvraag.gemeente, Permission.AANVRAAG_INDIENEN)
    stuur(AAN_GEMEENTE, collegas, by=by, adres=aanvraag.adres_berichten, **over)
    return made


@transaction.atomic
def noteren(aanvraag: Aanvraag, tekst: str, *, by: Gebruiker) -> Notitie:
    """Note something that only staff reads. Raises GeenToegang."""
    require(by, Permission.AANVRAAG_BEHANDELEN)
    made = Notitie.objects.create(aanvraag=aanvraag, tekst=tekst.strip(), op=klok.nu(), door=by)
    audit.record(aanvraag, "aanvraag_notitie", by=by)
    return made


@transaction.atomic
def gesprek(aanvraag: Aanvraag, *, reader: Gebruiker) -> list[Regel]:
    """All messages, the first on top; what `reader` had not read yet is new this once."""
    rows = list(aanvraag.gesprek.select_related("door", "sectie"))
    tot = _gelezen_tot(aanvraag, reader)
    voor_gemeente = not may(reader, Permission.PROGRAMMA_INZIEN)
    if rows and rows[-1].pk > tot:
        Leesmoment.objects.update_or_create(aanvraag=aanvraag, gebruiker=reader, defaults={"tot": rows[-1].pk})
        for soort in (AAN_GEMEENTE, AAN_MINISTERIE):
            lezen(Bericht.objects.about(soort, aanvraag).filter(ontvanger=reader))
    return [
        Regel(each, _schrijver(each, voor_gemeente), is_nieuw=each.pk > tot and each.door_id != reader.pk)
        for each in rows
    ]


def ongelezen(aanvraag: Aanvraag, reader: Gebruiker) -> int:
    """How many messages of others `reader` did not read yet."""
    return aanvraag.gesprek.filter(pk__gt=_gelezen_tot(aanvraag, reader)).exclude(door=reader).count()


def _gelezen_tot(aanvraag: Aanvraag, reader: Gebruiker) -> int:
    found = Leesmoment.objects.filter(aanvraag=aanvraag, gebruiker=reader).values_list("tot", flat=True).first()
    return found or 0


def _schrijver(bericht: Aanvraagbericht, voor_gemeente: bool) -> str:
    return MINISTERIE if voor_gemeente and not bericht.van_gemeente else bericht.door.naam
