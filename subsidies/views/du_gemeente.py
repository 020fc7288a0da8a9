"""Pages of decentralisatie-uitkeringen for who works at a gemeente; and, apart from those, its own story."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from agenda.access import Permission, audience
from agenda.accounts.vers import vers_aangemeld
from agenda.gemeentelijk import programma_voor
from agenda.levensloop import options
from agenda.naslag.pagina import kruimelpad_gemeente, own_gemeente
from agenda.sessies.invoer import filled
from subsidies.du import aanmelden as aanmeldverbs
from subsidies.du import akkoord as akkoordverbs
from subsidies.du.tijdlijn import VOOR_GEMEENTE, stand, tijdlijn
from subsidies.forms.du_gemeente import AanmeldForm, AfwijsForm, TerugkoppelForm
from subsidies.lijsten.du import TOON
from subsidies.models import Aanmelding, Decentralisatieuitkering, Terugkoppeling
from subsidies.views.antwoord import answer

LIJST = "gemeente-uitkeringen"


def find(request, nummer: str) -> Decentralisatieuitkering:
    return get_object_or_404(Decentralisatieuitkering.objects.visible_to(request.user).for_page(), nummer=nummer)


@audience(Permission.GEMEENTE_INZIEN)
def lijst(request):
    gemeente = own_gemeente(request)
    uitkeringen = Decentralisatieuitkering.objects.visible_to(request.user).for_list()
    aanmeldingen = list(Aanmelding.objects.visible_to(request.user).for_list())
    return render(
        request,
        "subsidies/du/gemeente_lijst.html",
        {
            "titel": "Decentralisatie-uitkeringen",
            "kruimelpad": kruimelpad_gemeente("Decentralisatie-uitkeringen"),
            "gemeente": gemeente,
            "programma": programma_voor(gemeente),
            "uitkeringen": [(each, VOOR_GEMEENTE[each.status], TOON[each.status]) for each in uitkeringen],
            "aanmeldingen": aanmeldingen,
            "kan_aanmelden": not any(each.is_open for each in aanmeldingen),
        },
    )


@audience(Permission.GEMEENTE_INZIEN)
def detail(request, nummer):
    uitkering = find(request, nummer)
    return render(
        request,
        "subsidies/du/gemeente_detail.html",
        {
            "titel": uitkering.titel,
            "kruimelpad": kruimelpad_gemeente(uitkering.titel, LIJST),
            "programma": uitkering.programma,
            "uitkering": uitkering,
            "status": VOOR_GEMEENTE[uitkering.status],
            "toon": TOON[uitkering.status],
            "tijdlijn": tijdlijn(uitkering, met_namen=False),
            "stappen": {each.verb for each in options(uitkering, request.user)},
            "stand": stand(uitkering),
        },
    )


@audience(Permission.DU_AKKOORD)
@vers_aangemeld
@require_POST
def akkoord(request, nummer):
    uitkering = find(request, nummer)
    akkoordverbs.akkoord(uitkering, by=request.user)
    messages.success(request, "Uw akkoord is vastgelegd. Het ministerie van SZW krijgt bericht.")
    return redirect(uitkering.adres_gemeente)


@audience(Permission.DU_AKKOORD)
@vers_aangemeld
def afwijzen(request, nummer):
    uitkering = find(request, nummer)
    return answer(
        request,
        filled(request, AfwijsForm, uitkering),
        f"Niet akkoord met {uitkering}",
        programma=uitkering.programma,
        kruimelpad=kruimelpad_gemeente("Niet akkoord", LIJST),
        knop="Niet akkoord",
        inleiding="Er gaat dan geen geld naar uw gemeente.",
        terug=uitkering.adres_gemeente,
    )


@audience(Permission.DU_AANMELDEN)
def aanmelden(request):
    gemeente = own_gemeente(request)
    return answer(
        request,
        filled(request, AanmeldForm, gemeente),
        "Uw gemeente aanmelden",
        programma=programma_voor(gemeente),
        kruimelpad=kruimelpad_gemeente("Aanmelden", LIJST),
        knop="Aanmelden",
        inleiding="Laat weten dat uw gemeente belangstelling heeft. Het ministerie kan daarna een voorstel doen.",
        terug=reverse(LIJST),
    )


@audience(Permission.DU_AANMELDEN)
@require_POST
def aanmelding_intrekken(request, nummer):
    aanmelding = get_object_or_404(Aanmelding.objects.visible_to(request.user).for_list(), nummer=nummer)
    aanmeldverbs.intrekken(aanmelding, by=request.user)
    messages.success(request, f"De aanmelding {aanmelding} is ingetrokken.")
    return redirect(LIJST)


@audience(Permission.TERUGKOPPELEN)
def terugkoppeling(request):
    gemeente = own_gemeente(request)
    return answer(
        request,
        filled(request, TerugkoppelForm, gemeente),
        "Iets vertellen over uw gemeente",
        programma=programma_voor(gemeente),
        kruimelpad=kruimelpad_gemeente("Iets vertellen"),
        knop="Versturen",
        inleiding="Dit is vrijwillig. Niemand vraagt erom, en er hangt niets van af.",
        terug=reverse("gemeente-start"),
        eerder=Terugkoppeling.objects.visible_to(request.user).for_list()[:20],
    )
