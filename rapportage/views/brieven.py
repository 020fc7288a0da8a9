"""Letters on the screen: every figure a link to where it comes from."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from agenda.access import Permission, audience
from agenda.accounts.vers import vers_aangemeld
from agenda.bestanden.views import serve
from agenda.levensloop import NietMogelijk, options, withheld
from agenda.models import Feit, Taak
from agenda.naslag.programma import chosen_programma
from rapportage.brief import opname, parafen, schrijven
from rapportage.brief.concept import concept
from rapportage.brief.fout import BriefFout
from rapportage.brief.render import als_pagina
from rapportage.models import Brief, Paraaf

# Where the records behind a counted figure can be seen, by how its name begins; the longest beginning first.
RECORDPAGINAS = {
    "begroting": "begroting",
    "du": "decentralisatie-uitkeringen",
    "interventies.waar": "uitvoeringen",
    "interventies": "interventiecijfers",
    "nplv": "focusgebieden",
    "programma": "programma",
    "regeling": "regelingen",
}

VERBS = {"aanbieden": schrijven.aanbieden, "terugnemen": schrijven.terugnemen}


def _brief(request, programma, soort, jaar):
    brieven = Brief.objects.visible_to(request.user).for_list().select_related("opname")
    return get_object_or_404(brieven, programma__code=programma, soort=soort, jaar=jaar)


def _hierboven():
    return [("Overzicht", reverse("werk")), ("Brieven", reverse("brieven"))]


def _gegevens(brief):
    """The snapshot of a letter, or what a snapshot would be now, and the draft it came from."""
    if brief.status != Brief.Status.CONCEPT:
        return brief.opname.inhoud, None
    stuk = concept(brief)
    return opname.draft(stuk), stuk


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    programma = chosen_programma(request)
    return render(
        request,
        "rapportage/brieven.html",
        {
            "programma": programma,
            "kruimelpad": {"kruimels": [("Overzicht", reverse("werk"))], "hier": "Brieven"},
            "brieven": programma.brieven.for_list(),
            "aantal_toezeggingen": programma.toezeggingen.count(),
        },
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, programma, soort, jaar):
    brief = _brief(request, programma, soort, jaar)
    gegevens, stuk = _gegevens(brief)

    def cijfer_url(naam):
        return reverse("brief-cijfer", args=[*brief.adres, naam])

    context = {
        "brief": brief,
        "programma": brief.programma,
        "stuk": stuk,
        **_stappen(brief, request.user),
        "parafen": Paraaf.objects.filter(aanbieding__brief=brief).select_related("gezet_door"),
        "gewijzigd": opname.gewijzigd(stuk, brief.opname) if stuk and brief.opname else [],
        "pagina": als_pagina(gegevens, cijfer_url),
        "taak": _taak(brief, request.user),
        "kruimelpad": {"kruimels": _hierboven(), "hier": str(brief)},
    }
    return render(request, "rapportage/brief.html", context)


def _stappen(brief, user) -> dict:
    """The buttons for `user`; to put a paraaf is one on its own, with the reason when only his own work forbids it."""
    mogelijk = options(brief, user)
    return {
        "stappen": [stap for stap in mogelijk if stap.verb in VERBS],
        "mag_paraferen": any(stap.verb == "paraferen" for stap in mogelijk),
        "geen_paraaf": next((reden for stap, reden in withheld(brief, user) if stap.verb == "paraferen"), ""),
    }


@audience(Permission.PROGRAMMA_INZIEN)
def cijfer(request, programma, soort, jaar, naam):
    brief = _brief(request, programma, soort, jaar)
    gegevens, _ = _gegevens(brief)
    if naam not in gegevens["cijfers"]:
        raise Http404(f"De brief gebruikt geen cijfer ‘{naam}’.")
    cijfer = gegevens["cijfers"][naam]
    context = {
        "brief": brief,
        "programma": brief.programma,
        "cijfer": cijfer,
        "feit": Feit.objects.visible_to(request.user).of(brief.programma).filter(sleutel=naam).first(),
        "records_url": records_url(brief, naam) if cijfer["oorsprong"] == "geteld" else "",
        "peildatum": brief.peildatum,
        "kruimelpad": {
            "kruimels": [*_hierboven(), (str(brief), brief.get_absolute_url())],
            "hier": cijfer["titel"],
        },
    }
    return render(request, "rapportage/cijfer.html", context)


def records_url(brief, naam: str) -> str:
    """Where the records behind the figure `naam` can be seen; empty when no page shows them."""
    pagina = next((pagina for begin, pagina in RECORDPAGINAS.items() if f"{naam}.".startswith(f"{begin}.")), None)
    return brief.programma.address(reverse(pagina)) if pagina else ""


def _taak(brief, user):
    """The task that makes the PDF of what is offered now, for whoever may follow it."""
    if brief.pdf or brief.status == Brief.Status.CONCEPT:
        return None
    aanbieding = next(each for each in brief.aanbiedingen.all() if each.opname_id == brief.opname_id)
    taken = Taak.objects.visible_to(user).filter(soort="brief_pdf", argumenten__aanbieding=aanbieding.pk)
    return taken.order_by("aangemaakt_op").last()


@audience(Permission.PROGRAMMA_INZIEN)
def pdf(request, programma, soort, jaar):
    brief = _brief(request, programma, soort, jaar)
    if brief.pdf is None:
        raise Http404("Van deze brief is nog geen PDF. Bied de brief eerst aan voor parafering.")
    return serve(schrijven.lezen(brief, brief.pdf, by=request.user))


@audience(Permission.PROGRAMMA_INZIEN)
def opname_pdf(request, programma, soort, jaar, sha256):
    """The PDF of any Momentopname that was ever offered, also of one that was taken back."""
    brief = _brief(request, programma, soort, jaar)
    aanbieding = get_object_or_404(brief.aanbiedingen, opname__sha256=sha256, pdf__isnull=False)
    return serve(schrijven.lezen(brief, aanbieding.pdf, by=request.user))


@audience(Permission.BRIEF_AANBIEDEN)
@vers_aangemeld
@require_POST
def stap(request, programma, soort, jaar, verb):
    """Offer the letter or take it back; a refusal is told on the page of the letter."""
    if verb not in VERBS:
        raise Http404(f"Een brief kent geen stap ‘{verb}’.")
    try:
        brief = VERBS[verb](_brief(request, programma, soort, jaar), by=request.user)
        messages.success(request, f"{brief}: {brief.get_status_display().lower()}.")
    except (BriefFout, NietMogelijk) as fout:
        messages.error(request, str(fout))
    return redirect("brief", programma, soort, jaar)


@audience(Permission.BRIEF_PARAFEREN)
@vers_aangemeld
@require_POST
def paraferen(request, programma, soort, jaar, sha256):
    brief = parafen.paraferen(_brief(request, programma, soort, jaar), sha256, by=request.user)
    messages.success(request, f"Uw paraaf staat onder {brief}.")
    return redirect("brief", programma, soort, jaar)
