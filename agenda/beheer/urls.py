"""The addresses of accounts, invitations and rights."""

from django.urls import path

from agenda.beheer.site import naslag
from agenda.beheer.views import aannemen, accounts, herindeling, rechten, uitnodigingen

urlpatterns = [
    path("beheer/", naslag.urls),
    path("werk/accounts/", accounts.lijst, name="accounts"),
    path("werk/accounts/herindeling/", herindeling.overzicht, name="herindeling"),
    path("werk/accounts/herindeling/<slug:code>/", herindeling.overzetten, name="herindeling-overzetten"),
    path("werk/accounts/<int:pk>/", accounts.detail, name="account-beheren"),
    path("werk/accounts/<int:pk>/<slug:naam>/", accounts.handeling, name="account-handeling"),
    path("werk/uitnodigingen/", uitnodigingen.lijst, name="uitnodigingen"),
    path("werk/uitnodigingen/nieuw/", uitnodigingen.nieuw, name="uitnodiging-nieuw"),
    path("werk/uitnodigingen/<uuid:pk>/", uitnodigingen.detail, name="uitnodiging"),
    path("werk/uitnodigingen/<uuid:pk>/<slug:naam>/", uitnodigingen.stap, name="uitnodiging-stap"),
    path("werk/rechten/", rechten.tabel, name="rechten"),
    path("werk/rechten/nagelopen/", rechten.nagelopen, name="rechten-nagelopen"),
    path("gemeente/uitnodigen/", uitnodigingen.collega, name="collega-uitnodigen"),
    path("gemeente/uitnodigingen/<uuid:pk>/<slug:naam>/", uitnodigingen.collega_stap, name="collega-stap"),
    path("account/uitnodiging/<str:token>/", aannemen.aannemen, name="uitnodiging-aannemen"),
]
