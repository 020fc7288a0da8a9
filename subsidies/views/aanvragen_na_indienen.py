"""Pages of the gemeente about what comes after filling in: supplementing, signing, and what was handed in before."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from actielijnen.views.formulier import carried_out
from agenda import ontvangst
from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.sessies.invoer import filled
from subsidies.aanvragen import aanvullen, ondertekenen
from subsidies.aanvragen.gesprek import gesprek
from subsidies.aanvragen.stand import stand_van
from subsidies.aanvragen.versies import versie as find_versie
from subsidies.forms.aanvraag_gemeente import NietOndertekenForm, OndertekenForm, TekenvraagForm
from subsidies.forms.gesprek import BerichtForm, ContactForm
from subsidies.models import Aanvraag
from subsidies.views.aanvragen_gemeente import bied_aan, find, page


@audience(Permission.AANVRAAG_INDIENEN)
@require_POST
@partial(vers_aangemeld, eerst=bied_aan)
def aanvulling_indienen(request, pk):
    op = ontvangst.ontvangen_op()  # nothing that happens after this makes it late
    aanvraag = aanvullen.indienen(find(request, pk=pk), ontvangen_op=op, by=request.user)
    messages.success(request, f"Uw aanvulling van {aanvraag.kenmerk} is ingediend.")
    return redirect(aanvraag.adres_gemeente)


@audience(Permission.AANVRAAG_INDIENEN)
def handtekening_vragen(request, pk):
    aanvraag = find(request, pk=pk)
    form = filled(request, TekenvraagForm, aanvraag, by=request.user)
    context = {"form": form, "knop": "Vragen om te tekenen", "stand": None, "stap": boven(aanvraag)}
    return carried_out(request, form) or sign_page(request, aanvraag, "Tweede handtekening vragen", **context)


@audience(Permission.AANVRAAG_ONDERTEKENEN)
@vers_aangemeld
def ondertekenen_pagina(request, pk):
    aanvraag = find(request, pk=pk)
    form = filled(request, OndertekenForm, aanvraag, by=request.user)
    context = {"form": form, "knop": "Ondertekenen", "stand": stand_van(aanvraag), "stap": boven(aanvraag)}
    return carried_out(request, form) or sign_page(request, aanvraag, "Aanvraag ondertekenen", **context)


@audience(Permission.AANVRAAG_ONDERTEKENEN)
@vers_aangemeld
def niet_ondertekenen(request, pk):
    aanvraag = find(request, pk=pk)
    form = filled(request, NietOndertekenForm, aanvraag)
    context = {"form": form, "knop": "Niet ondertekenen", "stand": None, "stap": boven(aanvraag)}
    return carried_out(request, form) or sign_page(request, aanvraag, "Aanvraag niet ondertekenen", **context)


@audience(Permission.AANVRAAG_INDIENEN)
def contactgegevens(request, pk):
    aanvraag = find(request, pk=pk)
    form = filled(request, ContactForm, aanvraag, by=request.user)
    context = {"form": form, "knop": "Bewaren", "boven": boven(aanvraag), "terug": aanvraag.adres_gemeente}
    titel, template = "Contactgegevens", "subsidies/formulier.html"
    return carried_out(request, form) or page(request, template, aanvraag, titel, stap=boven(aanvraag), **context)


@audience(Permission.GEMEENTE_INZIEN)
def berichten(request, kenmerk):
    aanvraag = find(request, kenmerk=kenmerk)
    form = filled(request, BerichtForm, aanvraag)
    if done := carried_out(request, form):
        return done
    context = {"regels": gesprek(aanvraag, reader=request.user), "terug": aanvraag.adres_gemeente}
    context |= {"form": form if may(request.user, Permission.AANVRAAG_INDIENEN) else None, "stap": boven(aanvraag)}
    return page(request, "subsidies/aanvragen/berichten.html", aanvraag, f"Berichten over {kenmerk}", **context)


@audience(Permission.GEMEENTE_INZIEN)
@require_GET
def versie(request, kenmerk, nummer):
    aanvraag = find(request, kenmerk=kenmerk)
    return page(
        request,
        "subsidies/aanvragen/versie.html",
        aanvraag,
        f"Versie {nummer} van aanvraag {kenmerk}",
        stap=boven(aanvraag),
        terug=aanvraag.adres_gemeente,
        staf=False,
        **versie_context(aanvraag, nummer),
    )


def versie_context(aanvraag: Aanvraag, nummer: int) -> dict:
    """What the page of one version shows. Raises Http404 when it was not handed in so often."""
    try:
        found, stand, wijzigingen = find_versie(aanvraag, nummer)
    except LookupError as fout:
        raise Http404(str(fout)) from None
    return {"versie": found, "stand": stand, "wijzigingen": wijzigingen}


def sign_page(request, aanvraag: Aanvraag, titel: str, **context):
    """A page about the second signature, with what was last done about it."""
    context |= {"laatste": ondertekenen.laatste(aanvraag), "terug": aanvraag.adres_gemeente}
    return page(request, "subsidies/aanvragen/ondertekenen.html", aanvraag, titel, **context)


def boven(aanvraag: Aanvraag) -> str:
    return f"Aanvraag {aanvraag.kenmerk or aanvraag.regeling}"
