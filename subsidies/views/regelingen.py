"""Pages of the regelingen and their versions."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import date_format

from agenda.access import Permission, audience, may
from agenda.models import Weergave
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
        regelingen=Regeling.objects.visible_to(request.user).filter(programma=programma).for_list(),
        feiten=feiten_over(programma, "du"),
        vragen=programma.open_vragen.about("du").unanswered(),
        mag_bijhouden=may(request.user, Permission.REGELING_BIJHOUDEN),
        nieuw=programma.address(reverse("regeling-nieuw")),
    )


def gebeurtenis(versie: RegelingVersie) -> dict:
    """A version as a line of the tijdlijn."""
    moment = date_format(versie.ondertekend_op, "j F Y") if versie.ondertekend_op else "dag niet bekend"
    return {
        "titel": versie.titel,
        "moment": moment,
        "uitleg": versie.bron.verwijzing,
        "door": versie.verstrekker,
    }


@audience(Permission.PROGRAMMA_INZIEN)
def regeling(request, sleutel):
    regelingen = Regeling.objects.visible_to(request.user).filter(programma=chosen_programma(request))
    regeling = get_object_or_404(regelingen.select_related("programma"), sleutel=sleutel)
    versies = list(RegelingVersie.objects.visible_to(request.user).filter(regeling=regeling).for_page())
    return pagina.detail(
        request,
        "subsidies/regeling.html",
        regeling.citeertitel,
        programma=regeling.programma,
        onder=["regelingen"],
        regeling=regeling,
        versies=versies,
        mag_bijhouden=may(request.user, Permission.REGELING_BIJHOUDEN),
        versie_nieuw=regeling.programma.address(reverse("regeling-versie-nieuw", args=[sleutel])),
        wijzigen=regeling.programma.address(reverse("regeling-wijzigen", args=[sleutel])),
        is_registratie=all(versie.is_registratie for versie in versies),
        tijdlijn=[gebeurtenis(versie) for versie in reversed(versies)],
        feiten=feiten_over(regeling.programma, "spuk", weergaven=(Weergave.BEDRAG, Weergave.MILJOEN)),
        vragen=regeling.programma.open_vragen.about("regeling", "spuk").unanswered(),
    )
