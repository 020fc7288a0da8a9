"""Pages of praktijkkaders: the staff asks a gemeente about a text for a letter, the gemeente answers."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from actielijnen.views.formulier import carried_out
from agenda.access import Permission, audience
from agenda.accounts.vers import vers_aangemeld
from agenda.gemeentelijk import programma_voor
from agenda.levensloop import options
from agenda.lijsten import show_list
from agenda.naslag import pagina
from agenda.sessies.invoer import filled
from interventies import dossier
from interventies.forms.kaders import AntwoordForm, KaderForm
from interventies.lijsten.kaders import TOON, KadersLijst
from interventies.models import Praktijkkader, Publicatie
from interventies.palet import toestemming
from interventies.views.antwoord import answer, staff_only
from interventies.views.gemeente import LIJST
from interventies.views.uitvoeringen import find_uitvoering


def find(request, nummer: str) -> Praktijkkader:
    return get_object_or_404(Praktijkkader.objects.visible_to(request.user).for_list(), nummer=nummer)


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    inleiding = "Teksten over een uitvoering voor een brief. In een brief komt alleen wat de gemeente goed vindt."
    naam = "praktijkkaders"
    return show_list(request, KadersLijst, template="naslag/lijst.html", inleiding=inleiding, **pagina.frame(naam))


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def vragen(request, nummer):
    uitvoering = find_uitvoering(request, nummer)
    return answer(
        request,
        filled(request, KaderForm, uitvoering),
        f"Toestemming vragen: {uitvoering}",
        uitvoering.interventie,
        knop="Voorleggen aan de gemeente",
        inleiding="De gemeente stemt in met precies deze tekst, of niet. Een andere tekst vraagt u opnieuw; de vorige "
        "vervalt dan.",
        terug=uitvoering.get_absolute_url(),
    )


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
@require_POST
def vervallen(request, nummer):
    staff_only(request.user)
    kader = find(request, nummer)
    toestemming.vervallen(kader, by=request.user)
    messages.success(request, f"Het praktijkvoorbeeld {kader} is vervallen.")
    return redirect(kader)


@audience(Permission.GEMEENTE_INZIEN)
def detail(request, nummer):
    kader = find(request, nummer)
    titel = f"Praktijkvoorbeeld {kader}"
    openbaar = (
        Publicatie.objects.visible_to(request.user).openbaar().filter(interventie=kader.uitvoering.interventie_id)
    )
    return render(
        request,
        "interventies/gemeente/kader.html",
        {
            "titel": titel,
            "kruimelpad": pagina.kruimelpad_gemeente(titel, LIJST),
            "programma": programma_voor(kader.gemeente),
            "kader": kader,
            "toon": TOON[kader.status],
            "stappen": {stap.verb for stap in options(kader, request.user)},
            "publicatie": openbaar.select_related("versie", "interventie").first(),
            "tijdlijn": dossier.tijdlijn(kader, met_namen=False),
        },
    )


@audience(Permission.KADER_TOESTEMMEN)
@vers_aangemeld
@require_POST
def toestemmen(request, nummer):
    kader = find(request, nummer)
    toestemming.toestemmen(kader, by=request.user)
    messages.success(request, "Uw toestemming is vastgelegd. Het ministerie van SZW krijgt bericht.")
    return redirect(kader.adres_gemeente)


@audience(Permission.KADER_TOESTEMMEN)
@vers_aangemeld
def weigeren(request, nummer):
    inleiding = "De tekst komt dan niet in een brief. Het ministerie kan een andere tekst voorleggen."
    return _antwoord(request, nummer, toestemming.weigeren, "Geen toestemming", inleiding)


@audience(Permission.KADER_TOESTEMMEN)
@vers_aangemeld
def intrekken(request, nummer):
    inleiding = "Een nieuwe brief gebruikt de tekst dan niet meer. In een brief die al is verstuurd, blijft zij staan."
    return _antwoord(request, nummer, toestemming.intrekken, "Toestemming intrekken", inleiding)


def _antwoord(request, nummer: str, verb, knop: str, inleiding: str):
    kader = find(request, nummer)
    form, titel = filled(request, AntwoordForm, kader, verb), f"{knop}: {kader}"
    if done := carried_out(request, form):
        return done
    kruimelpad = pagina.kruimelpad_gemeente(titel, LIJST)
    vast = {"titel": titel, "kruimelpad": kruimelpad, "programma": programma_voor(kader.gemeente)}
    vast |= {"form": form, "kader": kader, "knop": knop, "inleiding": inleiding}
    return render(request, "interventies/gemeente/kader_antwoord.html", vast)
