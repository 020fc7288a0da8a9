"""Everything the register knows of one person: the values that are his, and what he did as counts and numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import QuerySet

from agenda.models import AuditRegel, Gebruiker
from agenda.models.audit import subject_key
from agenda.privacy import VAN_EEN_PERSOON, VELDEN, VERWERKINGEN, Aard, Verwerking, rijen_van, velden_van

GEHEIM = "wel bewaard, maar geheim: ook u kunt het niet lezen"


@dataclass
class Deel:
    """What is kept of a person for one verwerking: his own rows, and per kind how many carry his number."""

    verwerking: Verwerking
    rijen: list[dict[str, object]] = field(default_factory=list)
    gedaan: list[tuple[str, int, QuerySet]] = field(default_factory=list)

    @property
    def paren(self) -> list[list[tuple[str, object]]]:
        return [[(wat[0].upper() + wat[1:], in_words(waarde)) for wat, waarde in rij.items()] for rij in self.rijen]

    @property
    def kenmerken(self) -> dict[str, list[str]]:
        """Each record that carries the number of the person, by its key; these can be many."""
        return {soort: [kenmerk(record) for record in records.iterator()] for soort, _, records in self.gedaan}


def gegevens_van(gebruiker: Gebruiker) -> list[Deel]:
    """Per verwerking what is kept of `gebruiker`; a verwerking that keeps nothing of him is left out."""
    delen = {sleutel: Deel(verwerking) for sleutel, verwerking in VERWERKINGEN.items()}
    for rows in (Gebruiker.objects.filter(pk=gebruiker.pk), *rijen_van(gebruiker)):
        for record in rows:
            for sleutel, rij in values(record).items():
                delen[sleutel].rijen.append(rij)
    for sleutel, records in deeds(gebruiker):
        if aantal := records.count():
            delen[sleutel].gedaan.append((str(records.model._meta.verbose_name_plural), aantal, records))
    return [deel for deel in delen.values() if deel.rijen or deel.gedaan]


def values(record) -> dict[str, dict[str, object]]:
    """Per verwerking the values of one row, each under what the register calls it; a secret only as present."""
    found: dict[str, dict[str, object]] = {}
    for each, veld in velden_van(type(record)):
        value = each.value_from_object(record)
        if veld.aard == Aard.NUMMER or value in (None, "", [], {}):
            continue
        found.setdefault(veld.verwerking, {})[veld.wat] = GEHEIM if veld.aard == Aard.GEHEIM else value
    return found


def in_words(waarde: object) -> object:
    """A value as the page shows it; the file keeps it as it is."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return ", ".join(map(str, waarde)) if isinstance(waarde, list) else waarde


def deeds(gebruiker: Gebruiker) -> Iterator[tuple[str, QuerySet]]:
    """Per verwerking the records that carry the number of `gebruiker` without being about him."""
    for naam, veld in VELDEN.items():
        label, _, field_name = naam.rpartition(".")
        if veld.aard == Aard.NUMMER and label not in VAN_EEN_PERSOON:
            records = apps.get_model(label)._base_manager.filter(**{field_name: gebruiker.pk})
            yield veld.verwerking, records.order_by("pk")


def kenmerk(record) -> str:
    """Which record it is, without what it says of others."""
    if isinstance(record, AuditRegel):
        return f"{record.moment:%Y-%m-%d %H:%M:%S %Z} {record.actie}"
    return subject_key(record)
