"""Up to three interventies beside each other; which ones stands in the address, so it can be sent to somebody."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agenda.access import PUBLIC, audience
from agenda.ui.tabel import Kolom
from interventies.catalogus import vergelijken
from interventies.catalogus.bladzijde import bladzijden
from interventies.views.catalogus import LADDER, VERGELIJK, asked, programmas


@require_safe
@audience(PUBLIC)
def vergelijking(request):
    programma = asked(request.GET.get("programma", ""), programmas())
    is_voorbeeld = programma is not None and programma.is_voorbeeld
    sleutels = vergelijken.keuze(request.GET.getlist(VERGELIJK))
    gekozen = vergelijken.gekozen(sleutels, request.user, is_voorbeeld=is_voorbeeld)
    bladen = sorted(bladzijden(gekozen, request.user), key=lambda blad: sleutels.index(blad.interventie.sleutel))
    return render(
        request,
        "interventies/catalogus/vergelijking.html",
        {
            "programma": programma,
            "bladen": bladen,
            "kolommen": [Kolom("Wat"), *(Kolom(blad.versie.naam) for blad in bladen)],
            "rijen": vergelijken.rijen(bladen),
            "terug": f"{reverse('catalogus')}?{request.GET.urlencode()}",
            "hoogstens": vergelijken.HOOGSTENS,
            "ladder": LADDER,
        },
    )
