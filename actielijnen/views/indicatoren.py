"""Pages of indicatoren: the list, one with its values, and the forms that add or correct a value."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from actielijnen.activiteiten import indicatoren as verbs
from actielijnen.forms.indicatoren import BesluitForm, CorrectieForm, IndicatorForm, WaardeForm
from actielijnen.indicatorbeeld import getal, indicatorbeeld
from actielijnen.lijsten.activiteiten import IndicatorenLijst
from actielijnen.models import Correctievoorstel, Indicator
from actielijnen.views.formulier import show_form
from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.levensloop import options, withheld
from agenda.lijsten import show_list
from agenda.lijsten.kolommen import datum
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled


def find(request, nummer: str) -> Indicator:
    indicatoren = Indicator.objects.visible_to(request.user).filter(programma=chosen_programma(request))
    return get_object_or_404(indicatoren.for_page(), nummer=nummer)


def formulier(request, indicator: Indicator, titel: str, form, *, knop: str, inleiding: str = ""):
    return show_form(
        request,
        titel,
        form,
        programma=indicator.programma,
        onder=["indicatoren"],
        knop=knop,
        terug=indicator.get_absolute_url(),
        boven=indicator.naam,
        inleiding=inleiding,
    )


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    return show_list(
        request,
        IndicatorenLijst,
        template="actielijnen/indicatoren.html",
        inleiding="Wat wordt gemeten, waar het begon, hoe het nu staat en wat het moet worden.",
        mag_bijwerken=may(request.user, Permission.ACTIVITEIT_BIJWERKEN),
        **pagina.frame("indicatoren"),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, nummer):
    indicator = find(request, nummer)
    voorstellen = Correctievoorstel.objects.visible_to(request.user).for_list().filter(betreft__indicator=indicator)
    return pagina.detail(
        request,
        "actielijnen/indicator.html",
        indicator.naam,
        programma=indicator.programma,
        onder=["begroting", "indicatoren"],
        indicator=indicator,
        beeld=indicatorbeeld(indicator),
        voorstellen=[(each, getal(each.betreft.waarde), getal(each.waarde)) for each in voorstellen],
        mag_bijwerken=may(request.user, Permission.ACTIVITEIT_BIJWERKEN),
        mag_voorstellen=may(request.user, Permission.CORRECTIE_VOORSTELLEN),
        mag_beoordelen=may(request.user, Permission.CORRECTIE_BEOORDELEN),
    )


@audience(Permission.ACTIVITEIT_BIJWERKEN)
def nieuw(request):
    programma = chosen_programma(request)
    form = filled(request, IndicatorForm, programma, initial={"activiteit": request.GET.get("activiteit", "")})
    if form.is_valid() and (indicator := form.voer_uit(verbs.maken, programma, by=request.user)):
        messages.success(request, f"Indicator {indicator.nummer} is gemaakt. Leg nu de nulmeting vast.")
        return redirect(indicator)
    return show_form(
        request,
        "Indicator toevoegen",
        form,
        programma=programma,
        onder=["indicatoren"],
        knop="Indicator maken",
        terug=reverse("indicatoren"),
    )


@audience(Permission.ACTIVITEIT_BIJWERKEN)
def waarde(request, nummer):
    indicator = find(request, nummer)
    form = filled(request, WaardeForm, indicator.programma)
    if form.is_valid() and form.voer_uit(verbs.vastleggen, indicator, by=request.user):
        messages.success(request, "De waarde is vastgelegd.")
        return redirect(indicator)
    inleiding = f"{indicator.definitie} In {indicator.eenheid}."
    return formulier(request, indicator, "Waarde vastleggen", form, knop="Vastleggen", inleiding=inleiding)


@audience(Permission.CORRECTIE_VOORSTELLEN)
def verbeteren(request, nummer, pk):
    indicator = find(request, nummer)
    betreft = get_object_or_404(indicator.waarden.select_related("bron"), pk=pk)
    initial = {"vindplaats": betreft.vindplaats, "bron": betreft.bron_id}
    form = filled(request, CorrectieForm, indicator.programma, initial=initial)
    if form.is_valid() and form.voer_uit(verbs.correctie_voorstellen, betreft, by=request.user):
        messages.success(request, "Uw voorstel wacht op het besluit van een collega.")
        return redirect(indicator)
    inleiding = f"Nu staat er {getal(betreft.waarde)} {indicator.eenheid}. Er verandert niets tot een collega beslist."
    soort, dag = betreft.get_soort_display().lower(), datum(betreft.peildatum)
    titel = f"Correctie voorstellen bij de {soort} van {dag}"
    return formulier(request, indicator, titel, form, knop="Voorstellen", inleiding=inleiding)


@audience(Permission.CORRECTIE_BEOORDELEN)
@vers_aangemeld
def besluit(request, nummer, pk):
    indicator = find(request, nummer)
    voorstellen = Correctievoorstel.objects.visible_to(request.user).for_list().filter(betreft__indicator=indicator)
    voorstel = get_object_or_404(voorstellen, pk=pk)
    form = filled(request, BesluitForm)
    if form.is_valid():
        verb = verbs.correctie_afwijzen if form.is_afgewezen else verbs.correctie_aannemen
        if form.voer_uit(verb, voorstel, by=request.user):
            messages.success(request, f"Het voorstel is {voorstel.get_status_display().lower()}.")
            return redirect(indicator)
    return pagina.detail(
        request,
        "actielijnen/correctie.html",
        "Besluit over een correctie",
        programma=indicator.programma,
        onder=["begroting", "indicatoren"],
        form=form,
        indicator=indicator,
        voorstel=voorstel,
        was=getal(voorstel.betreft.waarde),
        wordt=getal(voorstel.waarde),
        mag=bool(options(voorstel, request.user)),
        redenen=[reden for _, reden in withheld(voorstel, request.user)][:1],
    )
