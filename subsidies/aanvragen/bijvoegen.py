"""Files in an aanvraag: each comes in at once, apart from the other answers of its page, and can be taken away."""

from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.bestanden import BestandGeweigerd
from agenda.bestanden.ontvangst import ontvangen, overnemen
from agenda.bestanden.regels import opgesomd
from agenda.bestanden.typen import extension
from agenda.bestanden.verwijderen import wissen
from agenda.gemeentelijk import check_gemeente
from agenda.models import Bestand, Gebruiker
from subsidies.aanvragen.bestanden import haal_weg, van
from subsidies.aanvragen.invullen import check_invulbaar, check_open, invulbaar, schrijf
from subsidies.aanvragen.soorten import LEEG
from subsidies.models import Aanvraag, Aanvraagbestand, Formuliervraag


def innemen(aanvraag: Aanvraag, vraag: Formuliervraag, upload, *, by: Gebruiker) -> Aanvraagbestand:
    """Take in what `by` uploads as (one of) the answers to `vraag`.

    Raises BestandGeweigerd for a file that cannot be, GeenToegang, and NietMogelijk when nothing can change any more.
    """
    require(by, Permission.AANVRAAG_INDIENEN)
    check_gemeente(aanvraag.gemeente, by)
    check_invulbaar(aanvraag)
    check_open(aanvraag, [vraag])
    _check_type(vraag, upload.name)
    return toevoegen(aanvraag, vraag, ontvangen(upload, by=by), by=by)


@transaction.atomic
def toevoegen(aanvraag: Aanvraag, vraag: Formuliervraag, upload: Bestand, *, by: Gebruiker) -> Aanvraagbestand:
    """Attach an upload of `by`. The same file sent twice is there once. Raises as innemen."""
    require(by, Permission.AANVRAAG_INDIENEN)
    check_gemeente(aanvraag.gemeente, by)
    aanvraag = invulbaar(aanvraag)
    check_open(aanvraag, [vraag])
    there = van(aanvraag, vraag)
    for stuk in there:
        if (stuk.bestand.sha256, stuk.bestand.naam) == (upload.sha256, upload.naam):
            wissen(upload)
            return stuk
    _check_type(vraag, upload.naam)
    _check_ruimte(vraag, upload.naam, there)
    bestand = overnemen(upload, by=by)
    vast = {"toegevoegd_op": klok.nu(), "toegevoegd_door": by}
    made = Aanvraagbestand.objects.create(aanvraag=aanvraag, vraag=vraag, bestand=bestand, **vast)
    audit.record(aanvraag, "aanvraag_bestand", by=by, bestand=str(bestand.pk))
    _schrijf(aanvraag, vraag, by)
    return made


@transaction.atomic
def weghalen(stuk: Aanvraagbestand, *, by: Gebruiker) -> None:
    """Take a file away; who does so twice is answered alike. Raises GeenToegang or NietMogelijk."""
    require(by, Permission.AANVRAAG_INDIENEN)
    check_gemeente(stuk.aanvraag.gemeente, by)
    aanvraag = invulbaar(stuk.aanvraag)
    check_open(aanvraag, [stuk.vraag])
    stuk.refresh_from_db(fields=["verwijderd_op"])
    if stuk.verwijderd_op is None:
        haal_weg(stuk, by=by)
        _schrijf(aanvraag, stuk.vraag, by)


def lezen(stuk: Aanvraagbestand, *, by: Gebruiker) -> Bestand:
    """The file, with a line in the audit trail of who read it (BIO2 8.15.01)."""
    audit.record(stuk.aanvraag, "aanvraag_bestand_lezen", by=by, bestand=str(stuk.bestand_id))
    return stuk.bestand


def _schrijf(aanvraag: Aanvraag, vraag: Formuliervraag, by: Gebruiker) -> None:
    """Save as the answer which files there are now."""
    nu = [
        {"bestand": str(each.pk), "naam": each.naam, "grootte": each.grootte, "sha256": each.sha256}
        for each in (stuk.bestand for stuk in van(aanvraag, vraag))
    ]
    schrijf(aanvraag, {vraag: nu or LEEG}, by=by)


def _check_type(vraag: Formuliervraag, naam: str) -> None:
    if vraag.soort != Formuliervraag.Soort.BESTAND:
        raise BestandGeweigerd(f"Bij ‘{vraag}’ hoort geen bestand. Open de pagina opnieuw.")
    typen, soort = vraag.instellingen["typen"], extension(naam)
    if soort not in typen:
        wat = f"een {soort.upper()}-bestand" if soort else "een bestand zonder type in de naam"
        raise BestandGeweigerd(
            f"‘{naam}’ is {wat} en dat past hier niet. Kies {opgesomd(typen)}, bijvoorbeeld plan.{typen[0]}."
        )


def _check_ruimte(vraag: Formuliervraag, naam: str, there: list[Aanvraagbestand]) -> None:
    meeste = vraag.instellingen["aantal"]
    if len(there) >= meeste:
        welke = "past 1 bestand" if meeste == 1 else f"passen {meeste} bestanden"
        last = f"‘{there[-1]}’, van {there[-1].toegevoegd_door.naam}"
        raise BestandGeweigerd(
            f"‘{naam}’ past er niet meer bij: hier {welke}. Het laatste is {last}. "
            "Verwijder eerst een bestand en kies dit dan opnieuw."
        )
