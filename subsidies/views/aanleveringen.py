"""Pages of a delivered file: begin, see what is wrong per row, take over or withdraw, the refused rows as a file."""

import csv

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from agenda.access import Permission, audience
from agenda.accounts.vers import vers_aangemeld
from agenda.levensloop import options
from agenda.lijsten import adres
from agenda.lijsten.bestand import BOM, escaped
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled
from subsidies.forms.aanleveringen import AanleverForm
from subsidies.models import Aanlevering, Aanleverrij
from subsidies.uitwisselen import stappen
from subsidies.views.versies import find as find_versie

PER_PAGINA = 50
Status, Oordeel = Aanlevering.Status, Aanleverrij.Oordeel
# fmt: off
TOON_STATUS = {Status.NAGEKEKEN: "info", Status.OVERGENOMEN: "succes", Status.INGETROKKEN: "gewoon"}
#                    how its badge looks    what the link to these rows says
VAN_OORDEEL = {
    Oordeel.GOED:        ("succes",         "Goede rijen bekijken"),
    Oordeel.FOUT:        ("fout",           "Foute rijen bekijken"),
    Oordeel.DUBBEL:      ("waarschuwing",   "Rijen die er al staan bekijken"),
    Oordeel.SOM:         ("info",           "Optellingen bekijken"),
    Oordeel.OVERGENOMEN: ("succes",         "Overgenomen rijen bekijken"),
}
# fmt: on
KNOPPEN = {"aanlevering_overnemen": stappen.overnemen, "aanlevering_intrekken": stappen.intrekken}


def find(request, sleutel, pk) -> Aanlevering:
    visible = Aanlevering.objects.visible_to(request.user).for_page()
    programma = chosen_programma(request)
    return get_object_or_404(visible, versie__regeling__programma=programma, versie__regeling__sleutel=sleutel, pk=pk)


@audience(Permission.REGELING_BIJHOUDEN)
def lijst(request, sleutel, volgorde):
    versie = find_versie(request, sleutel, volgorde)
    form = filled(request, AanleverForm, versie)
    if form.is_valid() and (nieuw := form.innemen(by=request.user)):
        return redirect(nieuw)
    eerder = Aanlevering.objects.visible_to(request.user).filter(versie=versie)
    return pagina.detail(
        request,
        "subsidies/aanleveringen.html",
        f"Toekenningen aanleveren bij versie {versie.volgorde}",
        programma=versie.regeling.programma,
        onder=["regelingen"],
        form=form,
        versie=versie,
        aanleveringen=[(each, TOON_STATUS[each.status]) for each in eerder.for_page()[:PER_PAGINA]],
    )


@audience(Permission.REGELING_BIJHOUDEN)
@require_safe
def detail(request, sleutel, pk):
    aanlevering = find(request, sleutel, pk)
    aantallen = aanlevering.aantallen()
    oordeel = next((each for each in aantallen if each == request.GET.get("oordeel")), None)
    rijen = aanlevering.rijen.filter(oordeel=oordeel) if oordeel else aanlevering.rijen.all()
    bladen = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina", 1))
    kolommen = [kop for kop in stappen.KOLOMMEN if any(kop in rij.cellen for rij in bladen)]
    foute_som = aanlevering.rijen.filter(is_som=True, oordeel=Oordeel.FOUT).exists()
    heeft_goede = Oordeel.GOED in aantallen
    kan_niet = set() if heeft_goede and not foute_som else {"aanlevering_overnemen"}
    return pagina.detail(
        request,
        "subsidies/aanlevering.html",
        str(aanlevering),
        programma=aanlevering.versie.regeling.programma,
        onder=["regelingen"],
        aanlevering=aanlevering,
        toon=TOON_STATUS[aanlevering.status],
        kolommen=" | ".join(["Rij", "Oordeel", *kolommen]),
        rijen=[(rij, VAN_OORDEEL[rij.oordeel][0], _cellen(rij, kolommen)) for rij in bladen],
        bladen=bladen,
        aantallen=[_groep(request, each, aantal) for each, aantal in aantallen.items()],
        oordeel=oordeel,
        alle=adres.changed(request.GET, zonder=["oordeel"]),
        afgekeurd=Oordeel.FOUT in aantallen,
        heeft_goede=heeft_goede,
        foute_som=foute_som,
        stappen=[stap for stap in options(aanlevering, request.user) if stap.verb in KNOPPEN.keys() - kan_niet],
    )


def _cellen(rij: Aanleverrij, kolommen: list[str]) -> list[tuple]:
    """The cells of a row, each with its heading and with what is wrong in it."""
    return [(kop, rij.cellen.get(kop, ""), rij.fouten.get(kop)) for kop in kolommen]


def _groep(request, oordeel: Oordeel, aantal: int) -> dict:
    """How many rows have this oordeel, and the way to these rows alone."""
    toon, linktekst = VAN_OORDEEL[oordeel]
    return {
        "label": oordeel.label,
        "aantal": aantal,
        "linktekst": linktekst,
        "adres": adres.changed(request.GET, oordeel=oordeel.value),
        "toon": "aandacht" if toon == "fout" else "gewoon",
    }


@audience(Permission.REGELING_BIJHOUDEN)
@require_POST
@vers_aangemeld
def stap(request, sleutel, pk, verb):
    aanlevering = find(request, sleutel, pk)
    if verb not in KNOPPEN:
        messages.error(request, f"‘{verb}’ kan niet met een aanlevering. Kies een van de knoppen op deze pagina.")
        return redirect(aanlevering)
    KNOPPEN[verb](aanlevering, by=request.user)
    return redirect(aanlevering)


@audience(Permission.REGELING_BIJHOUDEN)
@require_safe
def afgekeurd(request, sleutel, pk):
    """The refused rows with what is wrong, in the shape in which they can be delivered again."""
    aanlevering = find(request, sleutel, pk)
    response = HttpResponse(BOM, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="afgekeurde-toekenningen.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerow(["Rij", *stappen.KOLOMMEN, "Fout"])
    for rij in aanlevering.rijen.filter(oordeel=Oordeel.FOUT):
        wat = " ".join(f"{kop}: {melding}" if kop else melding for kop, melding in rij.fouten.items())
        cellen = (escaped(rij.cellen.get(kop, "")) for kop in stappen.KOLOMMEN)
        writer.writerow([rij.nummer, *cellen, escaped(wat)])
    return response
