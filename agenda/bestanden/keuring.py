"""The inspection of uploads: out of quarantine only through clamd, and what is refused is wiped.

    in_quarantaine ──▶ schoon      clamd found nothing
                   └─▶ geweigerd   clamd found a virus, or could not scan the file to its end

No other step exists, and nobody can take one by hand. A file is inspected when it comes in; the worker does so again,
every half minute, with whatever clamd could not judge then (BIO2 8.07.04).
"""

import logging

from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import transaction
from procrastinate.contrib.django import app

from agenda import audit, klok
from agenda.bestanden import clamd
from agenda.bestanden.verwijderen import wissen
from agenda.models import Bestand, Gebruiker, Scanstand
from agenda.taken import enqueue

logger = logging.getLogger(__name__)

GEMELD = 600  # seconds in which is not said again that files wait for the scanner
GEWEIGERD = "bestand_geweigerd"  # work of the apps above, which know whose file it was


def keuren(bestand: Bestand) -> Bestand:
    """Let clamd judge a file in quarantine, and record what it found. Raises ScannerOnbereikbaar: nothing changed."""
    with default_storage.open(bestand.plaats) as stroom:
        oordeel = clamd.scan(stroom)
    return _record(bestand, oordeel)


@transaction.atomic
def _record(bestand: Bestand, oordeel: clamd.Oordeel) -> Bestand:
    bestand = Bestand.objects.select_for_update().get(pk=bestand.pk)
    if bestand.scanstand != Scanstand.IN_QUARANTAINE or bestand.gewist_op:
        return bestand  # somebody else was first
    bestand.scanstand = Scanstand.GEWEIGERD if oordeel.bevinding else Scanstand.SCHOON
    bestand.bevinding, bestand.scanner, bestand.gescand_op = oordeel.bevinding, oordeel.scanner, klok.nu()
    bestand.save(update_fields=["scanstand", "bevinding", "scanner", "gescand_op"])
    systeem = Gebruiker.objects.systeem()
    if oordeel.bevinding:
        audit.record(bestand, "bestand_weigeren", by=systeem, bevinding=oordeel.bevinding, scanner=oordeel.scanner)
        enqueue(GEWEIGERD, by=systeem, bestand=str(bestand.pk))
        wissen(bestand)
    else:
        audit.record(bestand, "bestand_vrijgeven", by=systeem, scanner=oordeel.scanner)
    return bestand


@app.periodic(cron="* * * * * */30")
@app.task(name="quarantaine", queue="onderhoud", lock="quarantaine", queueing_lock="quarantaine")
def inspect_quarantine(timestamp: int = 0) -> None:
    """Inspect all that waits, the oldest first. One that clamd cannot judge does not hold up the others.

    That files wait is said at most once every ten minutes, or it would drown what else the log says.
    """
    waiting = []
    for bestand in Bestand.objects.filter(scanstand=Scanstand.IN_QUARANTAINE, gewist_op=None).order_by("aangemaakt_op"):
        try:
            keuren(bestand)
        except clamd.ScannerOnbereikbaar as fout:
            waiting.append(f"{bestand.pk}: {fout}")
        except FileNotFoundError:
            logger.error("Bestand %s staat niet meer in de opslag en kan niet worden gecontroleerd.", bestand.pk)
    if waiting and cache.add("quarantaine_gemeld", True, GEMELD):
        logger.warning("%s bestanden wachten op de virusscanner. Het oudste is %s", len(waiting), waiting[0])
