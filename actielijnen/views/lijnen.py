"""Pages of the actielijnen, the Raad and the samenhang."""

from django.shortcuts import get_object_or_404

from actielijnen.begrotingstabel import begrotingstabel
from actielijnen.models import Actielijn, Activiteit, Indicator, Mijlpaal, Raad
from agenda import klok
from agenda.access import Permission, audience
from agenda.naslag import pagina
from agenda.naslag.aanhalingen import distinct_bronnen
from agenda.naslag.hierover import feiten_over
from agenda.naslag.programma import chosen_programma


def _open(programma, *onderwerpen):
    return programma.open_vragen.about(*onderwerpen).unanswered()


@audience(Permission.PROGRAMMA_INZIEN)
def actielijnen(request):
    programma = chosen_programma(request)
    tabel = begrotingstabel(programma, klok.vandaag())
    lijnen = Actielijn.objects.visible_to(request.user).filter(programma=programma)
    lijnen = list(lijnen.select_related("programma", "bron"))
    return pagina.overzicht(
        request,
        "actielijnen/actielijnen.html",
        "actielijnen",
        programma=programma,
        actielijnen=[(lijn, tabel.row_of(lijn) if tabel else None) for lijn in lijnen],
        bronnen=distinct_bronnen(lijnen),
        tabel=tabel,
        zonder_actielijn=tabel.zonder_actielijn if tabel else [],
        vragen=_open(programma, "budget"),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def actielijn(request, nummer):
    programma = chosen_programma(request)
    lijn = get_object_or_404(
        Actielijn.objects.visible_to(request.user).select_related("bron"), programma=programma, nummer=nummer
    )
    tabel = begrotingstabel(programma, klok.vandaag())
    return pagina.detail(
        request,
        "actielijnen/actielijn.html",
        lijn.naam,
        programma=programma,
        onder=["begroting", "actielijnen"],
        actielijn=lijn,
        boven=f"Actielijn {nummer}",
        activiteiten=Activiteit.objects.visible_to(request.user).filter(actielijn=lijn).for_list(),
        mijlpalen=Mijlpaal.objects.visible_to(request.user).filter(actielijn=lijn).for_list(),
        indicatoren=Indicator.objects.visible_to(request.user).filter(actielijn=lijn).for_page(),
        tabel=tabel,
        rij=tabel.row_of(lijn) if tabel else None,
        vragen=_open(programma, "budget"),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def raad(request):
    programma = chosen_programma(request)
    return pagina.overzicht(
        request,
        "actielijnen/raad.html",
        "raad",
        programma=programma,
        raad=Raad.objects.visible_to(request.user).filter(programma=programma).select_related("bron").first(),
        feiten=feiten_over(programma, "raad"),
        vragen=_open(programma, "raad"),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def samenhang(request):
    programma = chosen_programma(request)
    return pagina.overzicht(
        request,
        "actielijnen/samenhang.html",
        "samenhang",
        programma=programma,
        samenhang=programma.samenhang.select_related("ministerie", "bron"),
    )
