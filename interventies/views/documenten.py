"""The files of an interventie or evaluatie: adding, opening and taking away one, and who reads it."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_safe

from agenda.access import PUBLIC, Permission, audience
from agenda.accounts.vers import vers_aangemeld
from agenda.bestanden.views import serve
from agenda.naslag import pagina
from agenda.naslag.documentforms import VerwijderForm
from agenda.sessies.invoer import filled
from interventies.forms.documenten import AfschermForm, DocumentForm, OpenbaarForm
from interventies.models import Interventiedocument
from interventies.palet import documenten
from interventies.views.antwoord import answer, find, find_evaluatie, programma_van


def _document(request, sleutel, pk) -> Interventiedocument:
    documents = Interventiedocument.objects.visible_to(request.user).for_list()
    return get_object_or_404(documents, interventie=find(request, sleutel), pk=pk)


def add(request, houder, interventie, titel: str):
    """The page that adds a file to `houder`: the interventie itself, or one of its evaluaties."""
    form = DocumentForm.sent(request, houder)
    if form.is_valid() and (document := form.toevoegen()):
        messages.success(request, f"‘{document}’ is toegevoegd: {document.stand[0]}.")
        return redirect(houder)
    inleiding = "Medewerkers lezen het; wie publiceert, kan het daarna openbaar maken. Het logboek noemt wie het opent."
    return show(request, form, titel, interventie, houder, knop="Toevoegen", inleiding=inleiding)


def show(request, form, titel: str, interventie, houder, *, knop: str, inleiding: str):
    """The page with a form about a file of `houder`."""
    vast = {"titel": titel, "programma": programma_van(request, interventie), "form": form, "houder": houder}
    vast |= {"kruimelpad": pagina.kruimelpad(titel, "interventies"), "knop": knop, "inleiding": inleiding}
    return render(request, "interventies/document.html", vast)


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def bij_interventie(request, sleutel):
    interventie = find(request, sleutel)
    return add(request, interventie, interventie, f"Document toevoegen: {interventie}")


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def bij_evaluatie(request, nummer):
    evaluatie = find_evaluatie(request, nummer)
    return add(request, evaluatie, evaluatie.interventie, f"Rapport toevoegen: {evaluatie}")


@audience(Permission.PROGRAMMA_INZIEN)
@require_GET
@transaction.atomic
def openen(request, sleutel, pk):
    return serve(documenten.lezen(_document(request, sleutel, pk), by=request.user))


@require_safe
@audience(PUBLIC)
def openbaar(request, sleutel, pk):
    documents = Interventiedocument.objects.visible_to(request.user).openbaar().select_related("bestand")
    return serve(get_object_or_404(documents, interventie__sleutel=sleutel, pk=pk).bestand)


def voor_wie(request, document, form, wat: str, knop: str, inleiding: str):
    """The page with a form about who reads `document`."""
    terug, titel = document.houder.get_absolute_url(), f"‘{document}’ {wat}"
    return answer(request, form, titel, document.interventie, knop=knop, inleiding=inleiding, terug=terug)


@audience(Permission.INTERVENTIE_PUBLICEREN)
@vers_aangemeld
def openbaar_maken(request, sleutel, pk):
    document = _document(request, sleutel, pk)
    form = filled(request, OpenbaarForm, document, documenten.openbaar_maken)
    inleiding = "Iedereen kan het lezen zodra de interventie in de catalogus staat, een rapport pas na het vaststellen."
    return voor_wie(request, document, form, "openbaar maken", "Openbaar maken", inleiding)


@audience(Permission.INTERVENTIE_PUBLICEREN)
@vers_aangemeld
def afschermen(request, sleutel, pk):
    document = _document(request, sleutel, pk)
    form = filled(request, AfschermForm, document, documenten.afschermen)
    inleiding = "Alleen medewerkers lezen het dan nog. U kunt het later weer openbaar maken."
    return voor_wie(request, document, form, "afschermen", "Afschermen", inleiding)


def take_away(request, sleutel, pk, verb, wat: str, knop: str, inleiding: str = ""):
    """The page that takes the content of a document away with `verb`, for good."""
    document = _document(request, sleutel, pk)
    form = filled(request, VerwijderForm)
    if form.is_valid() and form.verwijderen(verb, document, by=request.user):
        messages.success(request, f"‘{document}’ is verwijderd.")
        return redirect(document.houder)
    inleiding += " De inhoud wordt gewist en is niet terug te halen. Dat het document er was, blijft staan."
    titel = f"‘{document}’ {wat}"
    return show(request, form, titel, document.interventie, document.houder, knop=knop, inleiding=inleiding.strip())


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def verwijderen(request, sleutel, pk):
    return take_away(request, sleutel, pk, documenten.verwijderen, "verwijderen", "Document verwijderen")


@audience(Permission.INTERVENTIE_PUBLICEREN)
@vers_aangemeld
def wissen(request, sleutel, pk):
    inleiding = "Alleen als er persoonsgegevens in staan die er niet in horen: de evaluatie is vastgesteld."
    return take_away(request, sleutel, pk, documenten.wissen, "wissen", "Rapport wissen", inleiding)
