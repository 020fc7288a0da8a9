"""Pages of the money that flows to gemeenten: all of them, one of them, and for who works there his own."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from agenda.access import Permission, audience, may
from agenda.gemeentelijk import programma_voor
from agenda.lijsten import adres
from agenda.lijsten.lijst import FORMATEN
from agenda.lijsten.views import export
from agenda.models import Gebied, Gemeente
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma, elsewhere
from agenda.naslag.views.gemeenten import kaart
from agenda.ui.landkaart import Punt, landkaart
from rapportage.forms.geldstromen import GeldstromenForm
from rapportage.geldstromen.beeld import Geldstromenbestand, per_gemeente, sommen
from rapportage.geldstromen.stromen import stromen, stromen_van
from subsidies.du.regels import programma_van


def chips(request, form) -> list[tuple[str, str]]:
    """What is chosen, each with the address without it."""
    return [
        (f"{form[naam].label}: {waarde}", adres.changed(request.GET, zonder=[naam]))
        for naam, waarde in form.gekozen.items()
    ]


def exportlinks(request, rijen) -> list[tuple[str, str]]:
    if not rijen or not may(request.user, Permission.EXPORTEREN):
        return []
    hier = adres.changed(request.GET, zonder=[adres.FORMAAT])
    teken = "&" if "=" in hier else "?"
    return [(naam, f"{hier.rstrip('?')}{teken}{adres.FORMAAT}={formaat}") for formaat, naam in FORMATEN.items()]


def as_file(request, programma, rijen, filters: str, voor_logboek: str):
    formaat = request.GET[adres.FORMAAT]
    if formaat not in FORMATEN:
        raise Http404(f"Een bestand ‘{formaat}’ kan niet. Wel: {', '.join(FORMATEN)}.")
    return export(request, Geldstromenbestand(programma, rijen, filters, voor_logboek), formaat)


@audience(Permission.PROGRAMMA_INZIEN)
def overzicht(request):
    programma = chosen_programma(request)
    form = GeldstromenForm(stromen(programma, request.user), request.GET)
    rijen, gekozen = form.gefilterd(), chips(request, form)
    if adres.FORMAAT in request.GET:
        filters = "; ".join(tekst for tekst, _ in gekozen) or "geen"
        return as_file(request, programma, rijen, filters, "; ".join(form.gekozen_voor_logboek) or "geen")
    gebieden = Gebied.objects.visible_to(request.user).filter(gemeente__is_voorbeeld=False).for_list()
    return pagina.overzicht(
        request,
        "rapportage/geldstromen.html",
        "geldstromen",
        programma=programma,
        form=form,
        chips=gekozen,
        rijen=rijen,
        is_leeg=not form.rijen,
        gemeenten=per_gemeente(rijen),
        sommen=sommen(rijen),
        exportlinks=exportlinks(request, rijen),
        kaart=None if programma.is_voorbeeld else kaart(list(gebieden)),
        vragen=programma.open_vragen.about("spuk", "du").unanswered(),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def gemeente(request, code):
    programma = chosen_programma(request)
    gemeente = get_object_or_404(Gemeente.objects.visible_to(request.user), code=code)
    if own := elsewhere(request, programma, gemeente):
        return redirect(own)
    rijen = [each for each in stromen(programma, request.user) if gemeente in (each.gemeente, each.toen)]
    if adres.FORMAAT in request.GET:
        return as_file(request, programma, rijen, f"Gemeente: {gemeente}", f"Gemeente: {gemeente}")
    return pagina.detail(
        request,
        "rapportage/geldstroom_gemeente.html",
        f"Geld naar {gemeente}",
        programma=programma,
        onder=["gemeenten", "geldstromen"],
        gemeente=gemeente,
        boven=gemeente.code,
        rijen=rijen,
        sommen=sommen(rijen),
        exportlinks=exportlinks(request, rijen),
        kaart=kaart_van(request, gemeente),
        is_eigen=False,
    )


def kaart_van(request, gemeente):
    """Where the focusgebieden of `gemeente` lie; None without any, or for a gemeente that does not exist."""
    gebieden = Gebied.objects.visible_to(request.user).filter(gemeente=gemeente, gemeente__is_voorbeeld=False)
    punten = [Punt(each.nummer, each.naam, gemeente.code, each.rd_x, each.rd_y) for each in gebieden]
    return landkaart(f"Kaart van Nederland met de focusgebieden van {gemeente}", punten) if punten else None


@audience(Permission.GEMEENTE_INZIEN)
def eigen(request):
    """What who works at a gemeente sees: of its own gemeente, and of what went up in it."""
    eigen = request.user.gemeente
    rijen = stromen_van(eigen, request.user) if eigen else []
    if rijen and adres.FORMAAT in request.GET:
        return as_file(request, programma_van(eigen), rijen, f"Gemeente: {eigen}", f"Gemeente: {eigen}")
    titel = "Geld voor uw gemeente"
    context = {"titel": titel, "kruimelpad": pagina.kruimelpad_gemeente(titel), "is_eigen": True}
    context |= {"gemeente": eigen, "boven": eigen.naam if eigen else "", "rijen": rijen, "sommen": sommen(rijen)}
    context |= {"exportlinks": exportlinks(request, rijen), "kaart": kaart_van(request, eigen) if eigen else None}
    context["programma"] = programma_voor(eigen) if eigen else None
    return render(request, "rapportage/geldstroom_gemeente.html", context)
