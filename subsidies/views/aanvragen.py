"""Pages of aanvragen for the staff: what was received, and one aanvraag to read."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from actielijnen.views.formulier import carried_out, form_page
from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.bestanden.views import serve
from agenda.levensloop import options
from agenda.lijsten import show_list
from agenda.naslag import pagina
from agenda.sessies.invoer import filled
from subsidies.aanvragen import aanvullen, bijvoegen, ondertekenen
from subsidies.aanvragen.contact import contact_van, per_soort
from subsidies.aanvragen.gesprek import gesprek, ongelezen
from subsidies.aanvragen.stand import stand_van
from subsidies.aanvragen.tijdlijn import tijdlijn
from subsidies.aanvragen.versies import versies
from subsidies.forms.aanvraag_staf import AanvulForm
from subsidies.forms.gesprek import BerichtForm, NotitieForm
from subsidies.lijsten.aanvragen import TOON, AanvragenLijst
from subsidies.models import Aanvraag, Aanvraagbestand
from subsidies.views.aanvragen_na_indienen import versie_context
from subsidies.views.du import staff_only

LIJST = "aanvragen"


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    inleiding = "Wat gemeenten indienden. Een concept ziet alleen de gemeente zelf."
    frame = pagina.frame(LIJST)
    return show_list(request, AanvragenLijst, template="naslag/lijst.html", inleiding=inleiding, **frame)


def find(request, kenmerk: str) -> Aanvraag:
    staff_only(request.user)
    return get_object_or_404(Aanvraag.objects.visible_to(request.user).for_page(), kenmerk=kenmerk)


@audience(Permission.PROGRAMMA_INZIEN)
@require_GET
def detail(request, kenmerk):
    aanvraag = find(request, kenmerk)
    wants_signature = aanvraag.versie.tweede_handtekening
    return pagina.detail(
        request,
        "subsidies/aanvragen/detail.html",
        f"Aanvraag {aanvraag}",
        programma=aanvraag.programma,
        onder=["regelingen", LIJST],
        aanvraag=aanvraag,
        stand=stand_van(aanvraag, bij=aanvraag.ingediend_bij),
        toon=TOON[aanvraag.status],
        stappen={each.verb for each in options(aanvraag, request.user)},
        aanvulling=aanvullen.open_aanvulling(aanvraag),
        getekend=ondertekenen.geldige(aanvraag, aanvraag.ingediend_bij) if wants_signature else None,
        tijdlijn=tijdlijn(aanvraag, voor_gemeente=False),
        versies=versies(aanvraag),
        ongelezen=ongelezen(aanvraag, request.user),
        notities=aanvraag.notities.select_related("door"),
        mag_behandelen=may(request.user, Permission.AANVRAAG_BEHANDELEN),
        contact=(contact := contact_van(aanvraag)),
        bereikbaar=per_soort(contact),
    )


@audience(Permission.PROGRAMMA_INZIEN)
@require_GET
@transaction.atomic
def bestand(request, kenmerk, bestand):
    staff_only(request.user)
    stukken = Aanvraagbestand.objects.visible_to(request.user).leesbaar().for_page()
    stuk = get_object_or_404(stukken, aanvraag__kenmerk=kenmerk, bestand=bestand)
    return serve(bijvoegen.lezen(stuk, by=request.user))


@audience(Permission.PROGRAMMA_INZIEN)
@require_GET
def versie(request, kenmerk, nummer):
    aanvraag = find(request, kenmerk)
    return pagina.detail(
        request,
        "subsidies/aanvragen/versie.html",
        f"Versie {nummer} van aanvraag {kenmerk}",
        programma=aanvraag.programma,
        onder=["regelingen", LIJST],
        aanvraag=aanvraag,
        stap=aanvraag.gemeente_in_woorden,
        terug=aanvraag.get_absolute_url(),
        staf=True,
        **versie_context(aanvraag, nummer),
    )


@audience(Permission.AANVRAAG_BEHANDELEN)
@vers_aangemeld
def vraag_aanvulling(request, kenmerk):
    aanvraag = find(request, kenmerk)
    form = filled(request, AanvulForm, aanvraag)
    kan = "aanvulling_vragen" in {each.verb for each in options(aanvraag, request.user)}
    context = {"aanvraag": aanvraag, "kan": kan}
    titel = f"Aanvulling vragen bij {kenmerk}"
    onder, programma = ["regelingen", LIJST], aanvraag.programma
    template = "subsidies/aanvragen/aanvulling_vragen.html"
    return form_page(request, template, form, titel, programma=programma, onder=onder, **context)


@audience(Permission.AANVRAAG_BEHANDELEN)
@require_POST
@vers_aangemeld
def compleet(request, kenmerk):
    aanvraag = aanvullen.compleet(find(request, kenmerk), by=request.user)
    messages.success(request, f"Aanvraag {kenmerk} is compleet. De gemeente krijgt bericht.")
    return redirect(aanvraag.get_absolute_url())


@audience(Permission.PROGRAMMA_INZIEN)
def berichten(request, kenmerk):
    aanvraag = find(request, kenmerk)
    form = filled(request, BerichtForm, aanvraag)
    if may(request.user, Permission.AANVRAAG_BEHANDELEN) and (done := carried_out(request, form)):
        return done
    return pagina.detail(
        request,
        "subsidies/aanvragen/berichten.html",
        f"Berichten over {kenmerk}",
        programma=aanvraag.programma,
        onder=["regelingen", LIJST],
        aanvraag=aanvraag,
        stap=aanvraag.gemeente_in_woorden,
        regels=gesprek(aanvraag, reader=request.user),
        form=form if may(request.user, Permission.AANVRAAG_BEHANDELEN) else None,
        terug=aanvraag.get_absolute_url(),
    )


@audience(Permission.AANVRAAG_BEHANDELEN)
def notitie(request, kenmerk):
    aanvraag = find(request, kenmerk)
    form = filled(request, NotitieForm, aanvraag)
    context = {"knop": "Bewaren", "boven": aanvraag.gemeente_in_woorden, "terug": aanvraag.get_absolute_url()}
    onder, programma = ["regelingen", LIJST], aanvraag.programma
    titel = f"Notitie bij {kenmerk}"
    return form_page(request, "subsidies/formulier.html", form, titel, programma=programma, onder=onder, **context)
