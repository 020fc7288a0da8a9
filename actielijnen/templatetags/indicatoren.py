"""How the value of an indicator is written."""

from django import template
from django.utils.formats import date_format

from actielijnen import indicatorbeeld
from actielijnen.models import IndicatorWaarde

register = template.Library()


@register.filter
def getal(waarde) -> str:
    """`1.250` or `7,5`."""
    return indicatorbeeld.getal(waarde)


@register.filter
def stand_op(waarde: IndicatorWaarde) -> str:
    """`personen, op 3 maart 2027`."""
    return f"{waarde.indicator.eenheid}, op {date_format(waarde.peildatum, 'j F Y')}"
