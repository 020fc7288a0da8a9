"""Pages of prognoses: all of them, a new one, one with its projection, and the forms that fill it in."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from actielijnen.begroting import prognose as verbs
from actielijnen.begroting.plafond import Geweigerd
from actielijnen.begroting.prognose import ONVERDEELD
from actielijnen.forms.vooruitzicht import AannameForm, PostForm, PrognoseForm
from actielijnen.models import Aanname, Begrotingspost, Prognose
from actielijnen.views.formulier import show_form
from actielijnen.vooruitzicht.prognosebeeld import prognosebeeld
from actielijnen.vooruitzicht.projectiebeeld import projectiebeeld
from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.levensloop import NietMogelijk, options, withheld
from agenda.money import euro
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled


def find(request, jaar: int, nummer: int) -> Prognose:
    prognoses = Prognose.objects.visible_to(request.user).filter(programma=chosen_programma(request))
    return get_object_or_404(prognoses.select_related("programma", "gemaakt_door"), jaar=jaar, nummer=nummer)


@audience(Permission.PROGRAMMA_INZIEN)
def overzicht(request):
    programma = chosen_programma(request)
    prognoses = Prognose.objects.visible_to(request.user).filter(programma=programma)
    jaren = verbs.jaren(programma)
    return pagina.overzicht(
        request,
        "actielijnen/prognoses.html",
        "prognoses",
        programma=programma,
        prognoses=prognoses.select_related("programma"),
        onverdeeld="" if jaren else ONVERDEELD,
        mag_maken=bool(jaren) and may(request.user, Permission.BEGROTING_MUTEREN),
    )


@audience(Permission.BEGROTING_MUTEREN)
def nieuw(request):
    programma = chosen_programma(request)
    jaren = verbs.jaren(programma)
    if not jaren:
        return overzicht(request)  # which says why there is none
    form = filled(request, PrognoseForm, jaren)
    if form.is_valid() and (prognose := form.voer_uit(verbs.maken, programma, by=request.user)):
        messages.success(request, "De prognose is gemaakt. Vul nu per post in wat u nog verwacht.")
        return redirect(prognose)
    return show_form(
        request,
        "Prognose maken",
        form,
        programma=programma,
        onder=["prognoses"],
        knop="Prognose maken",
        terug=programma.address(reverse("prognoses")),
        inleiding="Het portaal haalt op wat er is betaald en wat er volgens de planning nog komt.",
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, jaar, nummer):
    prognose = find(request, jaar, nummer)
    return pagina.detail(
        request,
        "actielijnen/prognose.html",
        f"Prognose {prognose.naam}",
        programma=prognose.programma,
        onder=["begroting", "prognoses"],
        prognose=prognose,
        jaartal=f"Begrotingsjaar {jaar}",
        beeld=prognosebeeld(prognose),
        projectie=projectiebeeld(prognose),
        stappen=options(prognose, request.user),
        niet_zelf=[reden for _, reden in withheld(prognose, request.user)],
        mag_invullen=not prognose.is_vastgesteld and may(request.user, Permission.BEGROTING_MUTEREN),
    )


@audience(Permission.BEGROTING_MUTEREN)
def post(request, jaar, nummer, post):
    prognose = find(request, jaar, nummer)
    post = get_object_or_404(Begrotingspost, programma=prognose.programma, nummer=post)
    form = filled(request, PostForm, prognose, post)
    if not form.rijen:
        raise Http404(f"In de prognose {prognose} staat ‘{post}’ niet.")
    rij = form.rijen[0]
    if form.is_valid() and form.voer_uit(verbs.invullen, prognose, post, by=request.user):
        messages.success(request, f"‘{post}’ is ingevuld.")
        return redirect(prognose)
    stand = f"Kasbudget {euro(rij.kasbudget)}, betaald {euro(rij.betaald)}." if len(form.rijen) == 1 else ""
    return _form(request, str(post), form, prognose, f"{stand} Vul in wat er in {jaar} nog bij komt.".strip())


@audience(Permission.BEGROTING_MUTEREN)
def aanname(request, jaar, nummer, soort):
    prognose = find(request, jaar, nummer)
    if soort not in Aanname.Soort.values:
        raise Http404(f"Een aanname ‘{soort}’ bestaat niet.")
    bestaand = prognose.aannames.filter(soort=soort).first()
    initial = AannameForm.waarden_van(bestaand) or _geteld(prognose, soort)
    form = filled(request, AannameForm, initial=initial)
    if form.is_valid() and form.voer_uit(verbs.aannemen, prognose, soort, by=request.user):
        messages.success(request, "De aanname is vastgelegd.")
        return redirect(prognose)
    return _form(request, Aanname.Soort(soort).label, form, prognose, _uitleg(initial, bestaand, soort))


@audience(Permission.BEGROTING_MUTEREN)
@require_POST
def ophalen(request, jaar, nummer):
    gedaan = "De stand is opnieuw opgehaald. Wat u had ingevuld, is blijven staan."
    return _answer(request, find(request, jaar, nummer), verbs.ophalen, gedaan)


@audience(Permission.PROGNOSE_VASTSTELLEN)
@require_POST
@vers_aangemeld
def vaststellen(request, jaar, nummer):
    return _answer(request, find(request, jaar, nummer), verbs.vaststellen, "De prognose is vastgesteld.")


def _answer(request, prognose: Prognose, verb, gedaan: str):
    """Carry out `verb` and say that it is done, or why it is not."""
    try:
        verb(prognose, by=request.user)
    except (Geweigerd, NietMogelijk) as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, gedaan)
    return redirect(prognose)


def _form(request, titel: str, form, prognose: Prognose, inleiding: str):
    return show_form(
        request,
        titel,
        form,
        programma=prognose.programma,
        onder=["prognoses"],
        knop="Opslaan",
        terug=prognose.get_absolute_url(),
        inleiding=inleiding,
        boven=f"Prognose {prognose}",
    )


def _geteld(prognose: Prognose, soort: str) -> dict:
    """What earlier years say, to start from; nothing where there is nothing to count."""
    band = verbs.uit_eerdere_jaren(prognose) if soort == Aanname.Soort.TE_LAAT else None
    if band is None:
        return {}
    reden = "Geteld uit de betalingen van eerdere jaren van dit programma."
    return {"laag": band.laag, "verwacht": band.verwacht, "hoog": band.hoog, "reden": reden}


def _uitleg(initial: dict, bestaand: Aanname | None, soort: str) -> str:
    if bestaand:
        return "De raming rekent met deze waarden."
    if initial:
        return "Ingevuld is wat uit eerdere jaren is geteld. U kunt het aanpassen."
    if soort == Aanname.Soort.TE_LAAT:
        return "Er zijn geen eerdere jaren met een planning om uit te tellen. Vul zelf een aanname in."
    return "Dit telt het portaal niet. Vul zelf een aanname in."
