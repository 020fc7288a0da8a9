"""Pages of aanvragen for who works at a gemeente: which regelingen are open, filling in, and what was handed in."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from actielijnen.views.formulier import carried_out
from agenda import klok, ontvangst
from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.gemeentelijk import programma_voor
from agenda.levensloop import options
from agenda.naslag.pagina import kruimelpad_gemeente, own_gemeente
from agenda.sessies.invoer import filled
from subsidies.aanvragen import aanvullen, invullen, ondertekenen
from subsidies.aanvragen import indienen as verbs
from subsidies.aanvragen.contact import contact_van, per_soort
from subsidies.aanvragen.gesprek import ongelezen
from subsidies.aanvragen.kopie import kopie
from subsidies.aanvragen.regels import regelingen_voor
from subsidies.aanvragen.stand import stand_van
from subsidies.aanvragen.tijdlijn import tijdlijn
from subsidies.aanvragen.tijdvak import tijdvak, tijdvakken
from subsidies.aanvragen.versies import versies
from subsidies.forms.aanvraag_gemeente import IntrekForm
from subsidies.lijsten.aanvragen import TOON
from subsidies.models import Aanvraag

LIJST = "gemeente-aanvragen"
PER_BLAD = 50


def find(request, **waar) -> Aanvraag:
    return get_object_or_404(Aanvraag.objects.visible_to(request.user).for_page(), **waar)


def page(request, template: str, aanvraag: Aanvraag, titel: str, **context):
    """A page about one aanvraag, below the list and, for a part of it, below its list of sections."""
    kruimelpad = kruimelpad_gemeente(titel, LIJST)
    if "stap" in context:
        kruimelpad["kruimels"].append(("Uw aanvraag", aanvraag.adres_gemeente))
    vast = {"titel": titel, "programma": aanvraag.programma, "kruimelpad": kruimelpad}
    vak = tijdvak(aanvraag.versie)
    verlengd = [(aanvraag.versie, vak)] if vak.storingen and aanvraag.is_concept else []
    return render(request, template, vast | {"aanvraag": aanvraag, "tijdvak": vak, "verlengd": verlengd} | context)


@audience(Permission.GEMEENTE_INZIEN)
@require_GET
def lijst(request):
    gemeente, nu = own_gemeente(request), klok.nu()
    aanvragen = Aanvraag.objects.visible_to(request.user).for_list().order_by("-begonnen_op", "pk")
    bladen = Paginator(aanvragen, PER_BLAD).get_page(request.GET.get("pagina"))
    begonnen = Aanvraag.objects.visible_to(request.user).levend().filter(versie=OuterRef("pk"), gemeente=gemeente)
    regelingen = tijdvakken(regelingen_voor(gemeente).exclude(Exists(begonnen)))
    vakken = tijdvakken(each.versie for each in bladen)
    eigen = [(each, vak) for each, (_, vak) in zip(bladen, vakken, strict=True)]
    lopend = [(each.versie, vak) for each, vak in eigen if each.is_concept]
    kan = [(versie, vak) for versie, vak in regelingen if versie.kan]
    verlengd = [(versie, vak) for versie, vak in [*kan, *lopend] if vak.storingen and nu < vak.sluit]
    return render(
        request,
        "subsidies/aanvragen/lijst.html",
        {
            "titel": "Aanvragen",
            "kruimelpad": kruimelpad_gemeente("Aanvragen"),
            "programma": programma_voor(gemeente),
            "gemeente": gemeente,
            "regelingen": [(each, vak, vak.bevat(nu)) for each, vak in regelingen if nu < vak.sluit],
            "aanvragen": [(each, vak, TOON[each.status]) for each, vak in eigen],
            "verlengd": verlengd,
            "bladen": bladen,
        },
    )


@audience(Permission.AANVRAAG_INDIENEN)
@require_POST
def beginnen(request, pk):
    gemeente = own_gemeente(request)
    versie = get_object_or_404(regelingen_voor(gemeente), pk=pk)
    return redirect(invullen.beginnen(versie, gemeente, by=request.user).adres_gemeente)


@audience(Permission.GEMEENTE_INZIEN)
@require_GET
def takenlijst(request, pk):
    aanvraag = find(request, pk=pk)
    if aanvraag.kenmerk:
        return redirect(aanvraag.adres_gemeente)
    template = "subsidies/aanvragen/takenlijst.html" if aanvraag.is_concept else "subsidies/aanvragen/ontvangen.html"
    return whole(request, aanvraag, template)


@audience(Permission.GEMEENTE_INZIEN)
@require_GET
def ontvangen(request, kenmerk):
    return whole(request, find(request, kenmerk=kenmerk), "subsidies/aanvragen/ontvangen.html")


def whole(request, aanvraag: Aanvraag, template: str):
    """A page about the whole aanvraag, with the steps that can be taken."""
    titel = f"Aanvraag {aanvraag.kenmerk or aanvraag.regeling}"
    stappen = {each.verb for each in options(aanvraag, request.user)}
    context = {"stappen": stappen, "toon": TOON[aanvraag.status]}
    context |= {"stand": stand_van(aanvraag, bij=aanvraag.ingediend_bij)}
    context |= {"tijdlijn": tijdlijn(aanvraag, voor_gemeente=True), "versies": versies(aanvraag)}
    context |= {"contact": (contact := contact_van(aanvraag)), "bereikbaar": per_soort(contact)}
    context |= {"ongelezen": ongelezen(aanvraag, request.user)} | state(aanvraag, request.user)
    return page(request, template, aanvraag, titel, **context)


@audience(Permission.AANVRAAG_INDIENEN)
@require_GET
def controleren(request, pk):
    aanvraag = invulbaar(request, pk)
    stand = stand_van(aanvraag)
    aantal = len(stand.secties) + 1
    hoe_het_staat = state(aanvraag, request.user)
    asked = hoe_het_staat["aanvulling"]
    return page(
        request,
        "subsidies/aanvragen/controleren.html",
        aanvraag,
        "Controleer uw antwoorden",
        stand=stand,
        stap=f"Stap {aantal} van {aantal}",
        ongewijzigd=aanvullen.ongewijzigd(asked) if asked else [],
        contact=contact_van(aanvraag),
        aangeboden_op=verbs.moment_van_aanbieden(aanvraag, klok.nu()),
        **hoe_het_staat,
    )


def bied_aan(request, pk) -> None:
    """Who must sign in again before indienen loses no time by that."""
    aanvraag = find(request, pk=pk)
    if op := verbs.aanbieden(aanvraag, ontvangen_op=ontvangst.ontvangen_op(), by=request.user):
        om, wat = op.astimezone(klok.AMSTERDAM), "aanvulling" if aanvraag.is_aan_te_vullen else "aanvraag"
        tekst = f"Uw {wat} was om {om:%H.%M.%S} uur bij ons. Log in en klik binnen een uur nog eens op ‘{wat.title()} "
        messages.info(request, f"{tekst}indienen’. Dan geldt dat moment. Wijzigt u eerst een antwoord, dan niet meer.")


@audience(Permission.AANVRAAG_INDIENEN)
@require_POST
@partial(vers_aangemeld, eerst=bied_aan)
def indienen(request, pk):
    op = ontvangst.ontvangen_op()  # nothing that happens after this makes it late
    aanvraag = verbs.indienen(find(request, pk=pk), ontvangen_op=op, by=request.user)
    messages.success(request, f"Uw aanvraag is ingediend, met kenmerk {aanvraag.kenmerk}.")
    return redirect(aanvraag.adres_gemeente)


@audience(Permission.AANVRAAG_INDIENEN)
@vers_aangemeld
def intrekken(request, pk):
    aanvraag = find(request, pk=pk)
    form = filled(request, IntrekForm, aanvraag)
    titel = "Aanvraag intrekken"
    kan_opnieuw = klok.nu() < tijdvak(aanvraag.versie).sluit
    context = {"form": form, "stap": f"Aanvraag {aanvraag.kenmerk or aanvraag.regeling}", "kan_opnieuw": kan_opnieuw}
    return carried_out(request, form) or page(request, "subsidies/aanvragen/intrekken.html", aanvraag, titel, **context)


@audience(Permission.GEMEENTE_INZIEN)
@require_GET
def pdf(request, kenmerk):
    aanvraag = find(request, kenmerk=kenmerk)
    answer = HttpResponse(kopie(aanvraag), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="aanvraag-{kenmerk}.pdf"'
    return answer


def invulbaar(request, pk) -> Aanvraag:
    """The aanvraag, in which something can still be filled in. Raises Http404 or NietMogelijk."""
    aanvraag = find(request, pk=pk)
    invullen.check_invulbaar(aanvraag)
    return aanvraag


def state(aanvraag: Aanvraag, user) -> dict:
    """What is asked to supplement, which sections are open for that, and how the second signature stands."""
    if not aanvraag.versie.tweede_handtekening:
        tekenen = {"laatste": None, "getekend": None}
    else:
        laatste = ondertekenen.laatste(aanvraag) if aanvraag.is_invulbaar else None
        getekend = ondertekenen.geldige(aanvraag, None if aanvraag.is_invulbaar else aanvraag.ingediend_bij)
        tekenen = {"laatste": laatste, "getekend": getekend, "mag_tekenen": may_sign(laatste, user)}
    return {
        "aanvulling": aanvullen.open_aanvulling(aanvraag),
        "open_secties": invullen.open_secties(aanvraag) if aanvraag.is_invulbaar else set(),
        **tekenen,
    }


def may_sign(laatste, user) -> bool:
    """Whether `user` can answer what was last asked about the signature."""
    asked = laatste is not None and laatste.is_gevraagd and laatste.door_id != user.pk
    return asked and may(user, Permission.AANVRAAG_ONDERTEKENEN)
