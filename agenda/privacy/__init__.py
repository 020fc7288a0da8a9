"""The register of personal data (AVG article 30): what the portal keeps of whom, why, how long and who sees it.

`velden.py` says of every field what it holds, `verwerkingen.py` what that is kept for. A test refuses a field
that could hold personal data and is in neither `velden.py` nor `zonder.py`.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Field, QuerySet

from agenda.privacy.velden import OP_ADRES, VAN_EEN_PERSOON, VELDEN, Aard, Veld
from agenda.privacy.verwerkingen import VERWERKINGEN, Termijn, Verwerking, termijn

__all__ = [
    "OP_ADRES",
    "VAN_EEN_PERSOON",
    "VELDEN",
    "VERWERKINGEN",
    "Aard",
    "Termijn",
    "Veld",
    "Verwerking",
    "register",
    "rijen_van",
    "termijn",
    "velden_van",
    "verborgen_kolommen",
]

BUITEN_HET_SPOOR = {Aard.DIRECT, Aard.GEHEIM, Aard.INHOUD}


def verborgen_kolommen(model: type) -> set[str]:
    """The columns of `model` whose values the row trail must not keep, or erasing them would erase nothing."""
    return {field.column for field, veld in velden_van(model) if veld.aard in BUITEN_HET_SPOOR}


def rijen_van(gebruiker) -> Iterator[QuerySet]:
    """The rows that are wholly about `gebruiker`, his account itself not included, one queryset per model."""
    for label, way in VAN_EEN_PERSOON.items():
        yield apps.get_model(label)._base_manager.filter(**{way: gebruiker.pk}).order_by("pk")
    for label, way in OP_ADRES.items():
        yield apps.get_model(label)._base_manager.filter(**{f"{way}__iexact": gebruiker.email}).order_by("pk")


def velden_van(model: type) -> list[tuple[Field, Veld]]:
    """The fields of `model` that the register names, with what it says of them."""
    named = [
        (field, VELDEN.get(f"{model._meta.label_lower}.{field.name}")) for field in model._meta.local_concrete_fields
    ]
    return [(field, veld) for field, veld in named if veld]


def register() -> Iterator[tuple[Verwerking, list[str]]]:
    """Each verwerking that holds something, with what it holds in words, each once and in the order of the fields."""
    for sleutel, verwerking in VERWERKINGEN.items():
        wat = list(dict.fromkeys(veld.wat for veld in VELDEN.values() if veld.verwerking == sleutel))
        if wat:
            yield verwerking, wat
