"""Pages of an import: begin, see what is wrong per row, confirm or withdraw, and the refused rows as a file."""

import csv

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from actielijnen.forms.uitwisselen import ImportForm
from actielijnen.models import Import, Importrij
from actielijnen.uitwisselen import stappen
from actielijnen.uitwisselen.resources import koppen
from agenda.access import Permission, audience
from agenda.accounts.vers import vers_aangemeld
from agenda.levensloop import options
from agenda.lijsten.bestand import BOM, escaped
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled

PER_PAGINA = 50
KNOPPEN = {"import_bevestigen": stappen.bevestigen, "import_intrekken": stappen.intrekken}


def find(request, pk) -> Import:
    imports = Import.objects.visible_to(request.user).for_page().select_related("taak")
    return get_object_or_404(imports, pk=pk)


@audience(Permission.BEGROTING_MUTEREN)
def imports(request):
    programma = chosen_programma(request)
    form = filled(request, ImportForm)
    if form.is_valid() and (nieuw := form.innemen(programma, by=request.user)):
        return redirect(nieuw)
    return pagina.detail(
        request,
        "actielijnen/imports.html",
        "Importeren",
        programma=programma,
        onder=["begroting"],
        form=form,
        imports=Import.objects.visible_to(request.user).filter(programma=programma).for_page()[:PER_PAGINA],
    )


@audience(Permission.BEGROTING_MUTEREN)
@require_safe
def detail(request, pk):
    imp = find(request, pk)
    oordeel = request.GET.get("oordeel", "")
    rijen = imp.rijen.filter(oordeel=oordeel) if oordeel in Importrij.Oordeel.values else imp.rijen.all()
    bladen = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina", 1))
    aantallen = imp.aantallen()
    kolommen = [kop for kop in koppen(imp.soort) if any(kop in rij.cellen for rij in bladen)]
    response = pagina.detail(
        request,
        "actielijnen/import.html",
        str(imp),
        programma=imp.programma,
        onder=["begroting", "imports"],
        imp=imp,
        kolommen=" | ".join(["Rij", "Oordeel", *kolommen]),
        rijen=[(rij, [(kop, rij.cellen.get(kop, ""), rij.fouten.get(kop)) for kop in kolommen]) for rij in bladen],
        bladen=bladen,
        aantallen=[(Importrij.Oordeel(each), aantal) for each, aantal in aantallen.items()],
        oordeel=oordeel,
        afgekeurd=aantallen.get(Importrij.Oordeel.FOUT, 0),
        stappen=[stap for stap in options(imp, request.user) if stap.verb in KNOPPEN],
    )
    if imp.taak and imp.taak.is_open:
        response["Refresh"] = "3"
    return response


@audience(Permission.BEGROTING_MUTEREN)
@require_POST
@vers_aangemeld
def stap(request, pk, verb):
    imp = find(request, pk)
    if verb not in KNOPPEN:
        messages.error(request, f"‘{verb}’ kan niet met een import. Kies een van de knoppen op deze pagina.")
        return redirect(imp)
    KNOPPEN[verb](imp, by=request.user)
    return redirect(imp)


@audience(Permission.BEGROTING_MUTEREN)
@require_safe
def afgekeurd(request, pk):
    """The refused rows with what is wrong, in the shape in which they can be sent again."""
    imp = find(request, pk)
    kolommen = koppen(imp.soort)
    response = HttpResponse(BOM, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="afgekeurde-{imp.soort}.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerow(["Rij", *kolommen, "Fout"])
    for rij in imp.rijen.filter(oordeel=Importrij.Oordeel.FOUT).iterator():
        wat = " ".join(f"{kop}: {melding}" if kop else melding for kop, melding in rij.fouten.items())
        writer.writerow([rij.nummer, *(escaped(rij.cellen.get(kop, "")) for kop in kolommen), escaped(wat)])
    return response
