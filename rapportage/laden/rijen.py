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

# How a data file names a record of another table; with more than one part the value is a list.
# fmt: off
SLEUTELS: dict[type[models.Model], tuple[str, ...]] = {
    Actielijn:      ("programma__code", "nummer"),
    Begrotingspost: ("programma__code", "nummer"),
    Bron:           ("sleutel",),
    Dekkingsbron:   ("naam",),
    Feit:           ("sleutel",),
    Gebied:         ("naam",),
    Gemeente:       ("code",),
    Ministerie:     ("afkorting",),
    Programma:      ("code",),
    Provincie:      ("code",),
    Regeling:       ("sleutel",),
    RegelingVersie: ("regeling__sleutel", "volgorde"),
    Tegenspraak:    ("nummer",),
    Term:           ("lijst", "naam"),
    Thema:          ("versie__regeling__sleutel", "versie__volgorde", "volgorde"),
    Toezegging:     ("sleutel",),
}
# fmt: on


class Rijenzetter:
    """Writes rows and counts them; remembers the records that other rows refer to."""

    def __init__(self, verslag: Verslag):
        self.verslag = verslag
        self._gevonden: dict[tuple, models.Model] = {}

    def zoek(self, model: type[models.Model], waarde) -> models.Model:
        """The record that a data file names as `waarde`. Raises ValidationError when there is none."""
        delen = tuple(waarde) if isinstance(waarde, list) else (waarde,)
        if (model, delen) not in self._gevonden:
            zoekterm = dict(zip(SLEUTELS[model], delen, strict=True))
            record = model.objects.filter(**zoekterm).first()
            if record is None:
                raise ValidationError(f"{model._meta.verbose_name} ‘{waarde}’ bestaat niet.")
            self._gevonden[model, delen] = record
        return self._gevonden[model, delen]

    def zet(self, model: type[models.Model], sleutel: Iterable[str], rij: dict) -> models.Model:
        """Create or update the record that has the values of `sleutel` in common with `rij`."""
        enkel, meer = self._waarden(model, rij)
        record = model.objects.filter(**_zoekterm(model, sleutel, enkel)).first()
        uitkomst = "ongewijzigd" if record else "nieuw"
        record = record or model()
        anders = [veld for veld, waarde in enkel.items() if _kolom(record, veld) != _kolom_van(waarde)]
        if anders:
            uitkomst = _schrijf(record, {veld: enkel[veld] for veld in anders})
        for veld, records in meer.items():
            if {r.pk for r in getattr(record, veld).all()} != {r.pk for r in records}:
                getattr(record, veld).set(records)
                uitkomst = "gewijzigd" if uitkomst == "ongewijzigd" else uitkomst
        self.verslag.tel(model._meta.verbose_name_plural, uitkomst)
        return record

    def _waarden(self, model: type[models.Model], rij: dict) -> tuple[dict, dict]:
        """The values of a row, with references looked up: those in the table itself, and lists of records."""
        enkel, meer = {}, {}
        for veld, waarde in rij.items():
            try:
                kolom = model._meta.get_field(veld)
            except FieldDoesNotExist:
                raise ValidationError(f"het veld ‘{veld}’ kent {model._meta.verbose_name} niet.") from None
            if kolom.many_to_many:
                meer[veld] = [self.zoek(kolom.related_model, deel) for deel in waarde]
            elif kolom.is_relation:
                enkel[veld] = self.zoek(kolom.related_model, waarde)
            else:
                enkel[veld] = kolom.to_python(waarde)
        return enkel, meer


def _zoekterm(model: type[models.Model], sleutel: Iterable[str], enkel: dict) -> dict:
    """The natural key; a part that may be empty and is not in the row must be empty in the record too."""
    leeg = {veld for veld in sleutel if veld not in enkel and model._meta.get_field(veld).null}
    return {f"{veld}__isnull": True for veld in leeg} | {v: enkel[v] for v in sleutel if v not in leeg}


def _kolom(record: models.Model, veld: str):
    return getattr(record, record._meta.get_field(veld).attname)


def _kolom_van(waarde):
    return waarde.pk if isinstance(waarde, models.Model) else waarde


def _schrijf(record: models.Model, velden: dict) -> str:
    uitkomst = "nieuw" if record._state.adding else "gewijzigd"
    for veld, waarde in velden.items():
        setattr(record, veld, waarde)
    leeg = [veld.name for veld in record._meta.fields if getattr(record, veld.attname) is None and veld.null]
    record.full_clean(exclude=leeg)
    record.save()
    return uitkomst
