"""Pages of the begroting: what stands, per year, in the columns of artikel 13, per month and per version."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from actielijnen.begrotingstabel import begrotingstabel, dekkingen
from actielijnen.lijsten import begroting as lijsten
from actielijnen.overzicht.jaren import Artikel13, Meerjarig
from actielijnen.overzicht.keuzes import Keuze
from actielijnen.overzicht.maanden import Maanden, Maandopbouw
from actielijnen.overzicht.opbouw import Opbouw
from actielijnen.overzicht.stand import Overzicht
from actielijnen.overzicht.versies import Versies
from agenda import klok
from agenda.access import Permission, audience
from agenda.lijsten import show_list
from agenda.models import Tegenspraak
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma

# The tegenspraken that say something about the begroting of 2023 or the money beside it.
OVER_DE_BEGROTING = ("C01", "C02", "C20", "C22")

WEERGAVEN = {
    "begroting": "Stand",
    "begroting-jaren": "Per jaar",
    "begroting-artikel13": "Artikel 13",
    "begroting-maanden": "Per maand",
    "begroting-versies": "Versies",
}
OPBOUW = "Opbouw van een bedrag"
NAMEN = WEERGAVEN | {"begroting-opbouw": OPBOUW, "begroting-maand": "Opbouw van een maand"}


def weergaven(request, hier: str) -> list[dict]:
    """The other ways to look at the begroting of the same dekkingsbron."""
    vraag = urlencode({"dekkingsbron": request.GET["dekkingsbron"]} if "dekkingsbron" in request.GET else {})
    return [
        {"titel": titel, "url": f"{reverse(naam)}?{vraag}" if vraag else reverse(naam), "is_hier": naam == hier}
        for naam, titel in WEERGAVEN.items()
    ]


def _toon(request, template: str, hier: str, keuze: Keuze, programma, **context):
    """Answer with the view `hier`; with a fault in the address status 400, and nothing that was not asked for."""
    rest = {"keuze": keuze, "weergaven": weergaven(request, hier), "programma": programma, "kop": NAMEN[hier]}
    if hier != "begroting":
        rest["kruimelpad"] = pagina.kruimelpad(NAMEN[hier], "begroting")
    status = 400 if keuze.fouten else 200
    return render(request, template, {**pagina.frame("begroting"), **rest, **context}, status=status)


@audience(Permission.PROGRAMMA_INZIEN)
@require_safe
def begroting(request):
    programma = chosen_programma(request)
    keuze = Keuze(request.GET, programma)
    vragen = programma.open_vragen.about("budget").unanswered()
    over = Tegenspraak.objects.visible_to(request.user).filter(programma=programma, nummer__in=OVER_DE_BEGROTING)
    return _toon(
        request,
        "actielijnen/begroting.html",
        "begroting",
        keuze,
        programma,
        overzicht=Overzicht(keuze, programma),
        tabel=begrotingstabel(programma, klok.vandaag(), keuze.indeling.posten),
        dekkingen=dekkingen(programma, klok.vandaag()),
        tegenspraken=over.select_related("programma"),
        vragen=vragen,
    )


@audience(Permission.PROGRAMMA_INZIEN)
@require_safe
def opbouw(request):
    programma = chosen_programma(request)
    keuze = Opbouw(request.GET, programma)
    return _toon(request, "actielijnen/begroting/opbouw.html", "begroting-opbouw", keuze, programma)


@audience(Permission.PROGRAMMA_INZIEN)
@require_safe
def jaren(request):
    programma = chosen_programma(request)
    keuze = Meerjarig(request.GET, programma)
    return _toon(request, "actielijnen/begroting/jaren.html", "begroting-jaren", keuze, programma)


@audience(Permission.PROGRAMMA_INZIEN)
@require_safe
def artikel13(request):
    programma = chosen_programma(request)
    keuze = Artikel13(request.GET, programma)
    return _toon(request, "actielijnen/begroting/artikel13.html", "begroting-artikel13", keuze, programma)


@audience(Permission.PROGRAMMA_INZIEN)
@require_safe
def maanden(request):
    programma = chosen_programma(request)
    keuze = Maanden(request.GET, programma)
    return _toon(request, "actielijnen/begroting/maanden.html", "begroting-maanden", keuze, programma)


@audience(Permission.PROGRAMMA_INZIEN)
@require_safe
def maand(request):
    programma = chosen_programma(request)
    keuze = Maandopbouw(request.GET, programma)
    return _toon(request, "actielijnen/begroting/opbouw.html", "begroting-maand", keuze, programma)


@audience(Permission.PROGRAMMA_INZIEN)
@require_safe
def versies(request):
    programma = chosen_programma(request)
    keuze = Versies(request.GET, programma)
    return _toon(request, "actielijnen/begroting/versies.html", "begroting-versies", keuze, programma)


@audience(Permission.PROGRAMMA_INZIEN)
def mutaties(request):
    return _lijst(request, lijsten.MutatiesLijst, "Elke wijziging van wat mag worden uitgegeven, met bron en reden.")


@audience(Permission.PROGRAMMA_INZIEN)
def reserveringen(request):
    return _lijst(request, lijsten.ReserveringenLijst, "Geld dat apart staat voor wat nog geen verplichting is.")


@audience(Permission.PROGRAMMA_INZIEN)
def verplichtingen(request):
    return _lijst(request, lijsten.VerplichtingenLijst, "Contracten en opdrachten, met wat er nog van open staat.")


@audience(Permission.PROGRAMMA_INZIEN)
def bijstellingen(request):
    return _lijst(request, lijsten.BijstellingenLijst, "Verplichtingen die hoger werden, of lager (vrijval).")


@audience(Permission.PROGRAMMA_INZIEN)
def betalingen(request):
    return _lijst(request, lijsten.BetalingenLijst, "Wat is betaald. Wat terugkwam, telt af.")


@audience(Permission.PROGRAMMA_INZIEN)
def betaaltermijnen(request):
    return _lijst(request, lijsten.BetaaltermijnenLijst, "Wanneer een betaling wordt verwacht.")


def _lijst(request, klasse, inleiding: str):
    kruimelpad = pagina.kruimelpad(klasse.titel, "begroting")
    return show_list(request, klasse, inleiding=inleiding, kruimelpad=kruimelpad)
