"""Pages of activiteiten: the list, one activiteit with its story, and the forms that change it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from actielijnen.activiteiten import activiteit as verbs
from actielijnen.activiteiten import voortgang
from actielijnen.forms.activiteiten import (
    BerichtForm,
    NieuweActiviteitForm,
    StapForm,
    StapMetRedenForm,
    VerplaatsForm,
    WijzigActiviteitForm,
)
from actielijnen.lijsten.activiteiten import ActiviteitenLijst
from actielijnen.models import Activiteit, Indicator, Mijlpaal
from actielijnen.tijdlijn import tijdlijn
from actielijnen.views.formulier import show_form
from agenda.access import Permission, audience, may
from agenda.levensloop import options
from agenda.lijsten import show_list
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled

# Per step: the verb, its form, and what the page says.
# fmt: off
STAPPEN = {
    "activiteit_starten":   (verbs.starten,   StapForm,         "Vul in wanneer de activiteit begon."),
    "activiteit_afronden":  (verbs.afronden,  StapForm,         "Vul in wanneer de activiteit klaar was."),
    "activiteit_stoppen":   (verbs.stoppen,   StapMetRedenForm, "Wat er is gebeurd, blijft staan."),
    "activiteit_heropenen": (verbs.heropenen, StapMetRedenForm, "De activiteit loopt daarna weer."),
}
# fmt: on


def find(request, nummer: str) -> Activiteit:
    activiteiten = Activiteit.objects.visible_to(request.user).filter(programma=chosen_programma(request))
    return get_object_or_404(activiteiten.for_list().select_related("bron"), nummer=nummer)


def formulier(request, titel: str, form, activiteit: Activiteit, *, knop: str, inleiding: str):
    """A page with one form about an activiteit."""
    return pagina.detail(
        request,
        "actielijnen/activiteit_formulier.html",
        titel,
        programma=activiteit.programma,
        onder=["begroting", "activiteiten"],
        form=form,
        activiteit=activiteit,
        knop=knop,
        inleiding=inleiding,
    )


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    return show_list(
        request,
        ActiviteitenLijst,
        template="actielijnen/activiteiten.html",
        inleiding="Wat er voor het programma gebeurt: gepland en gerealiseerd, hoe het gaat en wie het bijhoudt.",
        mag_bijwerken=may(request.user, Permission.ACTIVITEIT_BIJWERKEN),
        **pagina.frame("activiteiten"),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, nummer):
    activiteit = find(request, nummer)
    return pagina.detail(
        request,
        "actielijnen/activiteit.html",
        activiteit.naam,
        programma=activiteit.programma,
        onder=["begroting", "activiteiten"],
        activiteit=activiteit,
        tijdlijn=tijdlijn(activiteit, request.user),
        eerste_plan=activiteit.verplaatsingen.first(),
        stappen=options(activiteit, request.user),
        mijlpalen=Mijlpaal.objects.visible_to(request.user).filter(activiteit=activiteit).for_list(),
        indicatoren=Indicator.objects.visible_to(request.user).filter(activiteit=activiteit).for_list(),
        mag_bijwerken=may(request.user, Permission.ACTIVITEIT_BIJWERKEN),
    )


@audience(Permission.ACTIVITEIT_BIJWERKEN)
def nieuw(request):
    programma = chosen_programma(request)
    form = filled(request, NieuweActiviteitForm, programma)
    if form.is_valid() and (activiteit := form.voer_uit(verbs.maken, programma, by=request.user)):
        messages.success(request, f"Activiteit {activiteit.nummer} is gemaakt.")
        return redirect(activiteit)
    return show_form(
        request,
        "Activiteit toevoegen",
        form,
        programma=programma,
        onder=["activiteiten"],
        knop="Activiteit maken",
        terug=reverse("activiteiten"),
        inleiding="Leg vast wat er gaat gebeuren, waarvoor, wanneer en wie het bijhoudt.",
    )


@audience(Permission.ACTIVITEIT_BIJWERKEN)
def wijzigen(request, nummer):
    activiteit = find(request, nummer)
    initial = WijzigActiviteitForm.waarden_van(activiteit)
    form = filled(request, WijzigActiviteitForm, activiteit.programma, initial=initial)
    if form.is_valid() and form.voer_uit(verbs.wijzigen, activiteit, by=request.user):
        messages.success(request, "De gegevens van de activiteit zijn opgeslagen.")
        return redirect(activiteit)
    inleiding = "De planning wijzigt u met ‘Verplaatsen’. Dan blijft zichtbaar wat eerst gepland was."
    return formulier(request, "Gegevens wijzigen", form, activiteit, knop="Opslaan", inleiding=inleiding)


@audience(Permission.ACTIVITEIT_BIJWERKEN)
def verplaatsen(request, nummer):
    activiteit = find(request, nummer)
    initial = {"gepland_van": activiteit.gepland_van, "gepland_tot": activiteit.gepland_tot}
    form = filled(request, VerplaatsForm, initial=initial)
    if form.is_valid() and form.voer_uit(verbs.verplaatsen, activiteit, by=request.user):
        messages.success(request, "De activiteit is verplaatst. De oude planning blijft zichtbaar.")
        return redirect(activiteit)
    inleiding = "Wat eerst gepland was, blijft zichtbaar, met uw reden erbij."
    return formulier(request, "Activiteit verplaatsen", form, activiteit, knop="Verplaatsen", inleiding=inleiding)


@audience(Permission.ACTIVITEIT_BIJWERKEN)
def stap(request, nummer, verb):
    activiteit = find(request, nummer)
    if verb not in STAPPEN:
        raise Http404(f"Een activiteit kent geen stap ‘{verb}’.")
    handeling, form_class, inleiding = STAPPEN[verb]
    label = next((stap.label for stap in options(activiteit, request.user) if stap.verb == verb), "Stap zetten")
    form = filled(request, form_class)
    if form.is_valid() and form.voer_uit(handeling, activiteit, by=request.user):
        messages.success(request, f"De activiteit heeft nu de status ‘{activiteit.get_status_display()}’.")
        return redirect(activiteit)
    return formulier(request, f"Activiteit: {label.lower()}", form, activiteit, knop=label, inleiding=inleiding)


@audience(Permission.ACTIVITEIT_BIJWERKEN)
def bericht(request, nummer):
    activiteit = find(request, nummer)
    form = filled(request, BerichtForm, activiteit)
    if form.is_valid() and form.voer_uit(voortgang.melden, activiteit, by=request.user):
        messages.success(request, "Uw bericht staat in de tijdlijn.")
        return redirect(activiteit)
    inleiding = "Vertel hoe het gaat, meld een risico of leg een besluit vast."
    return formulier(request, "Bericht schrijven", form, activiteit, knop="Vastleggen", inleiding=inleiding)
