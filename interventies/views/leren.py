"""Pages of leerkringen for the staff: all of them, one with its meetings, and what a meeting yielded."""

from django.shortcuts import get_object_or_404
from django.urls import reverse

from actielijnen.views.formulier import form_page
from agenda.access import Permission, audience, may
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled
from interventies import dossier
from interventies.forms.leren import BijeenkomstForm, LeerkringForm, OpbrengstForm
from interventies.models import Leerkring
from interventies.views.antwoord import programma_van


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    programma = chosen_programma(request)
    leerkringen = Leerkring.objects.visible_to(request.user).filter(is_voorbeeld=programma.is_voorbeeld)
    return pagina.overzicht(
        request,
        "interventies/leerkringen.html",
        "leerkringen",
        programma=programma,
        leerkringen=leerkringen.prefetch_related("bijeenkomsten"),
        mag_beschrijven=may(request.user, Permission.INTERVENTIE_BESCHRIJVEN),
    )


def find_leerkring(request, nummer: str) -> Leerkring:
    leerkringen = Leerkring.objects.visible_to(request.user).select_related("begonnen_door")
    return get_object_or_404(leerkringen.prefetch_related("bijeenkomsten"), nummer=nummer)


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, nummer):
    leerkring = find_leerkring(request, nummer)
    return pagina.detail(
        request,
        "interventies/leerkring.html",
        str(leerkring),
        programma=programma_van(request, leerkring),
        onder=["interventies", "leerkringen"],
        leerkring=leerkring,
        interventies=leerkring.interventies.for_page(),
        mag_beschrijven=may(request.user, Permission.INTERVENTIE_BESCHRIJVEN),
        tijdlijn=dossier.tijdlijn(leerkring),
    )


def fill_in(request, form, titel: str, programma, *, knop: str, inleiding: str, terug: str):
    """The page of a form about a leerkring, or what came of it."""
    words = {"knop": knop, "inleiding": inleiding, "terug": terug}
    onder = ["interventies", "leerkringen"]
    return form_page(request, "interventies/leren.html", form, titel, programma=programma, onder=onder, **words)


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def nieuw(request):
    programma = chosen_programma(request)
    terug, titel = programma.address(reverse("leerkringen")), "Leerkring beginnen"
    inleiding = "Organisaties die van elkaar willen leren, rond één vraag."
    form = filled(request, LeerkringForm, programma)
    return fill_in(request, form, titel, programma, knop="Leerkring beginnen", inleiding=inleiding, terug=terug)


def about(request, leerkring, form_class, onderwerp, titel: str, inleiding: str):
    """The page of a form about `leerkring` or one of its meetings."""
    form, terug = filled(request, form_class, onderwerp), leerkring.get_absolute_url()
    programma = programma_van(request, leerkring)
    return fill_in(
        request, form, f"{titel}: {onderwerp}", programma, knop="Vastleggen", inleiding=inleiding, terug=terug
    )


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def bijeenkomst(request, nummer):
    leerkring = find_leerkring(request, nummer)
    inleiding = "De opbrengst legt u vast als de bijeenkomst is geweest."
    return about(request, leerkring, BijeenkomstForm, leerkring, "Bijeenkomst", inleiding)


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def opbrengst(request, nummer, volgnummer):
    leerkring = find_leerkring(request, nummer)
    found = get_object_or_404(leerkring.bijeenkomsten, nummer=volgnummer)
    inleiding = "Wie er was en wat het opleverde. U kunt dit later aanvullen."
    return about(request, leerkring, OpbrengstForm, found, "Opbrengst", inleiding)
