"""The maxima of a version: per gemeente, taken over from a file, and as a file."""

import csv
from collections import defaultdict
from decimal import Decimal

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, Sum
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from agenda import audit
from agenda.access import Permission, audience, may, require
from agenda.lijsten.bestand import BOM, csv_value
from agenda.naslag import pagina
from agenda.sessies.invoer import filled
from subsidies.forms.maxima import MaximaForm
from subsidies.models import MaximumAanvraag
from subsidies.regelingen import maxima
from subsidies.uitwisselen.maxima import KOPPEN
from subsidies.views.versies import find as find_versie

PER_PAGINA = 50


@audience(Permission.PROGRAMMA_INZIEN)
@require_safe
def lijst(request, sleutel, volgorde):
    versie = find_versie(request, sleutel, volgorde)
    eigen = MaximumAanvraag.objects.visible_to(request.user).filter(versie=versie)
    bladen = Paginator(_per_gemeente(eigen), PER_PAGINA).get_page(request.GET.get("pagina", 1))
    som = maxima.samen(versie)
    return pagina.detail(
        request,
        "subsidies/maxima.html",
        f"Maxima bij versie {volgorde}",
        programma=versie.regeling.programma,
        onder=["regelingen"],
        versie=versie,
        mag=may(request.user, Permission.REGELING_BIJHOUDEN) and versie.is_registratie,
        bladen=bladen,
        gemeenten=_with_rows(bladen, eigen),
        som=som,
        te_veel=maxima.te_veel(versie, som),
    )


@audience(Permission.REGELING_BIJHOUDEN)
def overnemen(request, sleutel, volgorde):
    versie = find_versie(request, sleutel, volgorde)
    form = filled(request, MaximaForm, versie)
    if form.is_valid() and (aantal := form.innemen(by=request.user)):
        messages.success(request, f"Het bestand is overgenomen: er zijn nu {aantal} maxima.")
        return redirect(versie.adres_maxima)
    return pagina.detail(
        request,
        "subsidies/maxima_overnemen.html",
        "Maxima overnemen uit een bestand",
        programma=versie.regeling.programma,
        onder=["regelingen"],
        versie=versie,
        form=form,
    )


@audience(Permission.PROGRAMMA_INZIEN)
@require_safe
def bestand(request, sleutel, volgorde):
    """All maxima of the version, in the shape in which they can be taken over again."""
    require(request.user, Permission.EXPORTEREN)
    versie = find_versie(request, sleutel, volgorde)
    rijen = list(MaximumAanvraag.objects.visible_to(request.user).filter(versie=versie).for_list())
    programma = versie.regeling.programma.code
    audit.record(MaximumAanvraag, "exporteren", by=request.user, lijst=f"Maxima van {versie}", filters="geen",
                 aantal=len(rijen), vorm="CSV", programma=programma)  # fmt: skip
    response = HttpResponse(BOM, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="maxima-{sleutel}-{volgorde}.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerow(KOPPEN)
    for each in rijen:
        gebied = each.gebied.naam if each.gebied else ""
        velden = [each.van_gemeente.code, gebied, each.thema.naam, each.jaar, each.bedrag]
        writer.writerow([csv_value(waarde) for waarde in velden])
    return response


def _per_gemeente(maxima):
    """Each gemeente with how much it can ask together (euro), by name."""
    van = Coalesce("gemeente__naam", "gebied__gemeente__naam")
    return maxima.annotate(van=van).values("van").annotate(samen=Sum("bedrag")).order_by("van")


def _with_rows(bladen, maxima) -> list[tuple[str, Decimal, list[MaximumAanvraag]]]:
    """The gemeenten of one page, each with its rows."""
    namen = [each["van"] for each in bladen]
    own = maxima.filter(Q(gemeente__naam__in=namen) | Q(gebied__gemeente__naam__in=namen)).for_list()
    rows = defaultdict(list)
    for each in own:
        rows[each.van_gemeente.naam].append(each)
    return [(each["van"], each["samen"], rows[each["van"]]) for each in bladen]
