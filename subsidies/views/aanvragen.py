"""Pages of aanvragen for the staff: what was received, and one aanvraag to read."""

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from agenda.access import Permission, audience
from agenda.bestanden.views import serve
from agenda.lijsten import show_list
from agenda.naslag import pagina
from subsidies.aanvragen import bijvoegen
from subsidies.aanvragen.stand import stand_van
from subsidies.lijsten.aanvragen import TOON, AanvragenLijst
from subsidies.models import Aanvraag, Aanvraagbestand
from subsidies.views.du import staff_only

LIJST = "aanvragen"


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    inleiding = "Wat gemeenten indienden. Een concept ziet alleen de gemeente zelf."
    frame = pagina.frame(LIJST)
    return show_list(request, AanvragenLijst, template="naslag/lijst.html", inleiding=inleiding, **frame)


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, kenmerk):
    staff_only(request.user)
    aanvraag = get_object_or_404(Aanvraag.objects.visible_to(request.user).for_page(), kenmerk=kenmerk)
    return pagina.detail(
        request,
        "subsidies/aanvragen/detail.html",
        f"Aanvraag {aanvraag}",
        programma=aanvraag.programma,
        onder=["regelingen", LIJST],
        aanvraag=aanvraag,
        stand=stand_van(aanvraag),
        toon=TOON[aanvraag.status],
    )


@audience(Permission.PROGRAMMA_INZIEN)
@require_GET
@transaction.atomic
def bestand(request, kenmerk, bestand):
    staff_only(request.user)
    stukken = Aanvraagbestand.objects.visible_to(request.user).present().for_page()
    stuk = get_object_or_404(stukken, aanvraag__kenmerk=kenmerk, bestand=bestand)
    return serve(bijvoegen.lezen(stuk, by=request.user))
