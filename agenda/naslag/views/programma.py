"""The programma: its names, periods, goals and scope, each with its bron."""

from agenda.access import Permission, audience
from agenda.models import Ministerie
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request):
    programma = chosen_programma(request)
    return pagina.overzicht(
        request,
        "naslag/programma.html",
        "programma",
        programma=programma,
        aliassen=programma.aliassen.select_related("bron"),
        perioden=programma.perioden.select_related("bron"),
        teksten=programma.teksten.select_related("bron"),
        ministeries=Ministerie.objects.all(),
        vragen=programma.open_vragen.about("programma").unanswered(),
    )
