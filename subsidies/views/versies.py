"""A version of a regeling: what it says, its documents, and whether the portal takes applications for it."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.bestanden.views import serve
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled
from subsidies.forms.regelingen import StukForm, VoorwaardenForm
from subsidies.models import Regelingstuk, RegelingVersie
from subsidies.regelingen import openstellen as verbs
from subsidies.regelingen import stukken


def find(request, sleutel, volgorde) -> RegelingVersie:
    versies = RegelingVersie.objects.visible_to(request.user).filter(regeling__programma=chosen_programma(request))
    return get_object_or_404(versies.for_page(), regeling__sleutel=sleutel, volgorde=volgorde)


@audience(Permission.PROGRAMMA_INZIEN)
def versie(request, sleutel, volgorde):
    versie = find(request, sleutel, volgorde)
    voorwaarden = [(each, *each.stand(versie)) for each in verbs.VOORWAARDEN]
    return pagina.detail(
        request,
        "subsidies/versie.html",
        versie.titel,
        programma=versie.regeling.programma,
        onder=["regelingen"],
        versie=versie,
        gebieden=list(versie.gebieden.select_related("gemeente")),
        stukken=Regelingstuk.objects.visible_to(request.user).filter(versie=versie).for_page(),
        voorwaarden=voorwaarden,
        ontbrekend=sum(not vervuld for _, vervuld, _ in voorwaarden),
        mag_bijhouden=may(request.user, Permission.REGELING_BIJHOUDEN),
        mag_openstellen=may(request.user, Permission.REGELING_OPENSTELLEN),
        vragen=versie.regeling.programma.open_vragen.about("regeling").unanswered(),
    )


@audience(Permission.REGELING_BIJHOUDEN)
def voorwaarden(request, sleutel, volgorde):
    versie = find(request, sleutel, volgorde)
    bekend = {veld: getattr(versie, veld) for veld in VoorwaardenForm.base_fields}
    form = filled(request, VoorwaardenForm, initial=bekend)
    if form.is_valid():
        form.vastleggen(versie, by=request.user)
        messages.success(request, "De voorwaarden zijn vastgelegd.")
        return redirect(versie)
    return _form(request, "subsidies/formulier.html", versie, "Voorwaarden voor aanvragen", form, knop="Vastleggen")


@audience(Permission.REGELING_OPENSTELLEN)
@require_POST
@vers_aangemeld
def openstellen(request, sleutel, volgorde):
    versie = find(request, sleutel, volgorde)
    verbs.openstellen(versie, by=request.user)
    messages.success(request, "Gemeenten kunnen nu via het portaal aanvragen.")
    return redirect(versie)


def find_stuk(request, sleutel, pk) -> Regelingstuk:
    visible = Regelingstuk.objects.visible_to(request.user).for_page()
    programma = chosen_programma(request)
    return get_object_or_404(visible, versie__regeling__programma=programma, versie__regeling__sleutel=sleutel, pk=pk)


@audience(Permission.REGELING_BIJHOUDEN)
def stuk_toevoegen(request, sleutel, pk):
    stuk = find_stuk(request, sleutel, pk)
    form = StukForm.sent(request, stuk)
    if form.is_valid() and (stuk := form.toevoegen()):
        messages.success(request, f"‘{stuk}’ is toegevoegd: {stuk.stand[0]}.")
        return redirect(stuk.versie)
    return _form(request, "subsidies/stuk.html", stuk.versie, f"{stuk} toevoegen", form, knop="Toevoegen")


@audience(Permission.PROGRAMMA_INZIEN)
@require_GET
@transaction.atomic
def stuk_openen(request, sleutel, pk):
    stuk = find_stuk(request, sleutel, pk)
    if stuk.bestand is None:
        raise Http404(f"Van ‘{stuk}’ ontbreekt het bestand.")
    return serve(stukken.lezen(stuk, by=request.user))


def _form(request, template, versie, titel, form, *, knop):
    programma, terug = versie.regeling.programma, versie.get_absolute_url()
    words = {"knop": knop, "terug": terug, "boven": str(versie)}
    return pagina.detail(request, template, titel, programma=programma, onder=["regelingen"], form=form, **words)
