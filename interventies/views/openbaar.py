"""One interventie for everybody: its page, and the same as PDF."""

import logging
from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from agenda.access import PUBLIC, audience
from agenda.berichten.opmaak import absolute
from agenda.documenten import pdf
from agenda.documenten.fout import PdfFout
from interventies.catalogus.bladzijde import Bladzijde, bladzijden
from interventies.catalogus.waar import kaart_van_uitvoeringen
from interventies.models import Publicatie
from interventies.views.catalogus import LADDER, programmas

LOGGER = logging.getLogger(__name__)


@require_safe
@audience(PUBLIC)
def interventie(request, sleutel):
    blad = _blad(request, sleutel)
    programma = programmas().get(blad.interventie.is_voorbeeld)
    context = {
        "blad": blad,
        "programma": programma,
        "terug": programma.address(reverse("catalogus")) if blad.interventie.is_voorbeeld else reverse("catalogus"),
        "permalink": absolute(blad.interventie.permalink),
        "landkaart": kaart_van_uitvoeringen(f"Kaart van Nederland: waar {blad.versie.naam} loopt", blad.uitvoeringen),
        "ladder": LADDER,
    }
    return render(request, "interventies/catalogus/interventie.html", context)


@require_safe
@audience(PUBLIC)
def interventie_pdf(request, sleutel):
    blad = _blad(request, sleutel)
    # The address of the portal, not the one that was asked: one text is one PDF, however it is reached.
    permalink = absolute(blad.interventie.permalink)
    html = render_to_string("interventies/catalogus/pdf.html", {"blad": blad, "permalink": permalink})
    try:
        inhoud = pdf.write(html, datum=blad.publicatie.gepubliceerd_op)
    except PdfFout as fout:
        LOGGER.warning("Geen PDF van de interventie %s: %s", sleutel, fout)
        context = {"blad": blad}
        return render(request, "interventies/catalogus/geen_pdf.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)
    answer = HttpResponse(inhoud, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{sleutel}.pdf"'
    return answer


def _blad(request, sleutel: str) -> Bladzijde:
    """Raises Http404 for what is not published, also for who may see it elsewhere."""
    publicaties = Publicatie.objects.visible_to(request.user).openbaar().filter(interventie__sleutel=sleutel)
    found = bladzijden(publicaties, request.user)
    if not found:
        raise Http404(f"De interventie ‘{sleutel}’ staat niet in de catalogus.")
    return found[0]
