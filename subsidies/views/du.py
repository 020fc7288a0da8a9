"""Pages of decentralisatie-uitkeringen for the staff: the list, one DU with its story, and its steps."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from actielijnen.forms.boeken import nieuwe_stand
from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.levensloop import options, withheld
from agenda.lijsten import show_list
from agenda.models import Weergave
from agenda.naslag import pagina
from agenda.naslag.hierover import feiten_over
from agenda.naslag.programma import chosen_programma, find_programma
from agenda.sessies.invoer import filled
from subsidies.du.buiten import signaal
from subsidies.du.tijdlijn import stand, tijdlijn
from subsidies.du.vrij import WAAROM
from subsidies.forms.du import (
    BetaalForm,
    CirculaireForm,
    IntrekForm,
    LaatForm,
    OverboekForm,
    TerugboekForm,
    VoorstelForm,
)
from subsidies.lijsten.du import TOON, AanmeldingenLijst, TerugkoppelingenLijst, UitkeringenLijst
from subsidies.models import Aanmelding, Decentralisatieuitkering
from subsidies.views.antwoord import answer

LIJST = "decentralisatie-uitkeringen"
# The step of a button, by its verb: where its page is.
ADRESSEN = {
    "du_intrekken": "du-intrekken",
    "du_overboeken": "du-overboeken",
    "du_terugboeken": "du-terugboeken",
    "du_opnemen": "du-opnemen",
    "du_betalen": "du-betalen",
}


def staff_only(user) -> None:
    """A gemeente sees its own DU too, but reads of it on pages of its own."""
    if not may(user, Permission.PROGRAMMA_INZIEN):
        raise Http404


def find(request, nummer: str) -> Decentralisatieuitkering:
    staff_only(request.user)
    return get_object_or_404(Decentralisatieuitkering.objects.visible_to(request.user).for_page(), nummer=nummer)


def find_aanmelding(request, nummer: str) -> Aanmelding:
    staff_only(request.user)
    return get_object_or_404(Aanmelding.objects.visible_to(request.user).for_list(), nummer=nummer)


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    programma = find_programma(request)
    return show_list(
        request,
        UitkeringenLijst,
        template="subsidies/du/lijst.html",
        inleiding="Geld uit het gemeentefonds dat gemeenten vrij mogen besteden, van voorstel tot betaling. In de som "
        "telt niet mee wat is ingetrokken of waarmee een gemeente niet akkoord is.",
        mag_voorstellen=may(request.user, Permission.DU_VOORSTELLEN),
        feiten=feiten_over(programma, "du", weergaven=[Weergave.BEDRAG, Weergave.AANTAL]) if programma else [],
        vragen=programma.open_vragen.about("du").unanswered() if programma else [],
        **pagina.frame(LIJST),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, nummer):
    uitkering = find(request, nummer)
    return pagina.detail(
        request,
        "subsidies/du/detail.html",
        uitkering.titel,
        programma=uitkering.programma,
        onder=["regelingen", LIJST],
        uitkering=uitkering,
        tijdlijn=tijdlijn(uitkering, met_namen=True),
        stappen=[(each, reverse(ADRESSEN[each.verb], args=[nummer])) for each in options(uitkering, request.user)],
        niet=withheld(uitkering, request.user),
        stand=stand(uitkering),
        signaal=signaal(uitkering),
        toon=TOON[uitkering.status],
    )


@audience(Permission.DU_VOORSTELLEN)
def voorstellen(request):
    programma = chosen_programma(request)
    aanmelding = find_aanmelding(request, nummer) if (nummer := request.GET.get("aanmelding")) else None
    return answer(
        request,
        filled(request, VoorstelForm, programma, aanmelding=aanmelding),
        "Decentralisatie-uitkering voorstellen",
        programma=programma,
        kruimelpad=pagina.kruimelpad("Voorstellen", "regelingen", LIJST),
        knop="Voorstellen aan de gemeente",
        inleiding="De gemeente krijgt bericht. Pas na haar akkoord gaat het geld van de begroting.",
        terug=programma.address(reverse(LIJST)),
        aanmelding=aanmelding,
        waarom=WAAROM,
    )


def zet_stap(request, nummer: str, form_class, titel: str, inleiding: str, **context):
    """The page of one step of a DU."""
    uitkering = find(request, nummer)
    return answer(
        request,
        filled(request, form_class, uitkering),
        f"{titel}: {uitkering}",
        programma=uitkering.programma,
        kruimelpad=pagina.kruimelpad(titel, "regelingen", LIJST),
        knop=titel,
        inleiding=inleiding,
        terug=uitkering.get_absolute_url(),
        uitkering=uitkering,
        signaal=signaal(uitkering),
        **context,
    )


@audience(Permission.DU_VOORSTELLEN)
def intrekken(request, nummer):
    return zet_stap(request, nummer, IntrekForm, "Voorstel intrekken", "Er gaat dan geen geld naar de gemeente.")


@audience(Permission.BEGROTING_MUTEREN)
@vers_aangemeld
def overboeken(request, nummer):
    inleiding = "Het bedrag gaat van de begroting af: verplichtingen en kas. Het fonds betaalt de gemeente, niet wij."
    ruimte = nieuwe_stand(find(request, nummer).regel)
    return zet_stap(request, nummer, OverboekForm, "Overboeking aanvragen", inleiding, ruimte=ruimte)


@audience(Permission.BEGROTING_MUTEREN)
@vers_aangemeld
def terugboeken(request, nummer):
    inleiding = "Neemt het fonds het bedrag niet over? Dan komt het terug op de begroting: verplichtingen en kas."
    return zet_stap(request, nummer, TerugboekForm, "Overboeking geweigerd", inleiding)


@audience(Permission.DU_VOORSTELLEN)
def opnemen(request, nummer):
    inleiding = "Neem over wat in de circulaire van het fonds staat."
    return zet_stap(request, nummer, CirculaireForm, "Circulaire vastleggen", inleiding)


@audience(Permission.DU_VOORSTELLEN)
def betalen(request, nummer):
    inleiding = "Neem over wat in de betaalspecificatie van het fonds staat. Zelf betaalt het portaal niets."
    return zet_stap(request, nummer, BetaalForm, "Betaling vastleggen", inleiding)


@audience(Permission.PROGRAMMA_INZIEN)
def aanmeldingen(request):
    inleiding = "Gemeenten die belangstelling hebben voor een decentralisatie-uitkering. Zij vragen geen bedrag."
    naam = "du-aanmeldingen"
    return show_list(
        request, AanmeldingenLijst, template="naslag/lijst.html", inleiding=inleiding, **pagina.frame(naam)
    )


@audience(Permission.PROGRAMMA_INZIEN)
def aanmelding(request, nummer):
    found = find_aanmelding(request, nummer)
    uitkering = Decentralisatieuitkering.objects.visible_to(request.user).filter(aanmelding=found).for_list().first()
    return pagina.detail(
        request,
        "subsidies/du/aanmelding.html",
        f"Aanmelding {found}",
        programma=found.programma,
        onder=["regelingen", LIJST, "du-aanmeldingen"],
        aanmelding=found,
        uitkering=uitkering,
        mag_besluiten=found.is_open and may(request.user, Permission.DU_VOORSTELLEN),
    )


@audience(Permission.DU_VOORSTELLEN)
def aanmelding_laten(request, nummer):
    found = find_aanmelding(request, nummer)
    return answer(
        request,
        filled(request, LaatForm, found),
        f"Aanmelding {found} niet overnemen",
        programma=found.programma,
        kruimelpad=pagina.kruimelpad("Niet overnemen", "regelingen", LIJST, "du-aanmeldingen"),
        knop="Niet overnemen",
        inleiding="Er komt geen voorstel. De gemeente kan zich later opnieuw aanmelden.",
        terug=found.get_absolute_url(),
        aanmelding=found,
    )


@audience(Permission.PROGRAMMA_INZIEN)
def terugkoppelingen(request):
    inleiding = "Wat gemeenten uit eigen beweging vertellen. Dit is vrijwillig: niemand vraagt erom."
    naam = "terugkoppelingen"
    return show_list(
        request, TerugkoppelingenLijst, template="naslag/lijst.html", inleiding=inleiding, **pagina.frame(naam)
    )
