"""The export of a long list, in the background."""

import tempfile
from datetime import timedelta

from django.db import transaction
from django.http import QueryDict
from django.utils.module_loading import import_string

from agenda import klok
from agenda.access import GeenToegang, Permission, require
from agenda.bestanden import bewaar
from agenda.lijsten.bestand import WRITERS, filename, record_export
from agenda.lijsten.lijst import Lijst
from agenda.models import Bestand, Gebruiker, Taak
from agenda.taken import TaakFout, enqueue, taak

SOORT = "lijst_exporteren"
BEWAREN = timedelta(days=7)
STAP = 1000  # rows between two reports of progress


def export_later(lijst: Lijst, formaat: str, *, by: Gebruiker) -> Taak:
    """The Taak that makes the file. Who asks again while it runs gets the same one."""
    argumenten = {
        "lijst": f"{type(lijst).__module__}.{type(lijst).__qualname__}",
        "vraag": lijst.vraag.urlencode(),
        "formaat": formaat,
    }
    running = Taak.objects.visible_to(by).open().filter(soort=SOORT, argumenten=argumenten).first()
    return running or enqueue(SOORT, by=by, is_voorbeeld=lijst.is_voorbeeld, **argumenten)


@taak(SOORT, naam="Lijst downloaden")
def exporteren(taak: Taak, *, lijst: str, vraag: str, formaat: str) -> Bestand:
    """Make the file anew, with the rights that the asker has now; a second run does no harm."""
    ding = import_string(lijst)(QueryDict(vraag), taak.aangevraagd_door)
    try:
        require(taak.aangevraagd_door, Permission.EXPORTEREN)
    except GeenToegang as geen_toegang:
        raise TaakFout(str(geen_toegang)) from geen_toegang
    if ding.fouten:
        raise TaakFout(ding.fouten[0].tekst)
    with tempfile.TemporaryFile() as file:
        for rows in WRITERS[formaat](ding, file):
            if rows % STAP == 0:
                taak.voortgang(min(rows, ding.aantal), ding.aantal, f"{rows} van {ding.aantal} rijen")
        naam = filename(ding, formaat)
        bewaren_tot = klok.vandaag() + BEWAREN
        with transaction.atomic():
            record_export(ding, formaat, by=taak.aangevraagd_door)
            return bewaar(file, naam, by=taak.aangevraagd_door, zelf_gemaakt=True, bewaren_tot=bewaren_tot)
