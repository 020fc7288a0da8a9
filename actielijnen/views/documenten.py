"""The documents of a verplichting: adding one, opening one, taking one away."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from actielijnen.begroting import documenten
from actielijnen.forms.documenten import DocumentForm
from actielijnen.models import Verplichtingsdocument
from actielijnen.views.formulier import show_form
from actielijnen.views.verplichtingen import find
from agenda.access import Permission, audience
from agenda.bestanden.views import serve
from agenda.naslag import pagina
from agenda.naslag.documentforms import VerwijderForm
from agenda.sessies.invoer import filled


def _document(request, verplichting, pk) -> Verplichtingsdocument:
    documents = Verplichtingsdocument.objects.visible_to(request.user).for_list().select_related("verplichting")
    return get_object_or_404(documents, verplichting=verplichting, pk=pk)


@audience(Permission.VERPLICHTING_AANGAAN)
def toevoegen(request, programma, kenmerk):
    verplichting = find(request, programma, kenmerk)
    form = DocumentForm.sent(request, verplichting)
    if form.is_valid() and (document := form.toevoegen()):
        messages.success(request, f"‘{document}’ is toegevoegd: {document.stand[0]}.")
        return redirect(verplichting)
    return pagina.detail(
        request,
        "actielijnen/boeken/document.html",
        f"Document toevoegen aan {verplichting.kenmerk}",
        programma=verplichting.programma,
        onder=["begroting"],
        verplichting=verplichting,
        form=form,
    )


@audience(Permission.PROGRAMMA_INZIEN)
@require_GET
@transaction.atomic
def openen(request, programma, kenmerk, pk):
    document = _document(request, find(request, programma, kenmerk), pk)
    return serve(documenten.lezen(document, by=request.user))


@audience(Permission.VERPLICHTING_AANGAAN)
def verwijderen(request, programma, kenmerk, pk):
    verplichting = find(request, programma, kenmerk)
    document = _document(request, verplichting, pk)
    form = filled(request, VerwijderForm)
    if form.is_valid() and form.verwijderen(documenten.verwijderen, document, by=request.user):
        messages.success(request, f"‘{document}’ is verwijderd.")
        return redirect(verplichting)
    return show_form(
        request,
        f"‘{document}’ verwijderen",
        form,
        programma=verplichting.programma,
        onder=[],
        knop="Document verwijderen",
        terug=verplichting.get_absolute_url(),
        boven=str(verplichting),
        inleiding="De inhoud wordt gewist en is niet terug te halen. Dat het document er was, blijft staan.",
    )
