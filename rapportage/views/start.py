"""The start pages of who is no staff of the programme, and of the functioneel beheerder."""

from django.shortcuts import render

from agenda.access import Permission, audience
from agenda.models import Gebied, Gebruiker, Programma


@audience(Permission.GEMEENTE_INZIEN)
def gemeente(request):
    gebieden = Gebied.objects.filter(gemeente=request.user.gemeente).select_related("bron")
    return render(
        request,
        "rapportage/gemeente.html",
        {
            "gemeente": request.user.gemeente,
            "gebieden": gebieden if request.user.gemeente else [],
            "collegas": Gebruiker.objects.visible_to(request.user).order_by("naam"),
            "contact": contact(),
        },
    )


@audience(Permission.RAAD_INZIEN)
def raad(request):
    return render(request, "rapportage/raad.html", {"contact": contact()})


@audience(Permission.ACCOUNTS_BEHEREN)
def beheer(request):
    accounts = Gebruiker.objects.visible_to(request.user)
    context = {"aantal": accounts.count(), "geblokkeerd": accounts.filter(is_active=False).count()}
    return render(request, "rapportage/beheer.html", context)


def contact() -> str:
    """The address to ask the ministry something; empty when it is not known."""
    programma = Programma.objects.huidig()
    return programma.contact if programma else ""
