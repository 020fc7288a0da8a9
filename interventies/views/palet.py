"""Pages of interventies for the staff: the list, one interventie, its versions, and what happens to it."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from actielijnen.views.formulier import form_page
from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.berichten.opmaak import absolute
from agenda.lijsten import show_list
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma, elsewhere
from agenda.sessies.invoer import filled
from interventies import dossier
from interventies.forms.palet import FASEN, NieuwForm, OordeelForm, PubliceerForm, RedenForm, ScopeForm, VersieForm
from interventies.levensloop import INTERVENTIE
from interventies.lijsten.palet import TOON, InterventiesLijst
from interventies.models import (
    Bronvermelding,
    Interventiedocument,
    Interventievoorstel,
    Leerkring,
    Scopetoets,
    Uitvoering,
)
from interventies.palet import publiceren
from interventies.palet.geld import betaald_door
from interventies.views.antwoord import answer, find, programma_van

LABELS = {stap.verb: stap.label for stap in INTERVENTIE.stappen}


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    return show_list(
        request,
        InterventiesLijst,
        template="interventies/lijst.html",
        inleiding="Aanpakken die worden beschreven, getest en beoordeeld. Openbaar is wat in de catalogus staat.",
        mag_beschrijven=may(request.user, Permission.INTERVENTIE_BESCHRIJVEN),
        **pagina.frame("interventies"),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, sleutel):
    interventie = find(request, sleutel)
    if own := elsewhere(request, chosen_programma(request), interventie):
        return redirect(own)
    publicaties = list(interventie.publicaties.select_related("versie", "gepubliceerd_door"))
    openbaar = next((each for each in publicaties if each.status == "openbaar"), None)
    return pagina.detail(
        request,
        "interventies/interventie.html",
        str(interventie),
        programma=programma_van(request, interventie),
        onder=["interventies"],
        interventie=interventie,
        versie=interventie.laatste,
        beschreven=dossier.beschreven(interventie.laatste),
        onbeschreven=dossier.onbeschreven(interventie.laatste),
        versies=interventie.versies.select_related("door"),
        termen=interventie.laatste.termen.all(),
        toetsen=Scopetoets.objects.visible_to(request.user)
        .filter(interventie=interventie)
        .select_related("door", "versie"),
        uitvoeringen=Uitvoering.objects.visible_to(request.user).filter(interventie=interventie).for_list(),
        documenten=Interventiedocument.objects.visible_to(request.user).filter(interventie=interventie).for_list(),
        mag_beschrijven=may(request.user, Permission.INTERVENTIE_BESCHRIJVEN),
        mag_publiceren=may(request.user, Permission.INTERVENTIE_PUBLICEREN),
        evaluaties=interventie.evaluaties.all(),
        geld=betaald_door(interventie, request.user),
        bronvermeldingen=Bronvermelding.objects.visible_to(request.user)
        .filter(interventie=interventie)
        .select_related("bron"),
        leerkringen=Leerkring.objects.visible_to(request.user).filter(interventies=interventie),
        oordelen=interventie.bewijsoordelen.all(),
        openbaar=openbaar,
        mogelijk=dossier.mogelijk(interventie, request.user, is_openbaar=openbaar is not None),
        tijdlijn=dossier.tijdlijn(interventie),
        toon=TOON[interventie.fase],
        voorstel=Interventievoorstel.objects.visible_to(request.user).for_list().filter(interventie=interventie).first(),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def versie(request, sleutel, nummer):
    interventie = find(request, sleutel)
    versies = interventie.versies.prefetch_related("termen").select_related("door")
    found = get_object_or_404(versies, nummer=nummer)
    return pagina.detail(
        request,
        "interventies/versie.html",
        f"{interventie}: versie {nummer}",
        programma=programma_van(request, interventie),
        onder=["interventies"],
        interventie=interventie,
        versie=found,
        beschreven=dossier.beschreven(found),
        verschillen=dossier.verschillen(found, versies.filter(nummer=nummer - 1).first()),
    )


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def nieuw(request):
    programma = chosen_programma(request)
    form = filled(request, NieuwForm, programma)
    terug, titel = programma.address(reverse("interventies")), "Interventie beschrijven"
    return describe(request, form, titel, programma, "De velden van de beschrijving volgen de erkende ladders.", terug)


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def nieuwe_versie(request, sleutel):
    interventie = find(request, sleutel)
    form, programma = filled(request, VersieForm, interventie), programma_van(request, interventie)
    titel, terug = f"Nieuwe versie: {interventie}", interventie.get_absolute_url()
    return describe(request, form, titel, programma, "Eerdere versies blijven staan zoals zij waren.", terug)


def describe(request, form, titel: str, programma, inleiding: str, terug: str):
    """The page with the description form."""
    words = {"inleiding": inleiding, "terug": terug}
    template, onder = "interventies/beschrijven.html", ["interventies"]
    return form_page(request, template, form, titel, programma=programma, onder=onder, **words)


@audience(Permission.SCOPE_TOETSEN)
@vers_aangemeld
def scopetoets(request, sleutel):
    interventie = find(request, sleutel)
    inleiding = f"U oordeelt over versie {interventie.laatste.nummer}, als mens en niet met een lijst van woorden."
    form, knop = filled(request, ScopeForm, interventie), "Oordeel vastleggen"
    return answer(request, form, f"Scopetoets: {interventie}", interventie, knop=knop, inleiding=inleiding)


@audience(Permission.INTERVENTIE_BEOORDELEN)
@vers_aangemeld
def oordeel(request, sleutel):
    interventie = find(request, sleutel)
    inleiding = "Neem over wat de commissie of organisatie oordeelde. Zonder oordeel blijft zij ‘niet beoordeeld’."
    form, knop = filled(request, OordeelForm, interventie), "Oordeel vastleggen"
    return answer(request, form, f"Bewijsoordeel: {interventie}", interventie, knop=knop, inleiding=inleiding)


@audience(Permission.INTERVENTIE_BEOORDELEN)
@vers_aangemeld
def fase(request, sleutel, verb):
    interventie = find(request, sleutel)
    if verb not in FASEN:
        raise Http404(f"De stap ‘{verb}’ bestaat niet.")
    zet, inleiding = FASEN[verb]
    form, titel = filled(request, RedenForm, interventie, zet), LABELS[verb]
    return answer(request, form, f"{titel}: {interventie}", interventie, knop=titel, inleiding=inleiding)


@audience(Permission.INTERVENTIE_PUBLICEREN)
@vers_aangemeld
def publiceer(request, sleutel):
    interventie = find(request, sleutel)
    inleiding = (
        f"Iedereen kan dan versie {interventie.laatste.nummer} lezen, met de fase, het bewijs en elke vastgestelde "
        "evaluatie, ook als die geen of een negatief effect vond. Scopetoetsen en plannen blijven intern. Het adres is "
        f"{absolute(interventie.permalink)}: de eerste naam staat erin, ook als zij nu anders heet."
    )
    form, titel = filled(request, PubliceerForm, interventie), f"Publiceren: {interventie}"
    return answer(request, form, titel, interventie, knop="Publiceren in de catalogus", inleiding=inleiding)


@audience(Permission.INTERVENTIE_PUBLICEREN)
@vers_aangemeld
def trek_in(request, sleutel):
    interventie = find(request, sleutel)
    publicatie = get_object_or_404(interventie.publicaties.openbaar().select_related("interventie__laatste"))
    inleiding = "De openbare pagina verdwijnt meteen. U kunt later opnieuw publiceren."
    form, titel = filled(request, RedenForm, publicatie, publiceren.intrekken), f"Uit de catalogus: {interventie}"
    return answer(request, form, titel, interventie, knop="Uit de catalogus halen", inleiding=inleiding)
