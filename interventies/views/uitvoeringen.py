"""Pages of uitvoeringen for the staff: where an interventie runs, how many it reaches, and when it ends."""

from django.shortcuts import get_object_or_404

from agenda.access import Permission, audience, may
from agenda.levensloop import options
from agenda.lijsten import show_list
from agenda.naslag import pagina
from agenda.sessies.invoer import filled
from interventies import dossier
from interventies.forms.palet import RedenForm
from interventies.forms.uitvoeringen import BereikForm, EindeForm, InzetForm
from interventies.lijsten.kaders import TOON as KADERTOON
from interventies.lijsten.uitvoeringen import TOON, UitvoeringenLijst
from interventies.models import Praktijkkader, Uitvoering
from interventies.palet import uitvoeren
from interventies.views.antwoord import answer, find, programma_van, staff_only


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    inleiding = "Waar interventies lopen of liepen, door wie, en hoeveel mensen zij bereiken."
    return show_list(
        request,
        UitvoeringenLijst,
        template="interventies/lijst.html",
        inleiding=inleiding,
        mag_beschrijven=False,
        **pagina.frame("uitvoeringen"),
    )


def find_uitvoering(request, nummer: str) -> Uitvoering:
    staff_only(request.user)
    return get_object_or_404(Uitvoering.objects.visible_to(request.user).for_list(), nummer=nummer)


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, nummer):
    uitvoering = find_uitvoering(request, nummer)
    return pagina.detail(
        request,
        "interventies/uitvoering.html",
        f"Uitvoering {uitvoering}",
        programma=programma_van(request, uitvoering.interventie),
        onder=["interventies", "uitvoeringen"],
        uitvoering=uitvoering,
        tellingen=uitvoering.bereik.select_related("door"),
        toon=TOON[uitvoering.stand],
        mag_vastleggen=not uitvoering.vervallen_op and may(request.user, Permission.INTERVENTIE_BESCHRIJVEN),
        kaders=[
            (each, KADERTOON[each.status], any(stap.verb == "kader_vervallen" for stap in options(each, request.user)))
            for each in Praktijkkader.objects.visible_to(request.user).for_list().filter(uitvoering=uitvoering)
        ],
        tijdlijn=dossier.tijdlijn(uitvoering),
    )


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def nieuw(request, sleutel):
    interventie = find(request, sleutel)
    inleiding = "Staat de interventie in de catalogus, dan ziet iedereen waar zij loopt en wat zij bereikt."
    form, titel = filled(request, InzetForm, interventie), f"Uitvoering vastleggen: {interventie}"
    return answer(request, form, titel, interventie, knop="Uitvoering vastleggen", inleiding=inleiding)


def zet_stap(request, nummer: str, form_class, titel: str, inleiding: str, *verb):
    """The page of a form about one uitvoering."""
    uitvoering = find_uitvoering(request, nummer)
    return answer(
        request,
        filled(request, form_class, uitvoering, *verb),
        f"{titel}: {uitvoering}",
        uitvoering.interventie,
        knop=titel,
        inleiding=inleiding,
        terug=uitvoering.get_absolute_url(),
    )


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def bereik(request, nummer):
    inleiding = "Een nieuwe telling komt naast de eerdere. De laatste telt."
    return zet_stap(request, nummer, BereikForm, "Bereik vastleggen", inleiding)


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def einde(request, nummer):
    inleiding = "Eerder klaar, of langer door? Uw reden blijft bij de uitvoering staan."
    return zet_stap(request, nummer, EindeForm, "Einde wijzigen", inleiding)


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def vervallen(request, nummer):
    inleiding = (
        "Verkeerd ingevoerd? Wij bewaren de uitvoering met uw reden, en tellen haar nergens meer mee, ook niet bij wie "
        "betaalt. Klopt alleen niet wie betaalt? Laat haar dan ook vervallen, en leg haar opnieuw vast."
    )
    return zet_stap(request, nummer, RedenForm, "Laten vervallen", inleiding, uitvoeren.vervallen)
