"""The planning of a programma: what was planned and what was done, side by side in quarters."""

from datetime import date

from django.http import Http404

from actielijnen.models import Activiteit, Mijlpaal
from actielijnen.planning import LENGSTE, planning, quarter_of
from agenda import klok
from agenda.access import Permission, audience
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma

JAREN = range(2000, 2100)


@audience(Permission.PROGRAMMA_INZIEN)
def overzicht(request):
    programma = chosen_programma(request)
    activiteiten = Activiteit.objects.visible_to(request.user).filter(programma=programma).for_list()
    mijlpalen = Mijlpaal.objects.visible_to(request.user).filter(programma=programma).for_list()
    begin = first_day(request, activiteiten)
    return pagina.overzicht(
        request,
        "actielijnen/planning.html",
        "planning",
        programma=programma,
        planning=planning(activiteiten, mijlpalen, begin),
        eerder=begin.replace(year=begin.year - 1),
        later=begin.replace(year=begin.year + 1),
        aantal=LENGSTE,
        losse_mijlpalen=[each for each in mijlpalen if each.activiteit_id is None],
    )


def first_day(request, activiteiten) -> date:
    """The first day of the quarter of `?vanaf=`; without it of the oldest plan that is not over. Raises Http404."""
    if gevraagd := request.GET.get("vanaf"):
        try:
            vanaf = date.fromisoformat(gevraagd)
        except ValueError:
            raise Http404(f"‘{gevraagd}’ is geen dag. Schrijf bijvoorbeeld 2026-10-01.") from None
        if vanaf.year not in JAREN:
            raise Http404(f"De planning loopt niet tot {vanaf.year}.")
        return quarter_of(vanaf)
    lopend = [each.gepland_van for each in activiteiten if each.termijn]
    return quarter_of(min([*lopend, klok.vandaag()]))
