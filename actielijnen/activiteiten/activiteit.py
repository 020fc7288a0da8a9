"""The verbs of an activiteit: made, changed, moved in time, started, finished, stopped and opened again."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from actielijnen.activiteiten.botsing import samengevoegd, stand_van
from actielijnen.activiteiten.nummers import volgend_nummer
from actielijnen.activiteiten.regels import (
    anders,
    controleer_eigenaar,
    controleer_gebeurd,
    controleer_naam,
    controleer_programma,
    controleer_regels,
    controleer_volgorde,
)
from actielijnen.models import Actielijn, Activiteit, Verplaatsing
from actielijnen.perioden import dag, periode
from agenda import access, audit, klok, levensloop
from agenda.access import Permission
from agenda.levensloop import NietMogelijk
from agenda.models import Bron, Gebruiker, Programma

DOEL = "Schrijf bijvoorbeeld: jongerenwerkers in drie wijken trainen."
GEGEVENS = ["naam", "doel", "actielijn", "eigenaar", "eigenaar_rol", "bron"]
REDEN = "Schrijf bijvoorbeeld: de gemeente begint na de zomer."


@transaction.atomic
def maken(
    programma: Programma,
    *,
    naam: str,
    doel: str,
    gepland_van: date,
    gepland_tot: date,
    by: Gebruiker,
    actielijn: Actielijn | None = None,
    eigenaar: Gebruiker | None = None,
    eigenaar_rol: str = "",
    bron: Bron | None = None,
) -> Activiteit:
    """A new activiteit of `programma`, with its plan and exactly one eigenaar: a person or a role.

    Raises GeenToegang, and ValidationError at the field that cannot be.
    """
    access.require(by, Permission.ACTIVITEIT_BIJWERKEN)
    velden = {"naam": naam, "doel": doel, "actielijn": actielijn, "eigenaar": eigenaar, "eigenaar_rol": eigenaar_rol}
    _controleer(programma, **velden)
    controleer_volgorde(gepland_van, gepland_tot)
    activiteit = Activiteit.objects.create(
        nummer=volgend_nummer("ACT", Activiteit.objects),
        programma=programma,
        gepland_van=gepland_van,
        gepland_tot=gepland_tot,
        bron=bron,
        **velden,
    )
    audit.record(activiteit, "activiteit_maken", by=by, van=dag(gepland_van), tot=dag(gepland_tot))
    return activiteit


def gezien_van(activiteit: Activiteit) -> dict[str, object]:
    """What a page shows of what can be changed."""
    return stand_van(activiteit, GEGEVENS)


@transaction.atomic
def wijzigen(
    activiteit: Activiteit,
    *,
    naam: str,
    doel: str,
    by: Gebruiker,
    actielijn: Actielijn | None = None,
    eigenaar: Gebruiker | None = None,
    eigenaar_rol: str = "",
    bron: Bron | None = None,
    gezien: dict | None = None,
) -> Activiteit:
    """Change what an activiteit is called and whose it is; without a difference nothing is written.

    `gezien` is what the page showed (`gezien_van`): what another changed since then stays. Raises GeenToegang,
    Botsing where both changed the same, and ValidationError at the field that cannot be.
    """
    access.require(by, Permission.ACTIVITEIT_BIJWERKEN)
    activiteit = _locked(activiteit)
    velden = dict(zip(GEGEVENS, (naam, doel, actielijn, eigenaar, eigenaar_rol, bron), strict=True))
    if gezien is not None:
        velden = samengevoegd(activiteit, velden, gezien)
    _controleer(activiteit.programma, **{veld: waarde for veld, waarde in velden.items() if veld != "bron"})
    gewijzigd = anders(activiteit, velden)
    if gewijzigd:
        for veld, waarde in velden.items():
            setattr(activiteit, veld, waarde)
        activiteit.save(update_fields=gewijzigd)
        wat = ", ".join(naam.replace("_", " ") for naam in gewijzigd)
        audit.record(activiteit, "activiteit_wijzigen", by=by, wat=wat)
    return activiteit


@transaction.atomic
def verplaatsen(
    activiteit: Activiteit, *, gepland_van: date, gepland_tot: date, reden: str, by: Gebruiker
) -> Verplaatsing:
    """Plan an activiteit anew; the plan of before stays visible.

    Raises GeenToegang, NietMogelijk for an activiteit that is over, and ValidationError.
    """
    access.require(by, Permission.ACTIVITEIT_BIJWERKEN)
    activiteit = _locked(activiteit)
    if activiteit.termijn is None:
        status = activiteit.get_status_display().lower()
        raise NietMogelijk(f"Deze activiteit is {status}. Heropen haar eerst, dan kunt u haar verplaatsen.")
    controleer_volgorde(gepland_van, gepland_tot)
    controleer_regels("reden", reden, voorbeeld=REDEN)
    was_van, was_tot = activiteit.gepland_van, activiteit.gepland_tot
    if (was_van, was_tot) == (gepland_van, gepland_tot):
        raise ValidationError({"gepland_van": "Dit is de planning die er al staat. Kies een ander begin of einde."})
    activiteit.gepland_van, activiteit.gepland_tot = gepland_van, gepland_tot
    activiteit.save(update_fields=["gepland_van", "gepland_tot"])
    verplaatsing = Verplaatsing.objects.create(
        activiteit=activiteit,
        was_van=was_van,
        was_tot=was_tot,
        wordt_van=gepland_van,
        wordt_tot=gepland_tot,
        reden=reden,
        door=by,
        op=klok.nu(),
    )
    was, wordt = periode(was_van, was_tot), periode(gepland_van, gepland_tot)
    audit.record(activiteit, "activiteit_verplaatsen", by=by, was=was, wordt=wordt, reden=reden)
    return verplaatsing


@transaction.atomic
def starten(activiteit: Activiteit, *, op: date, by: Gebruiker) -> Activiteit:
    """It began on `op`. Raises GeenToegang, NietMogelijk or ValidationError."""
    controleer_gebeurd(op)
    levensloop.advance(activiteit, "activiteit_starten", by=by, velden={"gerealiseerd_van": op}, dag=dag(op))
    return activiteit


@transaction.atomic
def afronden(activiteit: Activiteit, *, op: date, by: Gebruiker) -> Activiteit:
    """It was finished on `op`. Raises GeenToegang, NietMogelijk or ValidationError."""
    controleer_gebeurd(op, niet_voor=_locked(activiteit).gerealiseerd_van)
    levensloop.advance(activiteit, "activiteit_afronden", by=by, velden={"gerealiseerd_tot": op}, dag=dag(op))
    return activiteit


@transaction.atomic
def stoppen(activiteit: Activiteit, *, op: date, reden: str, by: Gebruiker) -> Activiteit:
    """It ends on `op` without being finished. Raises GeenToegang, NietMogelijk or ValidationError."""
    controleer_gebeurd(op, niet_voor=_locked(activiteit).gerealiseerd_van)
    controleer_regels("reden", reden, voorbeeld="Schrijf bijvoorbeeld: er is geen uitvoerder gevonden.")
    velden = {"gerealiseerd_tot": op, "gestopt_omdat": reden}
    levensloop.advance(activiteit, "activiteit_stoppen", by=by, velden=velden, dag=dag(op), reden=reden)
    return activiteit


@transaction.atomic
def heropenen(activiteit: Activiteit, *, op: date, reden: str, by: Gebruiker) -> Activiteit:
    """It goes on. Of one that never began, `op` is its begin. Raises GeenToegang, NietMogelijk or ValidationError."""
    begon = _locked(activiteit).gerealiseerd_van
    controleer_gebeurd(op, niet_voor=begon)
    controleer_regels("reden", reden, voorbeeld="Schrijf bijvoorbeeld: er is toch een uitvoerder gevonden.")
    velden = {"gerealiseerd_van": begon or op, "gerealiseerd_tot": None, "gestopt_omdat": ""}
    levensloop.advance(activiteit, "activiteit_heropenen", by=by, velden=velden, dag=dag(op), reden=reden)
    return activiteit


def _controleer(programma: Programma, *, naam, doel, actielijn, eigenaar, eigenaar_rol) -> None:
    controleer_naam(naam, voorbeeld="Schrijf bijvoorbeeld: training jongerenwerkers.")
    controleer_regels("doel", doel, voorbeeld=DOEL)
    controleer_programma(programma, actielijn=actielijn)
    if not (eigenaar or eigenaar_rol):
        raise ValidationError({"eigenaar": "Kies een eigenaar: een persoon of een rol."})
    controleer_eigenaar(eigenaar, eigenaar_rol)


def _locked(activiteit: Activiteit) -> Activiteit:
    """The row as it is now, which nobody else changes until the transaction ends."""
    return Activiteit.objects.select_for_update(of=["self"]).select_related("programma").get(pk=activiteit.pk)
