"""Pages of the voorbereiding of a letter: the list of a year, a new list, and one point with its history."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from agenda.access import Permission, audience, may
from agenda.levensloop import options
from agenda.lijsten import show_list
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled
from rapportage.forms.voorbereiding import GereedForm, HeropenForm, LijstpuntForm, NieuweLijstForm
from rapportage.lijsten.voorbereiding import VoorbereidingLijst, toon
from rapportage.models import Sjabloonpunt, Voorbereiding, Voorbereidingspunt
from rapportage.voorbereiding import lijst as lijsten
from rapportage.voorbereiding import punten as verbs
from rapportage.voorbereiding.verloop import verloop
from rapportage.voorbereiding.waarneming import waarnemingen


def find_lijst(request, jaar: int) -> Voorbereiding:
    lijsten = Voorbereiding.objects.visible_to(request.user).select_related("programma")
    return get_object_or_404(lijsten, programma=chosen_programma(request), jaar=jaar)


def find(request, jaar: int, nummer: int) -> Voorbereidingspunt:
    punten = Voorbereidingspunt.objects.visible_to(request.user).for_list()
    lijst = {"voorbereiding__programma": chosen_programma(request), "voorbereiding__jaar": jaar}
    return get_object_or_404(punten, **lijst, nummer=nummer)


def show_form(request, titel: str, form, *, programma, terug: str, knop: str, boven: str = "", inleiding: str = ""):
    """The page of one form, and the way back."""
    words = {"form": form, "knop": knop, "terug": terug, "boven": boven, "inleiding": inleiding}
    onder = ["brieven", "voorbereiding"]
    return pagina.detail(request, "actielijnen/formulier.html", titel, programma=programma, onder=onder, **words)


@audience(Permission.PROGRAMMA_INZIEN)
def overzicht(request):
    programma = chosen_programma(request)
    return show_list(
        request,
        VoorbereidingLijst,
        template="rapportage/voorbereiding.html",
        heeft_sjabloon=Sjabloonpunt.objects.visible_to(request.user).filter(programma=programma).exists(),
        mag_inrichten=may(request.user, Permission.VOORBEREIDING_INRICHTEN),
        **pagina.frame("voorbereiding"),
    )


@audience(Permission.VOORBEREIDING_INRICHTEN)
def nieuw(request):
    programma = chosen_programma(request)
    form = filled(request, NieuweLijstForm, initial=NieuweLijstForm.voorstel(programma))
    if form.is_valid() and (lijst := form.voer_uit(lijsten.maken, programma, by=request.user)):
        messages.success(request, f"De lijst voor de brief van {lijst.jaar} is gemaakt.")
        return redirect(lijst)
    titel, terug = "Lijst maken voor een brief", reverse("voorbereiding")
    return show_form(request, titel, form, programma=programma, terug=terug, knop="Lijst maken")


@audience(Permission.VOORBEREIDING_INRICHTEN)
def toevoegen(request, jaar):
    lijst = find_lijst(request, jaar)
    form = filled(request, LijstpuntForm, lijst.programma)
    if form.is_valid() and (punt := form.voer_uit(verbs.toevoegen, lijst, by=request.user)):
        messages.success(request, f"Het punt ‘{punt}’ is toegevoegd.")
        return redirect(punt)
    return show_form(
        request,
        "Punt toevoegen",
        form,
        programma=lijst.programma,
        terug=lijst.get_absolute_url(),
        knop="Punt toevoegen",
        boven=f"Brief van {jaar}",
        inleiding="Dit punt komt alleen op deze lijst. Heeft elke brief het nodig? Zet het dan in het sjabloon.",
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, jaar, nummer):
    punt = find(request, jaar, nummer)
    return pagina.detail(
        request,
        "rapportage/voorbereidingspunt.html",
        punt.vraag,
        programma=punt.programma,
        onder=["brieven", "voorbereiding"],
        punt=punt,
        toon=toon(punt),
        stand_in_woorden=Voorbereidingspunt.Stand(punt.stand).label,
        waarnemingen=waarnemingen(punt),
        stappen=[stap.verb for stap in options(punt, request.user)],
        tijdlijn=verloop(punt, request.user),
        mag_inrichten=may(request.user, Permission.VOORBEREIDING_INRICHTEN),
    )


def change(request, punt: Voorbereidingspunt, titel: str, form, verb, *, knop: str, gedaan: str):
    """Carry out `verb` with what was sent, or show the form. A verb that gives nothing back is done as well."""
    if form.is_valid():
        form.voer_uit(verb, punt, by=request.user)
        if not form.errors:
            messages.success(request, gedaan)
            return redirect(punt)
    terug, programma = punt.get_absolute_url(), punt.programma
    return show_form(request, titel, form, programma=programma, terug=terug, knop=knop, boven=punt.met_nummer)


@audience(Permission.VOORBEREIDING_INRICHTEN)
def wijzigen(request, jaar, nummer):
    punt = find(request, jaar, nummer)
    form = filled(request, LijstpuntForm, punt.programma, initial=LijstpuntForm.waarden_van(punt))
    words = {"knop": "Opslaan", "gedaan": "Het punt is gewijzigd."}
    return change(request, punt, "Punt wijzigen", form, verbs.wijzigen, **words)


@audience(Permission.VOORBEREIDING_BIJWERKEN)
def gereedmelden(request, jaar, nummer):
    punt = find(request, jaar, nummer)
    words = {"knop": "Gereedmelden", "gedaan": "Het punt is gereed gemeld."}
    return change(request, punt, "Gereedmelden", filled(request, GereedForm), verbs.gereedmelden, **words)


@audience(Permission.VOORBEREIDING_BIJWERKEN)
def heropenen(request, jaar, nummer):
    punt = find(request, jaar, nummer)
    words = {"knop": "Heropenen", "gedaan": "Het punt staat weer open."}
    return change(request, punt, "Heropenen", filled(request, HeropenForm), verbs.heropenen, **words)
