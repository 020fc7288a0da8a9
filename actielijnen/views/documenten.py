"""The documents of a verplichting: adding one, opening one."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from actielijnen.begroting import documenten
from actielijnen.forms.documenten import DocumentForm
from actielijnen.models import Verplichtingsdocument
from actielijnen.views.verplichtingen import find
from agenda.access import Permission, audience
from agenda.bestanden.views import serve
from agenda.naslag import pagina
from agenda.sessies.invoer import filled


@audience(Permission.VERPLICHTING_AANGAAN)
def toevoegen(request, programma, kenmerk):
    verplichting = find(request, programma, kenmerk)
    if "zonder" in request.POST:
        form = DocumentForm.without_upload(verplichting, request.user, request.POST)
    else:
        form = filled(request, DocumentForm, verplichting, request.user)
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
    documents = Verplichtingsdocument.objects.visible_to(request.user).select_related("verplichting", "bestand")
    found = get_object_or_404(documents, verplichting=find(request, programma, kenmerk), pk=pk)
    return serve(documenten.lezen(found, by=request.user))
