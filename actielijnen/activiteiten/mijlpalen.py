"""The verbs of a mijlpaal: made, assigned, moved in time, reached, called off, and these two taken back.

The words of a bron about a mijlpaal are never changed here; a day that somebody records stands beside them.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from actielijnen.activiteiten.regels import (
    anders,
    controleer_eigenaar,
    controleer_gebeurd,
    controleer_naam,
    controleer_programma,
    controleer_regels,
)
from actielijnen.models import Actielijn, Activiteit, Mijlpaal, Verplaatsing
from actielijnen.models.mijlpalen import NA_DE_BRONNEN
from actielijnen.perioden import dag
from agenda import access, audit, klok
from agenda.access import Permission
from agenda.levensloop import NietMogelijk, advance
from agenda.models import Bron, Gebruiker, Programma

# In which Stand a mijlpaal stays as it is, and what to do first.
SLUIT = {
    Mijlpaal.Stand.GEHAALD: "Deze mijlpaal is al gehaald. Halen, verplaatsen of laten vervallen kan dan niet meer.",
    Mijlpaal.Stand.VERVALLEN: "Deze mijlpaal is vervallen. Gaat zij toch door? Leg dat dan eerst vast.",
}


@transaction.atomic
def maken(
    programma: Programma,
    *,
    naam: str,
    gepland_op: date,
    by: Gebruiker,
    toelichting: str = "",
    actielijn: Actielijn | None = None,
    activiteit: Activiteit | None = None,
    eigenaar: Gebruiker | None = None,
    eigenaar_rol: str = "",
    bron: Bron | None = None,
) -> Mijlpaal:
    """A new mijlpaal of `programma`, with the day on which it should be reached.

    Raises GeenToegang, and ValidationError at the field that cannot be.
    """
    access.require(by, Permission.ACTIVITEIT_BIJWERKEN)
    controleer_naam(naam, voorbeeld="Schrijf bijvoorbeeld: eerste training gegeven.")
    if toelichting:
        controleer_regels("toelichting", toelichting, voorbeeld="Schrijf bijvoorbeeld: met dertig deelnemers.")
    koppeling = _koppeling(programma, actielijn, activiteit, eigenaar, eigenaar_rol)
    Programma.objects.select_for_update().get(pk=programma.pk)  # two of one name get two keys
    mijlpaal = Mijlpaal.objects.create(
        programma=programma,
        sleutel=_free_key(programma, naam),
        naam=naam,
        gepland_op=gepland_op,
        toelichting=toelichting,
        bron=bron,
        gemaakt_door=by,
        volgorde=NA_DE_BRONNEN,
        **koppeling,
    )
    audit.record(mijlpaal, "mijlpaal_maken", by=by, naam=naam, dag=dag(gepland_op))
    return mijlpaal


@transaction.atomic
def toewijzen(
    mijlpaal: Mijlpaal,
    *,
    by: Gebruiker,
    actielijn: Actielijn | None = None,
    activiteit: Activiteit | None = None,
    eigenaar: Gebruiker | None = None,
    eigenaar_rol: str = "",
) -> Mijlpaal:
    """Say what the mijlpaal belongs to and who looks after it; without a difference nothing is written.

    Raises GeenToegang, and ValidationError at the field that cannot be.
    """
    access.require(by, Permission.ACTIVITEIT_BIJWERKEN)
    mijlpaal = _locked(mijlpaal)
    koppeling = _koppeling(mijlpaal.programma, actielijn, activiteit, eigenaar, eigenaar_rol)
    if gewijzigd := anders(mijlpaal, koppeling):
        _schrijf(mijlpaal, koppeling)
        wat = ", ".join(veld.replace("_", " ") for veld in gewijzigd)
        audit.record(mijlpaal, "mijlpaal_toewijzen", by=by, naam=mijlpaal.naam, wat=wat)
    return mijlpaal


@transaction.atomic
def verplaatsen(mijlpaal: Mijlpaal, *, gepland_op: date, reden: str, by: Gebruiker) -> Verplaatsing:
    """Plan a mijlpaal on another day; the day of before stays visible. Also gives a day to one that had none.

    Raises GeenToegang, NietMogelijk for one that was reached or called off, and ValidationError.
    """
    access.require(by, Permission.ACTIVITEIT_BIJWERKEN)
    mijlpaal = _locked(mijlpaal)
    _check_open(mijlpaal)
    controleer_regels("reden", reden, voorbeeld="Schrijf bijvoorbeeld: de zaal is pas in juni vrij.")
    was = mijlpaal.gepland_op
    if was == gepland_op:
        raise ValidationError({"gepland_op": "Dit is de dag die er al staat. Kies een andere dag."})
    _schrijf(mijlpaal, {"gepland_op": gepland_op})
    verplaatsing = Verplaatsing.objects.create(
        mijlpaal=mijlpaal, was_tot=was, wordt_tot=gepland_op, reden=reden, door=by, op=klok.nu()
    )
    woorden = {"was": dag(was) if was else "geen dag", "wordt": dag(gepland_op)}
    audit.record(mijlpaal, "mijlpaal_verplaatsen", by=by, naam=mijlpaal.naam, reden=reden, **woorden)
    return verplaatsing


@transaction.atomic
def realiseren(mijlpaal: Mijlpaal, *, op: date, by: Gebruiker, bron: Bron | None = None) -> Mijlpaal:
    """It was reached on `op`, as `bron` says if there is one. Raises GeenToegang, NietMogelijk or ValidationError."""
    access.require(by, Permission.ACTIVITEIT_BIJWERKEN)
    mijlpaal = _locked(mijlpaal)
    _check_open(mijlpaal)
    controleer_gebeurd(op)
    _schrijf(mijlpaal, {"gerealiseerd_op": op, "gerealiseerd_door": by, "bron_realisatie": bron})
    audit.record(mijlpaal, "mijlpaal_realiseren", by=by, naam=mijlpaal.naam, dag=dag(op))
    return mijlpaal


@transaction.atomic
def terugnemen(mijlpaal: Mijlpaal, *, reden: str, by: Gebruiker) -> Mijlpaal:
    """It was not reached after all. Raises GeenToegang, ValidationError, and NietMogelijk for what a bron says."""
    access.require(by, Permission.ACTIVITEIT_BIJWERKEN)
    mijlpaal = _locked(mijlpaal)
    if mijlpaal.gerealiseerd_door is None:
        raise NietMogelijk("Niemand heeft in het portaal vastgelegd dat deze mijlpaal is gehaald.")
    controleer_regels("reden", reden, voorbeeld="Schrijf bijvoorbeeld: verkeerde mijlpaal gekozen.")
    _schrijf(mijlpaal, {"gerealiseerd_op": None, "gerealiseerd_door": None, "bron_realisatie": None})
    audit.record(mijlpaal, "mijlpaal_terugnemen", by=by, naam=mijlpaal.naam, reden=reden)
    return mijlpaal


@transaction.atomic
def vervallen(mijlpaal: Mijlpaal, *, reden: str, by: Gebruiker) -> Mijlpaal:
    """It will not be reached any more; it stays visible. Raises GeenToegang, NietMogelijk or ValidationError."""
    access.require(by, Permission.ACTIVITEIT_BIJWERKEN)
    _check_open(_locked(mijlpaal))
    controleer_regels("reden", reden, voorbeeld="Schrijf bijvoorbeeld: het congres gaat dit jaar niet door.")
    velden = {"vervallen_omdat": reden}
    advance(mijlpaal, "mijlpaal_vervallen", by=by, velden=velden, naam=mijlpaal.naam, reden=reden)
    return mijlpaal


@transaction.atomic
def herstellen(mijlpaal: Mijlpaal, *, reden: str, by: Gebruiker) -> Mijlpaal:
    """It goes on after all, on the day that was planned. Raises GeenToegang, NietMogelijk or ValidationError."""
    access.require(by, Permission.ACTIVITEIT_BIJWERKEN)
    controleer_regels("reden", reden, voorbeeld="Schrijf bijvoorbeeld: er is toch een zaal gevonden.")
    velden = {"vervallen_omdat": ""}
    advance(mijlpaal, "mijlpaal_herstellen", by=by, velden=velden, naam=mijlpaal.naam, reden=reden)
    return mijlpaal


def _check_open(mijlpaal: Mijlpaal) -> None:
    """Raise NietMogelijk for one that was reached or called off: it is not moved, reached or called off again."""
    if mijlpaal.stand in SLUIT:
        raise NietMogelijk(SLUIT[mijlpaal.stand])


def _koppeling(programma, actielijn, activiteit, eigenaar, eigenaar_rol) -> dict:
    """What a mijlpaal belongs to; that of an activiteit belongs to its actielijn."""
    controleer_programma(programma, actielijn=actielijn, activiteit=activiteit)
    controleer_eigenaar(eigenaar, eigenaar_rol)
    if activiteit and actielijn and activiteit.actielijn_id != actielijn.pk:
        raise ValidationError({"actielijn": f"‘{activiteit}’ hoort bij een andere actielijn. Kies die, of laat leeg."})
    lijn = activiteit.actielijn if activiteit else actielijn
    return {"actielijn": lijn, "activiteit": activiteit, "eigenaar": eigenaar, "eigenaar_rol": eigenaar_rol}


def _locked(mijlpaal: Mijlpaal) -> Mijlpaal:
    """The row as it is now, which nobody else changes until the transaction ends."""
    return Mijlpaal.objects.select_for_update(of=["self"]).select_related("programma").get(pk=mijlpaal.pk)


def _schrijf(mijlpaal: Mijlpaal, velden: dict) -> None:
    for veld, waarde in velden.items():
        setattr(mijlpaal, veld, waarde)
    mijlpaal.save(update_fields=list(velden))


def _free_key(programma: Programma, naam: str) -> str:
    """A key made of the name; with a number behind it if that one is taken."""
    begin = slugify(naam)[:50] or "mijlpaal"
    taken = set(programma.mijlpalen.filter(sleutel__startswith=begin).values_list("sleutel", flat=True))
    taken.add("nieuw")  # the address of a new one
    keys = (begin if number == 1 else f"{begin}-{number}" for number in range(1, len(taken) + 2))
    return next(key for key in keys if key not in taken)
