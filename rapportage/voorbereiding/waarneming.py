"""What the portal sees by itself of what a point asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.timezone import localtime

from actielijnen.models import IndicatorWaarde
from agenda.cijfers.vastgelegd import tekst_van
from agenda.lijsten.kolommen import getal
from agenda.models import Bron, FeitVersie
from agenda.money import euro
from rapportage.models import Voorbereidingspunt
from rapportage.models.voorbereiding import Rijen
from subsidies import jaarrijen


@dataclass(frozen=True)
class Waarneming:
    """One value that was entered over the time of the letter."""

    waarde: str
    dag: date
    bron: Bron | None
    vindplaats: str


def waarnemingen(punt: Voorbereidingspunt) -> list[Waarneming]:
    """The values that nothing replaced, or the rows, of what `punt` watches; none if it watches nothing."""
    binnen = (punt.voorbereiding.van, punt.voorbereiding.peildatum)
    if punt.feit_id:
        versies = FeitVersie.objects.latest_of([punt.feit]).filter(bekend_sinds__range=binnen)
        return [
            Waarneming(tekst_van(each), each.bekend_sinds, each.bron, each.vindplaats) for each in versies.for_list()
        ]
    if punt.indicator_id:
        waarden = punt.indicator.waarden.geldend().filter(soort=IndicatorWaarde.Soort.MEETWAARDE)
        return [
            Waarneming(_gemeten(each.waarde, punt.indicator.eenheid), each.peildatum, each.bron, each.vindplaats)
            for each in waarden.filter(peildatum__range=binnen).for_list()
        ]
    jaren = (punt.programma, punt.voorbereiding.van.year, punt.voorbereiding.peildatum.year)
    return list(RIJEN[punt.rijen](*jaren)) if punt.rijen else []


def _uitkeringen(*jaren) -> Iterator[Waarneming]:
    for each in jaarrijen.uitkeringen(*jaren).for_page().order_by("nummer"):
        waarde = f"{euro(each.bedrag)} voor {each.gemeente_in_woorden}: {each.get_status_display().lower()}"
        yield Waarneming(waarde, localtime(each.voorgesteld_op).date(), each.bron, f"{each}, {each.vindplaats}")


def _bestemmingen(*jaren) -> Iterator[Waarneming]:
    """What is known, and of which gebied it is not."""
    for each in jaarrijen.bestemmingen(*jaren).for_page():
        waarde = f"{euro(each.bedrag)} voor {each.gebied} in {each.jaar}"
        yield Waarneming(waarde, localtime(each.vastgelegd_op).date(), each.bron, each.vindplaats)
    for each in jaarrijen.zonder_bestemming(*jaren).for_page():
        waarde = f"nog niet bekend voor {each.gebied} in {each.jaar}"
        yield Waarneming(waarde, localtime(each.vastgelegd_op).date(), each.bron, f"{each.vindplaats} (toekenning)")


RIJEN = {Rijen.DU: _uitkeringen, Rijen.BESTEMMING: _bestemmingen}


def _gemeten(waarde: Decimal, eenheid: str) -> str:
    """`40 jongeren`, without decimals that say nothing."""
    return f"{getal(waarde if waarde % 1 else int(waarde))} {eenheid}"
