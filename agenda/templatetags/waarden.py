"""How values of feiten, amounts and dates of bronnen are written on a page."""

from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.utils.formats import date_format

from agenda import kamerstuk, money
from agenda.cijfers import Cijfer, vastgelegd
from agenda.cijfers.weergave import met_kwalificatie
from agenda.models import Kwalificatie, Precisie, Weergave, onderwerpen

register = template.Library()

SCHRIJFWIJZE = {
    Weergave.BEDRAG: "als heel bedrag in euro",
    Weergave.AANTAL: "als getal in cijfers",
    Weergave.WOORD: "als getal in woorden, tot en met twintig",
    Weergave.JAAR: "als jaartal",
    Weergave.TEKST: "zoals in de bron",
}


@register.filter
def euro(bedrag):
    """`€ 1.234.567`."""
    return money.euro(bedrag)


@register.filter
def vast(tekst):
    """Without line breaks inside ‘nr. 114’ and ‘36 200 XV’."""
    return kamerstuk.vast(str(tekst))


@register.filter
def eenheid(feit):
    """What stands behind a value: ‘ gemeenten’, ‘ per jaar’; nothing where the written value says it itself."""
    if feit.weergave in (Weergave.JAAR, Weergave.TEKST):
        return ""
    rest = feit.eenheid.removeprefix("euro").strip()
    return f" {rest}" if rest else ""


@register.filter
def voluit(uitspraak, feit=None):
    """A FeitVersie, or a Cijfer of `feit`, as running text has it: ‘tot nu toe 7 gemeenten’."""
    kaal = uitspraak.kaal if isinstance(uitspraak, Cijfer) else vastgelegd.kale_waarde(uitspraak)
    return vast(met_kwalificatie(kaal + eenheid(feit or uitspraak.feit), uitspraak.kwalificatie))


@register.filter
def schrijfwijze(feit):
    """How a letter writes the value of `feit`."""
    if feit.weergave == Weergave.MILJOEN:
        decimalen = {0: "zonder decimalen", 1: "met één decimaal"}.get(
            feit.decimalen, f"met {feit.decimalen} decimalen"
        )
        return f"in miljoenen, {decimalen}"
    return SCHRIJFWIJZE[Weergave(feit.weergave)]


@register.filter
def bekend(record):
    """Since when the content of a Bron or FeitVersie is known, no more exact than its source says."""
    if record.bekend_precisie == Precisie.ONBEKEND:
        return "niet bekend"
    if record.bekend_precisie == Precisie.MAAND:
        return date_format(record.bekend_sinds, "F Y")
    dag = date_format(record.bekend_sinds, "j F Y")
    return f"uiterlijk {dag}" if record.bekend_precisie == Precisie.UITERLIJK else dag


@register.filter
def onderwerp(sleutel):
    """The subject of a feit or open vraag as a reader knows it."""
    return onderwerpen.naam(sleutel)


@register.filter
def procent(aandeel: Decimal):
    """A share between 0 and 1 as `70,0%`; rounded, so the page says so."""
    honderd = (aandeel * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{honderd}%".replace(".", ",")


@register.filter
def kwalificatie(cijfer):
    """The qualifier of a Cijfer in words: ‘tot nu toe’."""
    return Kwalificatie(cijfer.kwalificatie).label
