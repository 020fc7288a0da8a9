"""Pages of the sjabloon: what every new list for a letter asks."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from agenda.access import Permission, audience, may
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled
from rapportage.forms.voorbereiding import SjabloonpuntForm
from rapportage.models import Sjabloonpunt
from rapportage.views.voorbereiding import show_form
from rapportage.voorbereiding import sjabloon as verbs
from rapportage.voorbereiding.verloop import verloop

TITEL = "Sjabloon voor de voorbereiding"


def find(request, nummer: int) -> Sjabloonpunt:
    punten = Sjabloonpunt.objects.visible_to(request.user).for_list()
    return get_object_or_404(punten, programma=chosen_programma(request), nummer=nummer)


@audience(Permission.PROGRAMMA_INZIEN)
def overzicht(request):
    programma = chosen_programma(request)
    punten = Sjabloonpunt.objects.visible_to(request.user).filter(programma=programma).for_list()
    return pagina.detail(
        request,
        "rapportage/voorbereiding/sjabloon.html",
        TITEL,
        programma=programma,
        onder=["brieven", "voorbereiding"],
        punten=[punt for punt in punten if punt.vervallen_op is None],
        vervallen=[punt for punt in punten if punt.vervallen_op],
        mag_inrichten=may(request.user, Permission.VOORBEREIDING_INRICHTEN),
    )


@audience(Permission.VOORBEREIDING_INRICHTEN)
def standaard(request):
    programma = chosen_programma(request)
    if request.method == "POST":
        punten = verbs.standaard_overnemen(programma, by=request.user)
        messages.success(request, f"Het sjabloon heeft nu {len(punten)} punten. Pas ze aan waar dat nodig is.")
        return redirect(programma.address(reverse("voorbereiding-sjabloon")))
    return pagina.detail(
        request,
        "rapportage/voorbereiding/standaard.html",
        "Standaardsjabloon overnemen",
        programma=programma,
        onder=["brieven", "voorbereiding", "voorbereiding-sjabloon"],
        punten=[(rij["vraag"], rij.get("per_actielijn"), rij["weken_vooraf"]) for rij in verbs.standaardpunten()],
        is_leeg=not Sjabloonpunt.objects.visible_to(request.user).filter(programma=programma).exists(),
    )


@audience(Permission.VOORBEREIDING_INRICHTEN)
def toevoegen(request):
    programma = chosen_programma(request)
    form = filled(request, SjabloonpuntForm, programma)
    if form.is_valid() and (punt := form.voer_uit(verbs.toevoegen, programma, by=request.user)):
        messages.success(request, f"Het punt ‘{punt}’ staat in het sjabloon.")
        return redirect(programma.address(reverse("voorbereiding-sjabloon")))
    terug = reverse("voorbereiding-sjabloon")
    return show_form(
        request, "Punt aan het sjabloon toevoegen", form, programma=programma, terug=terug, knop="Punt toevoegen"
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, nummer):
    punt = find(request, nummer)
    return pagina.detail(
        request,
        "rapportage/voorbereiding/sjabloonpunt.html",
        punt.vraag,
        programma=punt.programma,
        onder=["brieven", "voorbereiding", "voorbereiding-sjabloon"],
        punt=punt,
        tijdlijn=verloop(punt, request.user),
        mag_inrichten=may(request.user, Permission.VOORBEREIDING_INRICHTEN) and punt.vervallen_op is None,
    )


@audience(Permission.VOORBEREIDING_INRICHTEN)
def wijzigen(request, nummer):
    punt = find(request, nummer)
    form = filled(request, SjabloonpuntForm, punt.programma, initial=SjabloonpuntForm.waarden_van(punt))
    if form.is_valid() and form.voer_uit(verbs.wijzigen, punt, by=request.user):
        messages.success(request, "Het sjabloon is gewijzigd. Lijsten die er al zijn, blijven zoals ze zijn.")
        return redirect(punt)
    terug, boven = punt.get_absolute_url(), punt.met_nummer
    return show_form(
        request, "Sjabloonpunt wijzigen", form, programma=punt.programma, terug=terug, knop="Opslaan", boven=boven
    )


@audience(Permission.VOORBEREIDING_INRICHTEN)
@require_POST
def laten_vervallen(request, nummer):
    punt = verbs.laten_vervallen(find(request, nummer), by=request.user)
    messages.success(request, f"‘{punt}’ is vervallen en komt op geen nieuwe lijst meer.")
    return redirect(punt.programma.address(reverse("voorbereiding-sjabloon")))
