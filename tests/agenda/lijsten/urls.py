"""The lists of the tests as pages, beside the addresses of the mechanisms that they need."""

from django.urls import include, path

from agenda.access import PUBLIC, SIGNED_IN, audience
from agenda.lijsten import show_list
from tests.agenda.lijsten.voorbeeld import GemeenteLijst, ProgrammaLijst


@audience(PUBLIC)
def gemeenten(request):
    return show_list(request, GemeenteLijst, inleiding="Alle gemeenten.")


@audience(SIGNED_IN)
def feiten(request):
    return show_list(request, ProgrammaLijst)


@audience(PUBLIC)
def home(request):
    return gemeenten(request)


urlpatterns = [
    path("gemeenten/", gemeenten),
    path("feiten/", feiten),
    path("werk/", include("agenda.taken.urls")),
    path("account/", include("agenda.berichten.urls")),
    path("", include("agenda.accounts.urls")),
    path("", home, name="home"),
]
