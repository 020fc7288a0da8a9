"""The verbs of the sjabloon: what every new list of a programma asks for."""

import tomllib
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from actielijnen.activiteiten.regels import anders
from agenda import access, audit, klok
from agenda.access import Permission
from agenda.levensloop import NietMogelijk
from agenda.models import Feit, Gebruiker, Programma
from rapportage.models import Sjabloonpunt
from rapportage.voorbereiding.regels import controleer_punt

STANDAARD = Path(__file__).parents[1] / "sjablonen" / "voorbereiding.toml"
LANGST_VOORAF = 52  # weeks: what is asked longer before the letter belongs to the letter before it


@transaction.atomic
def toevoegen(programma: Programma, *, weken_vooraf: int, by: Gebruiker, **velden) -> Sjabloonpunt:
    """A point that every new list of `programma` gets, `weken_vooraf` weeks before the letter.

    Raises GeenToegang, and ValidationError at the field that cannot be.
    """
    access.require(by, Permission.VOORBEREIDING_INRICHTEN)
    controleer_punt(programma, **velden)
    _controleer_weken(weken_vooraf)
    Programma.objects.select_for_update().get(pk=programma.pk)  # two at once get two numbers
    punt = Sjabloonpunt.objects.create(
        programma=programma, nummer=_volgend_nummer(programma), weken_vooraf=weken_vooraf, **velden
    )
    audit.record(punt, "sjabloonpunt_toevoegen", by=by, vraag=punt.vraag)
    return punt


@transaction.atomic
def wijzigen(punt: Sjabloonpunt, *, by: Gebruiker, **velden) -> Sjabloonpunt:
    """Change a point for lists to come; those that exist stay as they are. Without a difference nothing is written.

    Raises GeenToegang, NietMogelijk for one that no longer holds, and ValidationError.
    """
    access.require(by, Permission.VOORBEREIDING_INRICHTEN)
    punt = _geldend(punt)
    controleer_punt(punt.programma, **{naam: waarde for naam, waarde in velden.items() if naam != "weken_vooraf"})
    _controleer_weken(velden["weken_vooraf"])
    if gewijzigd := anders(punt, velden):
        for naam in gewijzigd:
            setattr(punt, naam, velden[naam])
        punt.save(update_fields=gewijzigd)
        audit.record(punt, "sjabloonpunt_wijzigen", by=by, vraag=punt.vraag, wat=_in_woorden(gewijzigd))
    return punt


@transaction.atomic
def laten_vervallen(punt: Sjabloonpunt, *, by: Gebruiker) -> Sjabloonpunt:
    """New lists no longer ask this; lists that exist keep it. Raises GeenToegang or NietMogelijk."""
    access.require(by, Permission.VOORBEREIDING_INRICHTEN)
    punt = _geldend(punt)
    punt.vervallen_op = klok.vandaag()
    punt.save(update_fields=["vervallen_op"])
    audit.record(punt, "sjabloonpunt_vervallen", by=by, vraag=punt.vraag)
    return punt


@transaction.atomic
def standaard_overnemen(programma: Programma, *, by: Gebruiker) -> list[Sjabloonpunt]:
    """Fill an empty sjabloon with what a letter asks by default. Raises GeenToegang, or NietMogelijk if not empty."""
    access.require(by, Permission.VOORBEREIDING_INRICHTEN)
    Programma.objects.select_for_update().get(pk=programma.pk)
    if programma.sjabloonpunten.exists():
        raise NietMogelijk("Het sjabloon heeft al punten. Voeg punten toe, of wijzig ze één voor één.")
    lijnen = list(programma.actielijnen.all())
    made = []
    for rij in standaardpunten():
        feit = Feit.objects.of(programma).named(rij.pop("feit", "")).first()
        for lijn in lijnen if rij.pop("per_actielijn", False) else [None]:
            made.append(toevoegen(programma, **rij, actielijn=lijn, feit=feit, by=by))
    return made


def standaardpunten() -> list[dict]:
    """What a letter asks by default, as the data file says it."""
    return tomllib.loads(STANDAARD.read_text(encoding="utf-8"))["punt"]


def _geldend(punt: Sjabloonpunt) -> Sjabloonpunt:
    """The row as it is now, which nobody else changes until the transaction ends."""
    rijen = Sjabloonpunt.objects.select_for_update(of=["self"]).select_related("programma")
    punt = rijen.get(pk=punt.pk)
    if punt.vervallen_op:
        raise NietMogelijk("Dit punt is vervallen. Voeg een nieuw punt toe als het toch nodig is.")
    return punt


def _volgend_nummer(programma: Programma) -> int:
    return (programma.sjabloonpunten.aggregate(laatste=Max("nummer"))["laatste"] or 0) + 1


def _controleer_weken(weken: int) -> None:
    if not 0 <= weken <= LANGST_VOORAF:
        raise ValidationError({"weken_vooraf": f"Vul 0 tot en met {LANGST_VOORAF} weken in, bijvoorbeeld 6."})


def _in_woorden(velden: list[str]) -> str:
    return ", ".join(naam.replace("_", " ") for naam in velden)
