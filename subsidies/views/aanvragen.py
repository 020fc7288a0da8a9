"""Pages of aanvragen for the staff: what was received, and one aanvraag to read."""

from django.shortcuts import get_object_or_404

from agenda.access import Permission, audience
from agenda.lijsten import show_list
from agenda.naslag import pagina
from subsidies.aanvragen.stand import stand_van
from subsidies.lijsten.aanvragen import TOON, AanvragenLijst
from subsidies.models import Aanvraag
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
