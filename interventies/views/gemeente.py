"""Pages for who works at a gemeente: the approaches that it proposes, and what became of them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from actielijnen.views.formulier import carried_out
from agenda.access import Permission, audience
from agenda.gemeentelijk import programma_voor
from agenda.levensloop import options
from agenda.naslag.pagina import kruimelpad_gemeente, own_gemeente
from agenda.sessies.invoer import filled
from agenda.sessies.terug import asked_for
from interventies import dossier
from interventies.forms.voorstellen import VoorstelForm
from interventies.lijsten.kaders import TOON as KADERTOON
from interventies.lijsten.voorstellen import TOON
from interventies.models import Interventie, Interventievoorstel, Praktijkkader
from interventies.palet import voorstellen

LIJST = "gemeente-voorstellen"


def find(request, nummer: str) -> Interventievoorstel:
    return get_object_or_404(Interventievoorstel.objects.visible_to(request.user).for_list(), nummer=nummer)


@audience(Permission.GEMEENTE_INZIEN)
def lijst(request):
    gemeente = own_gemeente(request)
    eigen = Interventievoorstel.objects.visible_to(request.user).for_list()
    kaders = Praktijkkader.objects.visible_to(request.user).for_list()
    return render(
        request,
        "interventies/gemeente/lijst.html",
        {
            "titel": "Interventies van uw gemeente",
            "kruimelpad": kruimelpad_gemeente("Interventies"),
            "gemeente": gemeente,
            "programma": programma_voor(gemeente),
            "voorstellen": [(each, TOON[each.status]) for each in eigen],
            "kaders": [(each, KADERTOON[each.status]) for each in kaders],
        },
    )


@audience(Permission.INTERVENTIE_VOORSTELLEN)
def nieuw(request):
    gemeente = own_gemeente(request)
    form = filled(request, VoorstelForm, gemeente, terug=asked_for(request))
    if done := carried_out(request, form):
        return done
    titel = "Een interventie voorstellen"
    vast = {"titel": titel, "kruimelpad": kruimelpad_gemeente(titel, LIJST), "programma": programma_voor(gemeente)}
    vast |= {"form": form, "gemeente": gemeente, "terug": form.terug}
    return render(request, "interventies/gemeente/voorstellen.html", vast)


@audience(Permission.GEMEENTE_INZIEN)
def detail(request, nummer):
    voorstel = find(request, nummer)
    openbaar = Interventie.objects.visible_to(request.user).filter(voorstel=voorstel)
    return render(
        request,
        "interventies/gemeente/voorstel.html",
        {
            "titel": f"Voorstel {voorstel}",
            "kruimelpad": kruimelpad_gemeente(f"Voorstel {voorstel}", LIJST),
            "programma": programma_voor(voorstel.gemeente),
            "voorstel": voorstel,
            "toon": TOON[voorstel.status],
            "openbaar": openbaar.openbaar().first(),
            "mag_intrekken": any(stap.verb == "voorstel_intrekken" for stap in options(voorstel, request.user)),
            "tijdlijn": dossier.tijdlijn(voorstel, met_namen=False),
        },
    )


@audience(Permission.INTERVENTIE_VOORSTELLEN)
@require_POST
def intrekken(request, nummer):
    voorstel = find(request, nummer)
    voorstellen.intrekken(voorstel, by=request.user)
    messages.success(request, f"Het voorstel {voorstel} is ingetrokken.")
    return redirect(voorstel.adres_gemeente)
