"""The page of rights, as the code has them now, and that a beheerder went through all roles."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from agenda import klok
from agenda.access import TOE_TE_KENNEN, Permission, audience, may
from agenda.accounts import beheren
from agenda.beheer import rechten
from agenda.lijsten import adres
from agenda.lijsten.lijst import FORMATEN
from agenda.lijsten.views import export
from agenda.naslag import pagina
from agenda.ui.tabel import Kolom


@audience(Permission.PROGRAMMA_INZIEN)
def tabel(request):
    formaat = request.GET.get(adres.FORMAAT)
    if formaat in FORMATEN:
        return export(request, rechten.Rechtenlijst(), formaat)
    return pagina.overzicht(
        request,
        "beheer/rechten.html",
        "rechten",
        programma=None,
        kolommen=[Kolom("Wat iemand mag"), *(Kolom(rol.label) for rol in TOE_TE_KENNEN)],
        rijen=rechten.rows(),
        accounts=["Aantal accounts", *rechten.accounts_per_role().values()],
        groepen=rechten.groups(),
        scheidingen=rechten.separations(),
        openbaar=rechten.openbaar(),
        vandaag=klok.vandaag(),
        exportlinks=[(naam, f"?{adres.FORMAAT}={formaat}") for formaat, naam in FORMATEN.items()],
        nagelopen=beheren.laatst_nagelopen(),
        is_nagelopen=beheren.is_nagelopen_dit_kwartaal(),
        mag_nalopen=may(request.user, Permission.ACCOUNTS_BEHEREN),
    )


@audience(Permission.ACCOUNTS_BEHEREN)
@require_POST
def nagelopen(request):
    beheren.nalopen(by=request.user)
    messages.success(request, "Vastgelegd: u hebt alle rollen nagelopen.")
    return redirect("rechten")
