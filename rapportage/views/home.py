"""The two home pages, of the public and of the staff, and the pages every site must have."""

from django.shortcuts import render

from actielijnen.models import Actielijn
from agenda import privacy as privacyregister
from agenda.access import PUBLIC, Permission, audience
from agenda.models import Programma
from agenda.naslag.programma import find_programma
from rapportage.overzicht import overzicht


@audience(PUBLIC)
def openbaar(request):
    programma = Programma.objects.huidig()
    teksten = programma.teksten.select_related("bron") if programma else []
    lijnen = Actielijn.objects.filter(programma=programma)
    return render(
        request,
        "rapportage/home.html",
        {"programma": programma, "teksten": teksten, "actielijnen": lijnen},
    )


@audience(Permission.PROGRAMMA_INZIEN)
def werk(request):
    return render(request, "rapportage/werk.html", overzicht(find_programma(request), request.user))


@audience(PUBLIC)
def privacy(request):
    return render(request, "rapportage/privacy.html", {"register": privacyregister.register()})


@audience(PUBLIC)
def toegankelijkheid(request):
    return render(request, "rapportage/toegankelijkheid.html")


@audience(PUBLIC)
def contact(request):
    return render(request, "rapportage/contact.html", {"programma": Programma.objects.huidig()})
