"""The start pages of who is no staff of the programme, and of the functioneel beheerder, where an auditor looks too."""

from django.shortcuts import render

from agenda.access import Permission, audience, may
from agenda.accounts.beheren import is_nagelopen_dit_kwartaal, laatst_nagelopen
from agenda.berichten.mislukt import failed_mails
from agenda.gemeentelijk import programma_voor
from agenda.models import Gebied, Gebruiker, Programma, Uitnodiging
from agenda.naslag import pagina
from interventies.models import Praktijkkader
from subsidies.aanvragen.plichten import AAN_ZET, plichten
from subsidies.aanvragen.regels import open_nu
from subsidies.lijsten.aanvragen import TOON
from subsidies.models import Aanvraag, Decentralisatieuitkering

EIGEN_AANVRAGEN = 10  # so many on the start page; all of them are a click away


@audience(Permission.GEMEENTE_INZIEN)
def gemeente(request):
    regelingen = open_nu(request.user.gemeente) if request.user.gemeente else []
    eigen = Aanvraag.objects.visible_to(request.user)
    begonnen = set(eigen.levend().filter(gemeente=request.user.gemeente).values_list("versie", flat=True))
    aanvragen = eigen.for_list()[:EIGEN_AANVRAGEN]
    gebieden = Gebied.objects.visible_to(request.user).filter(gemeente=request.user.gemeente).select_related("bron")
    return render(
        request,
        "rapportage/gemeente.html",
        {
            "gemeente": request.user.gemeente,
            "programma": programma_voor(request.user.gemeente) if request.user.gemeente else None,
            "gebieden": gebieden if request.user.gemeente else [],
            "kaders": Praktijkkader.objects.visible_to(request.user).for_list().gevraagd(),
            "regelingen": [(versie, vak) for versie, vak in regelingen if versie.pk not in begonnen],
            "is_open": bool(regelingen),
            "plichten": plichten(request.user, regelingen),
            "aanvragen": [(each, AAN_ZET[each.status], TOON[each.status]) for each in aanvragen],
            "wachtend": Decentralisatieuitkering.objects.visible_to(request.user).wachtend(),
            "collegas": Gebruiker.objects.visible_to(request.user).order_by("naam"),
            "uitnodigingen": Uitnodiging.objects.visible_to(request.user).unsettled().select_related("door"),
            "contact": contact(),
        },
    )


@audience(Permission.RAAD_INZIEN)
def raad(request):
    return render(request, "rapportage/raad.html", {"contact": contact()})


@audience(Permission.ACCOUNTS_INZIEN)
def beheer(request):
    accounts = Gebruiker.objects.visible_to(request.user)
    aantal_mislukt, mislukt = failed_mails()
    return pagina.overzicht(
        request,
        "rapportage/beheer.html",
        "beheer",
        programma=None,
        mag_beheren=may(request.user, Permission.ACCOUNTS_BEHEREN),
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
