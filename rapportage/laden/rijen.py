"""Puts one row of a data file into the database by its natural key, or leaves it when nothing differs."""

from collections.abc import Iterable

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models

from actielijnen.models import Actielijn, Begrotingspost, Dekkingsbron
from agenda.models import Bron, Feit, Gebied, Gemeente, Ministerie, Programma, Provincie, Tegenspraak
from interventies.models import Term
from rapportage.laden.verslag import Verslag
from rapportage.models import Toezegging
from subsidies.models import Regeling, RegelingVersie, Thema

# How a data file names a record of another table; with more than one part the value is a list. The programma in
# front may be left out: then it is that of the row or the file itself.
# fmt: off
SLEUTELS: dict[type[models.Model], tuple[str, ...]] = {
    Actielijn:      ("programma__code", "nummer"),
    Begrotingspost: ("programma__code", "nummer"),
    Bron:           ("sleutel",),
    Dekkingsbron:   ("programma__code", "naam"),
    Feit:           ("programma__code", "sleutel"),
    Gebied:         ("naam",),
    Gemeente:       ("code",),
    Ministerie:     ("afkorting",),
    Programma:      ("code",),
    Provincie:      ("code",),
    Regeling:       ("programma__code", "sleutel"),
    RegelingVersie: ("regeling__programma__code", "regeling__sleutel", "volgorde"),
    Tegenspraak:    ("programma__code", "nummer"),
    Term:           ("lijst", "naam"),
    Thema:          ("versie__regeling__programma__code", "versie__regeling__sleutel", "versie__volgorde", "volgorde"),
    Toezegging:     ("programma__code", "sleutel"),
}
# fmt: on


class Rijenzetter:
    """Writes rows and counts them; asks for the records of a table once, and for each reference once."""

    def __init__(self, verslag: Verslag):
        self.verslag = verslag
        self._gevonden: dict[tuple, models.Model] = {}
        self._bestaand: dict[type[models.Model], dict[tuple, models.Model]] = {}

    def zoek(self, model: type[models.Model], waarde, programma: str = "") -> models.Model:
        """The record that a data file names as `waarde`, in `programma`. Raises ValidationError when there is none."""
        delen = tuple(waarde) if isinstance(waarde, list) else (waarde,)
        if len(delen) < len(SLEUTELS[model]):
            delen = (programma, *delen)
        if (model, delen) not in self._gevonden:
            zoekterm = dict(zip(SLEUTELS[model], delen, strict=True))
            record = model.objects.filter(**zoekterm).first() or self._gedeeld(model, zoekterm)
            if record is None:
                raise ValidationError(f"{model._meta.verbose_name} ‘{waarde}’ bestaat niet.")
            self._gevonden[model, delen] = record
        return self._gevonden[model, delen]

    def _gedeeld(self, model: type[models.Model], zoekterm: dict) -> models.Model | None:
        """What belongs to no programma because all share it, such as a feit about the law."""
        shared = {naam: deel for naam, deel in zoekterm.items() if naam != "programma__code"}
        if len(shared) == len(zoekterm):
            return None
        return model.objects.filter(programma__isnull=True, **shared).first()

    def zet(self, model: type[models.Model], sleutel: Iterable[str], rij: dict, *, programma: str = "") -> models.Model:
        """Create or update the record that has the values of `sleutel` in common with `rij`, a row of `programma`."""
        enkel, meer = self._waarden(model, rij, programma or rij.get("programma", ""))
        waarde = tuple(_kolom_van(enkel.get(veld)) for veld in sleutel)
        record = self._records(model, sleutel).setdefault(waarde, model())
        uitkomst = "nieuw" if record._state.adding else "ongewijzigd"
        anders = [veld for veld, waarde in enkel.items() if _kolom(record, veld) != _kolom_van(waarde)]
        if anders:
            uitkomst = _schrijf(record, {veld: enkel[veld] for veld in anders})
        for veld, records in meer.items():
            if {r.pk for r in getattr(record, veld).all()} != {r.pk for r in records}:
                getattr(record, veld).set(records)
                uitkomst = "gewijzigd" if uitkomst == "ongewijzigd" else uitkomst
        self.verslag.tel(model._meta.verbose_name_plural, uitkomst)
        return record

    def _records(self, model: type[models.Model], sleutel: Iterable[str]) -> dict[tuple, models.Model]:
        if model not in self._bestaand:
            records = model.objects.prefetch_related(*(veld.name for veld in model._meta.many_to_many))
            self._bestaand[model] = {tuple(_kolom(r, veld) for veld in sleutel): r for r in records}
        return self._bestaand[model]

    def _waarden(self, model: type[models.Model], rij: dict, programma: str) -> tuple[dict, dict]:
        """The values of a row, with references looked up: those in the table itself, and lists of records."""
        enkel, meer = {}, {}
        for veld, waarde in rij.items():
            try:
                kolom = model._meta.get_field(veld)
            except FieldDoesNotExist:
                raise ValidationError(f"het veld ‘{veld}’ kent {model._meta.verbose_name} niet.") from None
            if kolom.many_to_many:
                meer[veld] = [self.zoek(kolom.related_model, deel, programma) for deel in waarde]
            elif kolom.is_relation:
                enkel[veld] = self.zoek(kolom.related_model, waarde, programma)
            else:
                enkel[veld] = kolom.to_python(waarde)
        return enkel, meer


def _kolom(record: models.Model, veld: str):
    return getattr(record, record._meta.get_field(veld).attname)


def _kolom_van(waarde):
    return waarde.pk if isinstance(waarde, models.Model) else waarde


def _schrijf(record: models.Model, velden: dict) -> str:
    uitkomst = "nieuw" if record._state.adding else "gewijzigd"
    for veld, waarde in velden.items():
        setattr(record, veld, waarde)
    record.clean_fields(exclude=[veld.name for veld in record._meta.fields if _mag_zo(record, veld)])
    record.save()
    return uitkomst


def _mag_zo(record: models.Model, veld: models.Field) -> bool:
    """References were looked up, and an empty column that may be empty needs no check."""
    return veld.is_relation or (veld.null and getattr(record, veld.attname) is None)
