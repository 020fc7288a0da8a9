"""Pages of the terms that interventies are described with, of the projecten, and of the figures over them all."""

from django.shortcuts import get_object_or_404

from actielijnen.begrotingstabel import dekkingen
from agenda import klok
from agenda.access import Permission, audience
from agenda.cijfers import find
from agenda.naslag import pagina
from agenda.naslag.forms import PeildatumForm
from agenda.naslag.hierover import feiten_over
from agenda.naslag.programma import chosen_programma
from interventies.cijfers import NAMEN
from interventies.models import Project, Term

LIJSTEN = {
    Term.Lijst.BESCHERMENDE_FACTOR: "Beschermende factoren",
    Term.Lijst.NIVEAU: "Niveaus",
    Term.Lijst.FENOMEEN: "Fenomenen",
    Term.Lijst.DOELGROEP: "Doelgroepen",
}


@audience(Permission.PROGRAMMA_INZIEN)
def begrippen(request):
    programma = chosen_programma(request)
    termen = list(Term.objects.visible_to(request.user).for_list())
    return pagina.overzicht(
        request,
        "interventies/begrippen.html",
        "begrippen",
        programma=programma,
        lijsten=[(kop, [term for term in termen if term.lijst == lijst]) for lijst, kop in LIJSTEN.items()],
        projecten=programma.projecten.all(),
        feiten=feiten_over(programma, "interventies"),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def cijfers(request):
    programma = chosen_programma(request)
    form = PeildatumForm({"peildatum": request.GET.get("peildatum", klok.vandaag())})
    gevonden = find(programma, form.cleaned_data["peildatum"], NAMEN) if form.is_valid() else {}
    return pagina.overzicht(
        request,
        "interventies/cijfers.html",
        "interventiecijfers",
        programma=programma,
        form=form,
        cijfers=[gevonden[naam] for naam in NAMEN if naam in gevonden],
    )


@audience(Permission.PROGRAMMA_INZIEN)
def project(request, sleutel):
    projecten = Project.objects.visible_to(request.user).filter(programma=chosen_programma(request))
    project = get_object_or_404(projecten.for_page(), sleutel=sleutel)
    alle = dekkingen(project.programma, klok.vandaag())
    return pagina.detail(
        request,
        "interventies/project.html",
        project.naam,
        programma=project.programma,
        onder=["interventies", "begrippen"],
        project=project,
        dekking=next(dekking for dekking in alle if dekking.bron.pk == project.dekkingsbron_id),
        feiten=feiten_over(project.programma, project.sleutel),
        vragen=project.programma.open_vragen.about(project.sleutel).unanswered(),
    )
