"""Toezeggingen to parliament, each with every place where it can be found."""

from agenda.access import Permission, audience
from agenda.models import Tegenspraak
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from rapportage.models import Toezegging

# The tegenspraken about where a toezegging stands and whether it was kept.
OVER_TOEZEGGINGEN = ("C07", "C14")


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    programma = chosen_programma(request)
    toezeggingen = (
        Toezegging.objects.visible_to(request.user)
        .filter(programma=programma)
        .prefetch_related("vindplaatsen__volgens")
    )
    tegenspraken = Tegenspraak.objects.visible_to(request.user).filter(
        programma=programma, nummer__in=OVER_TOEZEGGINGEN
    ).select_related("programma")
    return pagina.overzicht(
        request,
        "rapportage/toezeggingen.html",
        "toezeggingen",
        programma=programma,
        toezeggingen=toezeggingen,
        tegenspraken=tegenspraken,
        vragen=programma.open_vragen.about("toezeggingen").unanswered(),
    )
