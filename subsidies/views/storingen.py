"""Pages of the outages: for the staff that records them, and for the gemeenten whose deadline they moved."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from actielijnen.views.formulier import form_page
from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.gemeentelijk import programma_voor
from agenda.naslag import pagina
from agenda.naslag.pagina import kruimelpad_gemeente, own_gemeente
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled
from subsidies.aanvragen.regels import regelingen_voor
from subsidies.aanvragen.tijdvak import geldende_storingen, tijdvakken
from subsidies.forms.storingen import StoringForm, StoringIntrekForm
from subsidies.models import Storing


@audience(Permission.PROGRAMMA_INZIEN)
@require_GET
def lijst(request):
    return pagina.overzicht(
        request,
        "subsidies/storingen/lijst.html",
        "storingen",
        programma=chosen_programma(request),
        storingen=Storing.objects.visible_to(request.user).select_related("vastgelegd_door")[:100],
        mag=may(request.user, Permission.REGELING_OPENSTELLEN),
    )


@audience(Permission.REGELING_OPENSTELLEN)
@vers_aangemeld
def nieuw(request):
    return _form(request, filled(request, StoringForm), "Storing vastleggen", knop="Vastleggen")


@audience(Permission.REGELING_OPENSTELLEN)
@vers_aangemeld
def intrekken(request, pk):
    storing = get_object_or_404(Storing.objects.visible_to(request.user), pk=pk)
    return _form(request, filled(request, StoringIntrekForm, storing), "Storing intrekken", knop="Intrekken")


@audience(Permission.GEMEENTE_INZIEN)
@require_GET
def voor_gemeente(request):
    """Which outages there were, and what each closing time became."""
    gemeente = own_gemeente(request)
    vakken = tijdvakken(regelingen_voor(gemeente).filter(kan=True))
    return render(
        request,
        "subsidies/storingen/gemeente.html",
        {
            "titel": "Storingen",
            "kruimelpad": kruimelpad_gemeente("Storingen", "gemeente-aanvragen"),
            "programma": programma_voor(gemeente),
            "storingen": list(reversed(geldende_storingen())),
            "verlengd": [(versie, vak) for versie, vak in vakken if vak.storingen],
        },
    )


def _form(request, form, titel: str, *, knop: str):
    words = {"knop": knop, "terug": "/werk/storingen/", "boven": "Storingen"}
    vast = {"programma": chosen_programma(request), "onder": ["regelingen", "storingen"]}
    return form_page(request, "subsidies/formulier.html", form, titel, **vast, **words)
