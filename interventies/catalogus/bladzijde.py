"""What everybody reads of one interventie, on screen and on paper."""

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from interventies import dossier
from interventies.catalogus.vinden import Bewijs
from interventies.models import (
    Bewijsoordeel,
    Bronvermelding,
    Evaluatie,
    Interventie,
    Interventiedocument,
    InterventieVersie,
    Publicatie,
    Term,
    Uitvoering,
)

ERBIJ = (Evaluatie, Bewijsoordeel, Uitvoering, Interventiedocument)  # in the order of a Bladzijde


@dataclass(frozen=True)
class Bladzijde:
    """One published version, with all that was found out about the interventie since."""

    publicatie: Publicatie
    termen: list[Term]
    evaluaties: list[Evaluatie]
    oordelen: list[Bewijsoordeel]
    uitvoeringen: list[Uitvoering]
    documenten: list[Interventiedocument]

    @property
    def interventie(self) -> Interventie:
        return self.publicatie.interventie

    @property
    def versie(self) -> InterventieVersie:
        return self.publicatie.versie

    @property
    def beschreven(self):
        return dossier.beschreven(self.versie)

    @property
    def onbeschreven(self) -> list[str]:
        return dossier.onbeschreven(self.versie)

    @property
    def bronnen(self) -> list[dict[str, str]]:
        """Each bron that everybody can look up once, in the order in which it was cited: its address (or ""), and how
        a footnote names it."""
        return list({tuple(bron.values()): bron for bron in self.publicatie.openbare_bronnen}.values())

    @property
    def oordeel(self) -> Bewijsoordeel | None:
        """The judgement that holds today."""
        return next((each for each in self.oordelen if each.is_geldig), None)

    @property
    def verlopen(self) -> Bewijsoordeel | None:
        """The newest judgement, if none holds any more."""
        return None if self.oordeel else next(iter(self.oordelen), None)

    @property
    def bewijs(self) -> Bewijs:
        return Bewijs(self.oordeel.niveau if self.oordeel else None)

    @property
    def beoordeeld_op(self) -> date | None:
        """The day of the newest evaluatie or judgement; None if there is none."""
        dagen = [each.vastgesteld_op for each in self.evaluaties] + [each.beoordeeld_op for each in self.oordelen]
        return max(dagen, default=None)


def bladzijden(publicaties, user) -> list[Bladzijde]:
    """A page of each publicatie, in the same order; in seven queries, however many there are."""
    publicaties = publicaties.select_related("interventie__laatste", "versie").prefetch_related("versie__termen")
    publicaties = list(publicaties.annotate(openbare_bronnen=_bronnen()).defer("zoekvector"))
    over = [each.interventie_id for each in publicaties]

    def van(model, each: Publicatie) -> list:
        return [record for record in gevonden[model] if record.interventie_id == each.interventie_id]

    alle = {model: model.objects.visible_to(user).openbaar().filter(interventie__in=over) for model in ERBIJ}
    alle[Evaluatie] = alle[Evaluatie].select_related("versie").prefetch_related("uitkomsten")
    alle[Uitvoering] = alle[Uitvoering].for_list()
    alle[Interventiedocument] = alle[Interventiedocument].select_related("interventie", "bestand", "evaluatie")
    gevonden = {model: list(records) for model, records in alle.items()}
    return [
        Bladzijde(each, list(each.versie.termen.all()), *(van(model, each) for model in ERBIJ)) for each in publicaties
    ]


def _bronnen() -> ArraySubquery:
    """Within the query of the publicaties: a page has no query to spare."""
    vermeldingen = Bronvermelding.objects.van_openbare_bronnen().filter(interventie=OuterRef("interventie"))
    wat = JSONObject(url="bron__url", verwijzing="bron__verwijzing", titel="bron__titel")
    return ArraySubquery(vermeldingen.order_by("pk").values(wat=wat))
