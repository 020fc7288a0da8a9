"""The copy of an aanvraag that the gemeente keeps: all answers as they were handed in, as PDF."""

from django.template.loader import render_to_string

from agenda.documenten import pdf
from subsidies.aanvragen.stand import stand_van
from subsidies.models import Aanvraag


def kopie(aanvraag: Aanvraag) -> bytes:
    """The PDF of an aanvraag that was received, always with the same bytes: its answers never change any more."""
    html = render_to_string("subsidies/aanvragen/pdf.html", {"aanvraag": aanvraag, "stand": stand_van(aanvraag)})
    return pdf.write(html, datum=aanvraag.ontvangen_op)
