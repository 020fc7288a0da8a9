"""The rows of a version: its themes, terms, SiSa-indicatoren and documents, one change at a time."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max, ProtectedError

from agenda import audit
from agenda.levensloop import NietMogelijk
from agenda.models import Gebruiker
from subsidies.models import RegelingVersie
from subsidies.regelingen.instelbaar import instelbaar

PARKED = 30_000  # a place that no row has, while two change theirs


@transaction.atomic
def toevoegen(versie: RegelingVersie, model: type[models.Model], *, by: Gebruiker, **velden):
    """One more row of `model`, the last. Raises GeenToegang, NietMogelijk (it is open) or ValidationError by field."""
    versie = instelbaar(versie, by=by)
    if _is_ordered(model):
        velden["volgorde"] = (model.objects.filter(versie=versie).aggregate(m=Max("volgorde"))["m"] or 0) + 1
    rij = model(versie=versie, **velden)
    _check(rij)
    rij.save(force_insert=True)
    audit.record(versie, "instelling_toevoegen", by=by, soort=model._meta.verbose_name, wat=str(rij))
    return rij


@transaction.atomic
def wijzigen(rij, *, by: Gebruiker, **velden):
    """Change one row. Raises as `toevoegen`."""
    instelbaar(rij.versie, by=by)
    was = str(rij)
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    _check(rij)
    rij.save(update_fields=list(velden))
    audit.record(rij.versie, "instelling_wijzigen", by=by, soort=rij._meta.verbose_name, was=was, wordt=str(rij))
    return rij


@transaction.atomic
def verplaatsen(rij, *, omhoog: bool, by: Gebruiker) -> None:
    """Change places with the row above or below it; nothing happens to the first or last. Raises as `toevoegen`."""
    versie = instelbaar(rij.versie, by=by)
    rijen = list(type(rij).objects.filter(versie=versie).order_by("volgorde"))
    hier = rijen.index(rij)
    daar = hier - 1 if omhoog else hier + 1
    if not 0 <= daar < len(rijen):
        return
    een, ander = rijen[hier], rijen[daar]
    plaatsen = (een.volgorde, ander.volgorde)
    for each, plaats in ((een, PARKED), (ander, plaatsen[0]), (een, plaatsen[1])):
        each.volgorde = plaats
        each.save(update_fields=["volgorde"])
    audit.record(versie, "instelling_verplaatsen", by=by, soort=rij._meta.verbose_name, wat=str(rij))


@transaction.atomic
def verwijderen(rij, *, by: Gebruiker) -> None:
    """Take the row away. Raises as `toevoegen`, and NietMogelijk when something else names it."""
    versie = instelbaar(rij.versie, by=by)
    wat = str(rij)
    try:
        rij.delete()
    except ProtectedError as fout:
        soorten = {each._meta.verbose_name_plural for each in fout.protected_objects}
        raise NietMogelijk(f"‘{wat}’ kan niet weg: er zijn {', '.join(sorted(soorten))} die het noemen.") from None
    audit.record(versie, "instelling_verwijderen", by=by, soort=rij._meta.verbose_name, wat=wat)


def _is_ordered(model: type[models.Model]) -> bool:
    return any(veld.name == "volgorde" for veld in model._meta.fields)


def _check(rij) -> None:
    """Raise ValidationError by field; two rows with one name cannot be told apart."""
    rij.clean_fields()
    namen = type(rij).objects.filter(versie=rij.versie).exclude(pk=rij.pk)
    naam = getattr(rij, "naam", "")
    if naam and namen.filter(naam__iexact=naam).exists():
        raise ValidationError({"naam": f"‘{naam}’ staat er al. Kies een andere naam."})
    rij.validate_constraints()
