"""How every page about one interventie finds it, and how every form about it is answered."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from actielijnen.views.formulier import form_page
from agenda.access import Permission, may
from agenda.models import Programma
from agenda.naslag.programma import chosen_programma, current, programmas
from interventies.models import Evaluatie, Interventie


def staff_only(user) -> None:
    """Everybody may see a published interventie, but reads of it in the catalogue and not here."""
    if not may(user, Permission.PROGRAMMA_INZIEN):
        raise Http404


def find(request, sleutel: str) -> Interventie:
    staff_only(request.user)
    return get_object_or_404(Interventie.objects.visible_to(request.user).for_page(), sleutel=sleutel)


def find_evaluatie(request, nummer: str) -> Evaluatie:
    staff_only(request.user)
    return get_object_or_404(Evaluatie.objects.visible_to(request.user).for_page(), nummer=nummer)


def programma_van(request, record) -> Programma:
    """The chosen programma, or the one of today of the same kind: what was made up is never shown as real."""
    chosen = chosen_programma(request)
    if chosen.is_voorbeeld == record.is_voorbeeld:
        return chosen
    return current(programmas(request), is_voorbeeld=record.is_voorbeeld) or chosen


def answer(request, form, titel: str, interventie: Interventie, *, knop: str, inleiding: str, terug=None, **context):
    """Carry out what was sent and go to its result; else the page with the form, beside what it is about."""
    beside = {"evaluatie": None, "interventie": interventie} | context
    return form_page(
        request,
        "interventies/formulier.html",
        form,
        titel,
        programma=programma_van(request, interventie),
        onder=["interventies"],
        knop=knop,
        inleiding=inleiding,
        terug=terug or interventie.get_absolute_url(),
        **beside,
    )
