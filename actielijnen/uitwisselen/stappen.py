"""The verbs of an import: take in, judge, confirm, book, withdraw. Judging and booking are work in the background."""

from collections.abc import Callable, Sequence

from django.core.files.storage import default_storage
from django.db import transaction

from actielijnen.begroting.plafond import Geweigerd
from actielijnen.models import Import, Importrij
from actielijnen.uitwisselen.lezen import Onleesbaar, lees
from actielijnen.uitwisselen.resources import RESOURCES, Dubbel, koppen, verplichte_koppen
from agenda import audit, klok, taken
from agenda.access import Permission, require
from agenda.levensloop import advance
from agenda.models import Bestand, Taak

PER_KEER = 200  # rows judged or booked in one transaction
GOED, FOUT, DUBBEL = Importrij.Oordeel.GOED, Importrij.Oordeel.FOUT, Importrij.Oordeel.DUBBEL
ONBEKEND, GEBOEKT = Importrij.Oordeel.ONBEKEND, Importrij.Oordeel.GEBOEKT


@transaction.atomic
def innemen(programma, soort: str, upload: Bestand, *, by) -> Import:
    """Begin an import of `upload`. Raises GeenToegang, Geweigerd (this very file was here before) or Onleesbaar."""
    require(by, Permission.BEGROTING_MUTEREN)
    eerder = Import.objects.filter(programma=programma, soort=soort, sha256=upload.sha256).exclude(status="ingetrokken")
    if found := eerder.first():
        raise Geweigerd(
            f"Dit bestand is al geïmporteerd op {found.gemaakt_op.astimezone(klok.AMSTERDAM):%d-%m-%Y}. "
            "Kies een ander bestand, of trek de vorige import in als die nog niet is geboekt.",
            "bestand",
        )
    _eerste_rij(soort, upload)
    nieuw = Import.objects.create(
        programma=programma,
        soort=soort,
        naam=upload.naam,
        sha256=upload.sha256,
        bestand=upload,
        gemaakt_op=klok.nu(),
        gemaakt_door=by,
    )
    audit.record(nieuw, "import_innemen", by=by, soort=nieuw.get_soort_display())
    _enqueue(nieuw, "import_nakijken", by)
    return nieuw


@transaction.atomic
def bevestigen(imp: Import, *, by) -> None:
    """Have the good rows booked. Raises GeenToegang or NietMogelijk."""
    advance(imp, "import_bevestigen", by=by, goed=imp.rijen.filter(oordeel=GOED).count())
    _enqueue(imp, "import_boeken", by)


@transaction.atomic
def intrekken(imp: Import, *, by) -> None:
    """Leave it; the rows stay readable. Raises GeenToegang or NietMogelijk."""
    advance(imp, "import_intrekken", by=by)


def _enqueue(imp: Import, soort: str, by) -> None:
    imp.taak = taken.enqueue(soort, by=by, sleutel=str(imp.pk))
    imp.save(update_fields=["taak"])


def nakijken(taak: Taak, imp: Import) -> None:
    """Read the file and judge every row as if it were booked. Raises Onleesbaar."""
    if not imp.rijen.exists():
        _inlezen(imp)
    _per_deel(taak, imp, ONBEKEND, _beoordeel, "nagekeken")
    with transaction.atomic():
        advance(imp, "import_nagekeken", by=taak.aangevraagd_door)


def boeken(taak: Taak, imp: Import) -> None:
    """Book the good rows; a row that no longer fits keeps its fault and its cells."""
    _per_deel(taak, imp, GOED, _boek, "geboekt")
    with transaction.atomic():
        advance(imp, "import_geboekt", by=taak.aangevraagd_door, geboekt=imp.rijen.filter(oordeel=GEBOEKT).count())


def _eerste_rij(soort: str, upload: Bestand) -> None:
    """Raise Onleesbaar if there is no row under the right headings, so that the form can say so at once."""
    with default_storage.open(upload.plaats) as stroom:
        if next(lees(stroom, upload.naam, koppen(soort), verplichte_koppen(soort)), None) is None:
            raise Onleesbaar("Onder de kolomkoppen staat geen enkele rij. Vul het bestand, en kies het opnieuw.")


@transaction.atomic
def _inlezen(imp: Import) -> None:
    with default_storage.open(imp.bestand.plaats) as stroom:
        rijen = lees(stroom, imp.naam, koppen(imp.soort), verplichte_koppen(imp.soort))
        Importrij.objects.bulk_create(
            (Importrij(bestand=imp, nummer=nummer, cellen=cellen) for nummer, cellen in rijen), batch_size=2000
        )


def _per_deel(taak: Taak, imp: Import, oordeel: str, werk: Callable, gedaan: str) -> None:
    """Do `werk` on all rows with `oordeel`, part by part; what is done stays done when a worker dies."""
    totaal = imp.rijen.count()
    while deel := list(imp.rijen.filter(oordeel=oordeel)[:PER_KEER]):
        with transaction.atomic():
            werk(RESOURCES[imp.soort](imp.programma, taak.aangevraagd_door), deel)
            Importrij.objects.bulk_update(deel, ["oordeel", "fouten"])
            nog = imp.rijen.filter(oordeel=oordeel).count()
            taak.voortgang(totaal - nog, totaal, f"{totaal - nog} van {totaal} rijen {gedaan}")


def _beoordeel(resource, rijen: Sequence[Importrij]) -> None:
    """Book them and take that back: so the ceilings count the rows before."""
    with transaction.atomic():
        for rij in rijen:
            _een(resource, rij, GOED)
        transaction.set_rollback(True)


def _boek(resource, rijen: Sequence[Importrij]) -> None:
    for rij in rijen:
        _een(resource, rij, GEBOEKT)


def _een(resource, rij: Importrij, gelukt: str) -> None:
    with transaction.atomic():
        gevonden = resource.import_row(rij.cellen, None, row_number=rij.nummer)
        fout = gevonden.validation_error
        if fout or gevonden.errors:
            transaction.set_rollback(True)
    if gevonden.errors:
        raise gevonden.errors[0].error
    rij.oordeel = gelukt if fout is None else DUBBEL if isinstance(fout, Dubbel) else FOUT
    rij.fouten = _per_kolom(fout) if fout else {}


def _per_kolom(fout) -> dict[str, str]:
    if hasattr(fout, "error_dict"):
        return {kop: " ".join(teksten) for kop, teksten in fout.message_dict.items()}
    return {"": " ".join(fout.messages)}
