"""What a vraag finds in the catalogue, and how many each value of a facet would give."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.postgres.search import SearchRank
from django.db.models import BooleanField, Count, ExpressionWrapper, F, OuterRef, Q, Subquery

from interventies.catalogus.vraag import BEWIJS, FASEN, KOPPEN, NIET_BEOORDEELD, TERMFACETTEN, Vraag
from interventies.models import Bewijsoordeel, InterventieVersie, Niveau, Publicatie, Uitvoering
from interventies.zoeken.vraag import bedoeld, naamvraag, zoekvraag


@dataclass(frozen=True)
class Optie:
    """One value of a facet: how many of what was found have it, and whether the reader chose it."""

    waarde: str
    label: str
    aantal: int
    is_gekozen: bool


@dataclass(frozen=True)
class Facet:
    """One way to narrow down."""

    naam: str
    kop: str
    opties: list[Optie]

    @property
    def is_open(self) -> bool:
        return any(optie.is_gekozen for optie in self.opties)


def gevonden(vraag: Vraag, user):
    """The publicaties that fit every choice and have every word."""
    records = gekozen(vraag, user)
    if (woorden := zoekvraag(vraag.woorden)) is not None:
        records = records.filter(zoekvector=woorden)
    return records


def misschien_bedoeld(vraag: Vraag, user) -> str:
    """Other words that do find something with the same choices; "" if there are none, or nothing was typed."""
    return bedoeld(vraag.woorden, gekozen(vraag, user)) if vraag.woorden else ""


def gekozen(vraag: Vraag, user):
    """The publicaties that fit every choice, with the level that holds today.

    An interventie has one fase and one level, so two choices there mean either; of the others it can have both.
    """
    geldend = Bewijsoordeel.objects.geldend().filter(interventie=OuterRef("interventie"))
    records = Publicatie.objects.visible_to(user).openbaar().filter(interventie__is_voorbeeld=vraag.is_voorbeeld)
    records = records.annotate(bewijs=Subquery(geldend.values("niveau")[:1]))
    if fasen := vraag.gekozen.get("fase"):
        records = records.filter(interventie__fase__in=fasen)
    if niveaus := vraag.gekozen.get("bewijs"):
        zonder = Q(bewijs=None) if NIET_BEOORDEELD in niveaus else Q()
        records = records.filter(Q(bewijs__in=niveaus) | zonder)
    if gemeenten := vraag.gekozen.get("gemeente"):
        lopend = Uitvoering.objects.visible_to(user).openbaar().filter(gemeente__naam__in=gemeenten)
        records = records.filter(interventie__in=_met_alle(lopend, "interventie", "gemeente__naam", gemeenten))
    for naam, (lijst, _) in TERMFACETTEN.items():
        if namen := vraag.gekozen.get(naam):
            termen = InterventieVersie.termen.through.objects.filter(term__lijst=lijst, term__naam__in=namen)
            records = records.filter(versie__in=_met_alle(termen, "interventieversie", "term__naam", namen))
    return records


def _met_alle(rows, van: str, naam: str, waarden: list[str]):
    """Each `van` that has all `waarden`: one query with a count, where a join per value takes minutes to plan."""
    per = rows.order_by().values(van).annotate(hoeveel=Count(naam, distinct=True))
    return per.filter(hoeveel=len(waarden)).values(van)


def voor_kaarten(records, vraag: Vraag):
    """The same with all that a card shows: first what has the words in its name, then what fits them best."""
    records = records.select_related("interventie", "versie").defer("zoekvector")
    if (woorden := zoekvraag(vraag.woorden)) is None:
        return records.order_by("versie__naam", "pk")
    in_naam = ExpressionWrapper(Q(zoekvector=naamvraag(vraag.woorden)), BooleanField())
    return records.order_by(in_naam.desc(), SearchRank(F("zoekvector"), woorden).desc(), "versie__naam", "pk")


def facetten(vraag: Vraag, records, user) -> list[Facet]:
    """Each facet with the values that still find something, and those that were chosen; in three queries."""
    gemeenten = Counter({naam: aantal for _, naam, aantal in per_gemeente(records, user)})
    aantallen = _termen(records) | _fase_en_bewijs(vraag, user) | {"gemeente": gemeenten}
    found = [Facet(naam, KOPPEN[naam], _opties(naam, vraag, aantallen[naam])) for naam in KOPPEN]
    return [facet for facet in found if facet.opties]


def _opties(naam: str, vraag: Vraag, aantallen: Counter) -> list[Optie]:
    gekozen = vraag.gekozen.get(naam, [])
    vast = {"bewijs": BEWIJS, "fase": FASEN}.get(naam)
    waarden = list(vast) if vast else list(aantallen)
    waarden += [waarde for waarde in gekozen if waarde not in waarden]
    return [
        Optie(waarde, (vast or {}).get(waarde, waarde), aantallen[waarde], waarde in gekozen)
        for waarde in waarden
        if aantallen[waarde] or waarde in gekozen
    ]


def _termen(records) -> dict[str, Counter]:
    """How many of `records` have each term, per facet, in the order of the lists."""
    per_term = (
        InterventieVersie.termen.through.objects.filter(interventieversie__in=records.values("versie"))
        .values_list("term__lijst", "term__naam")
        .annotate(aantal=Count("pk"))
        .order_by("term__lijst", "term__volgorde")
    )
    facet_van = {lijst: naam for naam, (lijst, _) in TERMFACETTEN.items()}
    found = {naam: Counter() for naam in TERMFACETTEN}
    for lijst, naam, aantal in per_term:
        found[facet_van[lijst]][naam] = aantal
    return found


def per_gemeente(records, user) -> list[tuple[str, str, int]]:
    """In how many of `records` each gemeente has an uitvoering that everybody may see: (code, name, how many)."""
    lopend = Uitvoering.objects.visible_to(user).openbaar().filter(interventie__in=records.values("interventie"))
    per = lopend.order_by("gemeente__naam").values_list("gemeente__code", "gemeente__naam")
    return list(per.annotate(aantal=Count("interventie", distinct=True)))


def _fase_en_bewijs(vraag: Vraag, user) -> dict[str, Counter]:
    """How many there are in each fase and on each level, whatever else was chosen of that one facet."""
    found = {"fase": Counter(), "bewijs": Counter()}
    records = gevonden(vraag.zonder("fase", "bewijs"), user).values_list("interventie__fase", "bewijs")
    for fase, niveau, aantal in records.annotate(aantal=Count("pk")).order_by():
        bewijs = niveau or NIET_BEOORDEELD
        if bewijs in vraag.gekozen.get("bewijs", [bewijs]):
            found["fase"][fase] += aantal
        if fase in vraag.gekozen.get("fase", [fase]):
            found["bewijs"][bewijs] += aantal
    return found


@dataclass(frozen=True)
class Bewijs:
    """A level in words and on the scale, never by colour alone; None is ‘niet beoordeeld’."""

    niveau: str | None

    @property
    def woorden(self) -> str:
        return Niveau(self.niveau).label if self.niveau else "Niet beoordeeld"

    @property
    def trede(self) -> int:
        """How many of the five steps."""
        return list(Niveau).index(Niveau(self.niveau)) + 1 if self.niveau else 0

    @property
    def rondjes(self) -> list[bool]:
        return [stap < self.trede for stap in range(len(Niveau))]
