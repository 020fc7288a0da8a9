"""The library for the staff: the research there is, who cites it, and adding to it."""

from django.db.models import Prefetch
from django.urls import reverse

from agenda.access import Permission, audience, may
from agenda.models import Bron
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled
from interventies.forms.onderzoek import AanhaalForm, OnderzoekForm
from interventies.models import Bronvermelding
from interventies.views.antwoord import answer, find
from interventies.views.leren import fill_in


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    programma = chosen_programma(request)
    soort = Bron.Soort.VOORBEELD if programma.is_voorbeeld else Bron.Soort.ONDERZOEK
    vermeldingen = Bronvermelding.objects.visible_to(request.user).select_related("interventie__laatste")
    bronnen = Bron.objects.visible_to(request.user).filter(soort=soort).order_by("titel")
    return pagina.overzicht(
        request,
        "interventies/onderzoek.html",
        "onderzoek",
        programma=programma,
        bronnen=bronnen.prefetch_related(Prefetch("bronvermeldingen", vermeldingen)),
        mag_beschrijven=may(request.user, Permission.INTERVENTIE_BESCHRIJVEN),
    )


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def nieuw(request):
    programma = chosen_programma(request)
    titel, inleiding = "Onderzoek toevoegen", "Eén keer in de bibliotheek; daarna kan iedereen het aanhalen."
    form, terug = filled(request, OnderzoekForm, programma), programma.address(reverse("onderzoek"))
    return fill_in(request, form, titel, programma, knop="Toevoegen", inleiding=inleiding, terug=terug)


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def aanhalen(request, sleutel):
    interventie = find(request, sleutel)
    inleiding = (
        "Waarop rust de interventie, of wat is er over haar onderzocht? Staat zij in de catalogus, dan ziet iedereen "
        "een bron met een webadres of een dag waarop zij verscheen. Wat u erover schrijft, blijft onder medewerkers."
    )
    form, titel = filled(request, AanhaalForm, interventie), f"Bron aanhalen: {interventie}"
    return answer(request, form, titel, interventie, knop="Bron aanhalen", inleiding=inleiding)
