"""Figures over the interventies: what is public, what was judged and evaluated, and where it runs.

Numbers of people are not added up: each uitvoering counts in its own way.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from agenda.cijfers import Herkomst, Telling, telt
from agenda.models import Weergave
from interventies.models import Bewijsoordeel, Evaluatie, Interventie, Publicatie, Uitkomst, Uitvoering

WAAR = "interventies.waar"  # of each interventie in the catalogue, with its key behind it
NIET_OPENBAAR = "een interventie die niet in de catalogus stond"  # a letter tells no name that nobody published


def _publicaties(peildatum: date) -> QuerySet[Publicatie]:
    """What stood in the catalogue at the end of `peildatum`: one of an interventie at most."""
    nog_niet_weg = Q(geeindigd_op=None) | Q(geeindigd_op__date__gt=peildatum)
    return Publicatie.objects.filter(nog_niet_weg, gepubliceerd_op__date__lte=peildatum)


def openbaar_op(programma, peildatum: date) -> list[Publicatie]:
    """What stood in the catalogue at the end of `peildatum`, by name."""
    publicaties = _publicaties(peildatum).filter(interventie__is_voorbeeld=programma.is_voorbeeld)
    return list(publicaties.select_related("versie", "interventie").order_by("versie__naam", "pk"))


def _zoals_openbaar(records: QuerySet, peildatum: date) -> QuerySet:
    """With the name and version that the catalogue had of the interventie on `peildatum`; None if it had none."""
    toen = _publicaties(peildatum).filter(interventie=OuterRef("interventie"))
    return records.annotate(
        openbare_naam=Subquery(toen.values("versie__naam")[:1]),
        openbaar_nummer=Subquery(toen.values("versie__nummer")[:1]),
    )


def oordelen_op(programma, peildatum: date) -> list[Bewijsoordeel]:
    """The judgement that held on `peildatum` of each interventie in the catalogue of that day."""
    openbaar = [each.interventie_id for each in openbaar_op(programma, peildatum)]
    geldend = Bewijsoordeel.objects.filter(
        interventie__in=openbaar, vastgelegd_op__date__lte=peildatum, beoordeeld_op__lte=peildatum
    )
    oplopend = geldend.filter(geldig_tot__gte=peildatum).order_by("beoordeeld_op", "pk")
    return list({each.interventie_id: each for each in _zoals_openbaar(oplopend, peildatum)}.values())


def evaluaties_op(programma, peildatum: date) -> list[Evaluatie]:
    """What a second reader had settled on `peildatum`."""
    klaar = Evaluatie.objects.vastgesteld().filter(
        vastgesteld_op__lte=peildatum, interventie__is_voorbeeld=programma.is_voorbeeld
    )
    klaar = _zoals_openbaar(klaar, peildatum).select_related("versie").prefetch_related("uitkomsten")
    return list(klaar.order_by("nummer"))


def begonnen_op(programma, peildatum: date) -> list[Uitvoering]:
    """What had begun on `peildatum`, was recorded by then, and was not yet known to be a mistake."""
    toen_geldend = Q(vervallen_op=None) | Q(vervallen_op__date__gt=peildatum)
    begonnen = Uitvoering.objects.filter(
        toen_geldend,
        van__lte=peildatum,
        vastgelegd_op__date__lte=peildatum,
        interventie__is_voorbeeld=programma.is_voorbeeld,
    )
    return list(_zoals_openbaar(begonnen, peildatum).select_related("gemeente").order_by("nummer"))


def _telling(naam: str, titel: str, geteld: Iterable[str], waar: str) -> Telling:
    """The figure `naam`: how many were counted, and which; `waar` says what of the register they are."""
    namen, register = tuple(geteld), Herkomst.uit_het_portaal("Interventies in dit portaal", waar)
    return Telling(f"interventies.{naam}", titel, len(namen), namen, (register,))


@telt("interventies.catalogus", over=openbaar_op, eenheid="interventies", weergave=Weergave.AANTAL, terugkijken=True)
def catalogus(publicaties):
    """Het aantal interventies dat op de peildatum in de openbare catalogus stond, ook als zij gestopt zijn."""
    namen = [each.versie.naam for each in publicaties]
    yield _telling("catalogus", "Interventies in de catalogus", namen, "openbare interventies")


@telt("interventies.beoordeeld", over=oordelen_op, eenheid="interventies", weergave=Weergave.AANTAL, terugkijken=True)
def beoordeeld(oordelen):
    """Het aantal interventies in de catalogus met een oordeel op een erkende bewijsladder dat op de peildatum gold.
    De andere zijn niet beoordeeld; dat zegt niet dat zij niet werken."""
    namen = [f"{each.openbare_naam}: {each}" for each in oordelen]
    yield _telling("beoordeeld", "Interventies met een bewijsoordeel", namen, "geldende oordelen")


@telt("interventies.evaluaties", over=evaluaties_op, eenheid="evaluaties", weergave=Weergave.AANTAL, terugkijken=True)
def evaluaties(klaar):
    """Het aantal evaluaties dat een tweede lezer op de peildatum had vastgesteld, ook als zij geen effect vonden."""
    namen = [f"{each}: {each.openbare_naam or NIET_OPENBAAR}" for each in klaar]
    yield _telling("evaluaties", "Vastgestelde evaluaties", namen, "vastgestelde evaluaties")


@telt("interventies.uitkomst", over=evaluaties_op, eenheid="doelen", weergave=Weergave.AANTAL, terugkijken=True)
def uitkomsten(klaar):
    """Het aantal doelen waarbij een vastgestelde evaluatie deze uitkomst vond. Elk doel van elke evaluatie telt
    een keer."""
    gevonden = [(evaluatie, each) for evaluatie in klaar for each in evaluatie.uitkomsten.all()]
    for effect in Uitkomst.Effect:
        doelen = [f"{evaluatie}: {_doel(evaluatie, each)}" for evaluatie, each in gevonden if each.effect == effect]
        naam = f"uitkomst.{effect.value.replace('_', '-')}"
        yield _telling(naam, f"Doelen met als uitkomst: {effect.label}", doelen, "uitkomsten per doel")


def _doel(evaluatie: Evaluatie, uitkomst: Uitkomst) -> str:
    """The goal in words if everybody could read it, else only which one of the version it is."""
    openbaar = evaluatie.openbaar_nummer is not None and evaluatie.versie.nummer <= evaluatie.openbaar_nummer
    return uitkomst.doel if openbaar else f"doel {uitkomst.volgorde}"


@telt("interventies.uitvoeringen", over=begonnen_op, eenheid="uitvoeringen", weergave=Weergave.AANTAL, terugkijken=True)
def uitvoeringen(begonnen):
    """Het aantal keren dat een interventie op de peildatum ergens was begonnen. Wat al is afgelopen, telt mee."""
    namen = [
        f"{each}: {each.openbare_naam}, {each.gemeente}" if each.openbare_naam else f"{each}: {NIET_OPENBAAR}"
        for each in begonnen
    ]
    yield _telling("uitvoeringen", "Begonnen uitvoeringen", namen, "uitvoeringen")


@telt("interventies.gemeenten", over=begonnen_op, eenheid="gemeenten", weergave=Weergave.AANTAL, terugkijken=True)
def gemeenten(begonnen):
    """Het aantal gemeenten waar op de peildatum een of meer interventies waren begonnen."""
    openbaar = {each.gemeente_id: each.gemeente.naam for each in begonnen if each.openbare_naam}
    andere = {each.gemeente_id for each in begonnen} - openbaar.keys()
    namen = [*sorted(openbaar.values()), *(["een gemeente waar niets uit de catalogus begonnen was"] * len(andere))]
    yield _telling("gemeenten", "Gemeenten met een interventie", namen, "uitvoeringen")


def waar_op(programma, peildatum: date) -> list[tuple[Publicatie, list[Uitvoering]]]:
    """What stood in the catalogue, each with what of it had begun."""
    begonnen = defaultdict(list)
    for each in begonnen_op(programma, peildatum):
        begonnen[each.interventie_id].append(each)
    return [(each, begonnen[each.interventie_id]) for each in openbaar_op(programma, peildatum)]


def waar_naam(interventie: Interventie) -> str:
    """The name of the figure that tells in how many gemeenten this interventie had begun."""
    return f"{WAAR}.{interventie.sleutel}"


@telt(WAAR, over=waar_op, eenheid="gemeenten", weergave=Weergave.AANTAL, terugkijken=True)
def waar(gevonden):
    """Het aantal gemeenten waar deze interventie op de peildatum was begonnen. Een gemeente waar zij op meer plaatsen
    loopt, telt een keer."""
    for publicatie, begonnen in gevonden:
        namen = sorted({each.gemeente.naam for each in begonnen})
        titel = f"Gemeenten waar ‘{publicatie.versie.naam}’ was begonnen"
        yield _telling(f"waar.{publicatie.interventie.sleutel}", titel, namen, "uitvoeringen")


NAMEN = [
    "interventies.catalogus",
    "interventies.beoordeeld",
    "interventies.evaluaties",
    *(f"interventies.uitkomst.{effect.value.replace('_', '-')}" for effect in Uitkomst.Effect),
    "interventies.uitvoeringen",
    "interventies.gemeenten",
]
