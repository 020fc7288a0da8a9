"""Runs the resources over their CSV files, and says of a wrong row which row and which column."""

from pathlib import Path

from import_export.results import Result, RowResult

from rapportage.laden.bestanden import LaadFout, lees_csv
from rapportage.laden.resources import NaslagResource
from rapportage.laden.verslag import Verslag

UITKOMST = {
    RowResult.IMPORT_TYPE_NEW: "nieuw",
    RowResult.IMPORT_TYPE_UPDATE: "gewijzigd",
    RowResult.IMPORT_TYPE_SKIP: "ongewijzigd",
}


def laad_csv(map: Path, naam: str, resource: type[NaslagResource], verslag: Verslag) -> None:
    """Import one file whole. Raises LaadFout that names every wrong row."""
    importeur = resource()
    rijen = lees_csv(map, naam)
    if ontbreekt := [kolom for kolom in importeur.get_import_order() if kolom not in (rijen.headers or [])]:
        raise LaadFout(f"{naam}, rij 1: de kolommen {', '.join(ontbreekt)} ontbreken in de kopregel.")
    resultaat = importeur.import_data(rijen)
    if fouten := _fouten(resultaat):
        raise LaadFout("\n".join(f"{naam}, {fout}" for fout in fouten))
    for rij in resultaat.rows:
        verslag.tel(importeur._meta.model._meta.verbose_name_plural, UITKOMST[rij.import_type])


def _fouten(resultaat: Result) -> list[str]:
    """The errors as "rij 4, kolom provincie: …"; row 1 is the heading, so the first row of data is 2."""
    fouten = [str(fout.error) for fout in resultaat.base_errors]
    for nummer, rij in enumerate(resultaat.rows, start=2):
        fouten += [f"rij {nummer}: {fout.error}" for fout in rij.errors]
        if rij.validation_error:
            meldingen = rij.validation_error.message_dict
            fouten += [f"rij {nummer}, kolom {kolom}: {' '.join(m)}" for kolom, m in meldingen.items()]
    return fouten
