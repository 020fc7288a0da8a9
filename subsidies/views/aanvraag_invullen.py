"""The page on which a section of an aanvraag is filled in, and the files that were added there."""

from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from agenda import klok
from agenda.access import Permission, audience
from agenda.bestanden.views import serve
from agenda.sessies.invoer import filled
from subsidies.aanvragen import aanvullen, bijvoegen, invullen
from subsidies.aanvragen.stand import Sectiestand, Stand, stand_van
from subsidies.forms.aanvragen import SectieForm
from subsidies.forms.bijvoegen import blijft, verwerk
from subsidies.models import Aanvraag, Aanvraagbestand
from subsidies.views.aanvragen_gemeente import invulbaar, page

VOORSTELLEN = "voorstellen"  # the name of the button in templates/subsidies/aanvragen/velden/interventie.html


@audience(Permission.AANVRAAG_INDIENEN)
def sectie(request, pk, sleutel):
    aanvraag = invulbaar(request, pk)
    stand, geweigerd = stand_van(aanvraag), {}
    place, deel = find_sectie(stand, sleutel)
    invullen.check_open(aanvraag, deel.vragen)
    if request.method == "POST" and deel.vraagt_bestanden:
        geweigerd = verwerk(aanvraag, stand, deel, request.POST, request.FILES, by=request.user)
        aanvraag = invulbaar(request, pk)
        stand = stand_van(aanvraag)
        place, deel = find_sectie(stand, sleutel)
    form = filled(request, SectieForm, aanvraag, stand, deel)
    if form.is_valid() and (lapsed := form.bewaar(by=request.user)) is not None:
        tell(request, lapsed, ook_bestanden=not geweigerd)
        if not geweigerd:
            return redirect(next_page(request, aanvraag, stand, place, form))
        aanvraag.refresh_from_db(fields=["bewaard"])
        form.toont(aanvraag.bewaard)
    form.weiger(geweigerd)
    return page(
        request,
        "subsidies/aanvragen/sectie.html",
        aanvraag,
        deel.sectie.titel,
        form=form,
        sectie=deel,
        gevraagd=aanvullen.gevraagd(aanvraag, deel.sectie),
        stap=f"Stap {place} van {len(stand.secties) + 1}",
    )


@audience(Permission.GEMEENTE_INZIEN)
@require_GET
@transaction.atomic
def bestand(request, pk, bestand):
    stukken = Aanvraagbestand.objects.visible_to(request.user).leesbaar().for_page()
    stuk = get_object_or_404(stukken, aanvraag=pk, bestand=bestand)
    return serve(bijvoegen.lezen(stuk, by=request.user))


def find_sectie(stand: Stand, sleutel: str) -> tuple[int, Sectiestand]:
    try:
        return stand.sectie(sleutel)
    except LookupError as fout:
        raise Http404(str(fout)) from None


def tell(request, lapsed, *, ook_bestanden: bool) -> None:
    """That it is saved, when, and which answers that cost."""
    om = klok.nu().astimezone(klok.AMSTERDAM)
    wat = "Opgeslagen" if ook_bestanden else "Uw andere antwoorden zijn opgeslagen"
    messages.success(request, f"{wat} om {om:%H.%M} uur.")
    for vraag in lapsed:
        messages.warning(request, f"Uw antwoord op ‘{vraag}’ is vervallen: die vraag hoeft u niet te beantwoorden.")


def next_page(request, aanvraag: Aanvraag, stand: Stand, place: int, form: SectieForm) -> str:
    """Where somebody goes after section number `place`: the next one, or what the button that was pressed says."""
    here = request.get_full_path()
    if VOORSTELLEN in form.data:
        return f"{reverse('gemeente-voorstel-nieuw')}?{urlencode({'next': here})}"
    if blijft(form.data):
        return here
    if form.is_later:
        return aanvraag.adres_gemeente
    can = invullen.open_secties(aanvraag)
    volgende = next((each.sectie for each in stand.secties[place:] if each.sectie.pk in can), None)
    if "wijzig" in request.GET or volgende is None:
        return reverse("gemeente-aanvraag-controleren", args=[aanvraag.pk])
    return reverse("gemeente-aanvraag-sectie", args=[aanvraag.pk, volgende.sleutel])
