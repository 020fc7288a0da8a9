"""The document itself at a bron: adding one, opening one, taking one away."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from agenda.access import Permission, audience
from agenda.bestanden.views import serve
from agenda.models import Bron, Brondocument
from agenda.naslag import brondocumenten, pagina
from agenda.naslag.documentforms import DocumentForm, VerwijderForm
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled


def _document(request, sleutel, pk) -> Brondocument:
    documenten = Brondocument.objects.visible_to(request.user).for_list()
    return get_object_or_404(documenten, bron__sleutel=sleutel, pk=pk)


@audience(Permission.BRON_AANVULLEN)
def toevoegen(request, sleutel):
    bron = get_object_or_404(Bron.objects.visible_to(request.user), sleutel=sleutel)
    form = DocumentForm.sent(request, bron)
    if form.is_valid() and (document := form.toevoegen()):
        woorden, _ = document.stand
        messages.success(request, f"‘{document}’ is toegevoegd: {woorden}.")
        return redirect(bron)
    return _page(request, "naslag/document_toevoegen.html", f"Document toevoegen aan ‘{bron}’", bron=bron, form=form)


@audience(Permission.PROGRAMMA_INZIEN)
@require_GET
@transaction.atomic
def openen(request, sleutel, pk):
    return serve(brondocumenten.lezen(_document(request, sleutel, pk), by=request.user))


@audience(Permission.BRON_AANVULLEN)
def verwijderen(request, sleutel, pk):
    document = _document(request, sleutel, pk)
    form = filled(request, VerwijderForm)
    if form.is_valid() and form.verwijderen(brondocumenten.verwijderen, document, by=request.user):
        messages.success(request, f"‘{document}’ is verwijderd.")
        return redirect(document.bron)
    titel = f"‘{document}’ verwijderen"
    return _page(request, "naslag/document_verwijderen.html", titel, bron=document.bron, form=form, document=document)


def _page(request, template, titel, *, bron, **context):
    programma = chosen_programma(request)
    return pagina.detail(
        request, template, titel, programma=programma, onder=["feiten", "bronnen"], bron=bron, **context
    )
