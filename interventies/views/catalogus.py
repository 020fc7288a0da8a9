"""The public catalogue: what was published, for everybody, whoever is signed in."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agenda.access import PUBLIC, audience
from agenda.lijsten.adres import changed, without_value
from agenda.models import Programma
from interventies.catalogus import vergelijken, vinden
from interventies.catalogus.vraag import BEWIJS, NIET_BEOORDEELD, Vraag
from interventies.models import Publicatie

PER_PAGINA = 12
VERGELIJK = "vergelijk"  # in the address: the key of each interventie to compare
LADDER = [vinden.Bewijs(None if waarde == NIET_BEOORDEELD else waarde) for waarde in BEWIJS]


@dataclass(frozen=True)
class Kaart:
    """One interventie in the list; `vergelijk` is the address that adds it to the comparison, "" if that is full."""

    publicatie: Publicatie
    bewijs: vinden.Bewijs
    is_gekozen: bool
    vergelijk: str


def programmas() -> dict[bool, Programma]:
    """The programma whose interventies are real, and the one whose were made up, if it is there."""
    found = Programma.objects.filter(opvolger=None).order_by("pk")
    return {programma.is_voorbeeld: programma for programma in found}


@require_safe
@audience(PUBLIC)
def catalogus(request):
    per_soort = programmas()
    programma = asked(request.GET.get("programma", ""), per_soort)
    vraag = Vraag.from_address(request.GET, is_voorbeeld=programma is not None and programma.is_voorbeeld)
    records = vinden.gevonden(vraag, request.user)
    bladen = Paginator(vinden.voor_kaarten(records, vraag), PER_PAGINA)
    naast = naast_elkaar(request, is_voorbeeld=vraag.is_voorbeeld)
    return render(
        request,
        "interventies/catalogus/lijst.html",
        {
            "programma": programma,
            "voorbeeld": None if programma and programma.is_voorbeeld else per_soort.get(True),
            "vraag": vraag,
            "facetten": vinden.facetten(vraag, records, request.user),
            "pagina": (pagina := bladen.get_page(request.GET.get("pagina"))),
            "aantal": bladen.count,
            "kaarten": [kaart(each, naast, request.GET) for each in pagina],
            "naast": [
                (each.versie.naam, without_value(request.GET, VERGELIJK, sleutel)) for sleutel, each in naast.items()
            ],
            "sleutels": list(naast),
            "adres": request.GET.urlencode(),
            "rss": programma.address(reverse("catalogus-rss")) if vraag.is_voorbeeld else reverse("catalogus-rss"),
            "chips": chips(vraag, request.GET),
            "alles": changed(request.GET, zonder=[*vraag.gekozen, "zoek"]),
            "bedoeld": (bedoeld := "" if bladen.count else vinden.misschien_bedoeld(vraag, request.user)),
            "bedoeld_adres": changed(request.GET, zoek=bedoeld),
            "ladder": LADDER,
        },
    )


def naast_elkaar(request, *, is_voorbeeld: bool) -> dict[str, Publicatie]:
    """What the address wants to compare, by key, in its order; what is not public is left out."""
    if not (sleutels := vergelijken.keuze(request.GET.getlist(VERGELIJK))):
        return {}
    found = vergelijken.gekozen(sleutels, request.user, is_voorbeeld=is_voorbeeld)
    per_sleutel = {each.interventie.sleutel: each for each in found.defer("zoekvector")}
    return {sleutel: per_sleutel[sleutel] for sleutel in sleutels if sleutel in per_sleutel}


def kaart(publicatie: Publicatie, naast: dict[str, Publicatie], adres) -> Kaart:
    sleutel = publicatie.interventie.sleutel
    erbij = adres.copy()
    erbij.setlist(VERGELIJK, [*naast, sleutel])
    ruimte = len(naast) < vergelijken.HOOGSTENS
    return Kaart(
        publicatie, vinden.Bewijs(publicatie.bewijs), sleutel in naast, f"?{erbij.urlencode()}" if ruimte else ""
    )


def asked(code: str, per_soort: dict[bool, Programma]) -> Programma | None:
    """The programma that the address names, else the real one. Raises Http404."""
    if not code:
        return per_soort.get(False)
    if found := next((each for each in per_soort.values() if each.code == code), None):
        return found
    raise Http404(f"Het programma ‘{code}’ bestaat niet.")


def chips(vraag: Vraag, adres) -> list[tuple[str, str]]:
    """What was asked, each with the address without it."""
    zoek = [(f"Zoekwoord: {vraag.woorden}", changed(adres, zonder=["zoek"]))] if vraag.woorden else []
    return zoek + [
        (f"{kop}: {woorden}", without_value(adres, naam, waarde)) for kop, woorden, naam, waarde in vraag.keuzes()
    ]
