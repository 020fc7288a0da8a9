"""What gemeenten earmark of their integrale middelen: the list of a version, one with its history, a correction."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect

from agenda.access import Permission, audience, may
from agenda.naslag import pagina
from agenda.sessies.invoer import filled
from subsidies.forms.bestemmingen import BestemmingForm, VerbeterForm
from subsidies.models import Bestemming, Toekenning
from subsidies.regelingen import vastleggen
from subsidies.views.versies import find as find_versie


def find(request, sleutel, volgorde, gebied, thema, jaar) -> list[Bestemming]:
    """What was told of one gebied, theme and year, the newest first. Raises Http404 when nothing was."""
    versie = find_versie(request, sleutel, volgorde)
    visible = Bestemming.objects.visible_to(request.user).van(versie).met_verhaal()
    rijen = list(visible.filter(gebied__nummer=gebied, thema__volgorde=thema, jaar=jaar).order_by("-pk"))
    if not rijen:
        raise Http404("Van dit gebied, thema en jaar is geen bestemming bekend.")
    return rijen


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request, sleutel, volgorde):
    versie = find_versie(request, sleutel, volgorde)
    return pagina.detail(
        request,
        "subsidies/bestemmingen.html",
        f"Bestemmingen bij versie {volgorde}",
        programma=versie.regeling.programma,
        onder=["regelingen"],
        versie=versie,
        bestemmingen=Bestemming.objects.visible_to(request.user).van(versie).geldend().met_verhaal().for_page(),
        mag_bijhouden=may(request.user, Permission.REGELING_BIJHOUDEN) and versie.is_registratie,
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, sleutel, volgorde, gebied, thema, jaar):
    nu, *eerder = find(request, sleutel, volgorde, gebied, thema, jaar)
    return pagina.detail(
        request,
        "subsidies/bestemming.html",
        f"Bestemming van {nu.gebied} in {jaar}",
        programma=nu.thema.versie.regeling.programma,
        onder=["regelingen"],
        bestemming=nu,
        eerder=eerder,
        integraal=Toekenning.objects.visible_to(request.user).waaruit(nu).first(),
        mag_bijhouden=may(request.user, Permission.REGELING_BIJHOUDEN) and nu.thema.versie.is_registratie,
    )


@audience(Permission.REGELING_BIJHOUDEN)
def nieuw(request, sleutel, volgorde):
    versie = find_versie(request, sleutel, volgorde)
    form = filled(request, BestemmingForm, versie)
    if form.is_valid() and (made := form.voer_uit(vastleggen.bestemming, by=request.user)):
        messages.success(request, f"De bestemming van {made.gebied} is vastgelegd. Het is informatie, geen budget.")
        return redirect(made)
    return _form(request, versie, "Bestemming vastleggen", form, terug=versie.adres_bestemmingen)


@audience(Permission.REGELING_BIJHOUDEN)
def verbeteren(request, sleutel, volgorde, gebied, thema, jaar):
    nu = find(request, sleutel, volgorde, gebied, thema, jaar)[0]
    form = filled(request, VerbeterForm, nu)
    if form.is_valid() and form.voer_uit(vastleggen.verbeteren, nu, by=request.user):
        messages.success(request, "Het nieuwe bedrag is vastgelegd. Het vorige blijft te lezen.")
        return redirect(nu)
    return _form(request, nu.thema.versie, f"Bestemming van {nu} verbeteren", form, terug=nu.get_absolute_url())


def _form(request, versie, titel: str, form, *, terug: str):
    words = {"knop": "Vastleggen", "terug": terug, "boven": versie.titel}
    programma = versie.regeling.programma
    return pagina.detail(
        request, "subsidies/formulier.html", titel, programma=programma, onder=["regelingen"], form=form, **words
    )
