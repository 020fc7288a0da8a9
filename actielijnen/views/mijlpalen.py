"""Pages of mijlpalen: all of a programma, one with its history, and the forms that change it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from actielijnen.activiteiten import mijlpalen as verbs
from actielijnen.forms.mijlpalen import (
    HerstelForm,
    NieuweMijlpaalForm,
    RealiseerForm,
    TerugneemForm,
    ToewijsForm,
    VerplaatsForm,
    VervalForm,
)
from actielijnen.levensloop import MIJLPAAL
from actielijnen.models import Mijlpaal
from actielijnen.tijdlijn import verloop
from actielijnen.views.formulier import show_form
from agenda.access import Permission, audience, may
from agenda.levensloop import options
from agenda.naslag import pagina
from agenda.naslag.hierover import feiten_over
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled

BLIJFT = "De mijlpaal blijft staan als ‘vervallen’, met uw reden."
TELT_WEER = "De mijlpaal telt weer mee, op de dag die gepland was."
STAPPEN = {
    # verb of the levensloop: what carries it out, its form, what it means, and what is done then
    "mijlpaal_vervallen": (verbs.vervallen, VervalForm, BLIJFT, "De mijlpaal is vervallen. Zij blijft zichtbaar."),
    "mijlpaal_herstellen": (verbs.herstellen, HerstelForm, TELT_WEER, "De mijlpaal gaat toch door."),
}


def find(request, sleutel: str) -> Mijlpaal:
    mijlpalen = Mijlpaal.objects.visible_to(request.user).for_list().select_related("gemaakt_door", "gerealiseerd_door")
    return get_object_or_404(mijlpalen, programma=chosen_programma(request), sleutel=sleutel)


def change(request, mijlpaal: Mijlpaal, titel: str, form, verb, *, knop: str, gedaan: str, inleiding: str = ""):
    """Carry out `verb` with what was sent, or show the form."""
    if form.is_valid() and form.voer_uit(verb, mijlpaal, by=request.user):
        messages.success(request, gedaan)
        return redirect(mijlpaal)
    return show_form(
        request,
        titel,
        form,
        programma=mijlpaal.programma,
        onder=["mijlpalen"],
        knop=knop,
        terug=mijlpaal.get_absolute_url(),
        boven=mijlpaal.naam,
        inleiding=inleiding,
    )


@audience(Permission.PROGRAMMA_INZIEN)
def overzicht(request):
    programma = chosen_programma(request)
    return pagina.overzicht(
        request,
        "actielijnen/mijlpalen.html",
        "mijlpalen",
        programma=programma,
        mijlpalen=Mijlpaal.objects.visible_to(request.user).filter(programma=programma).for_list(),
        feiten=feiten_over(programma, "congres"),
        mag_bijwerken=may(request.user, Permission.ACTIVITEIT_BIJWERKEN),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, sleutel):
    mijlpaal = find(request, sleutel)
    return pagina.detail(
        request,
        "actielijnen/mijlpaal.html",
        mijlpaal.naam,
        programma=mijlpaal.programma,
        onder=["begroting", "mijlpalen"],
        mijlpaal=mijlpaal,
        tijdlijn=verloop(mijlpaal, request.user),
        stappen=options(mijlpaal, request.user) if mijlpaal.stand != Mijlpaal.Stand.GEHAALD else [],
        mag_bijwerken=may(request.user, Permission.ACTIVITEIT_BIJWERKEN),
    )


@audience(Permission.ACTIVITEIT_BIJWERKEN)
def nieuw(request):
    programma = chosen_programma(request)
    form = filled(request, NieuweMijlpaalForm, programma, initial={"activiteit": request.GET.get("activiteit", "")})
    if form.is_valid() and (mijlpaal := form.voer_uit(verbs.maken, programma, by=request.user)):
        messages.success(request, f"De mijlpaal ‘{mijlpaal}’ is gemaakt.")
        return redirect(mijlpaal)
    return show_form(
        request,
        "Mijlpaal toevoegen",
        form,
        programma=programma,
        onder=["mijlpalen"],
        knop="Mijlpaal maken",
        terug=reverse("mijlpalen"),
    )


@audience(Permission.ACTIVITEIT_BIJWERKEN)
def toewijzen(request, sleutel):
    mijlpaal = find(request, sleutel)
    form = filled(request, ToewijsForm, mijlpaal.programma, initial=ToewijsForm.waarden_van(mijlpaal))
    gedaan = "De gegevens van de mijlpaal zijn opgeslagen."
    return change(request, mijlpaal, "Mijlpaal toewijzen", form, verbs.toewijzen, knop="Opslaan", gedaan=gedaan)


@audience(Permission.ACTIVITEIT_BIJWERKEN)
def verplaatsen(request, sleutel):
    mijlpaal = find(request, sleutel)
    form = filled(request, VerplaatsForm, initial={"gepland_op": mijlpaal.gepland_op})
    gedaan = "De mijlpaal is verplaatst. De oude dag blijft zichtbaar."
    inleiding = "Wat eerst gepland was, blijft zichtbaar, met uw reden erbij."
    return change(
        request,
        mijlpaal,
        "Mijlpaal verplaatsen",
        form,
        verbs.verplaatsen,
        knop="Verplaatsen",
        gedaan=gedaan,
        inleiding=inleiding,
    )


@audience(Permission.ACTIVITEIT_BIJWERKEN)
def realiseren(request, sleutel):
    mijlpaal = find(request, sleutel)
    form = filled(request, RealiseerForm, mijlpaal.programma)
    gedaan = "De mijlpaal is gehaald."
    return change(request, mijlpaal, "Mijlpaal gehaald", form, verbs.realiseren, knop="Vastleggen", gedaan=gedaan)


@audience(Permission.ACTIVITEIT_BIJWERKEN)
def terugnemen(request, sleutel):
    mijlpaal = find(request, sleutel)
    form = filled(request, TerugneemForm)
    gedaan = "De mijlpaal staat weer open."
    return change(request, mijlpaal, "Toch niet gehaald", form, verbs.terugnemen, knop="Terugnemen", gedaan=gedaan)


@audience(Permission.ACTIVITEIT_BIJWERKEN)
def stap(request, sleutel, verb):
    mijlpaal = find(request, sleutel)
    if verb not in STAPPEN:
        raise Http404(f"Een mijlpaal kent geen stap ‘{verb}’.")
    handeling, form_class, inleiding, gedaan = STAPPEN[verb]
    label = next(stap.label for stap in MIJLPAAL.stappen if stap.verb == verb)
    form = filled(request, form_class)
    titel = f"Mijlpaal {label.lower()}"
    return change(request, mijlpaal, titel, form, handeling, knop=label, gedaan=gedaan, inleiding=inleiding)
