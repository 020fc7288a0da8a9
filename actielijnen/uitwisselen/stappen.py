"""The verbs of an import: take in, judge, confirm, book, withdraw. Judging and booking are work in the background."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

from django.core.files.storage import default_storage
from django.db import transaction

from actielijnen.begroting.grootboek import Reeks, proberen, proefreeks, reeks
from actielijnen.begroting.plafond import Geweigerd
from actielijnen.models import Import, Importrij
from actielijnen.uitwisselen.resources import RESOURCES, koppen, verplichte_koppen
from agenda import audit, klok, taken
from agenda.access import Permission, require
from agenda.levensloop import advance
from agenda.models import Bestand, Programma, Taak
from agenda.uitwisselen.lezen import Onleesbaar, lees
from agenda.uitwisselen.rijen import Dubbel, per_kolom, probeer

PER_KEER = 500  # rows judged or booked in one transaction; as long, nobody else books on the programma
INLEZEN = 2000  # rows in memory at a time while the file is read
GOED, FOUT, DUBBEL = Importrij.Oordeel.GOED, Importrij.Oordeel.FOUT, Importrij.Oordeel.DUBBEL
TREK_IN = "Wilt u het opnieuw laten nakijken? Trek die import dan eerst in."
VERDER = {
    Import.Status.BOEKEN: "De rijen worden nu geboekt. Kies een ander bestand.",
    Import.Status.GEBOEKT: "De rijen zijn geboekt. Kies een ander bestand.",
}
ONBEKEND, GEBOEKT = Importrij.Oordeel.ONBEKEND, Importrij.Oordeel.GEBOEKT


class AlIngenomen(Geweigerd):
    """This very file was taken in before, as `eerder`."""

    def __init__(self, eerder: Import):
        op = f"{eerder.gemaakt_op.astimezone(klok.AMSTERDAM):%d-%m-%Y om %H.%M} uur"
        wat = f"Dit bestand is al ingenomen op {op} door {eerder.gemaakt_door.naam}, als ‘{eerder.naam}’."
        super().__init__(f"{wat} {VERDER.get(Import.Status(eerder.status), TREK_IN)}", "bestand")
        self.eerder = eerder


@transaction.atomic
def innemen(programma: Programma, soort: str, upload: Bestand, *, by) -> Import:
    """Begin an import of `upload`. Raises GeenToegang, AlIngenomen or Onleesbaar."""
    require(by, Permission.BEGROTING_MUTEREN)
    Programma.objects.select_for_update().get(pk=programma.pk)  # of the same file sent twice, the second waits here
    eerder = programma.imports.filter(soort=soort, sha256=upload.sha256).exclude(status=Import.Status.INGETROKKEN)
    if found := eerder.select_related("gemaakt_door").first():
        raise AlIngenomen(found)
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
    imp.taak = taken.enqueue(soort, by=by, is_voorbeeld=imp.programma.is_voorbeeld, sleutel=str(imp.pk))
    imp.save(update_fields=["taak"])


def nakijken(taak: Taak, imp: Import) -> None:
    """Read the file and judge every row as if it and all good rows before it were booked. Raises Onleesbaar.

    Judging writes nothing but what it found, so that a run that was broken off begins again.
    """
    if not imp.rijen.exists():
        _inlezen(imp)
    imp.rijen.exclude(oordeel=ONBEKEND).update(oordeel=ONBEKEND, fouten={})
    boek = proefreeks(imp.programma)
    resource = RESOURCES[imp.soort](imp.programma, taak.aangevraagd_door)
    for deel, voortgang in _delen(taak, imp, ONBEKEND, "nagekeken"):
        with transaction.atomic():
            with proberen(boek):
                _boek(resource, boek, deel, GOED)
            _noteer(deel)
            voortgang()
    with transaction.atomic():
        advance(imp, "import_nagekeken", by=taak.aangevraagd_door)


def boeken(taak: Taak, imp: Import) -> None:
    """Book the good rows, each part whole or not; a row that no longer fits keeps its fault and its cells."""
    for deel, voortgang in _delen(taak, imp, GOED, "geboekt"):
        with transaction.atomic():
            with reeks(imp.programma) as boek:
                _boek(RESOURCES[imp.soort](imp.programma, taak.aangevraagd_door), boek, deel, GEBOEKT)
            _noteer(deel)
            voortgang()
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
        rijen = iter(lees(stroom, imp.naam, koppen(imp.soort), verplichte_koppen(imp.soort)))
        while deel := list(islice(rijen, INLEZEN)):
            Importrij.objects.bulk_create(
                Importrij(bestand=imp, nummer=nummer, cellen=cellen) for nummer, cellen in deel
            )


def _delen(taak: Taak, imp: Import, oordeel: str, gedaan: str) -> Iterator[tuple[list[Importrij], Callable]]:
    """The rows with `oordeel`, part by part, each with what records the progress when it is done.

    Recorded with the work itself in one transaction, what is done stays done when a worker dies.
    """
    totaal = imp.rijen.count()
    klaar = totaal - imp.rijen.filter(oordeel=oordeel).count()
    while deel := list(imp.rijen.filter(oordeel=oordeel)[:PER_KEER]):
        klaar += len(deel)
        yield deel, partial(taak.voortgang, klaar, totaal, f"{klaar} van {totaal} rijen {gedaan}")


def _boek(resource, boek: Reeks, rijen: Sequence[Importrij], gelukt: str) -> None:
    """Give each row to its verb, and write on the row what came of it."""
    resource.bereid_voor(boek, [rij.cellen for rij in rijen])
    for rij in rijen:
        fout = probeer(resource, rij.cellen, rij.nummer)
        rij.oordeel = gelukt if fout is None else DUBBEL if isinstance(fout, Dubbel) else FOUT
        rij.fouten = per_kolom(fout) if fout else {}


def _noteer(rijen: Sequence[Importrij]) -> None:
    """Save what was found; rows without a fault differ in nothing but their oordeel."""
    foute = [rij for rij in rijen if rij.fouten]
    Importrij.objects.bulk_update(foute, ["oordeel", "fouten"])
    for oordeel in {rij.oordeel for rij in rijen if not rij.fouten}:
        goede = [rij.pk for rij in rijen if not rij.fouten and rij.oordeel == oordeel]
        Importrij.objects.filter(pk__in=goede).update(oordeel=oordeel, fouten={})
