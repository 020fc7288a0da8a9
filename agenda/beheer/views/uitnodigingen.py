"""Invitations by a beheerder: the list, a new one, and sending it again or withdrawing it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from agenda.access import Permission, Rol, audience, may
from agenda.accounts import uitnodigen
from agenda.accounts.vers import vers_aangemeld
from agenda.beheer.forms import CollegaForm, UitnodigingForm
from agenda.beheer.geschiedenis import geschiedenis
from agenda.beheer.lijsten import UitnodigingenLijst
from agenda.lijsten import show_list
from agenda.models import Uitnodiging
from agenda.naslag import pagina
from agenda.sessies.invoer import filled

VERSTUURD = "De uitnodiging is verstuurd. De link werkt zeven dagen."
# What can be done to an invitation, and what it says afterwards.
STAPPEN = {
    "opnieuw": (uitnodigen.opnieuw_versturen, "De uitnodiging is opnieuw verstuurd. De oude link werkt niet meer."),
    "intrekken": (uitnodigen.intrekken, "De uitnodiging is ingetrokken. De link werkt niet meer."),
}


def find(request, pk) -> Uitnodiging:
    rows = Uitnodiging.objects.visible_to(request.user).select_related("door", "gemeente")
    return get_object_or_404(rows, pk=pk)


@audience(Permission.ACCOUNTS_INZIEN)
def lijst(request):
    return show_list(
        request,
        UitnodigingenLijst,
        template="beheer/uitnodigingen.html",
        inleiding="Wie er is uitgenodigd, en of de uitnodiging al is gebruikt.",
        mag_beheren=may(request.user, Permission.ACCOUNTS_BEHEREN),
        **pagina.frame("uitnodigingen"),
    )


@audience(Permission.ACCOUNTS_BEHEREN)
@vers_aangemeld
def nieuw(request):
    form = filled(request, UitnodigingForm)
    if request.method == "POST" and form.carry_out(uitnodigen.uitnodigen, by=request.user):
        messages.success(request, VERSTUURD)
        return redirect("uitnodigingen")
    return pagina.detail(
        request,
        "beheer/handeling.html",
        "Iemand uitnodigen",
        programma=None,
        onder=["beheer", "uitnodigingen"],
        form=form,
        uitleg="Deze persoon krijgt een mail met een link en kiest zelf een wachtwoord.",
        knop="Uitnodiging versturen",
        terug=reverse("uitnodigingen"),
    )


@audience(Permission.ACCOUNTS_INZIEN)
def detail(request, pk):
    uitnodiging = find(request, pk)
    return pagina.detail(
        request,
        "beheer/uitnodiging.html",
        f"Uitnodiging voor {uitnodiging.naam}",
        programma=None,
        onder=["beheer", "uitnodigingen"],
        uitnodiging=uitnodiging,
        mag_beheren=may(request.user, Permission.ACCOUNTS_BEHEREN),
        geschiedenis=geschiedenis(uitnodiging),
    )


@audience(Permission.ACCOUNTS_BEHEREN)
@vers_aangemeld
@require_POST
def stap(request, pk, naam):
    take_step(request, pk, naam)
    return redirect("uitnodiging", pk)


@audience(Permission.COLLEGA_UITNODIGEN)
def collega(request):
    gemeente = request.user.gemeente
    if gemeente is None:
        return redirect("gemeente-start")
    form = filled(request, CollegaForm)
    wat = {"rollen": [Rol.GEMEENTELIJK_AANVRAGER], "gemeente": gemeente}
    if request.method == "POST" and form.carry_out(uitnodigen.uitnodigen, by=request.user, **wat):
        messages.success(request, VERSTUURD)
        return redirect("gemeente-start")
    return pagina.detail(
        request,
        "beheer/collega.html",
        "Een collega uitnodigen",
        programma=None,
        onder=[],
        form=form,
        gemeente=gemeente,
    )


@audience(Permission.COLLEGA_UITNODIGEN)
@require_POST
def collega_stap(request, pk, naam):
    take_step(request, pk, naam)
    return redirect("gemeente-start")


def take_step(request, pk, naam: str) -> None:
    if naam not in STAPPEN:
        raise Http404(f"De stap ‘{naam}’ bestaat niet.")
    verb, gedaan = STAPPEN[naam]
    verb(find(request, pk), by=request.user)
    messages.success(request, gedaan)
