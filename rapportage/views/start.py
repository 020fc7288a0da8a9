"""The start pages of who is no staff of the programme, and of the functioneel beheerder."""

from django.shortcuts import render

from agenda.access import Permission, audience
from agenda.accounts.beheren import is_nagelopen_dit_kwartaal, laatst_nagelopen
from agenda.berichten.mislukt import failed_mails
from agenda.models import Gebied, Gebruiker, Programma, Uitnodiging
from agenda.naslag import pagina


@audience(Permission.GEMEENTE_INZIEN)
def gemeente(request):
    gebieden = Gebied.objects.visible_to(request.user).filter(gemeente=request.user.gemeente).select_related("bron")
    return render(
        request,
        "rapportage/gemeente.html",
        {
            "gemeente": request.user.gemeente,
            "gebieden": gebieden if request.user.gemeente else [],
            "collegas": Gebruiker.objects.visible_to(request.user).order_by("naam"),
            "uitnodigingen": Uitnodiging.objects.visible_to(request.user).unsettled().select_related("door"),
            "contact": contact(),
        },
    )


@audience(Permission.RAAD_INZIEN)
def raad(request):
    return render(request, "rapportage/raad.html", {"contact": contact()})


@audience(Permission.ACCOUNTS_BEHEREN)
def beheer(request):
    accounts = Gebruiker.objects.visible_to(request.user)
    aantal_mislukt, mislukt = failed_mails()
    return pagina.overzicht(
        request,
        "rapportage/beheer.html",
        "beheer",
        programma=None,
        aantal=accounts.count(),
        geblokkeerd=accounts.filter(is_active=False).count(),
        uitnodigingen=Uitnodiging.objects.visible_to(request.user).open().count(),
        aantal_mislukt=aantal_mislukt,
        mislukt=mislukt,
        nagelopen=laatst_nagelopen(),
        is_nagelopen=is_nagelopen_dit_kwartaal(),
    )


def contact() -> str:
    """The address to ask the ministry something; empty when it is not known."""
    programma = Programma.objects.huidig()
    return programma.contact if programma else ""
