"""Pages of evaluaties for the staff: one evaluatie, its plan, its outcomes and the second reader."""

from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.naslag import pagina
from agenda.sessies.invoer import filled
from interventies import dossier
from interventies.forms.evaluaties import PlanForm, UitkomstForm
from interventies.forms.palet import BevestigForm, RedenForm
from interventies.models import Interventiedocument
from interventies.palet import evalueren
from interventies.palet.geld import kosten
from interventies.views.antwoord import answer, find, find_evaluatie, programma_van


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, nummer):
    evaluatie = find_evaluatie(request, nummer)
    return pagina.detail(
        request,
        "interventies/evaluatie.html",
        f"Evaluatie {evaluatie}",
        programma=programma_van(request, evaluatie.interventie),
        onder=["interventies"],
        evaluatie=evaluatie,
        kosten=kosten(evaluatie),
        uitkomsten=evaluatie.uitkomsten.all(),
        documenten=Interventiedocument.objects.visible_to(request.user).filter(evaluatie=evaluatie).for_list(),
        mag_toevoegen=may(request.user, Permission.INTERVENTIE_BESCHRIJVEN) and evaluatie.status != "vastgesteld",
        mag_publiceren=may(request.user, Permission.INTERVENTIE_PUBLICEREN),
        mogelijk=dossier.stappen(evaluatie, request.user),
        tijdlijn=dossier.tijdlijn(evaluatie),
    )


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def nieuw(request, sleutel):
    interventie = find(request, sleutel)
    inleiding = f"De evaluatie gaat over versie {interventie.laatste.nummer}, en geeft later een uitkomst bij elk doel."
    form, titel = filled(request, PlanForm, interventie), f"Evaluatie plannen: {interventie}"
    return answer(request, form, titel, interventie, knop="Evaluatie plannen", inleiding=inleiding)


def zet_stap(request, nummer: str, form_class, titel: str, inleiding: str, *verb):
    """The page of one step of an evaluatie."""
    evaluatie = find_evaluatie(request, nummer)
    return answer(
        request,
        filled(request, form_class, evaluatie, *verb),
        f"{titel}: {evaluatie}",
        evaluatie.interventie,
        knop=titel,
        inleiding=inleiding,
        terug=evaluatie.get_absolute_url(),
        evaluatie=evaluatie,
    )


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def aanbieden(request, nummer):
    inleiding = "Geef bij elk doel wat het onderzoek vond, ook als dat niets is. Daarna leest een collega mee."
    return zet_stap(request, nummer, UitkomstForm, "Uitkomsten aanbieden", inleiding)


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def vervallen(request, nummer):
    inleiding = "De evaluatie gaat niet door. Het plan en uw reden blijven staan."
    return zet_stap(request, nummer, RedenForm, "Laten vervallen", inleiding, evalueren.vervallen)


@audience(Permission.INTERVENTIE_BEOORDELEN)
@vers_aangemeld
def vaststellen(request, nummer):
    inleiding = (
        "Daarna verandert niemand er meer iets aan. Staat de interventie in de catalogus, dan leest iedereen dit."
    )
    return zet_stap(request, nummer, BevestigForm, "Vaststellen", inleiding, evalueren.vaststellen)


@audience(Permission.INTERVENTIE_BEOORDELEN)
@vers_aangemeld
def teruggeven(request, nummer):
    inleiding = "Wie de uitkomsten aanbood, ziet wat er beter moet en biedt ze opnieuw aan."
    return zet_stap(request, nummer, RedenForm, "Teruggeven", inleiding, evalueren.teruggeven)
