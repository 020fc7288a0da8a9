"""What rests on a bron besides feiten: every relation to it, found in the models themselves."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Value
from django.urls import reverse

from agenda.models import Bron, Brondocument, FeitVersie, TegenspraakVariant

# Where the records of a model can be seen; other apps are reached by name only.
PAGINAS = {
    "agenda.programma": "programma",
    "agenda.programmaalias": "programma",
    "agenda.programmaperiode": "programma",
    "agenda.programmatekst": "programma",
    "agenda.gebied": "focusgebieden",
    "agenda.gebiedalias": "focusgebieden",
    "actielijnen.actielijn": "actielijnen",
    "actielijnen.herschikking": "begroting",
    "actielijnen.mutatie": "begroting",
    "actielijnen.dekkingsbron": "begroting",
    "actielijnen.samenhangendprogramma": "samenhang",
    "actielijnen.raad": "raad",
    "actielijnen.mijlpaal": "mijlpalen",
    "actielijnen.activiteit": "activiteiten",
    "actielijnen.indicatorwaarde": "indicatoren",
    "actielijnen.correctievoorstel": "indicatoren",
    "interventies.termvermelding": "begrippen",
    "interventies.project": "begrippen",
    "interventies.bronvermelding": "onderzoek",
    "subsidies.regelingversie": "regelingen",
    "subsidies.thema": "regelingen",
    "subsidies.regelingstuk": "regelingen",
    "subsidies.aanlevering": "regelingen",
    "subsidies.toekenning": "regelingen",
    "subsidies.bestemming": "regelingen",
    "subsidies.praktijkvoorbeeld": "regelingen",
    "subsidies.decentralisatieuitkering": "decentralisatie-uitkeringen",
    "rapportage.vindplaats": "toezeggingen",
    "rapportage.voetnoot": "brieven",
}
# Shown on the page one by one.
APART = (Brondocument, FeitVersie, TegenspraakVariant, TegenspraakVariant.bronnen.through)


@dataclass(frozen=True)
class Aanhaling:
    """How many records of one kind name the bron, and where they are."""

    aantal: int
    naam: str
    url: str


def citing(bron: Bron) -> list[Aanhaling]:
    """Everything that names `bron`, counted per kind in one query."""
    verwijzingen = [each for each in relations() if each.related_model not in APART]
    first, *rest = (
        each.related_model._base_manager.filter(**{each.field.name: bron.pk})
        .order_by()
        .annotate(model=Value(each.related_model._meta.label_lower))
        .values_list("model", flat=True)
        for each in verwijzingen
    )
    aantallen = Counter(first.union(*rest, all=True))
    models = {each.related_model._meta.label_lower: each.related_model._meta for each in verwijzingen}
    return [
        Aanhaling(
            aantal,
            str(meta.verbose_name if aantal == 1 else meta.verbose_name_plural),
            reverse(PAGINAS[label]),
        )
        for label, meta in models.items()
        if (aantal := aantallen[label])
    ]


def relations():
    """Every foreign key that points to a bron, hidden ones too."""
    return [each for each in Bron._meta.get_fields(include_hidden=True) if each.one_to_many and each.auto_created]


def distinct_bronnen(records) -> list[Bron]:
    """The bronnen of `records`, each once, in the order in which they come."""
    return list({record.bron_id: record.bron for record in records}.values())
