"""The list of the tests as a page, beside the addresses that it needs."""

from django.urls import include, path

from agenda.access import PUBLIC, SIGNED_IN, audience
from agenda.lijsten import show_list
from tests.agenda.lijsten.voorbeeld import GemeenteLijst, ProgrammaLijst


@audience(PUBLIC)
def gemeenten(request):
    return show_list(request, GemeenteLijst, inleiding="Alle gemeenten.")


@audience(SIGNED_IN)
def programma(request):
    return show_list(request, ProgrammaLijst)


urlpatterns = [
    path("gemeenten/", gemeenten, name="gemeenten"),
    path("feiten/", programma, name="feiten"),
    path("werk/", include("agenda.taken.urls")),
    path("", include("agenda.accounts.urls")),
    path("", include("rapportage.urls")),
]
