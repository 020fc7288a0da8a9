"""Files of an interventie or evaluatie: added, taken away, made public or shielded; who reads one is written down."""

from django.core.exceptions import ValidationError
from django.db import transaction

from actielijnen.begroting.plafond import Geweigerd
from agenda import audit
from agenda.access import Permission, require
from agenda.bestanden.ontvangst import overnemen
from agenda.bestanden.verwijderen import weghalen
from agenda.levensloop import NietMogelijk
from agenda.models import Bestand, Gebruiker
from interventies.models import Evaluatie, Interventie, Interventiedocument
from interventies.palet.regels import check_tekst, lock

LANGST = 200  # characters


@transaction.atomic
def toevoegen(
    houder: Interventie | Evaluatie, bestand: Bestand, *, omschrijving: str, by: Gebruiker
) -> Interventiedocument:
    """Give an upload of `by` to an interventie or evaluatie, for the staff.

    Raises GeenToegang, or ValidationError: the same file is there, or the evaluatie is settled.
    """
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    _check("omschrijving", omschrijving)
    evaluatie = houder if isinstance(houder, Evaluatie) else None
    interventie = evaluatie.interventie if evaluatie else houder
    lock(interventie)  # the same content twice waits here
    _check_open(evaluatie)
    bestand = overnemen(bestand, by=by)
    zelfde = interventie.documenten.present().filter(bestand__sha256=bestand.sha256)
    if zelfde := zelfde.select_related("bestand").first():
        raise ValidationError({"document": f"Dit document staat er al, als ‘{zelfde}’. Kies een ander."})
    document = Interventiedocument.objects.create(
        interventie=interventie,
        evaluatie=evaluatie,
        bestand=bestand,
        omschrijving=omschrijving,
        toegevoegd_door=by,
    )
    audit.record(houder, "interventie_document", by=by, bestand=str(bestand.pk))
    return document


@transaction.atomic
def verwijderen(document: Interventiedocument, *, reden: str, by: Gebruiker) -> None:
    """Take a document away: the content is wiped, the row stays. Raises GeenToegang or ValidationError.

    The report of a settled evaluatie stays; whoever publishes can shield it, or wipe what must not be in it.
    """
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    lock(document.interventie)
    _check_open(document.evaluatie)
    velden = _haal_weg(document, reden, by)
    audit.record(document.houder, "interventie_document_verwijderen", by=by, **velden)


@transaction.atomic
def wissen(document: Interventiedocument, *, reden: str, by: Gebruiker) -> None:
    """Wipe the report of a settled evaluatie, for personal data in it; that it was there, and why not now, stays.

    Raises GeenToegang or ValidationError.
    """
    require(by, Permission.INTERVENTIE_PUBLICEREN)
    lock(document.interventie)
    if not is_vast(document.evaluatie):
        raise ValidationError("Dit is geen rapport van een vastgestelde evaluatie. U kunt het gewoon verwijderen.")
    velden = _haal_weg(document, reden, by)
    audit.record(document.houder, "interventie_document_wissen", by=by, **velden)


@transaction.atomic
def openbaar_maken(document: Interventiedocument, *, by: Gebruiker) -> None:
    """Let everybody read it as soon as the interventie is in the catalogue and the evaluatie settled.

    Raises GeenToegang or NietMogelijk.
    """
    _stel_in(document, True, by)
    audit.record(document.houder, "interventie_document_openbaar", by=by, bestand=str(document.bestand_id))


@transaction.atomic
def afschermen(document: Interventiedocument, *, reden: str, by: Gebruiker) -> None:
    """Leave it to the staff again, at once. Raises GeenToegang, NietMogelijk or Geweigerd."""
    reden = check_tekst("reden", reden, leeg="Schrijf op waarom.", langst=2000)
    _stel_in(document, False, by)
    velden = {"bestand": str(document.bestand_id), "reden": reden.rstrip(".")}
    audit.record(document.houder, "interventie_document_afschermen", by=by, **velden)


def lezen(document: Interventiedocument, *, by: Gebruiker) -> Bestand:
    """The file of a document, with a line in the audit trail of who read it (BIO2 8.15.01)."""
    audit.record(document.houder, "interventie_document_lezen", by=by, bestand=str(document.bestand_id))
    return document.bestand


def _stel_in(document: Interventiedocument, is_openbaar: bool, by: Gebruiker) -> None:
    require(by, Permission.INTERVENTIE_PUBLICEREN)
    lock(document.interventie)
    document.refresh_from_db()
    if document.verwijderd_op:
        raise NietMogelijk("Dit document is verwijderd.")
    if document.is_openbaar == is_openbaar:
        raise NietMogelijk(f"Dit document is al voor {'iedereen' if is_openbaar else 'medewerkers'}.")
    document.is_openbaar = is_openbaar
    document.save(update_fields=["is_openbaar"])


def _check(veld: str, tekst: str) -> None:
    """What every text of the palet may be, said as the forms of files hear it. Raises ValidationError."""
    try:
        check_tekst(veld, tekst, langst=LANGST)
    except Geweigerd as fout:
        raise ValidationError({veld: str(fout)}) from None


def is_vast(evaluatie: Evaluatie | None) -> bool:
    """Whether a second reader settled it, as it stands now."""
    return evaluatie is not None and Evaluatie.objects.vastgesteld().filter(pk=evaluatie.pk).exists()


def _haal_weg(document: Interventiedocument, reden: str, by: Gebruiker) -> dict[str, str]:
    """Wipe it; answers with what the log says of it."""
    _check("reden", reden)
    weghalen(document, reden=reden, by=by)
    return {"bestand": str(document.bestand_id), "reden": reden}


def _check_open(evaluatie: Evaluatie | None) -> None:
    if is_vast(evaluatie):
        raise ValidationError(f"{evaluatie} is vastgesteld. Daarna komt er geen rapport bij, en gaat er geen weg.")
