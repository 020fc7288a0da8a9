"""What a regeling means in short, for one gebied and for one gemeente: with bron, or as open vraag."""

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from agenda import klok
from agenda.access import Permission, audience
from agenda.herindeling import Herindeling
from agenda.models import Gebied, Gemeente
from agenda.naslag import pagina
from agenda.naslag.hierover import feiten_over
from agenda.naslag.programma import chosen_programma
from subsidies.models import Praktijkvoorbeeld, Regeling
from subsidies.overzicht import regels, van_de_agenda

BIJDRAGE, RUIM = "spuk.kansrijke-wijk.bijdrage-agenda", "spuk.veerkracht.totaal-met-integrale-middelen"
RICHTING = "spuk.richting."


def find(request, sleutel) -> Regeling:
    regelingen = Regeling.objects.visible_to(request.user).filter(programma=chosen_programma(request))
    return get_object_or_404(regelingen.select_related("programma"), sleutel=sleutel)


def _gebieden(request, regeling):
    """The gebieden of any version of the regeling."""
    gebieden = Gebied.objects.visible_to(request.user).filter(regelingversie__regeling=regeling)
    return gebieden.distinct().select_related("gemeente")


def _voorbeelden(request, regeling):
    voorbeelden = Praktijkvoorbeeld.objects.visible_to(request.user).filter(regeling=regeling)
    return voorbeelden.select_related("gebied", "bron")


@audience(Permission.PROGRAMMA_INZIEN)
def kort(request, sleutel):
    """How much goes through this regeling, where, for what and under which version."""
    regeling = find(request, sleutel)
    versie = van_de_agenda(regeling)
    gebieden = list(versie.gebieden.select_related("gemeente")) if versie else []
    feiten = {feit.sleutel: (feit, cijfer) for feit, cijfer in feiten_over(regeling.programma, "spuk")}
    return pagina.detail(
        request,
        "subsidies/kort.html",
        f"{regeling.citeertitel} in het kort",
        programma=regeling.programma,
        onder=["regelingen"],
        regeling=regeling,
        versie=versie,
        gebieden=gebieden,
        gemeenten=len({gebied.gemeente_id for gebied in gebieden}),
        hoofdthemas=[each for each in versie.themas.all() if each.soort == "hoofdthema"] if versie else [],
        bijdrage=feiten.get(BIJDRAGE),
        ruim=feiten.get(RUIM),
        richtingen=[paar for naam, paar in feiten.items() if naam.startswith(RICHTING)],
        voorbeelden=_voorbeelden(request, regeling),
        vragen=regeling.programma.open_vragen.unanswered().filter(
            Q(onderwerp__in=["regeling", "spuk"]) | Q(sleutel__contains="spuk")
        ),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def gebied(request, sleutel, nummer):
    regeling = find(request, sleutel)
    gebied = get_object_or_404(_gebieden(request, regeling), nummer=nummer)
    return _plek(request, regeling, str(gebied), [gebied], gebied.gemeente, regels(regeling, gebieden=[gebied]))


@audience(Permission.PROGRAMMA_INZIEN)
def gemeente(request, sleutel, code):
    regeling = find(request, sleutel)
    gemeente = get_object_or_404(Gemeente.objects.visible_to(request.user), code=code)
    ooit = Gemeente.objects.visible_to(request.user).met_voorgangers(gemeente.pk)
    eigen = [each for each in _gebieden(request, regeling) if each.gemeente_id in ooit]
    if not eigen:
        raise Http404(f"Geen gebied van {regeling} ligt in {gemeente}.")
    return _plek(request, regeling, gemeente.naam, eigen, gemeente, regels(regeling, gebieden=eigen, gemeenten=ooit))


def _plek(request, regeling, naam, gebieden, gemeente, rijen):
    return pagina.detail(
        request,
        "subsidies/plek.html",
        f"{naam} in {regeling.citeertitel}",
        programma=regeling.programma,
        onder=["regelingen"],
        regeling=regeling,
        gebieden=gebieden,
        gemeente=gemeente,
        vandaag=Herindeling(klok.vandaag()).naam(gemeente),
        rijen=rijen,
        versies=list(regeling.versies.visible_to(request.user).filter(gebieden__in=gebieden).distinct()),
        voorbeelden=_voorbeelden(request, regeling).filter(gebied__in=gebieden),
        vragen=regeling.programma.open_vragen.about("regeling", "spuk").unanswered(),
    )
