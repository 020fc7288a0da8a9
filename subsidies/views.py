"""Pages of the regelingen and their versions."""

from django.shortcuts import get_object_or_404

from agenda.access import Permission, audience
from agenda.models import OpenVraag
from agenda.naslag import pagina
from agenda.naslag.hierover import feiten_over
from agenda.naslag.programma import chosen_programma
from subsidies.models import Regeling, RegelingVersie


@audience(Permission.PROGRAMMA_INZIEN)
def regelingen(request):
    programma = chosen_programma(request)
    return pagina.overzicht(
        request,
        "subsidies/regelingen.html",
        "regelingen",
        programma=programma,
        regelingen=Regeling.objects.filter(programma=programma).for_list(),
        feiten=feiten_over(programma, "du"),
        vragen=OpenVraag.objects.filter(programma=programma).about("du").unanswered(),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def regeling(request, sleutel):
    regeling = get_object_or_404(Regeling.objects.select_related("programma"), sleutel=sleutel)
    return pagina.detail(
        request,
        "subsidies/regeling.html",
        regeling.citeertitel,
        programma=regeling.programma,
        onder=["regelingen"],
        regeling=regeling,
        versies=RegelingVersie.objects.filter(regeling=regeling).for_page(),
        feiten=feiten_over(regeling.programma, "spuk"),
        vragen=OpenVraag.objects.filter(programma=regeling.programma).about("regeling", "spuk").unanswered(),
    )
