"""How a figure of a Momentopname is written out in full."""

from decimal import Decimal, InvalidOperation

from django import template

from agenda import money

register = template.Library()


@register.filter
def exact(cijfer: dict) -> str:
    """The exact value with its unit: `€ 6.300.000`, `7 gemeenten`, or the text as the source has it."""
    try:
        waarde = Decimal(cijfer["waarde"])
    except InvalidOperation:
        return cijfer["waarde"]
    if cijfer["eenheid"] == "euro":
        return money.euro(waarde)
    return f"{cijfer['waarde']} {cijfer['eenheid']}" if cijfer["eenheid"] != "jaar" else cijfer["waarde"]
