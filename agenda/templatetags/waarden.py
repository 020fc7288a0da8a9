"""How values of feiten, amounts and dates of bronnen are written on a page."""

from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.utils.formats import date_format

from agenda import money
from agenda.cijfers import vastgelegd
from agenda.models import Kwalificatie, Precisie, Weergave, onderwerpen

register = template.Library()


@register.filter
def euro(bedrag):
    """`€ 1.234.567`."""
    return money.euro(bedrag)


@register.filter
def waarde(versie):
    """The value of a FeitVersie as its feit is written, without the qualifier."""
    return vastgelegd.kale_waarde(versie)


@register.filter
def eenheid(feit):
    """What stands behind a value: ‘ gemeenten’, ‘ per jaar’; nothing where the written value says it itself."""
    if feit.weergave in (Weergave.JAAR, Weergave.TEKST):
        return ""
    rest = feit.eenheid.removeprefix("euro").strip()
    return f" {rest}" if rest else ""


@register.filter
def waarde_in_tekst(versie):
    """The value of a FeitVersie with its qualifier, as in running text."""
    return vastgelegd.tekst_van(versie)


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
