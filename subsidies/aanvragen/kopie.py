"""The copy of an aanvraag that the gemeente keeps: all answers as they were handed in, as PDF."""

from django.template.loader import render_to_string

from agenda.documenten import pdf
from subsidies.aanvragen.ondertekenen import geldige
from subsidies.aanvragen.stand import stand_van
from subsidies.aanvragen.versies import versies
from subsidies.models import Aanvraag


def kopie(aanvraag: Aanvraag) -> bytes:
    """The PDF of an aanvraag as it was handed in last, always with the same bytes: that never changes any more."""
    alle, bij = versies(aanvraag), aanvraag.ingediend_bij
    context = {"aanvraag": aanvraag, "stand": stand_van(aanvraag, bij=bij), "versies": alle}
    html = render_to_string("subsidies/aanvragen/pdf.html", context | {"getekend": geldige(aanvraag, bij)})
    return pdf.write(html, datum=alle[-1].ontvangen_op)
