"""Pages of voorstellen for the staff: which gemeenten propose what, and what becomes of it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from actielijnen.views.formulier import form_page
from agenda.access import Permission, audience
from agenda.levensloop import options
from agenda.lijsten import show_list
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma, elsewhere
from agenda.sessies.invoer import filled
from interventies import dossier
from interventies.forms.voorstellen import AfwijsForm, OverneemForm
from interventies.lijsten.voorstellen import TOON, VoorstellenLijst
from interventies.models import Interventievoorstel
from interventies.palet import voorstellen
from interventies.views.antwoord import programma_van, staff_only

LIJST = "interventievoorstellen"


def find(request, nummer: str) -> Interventievoorstel:
    """For the staff only: who works at a gemeente reads of its voorstel on a page of its own."""
    staff_only(request.user)
    return get_object_or_404(Interventievoorstel.objects.visible_to(request.user).for_list(), nummer=nummer)


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    inleiding = "Aanpakken die gemeenten zelf voorstellen. U beschrijft ze als interventie, of zegt waarom niet."
    return show_list(
        request, VoorstellenLijst, template="naslag/lijst.html", inleiding=inleiding, **pagina.frame(LIJST)
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, nummer):
    voorstel = find(request, nummer)
    if own := elsewhere(request, chosen_programma(request), voorstel):
        return redirect(own)
    return pagina.detail(
        request,
        "interventies/voorstel.html",
        f"Voorstel {voorstel}",
        programma=programma_van(request, voorstel),
        onder=["interventies", LIJST],
        voorstel=voorstel,
        toon=TOON[voorstel.status],
        stappen={stap.verb for stap in options(voorstel, request.user)},
        tijdlijn=dossier.tijdlijn(voorstel),
    )


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
@require_POST
def behandelen(request, nummer):
    voorstel = find(request, nummer)
    voorstellen.behandelen(voorstel, by=request.user)
    messages.success(request, f"De gemeente ziet nu dat iemand naar {voorstel} kijkt.")
    return redirect(voorstel)


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def overnemen(request, nummer):
    voorstel = find(request, nummer)
    inleiding = "Vul aan wat de gemeente niet schreef. Wie dit bewaart, is auteur: een collega doet de scopetoets."
    form, template = filled(request, OverneemForm, voorstel), "interventies/voorstel_overnemen.html"
    return answer(request, form, f"Overnemen: {voorstel}", voorstel, template=template, inleiding=inleiding)


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def afwijzen(request, nummer):
    voorstel = find(request, nummer)
    inleiding = "Er komt dan geen interventie. De gemeente kan later een nieuw voorstel doen."
    form, template = filled(request, AfwijsForm, voorstel), "interventies/voorstel_formulier.html"
    return answer(request, form, f"Niet overnemen: {voorstel}", voorstel, template=template, inleiding=inleiding)


def answer(request, form, titel: str, voorstel: Interventievoorstel, *, template: str, inleiding: str):
    """Carry out what was sent and go to its result; else the page with the form, beside what the gemeente wrote."""
    return form_page(
        request,
        template,
        form,
        titel,
        programma=programma_van(request, voorstel),
        onder=["interventies", LIJST],
        voorstel=voorstel,
        inleiding=inleiding,
        terug=voorstel.get_absolute_url(),
    )
