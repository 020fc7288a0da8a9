"""Making a regeling and its versions, and setting one up: per subject a form, and what is missing before it opens."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from actielijnen.views.formulier import form_page
from agenda.access import Permission, audience, may
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled
from subsidies.forms.inrichten import ONDERWERPEN
from subsidies.forms.regeling_maken import OvernemenForm, RegelingForm, VersieForm
from subsidies.forms.rijen import RIJSOORTEN, Rijsoort
from subsidies.models import Regeling, RegelingVersie
from subsidies.regelingen import openstellen, rijen
from subsidies.regelingen.last import last_van
from subsidies.views.versies import find as find_versie

HANDELINGEN = {"omhoog": True, "omlaag": False}


def find_regeling(request, sleutel) -> Regeling:
    visible = Regeling.objects.visible_to(request.user).filter(programma=chosen_programma(request))
    return get_object_or_404(visible.select_related("programma__ministerie"), sleutel=sleutel)


def form_of(request, form, titel: str, *, programma, terug: str, boven: str, knop: str = "Vastleggen"):
    """The page of one form of the editor, or where it leads."""
    return form_page(
        request, "subsidies/formulier.html", form, titel, programma=programma, onder=["regelingen"],
        knop=knop, terug=terug, boven=boven,
    )  # fmt: skip


@audience(Permission.REGELING_BIJHOUDEN)
def nieuw(request):
    programma = chosen_programma(request)
    form = filled(request, RegelingForm, programma, None)
    return form_of(request, form, "Nieuwe regeling", programma=programma, terug="/werk/regelingen/", boven="Regelingen")


@audience(Permission.REGELING_BIJHOUDEN)
def wijzigen(request, sleutel):
    regeling = find_regeling(request, sleutel)
    form = filled(request, RegelingForm, regeling.programma, regeling)
    vast = {"programma": regeling.programma, "terug": regeling.get_absolute_url(), "boven": str(regeling)}
    return form_of(request, form, "Regeling wijzigen", **vast)


@audience(Permission.REGELING_BIJHOUDEN)
def versie_nieuw(request, sleutel):
    regeling = find_regeling(request, sleutel)
    form = filled(request, VersieForm, regeling)
    vast = {"programma": regeling.programma, "terug": regeling.get_absolute_url(), "boven": str(regeling)}
    return form_of(request, form, "Nieuwe versie", **vast, knop="Versie maken")


@audience(Permission.REGELING_BIJHOUDEN)
def overnemen(request, sleutel, volgorde):
    versie = find_versie(request, sleutel, volgorde)
    form = filled(request, OvernemenForm, versie)
    return page_of(request, versie, form, "Neem over van vorig jaar", knop="Overnemen")


def page_of(request, versie: RegelingVersie, form, titel: str, *, terug: str = "", **words):
    terug = terug or versie.adres_inrichten
    vast = {"programma": versie.regeling.programma, "boven": str(versie)}
    return form_of(request, form, titel, terug=terug, **vast, **words)


@audience(Permission.PROGRAMMA_INZIEN)
@require_safe
def inrichten(request, sleutel, volgorde):
    """Everything of a version on one page: what is set, what is missing, and how much it asks of a gemeente."""
    versie = find_versie(request, sleutel, volgorde)
    voorwaarden = [(each, *each.stand(versie), each.adres(versie)) for each in openstellen.VOORWAARDEN]
    return pagina.detail(
        request,
        "subsidies/inrichten/versie.html",
        f"Inrichten: {versie.omschrijving}",
        programma=versie.regeling.programma,
        onder=["regelingen"],
        versie=versie,
        voorwaarden=voorwaarden,
        ontbrekend=sum(not vervuld for _, vervuld, *_ in voorwaarden),
        onderwerpen=[(form.titel, versie.adres("regeling-instelling", naam)) for naam, form in ONDERWERPEN.items()],
        rijsoorten=[(each.titel, versie.adres("regeling-rijen", naam)) for naam, each in RIJSOORTEN.items()],
        last=last_van(versie),
        mag=may(request.user, Permission.REGELING_BIJHOUDEN),
        mag_openstellen=may(request.user, Permission.REGELING_OPENSTELLEN),
    )


@audience(Permission.REGELING_BIJHOUDEN)
def instelling(request, sleutel, volgorde, onderwerp):
    versie = find_versie(request, sleutel, volgorde)
    if onderwerp not in ONDERWERPEN:
        raise Http404(f"‘{onderwerp}’ is geen onderwerp van een versie.")
    return page_of(request, versie, filled(request, ONDERWERPEN[onderwerp], versie), ONDERWERPEN[onderwerp].titel)


def find_soort(soort: str) -> Rijsoort:
    if soort not in RIJSOORTEN:
        raise Http404(f"‘{soort}’ is geen onderdeel van een versie.")
    return RIJSOORTEN[soort]


@audience(Permission.PROGRAMMA_INZIEN)
@require_safe
def lijst(request, sleutel, volgorde, soort):
    versie, wat = find_versie(request, sleutel, volgorde), find_soort(soort)
    return pagina.detail(
        request,
        "subsidies/inrichten/rijen.html",
        wat.titel,
        programma=versie.regeling.programma,
        onder=["regelingen"],
        versie=versie,
        wat=wat,
        soort=soort,
        rijen=wat.form.model.objects.filter(versie=versie),
        nieuw=versie.adres("regeling-rij-nieuw", soort),
        mag=may(request.user, Permission.REGELING_BIJHOUDEN) and versie.is_registratie,
        is_ordered=soort != "stukken",
    )


@audience(Permission.REGELING_BIJHOUDEN)
def rij_nieuw(request, sleutel, volgorde, soort):
    versie, wat = find_versie(request, sleutel, volgorde), find_soort(soort)
    return _rij(request, versie, soort, filled(request, wat.form, versie, None), f"{wat.een} toevoegen")


@audience(Permission.REGELING_BIJHOUDEN)
def rij(request, sleutel, volgorde, soort, pk):
    versie, wat = find_versie(request, sleutel, volgorde), find_soort(soort)
    record = find_rij(versie, wat, pk)
    return _rij(request, versie, soort, filled(request, wat.form, versie, record), f"{wat.een} wijzigen: {record}")


def find_rij(versie: RegelingVersie, wat: Rijsoort, pk: str):
    """The row of this version; another's, and what is no number, is not there."""
    rijen_van = {str(each.pk): each for each in wat.form.model.objects.filter(versie=versie)}
    if pk not in rijen_van:
        raise Http404(f"{wat.een} {pk} is niet van deze versie.")
    return rijen_van[pk]


def _rij(request, versie: RegelingVersie, soort: str, form, titel: str):
    form.terug = versie.adres("regeling-rijen", soort)
    return page_of(request, versie, form, titel, terug=form.terug)


@audience(Permission.REGELING_BIJHOUDEN)
@require_POST
def rij_handeling(request, sleutel, volgorde, soort, pk, handeling):
    versie, wat = find_versie(request, sleutel, volgorde), find_soort(soort)
    record = find_rij(versie, wat, pk)
    if handeling in HANDELINGEN:
        rijen.verplaatsen(record, omhoog=HANDELINGEN[handeling], by=request.user)
    elif handeling == "verwijderen":
        rijen.verwijderen(record, by=request.user)
    else:
        raise Http404(f"‘{handeling}’ kan niet.")
    return redirect(versie.adres("regeling-rijen", soort))
