"""The verbs of a point on the list of a year: added, changed, reported done and opened again."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from actielijnen.activiteiten.regels import anders, controleer_regels
from actielijnen.perioden import dag
from agenda import access, audit, klok, levensloop
from agenda.access import Permission
from agenda.models import Gebruiker
from rapportage.models import Voorbereiding, Voorbereidingspunt
from rapportage.voorbereiding.regels import controleer_punt

NOTITIE = "Schrijf bijvoorbeeld: cijfers van BZK van 3 maart overgenomen."
REDEN = "Schrijf bijvoorbeeld: een gemeente heeft haar opgave verbeterd."


@transaction.atomic
def toevoegen(lijst: Voorbereiding, *, uiterlijk_op: date, by: Gebruiker, **velden) -> Voorbereidingspunt:
    """A point that only this year asks for. Raises GeenToegang, and ValidationError at the field that cannot be."""
    access.require(by, Permission.VOORBEREIDING_INRICHTEN)
    lijst = Voorbereiding.objects.select_for_update(of=["self"]).select_related("programma").get(pk=lijst.pk)
    controleer_punt(lijst.programma, **velden)
    _controleer_dag(lijst, uiterlijk_op)
    nummer = (lijst.punten.aggregate(laatste=Max("nummer"))["laatste"] or 0) + 1
    punt = Voorbereidingspunt.objects.create(voorbereiding=lijst, nummer=nummer, uiterlijk_op=uiterlijk_op, **velden)
    audit.record(punt, "voorbereidingspunt_toevoegen", by=by, **_wie(punt))
    return punt


@transaction.atomic
def wijzigen(punt: Voorbereidingspunt, *, uiterlijk_op: date, by: Gebruiker, **velden) -> Voorbereidingspunt:
    """Ask something else, somebody else or for another day; without a difference nothing is written.

    Raises GeenToegang, and ValidationError at the field that cannot be.
    """
    access.require(by, Permission.VOORBEREIDING_INRICHTEN)
    punt = _locked(punt)
    controleer_punt(punt.programma, **velden)
    _controleer_dag(punt.voorbereiding, uiterlijk_op)
    velden |= {"uiterlijk_op": uiterlijk_op}
    if gewijzigd := anders(punt, velden):
        for naam in gewijzigd:
            setattr(punt, naam, velden[naam])
        punt.save(update_fields=gewijzigd)
        wat = ", ".join(naam.replace("_", " ") for naam in gewijzigd)
        audit.record(punt, "voorbereidingspunt_wijzigen", by=by, wat=wat, **_wie(punt))
    return punt


@transaction.atomic
def gereedmelden(punt: Voorbereidingspunt, *, notitie: str, by: Gebruiker) -> None:
    """Somebody says that what is asked is there, and where. Raises GeenToegang, NietMogelijk or ValidationError."""
    controleer_regels("notitie", notitie, voorbeeld=NOTITIE)
    velden = {"notitie": notitie, "gereed_op": klok.nu(), "gereed_door": by}
    levensloop.advance(punt, "voorbereiding_gereedmelden", by=by, velden=velden, notitie=notitie, **_wie(punt))


@transaction.atomic
def heropenen(punt: Voorbereidingspunt, *, reden: str, by: Gebruiker) -> None:
    """It is not done after all. Raises GeenToegang, NietMogelijk or ValidationError."""
    controleer_regels("reden", reden, voorbeeld=REDEN)
    velden = {"notitie": "", "gereed_op": None, "gereed_door": None}
    levensloop.advance(punt, "voorbereiding_heropenen", by=by, velden=velden, reden=reden, **_wie(punt))


def _wie(punt: Voorbereidingspunt) -> dict:
    """How the log calls a point."""
    return {"nummer": punt.nummer, "jaar": punt.voorbereiding.jaar}


def _locked(punt: Voorbereidingspunt) -> Voorbereidingspunt:
    """The row as it is now, which nobody else changes until the transaction ends."""
    rijen = Voorbereidingspunt.objects.select_for_update(of=["self"])
    return rijen.select_related("voorbereiding__programma").get(pk=punt.pk)


def _controleer_dag(lijst: Voorbereiding, uiterlijk_op: date) -> None:
    if uiterlijk_op > lijst.brief_op:
        raise ValidationError(
            {"uiterlijk_op": f"De brief gaat op {dag(lijst.brief_op)} naar de Kamer. Kies die dag of een eerdere."}
        )
