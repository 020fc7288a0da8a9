"""Letters on the screen: every figure a link to where it comes from."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from agenda.access import Permission, audience
from rapportage.brief import opname
from rapportage.brief.render import als_pagina
from rapportage.models import Brief


def _brief(soort, jaar):
    return get_object_or_404(Brief.objects.select_related("opname", "programma"), soort=soort, jaar=jaar)


def _gegevens(brief):
    """The snapshot of a letter, or what a snapshot would be now; and the draft it came from."""
    if brief.status != Brief.Status.CONCEPT:
        return brief.opname.inhoud, None
    stuk = opname.concept(brief)
    return opname.draft(stuk), stuk


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    return render(request, "rapportage/brieven.html", {"brieven": Brief.objects.select_related("programma")})


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, soort, jaar):
    brief = _brief(soort, jaar)
    gegevens, stuk = _gegevens(brief)

    def cijfer_url(naam):
        return reverse("brief-cijfer", args=[soort, jaar, naam])

    return render(
        request,
        "rapportage/brief.html",
        {"brief": brief, "stuk": stuk, "pagina": als_pagina(gegevens, cijfer_url)},
    )


@audience(Permission.PROGRAMMA_INZIEN)
def cijfer(request, soort, jaar, naam):
    brief = _brief(soort, jaar)
    gegevens, _ = _gegevens(brief)
    if naam not in gegevens["cijfers"]:
        raise Http404(f"De brief gebruikt geen cijfer ‘{naam}’.")
    return render(request, "rapportage/cijfer.html", {"brief": brief, "cijfer": gegevens["cijfers"][naam]})
