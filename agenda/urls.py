"""All addresses of the portal; the other apps are reached by name only."""

from django.urls import include, path

handler400 = "agenda.ui.views.bad_request"
handler500 = "agenda.ui.views.server_error"

urlpatterns = [
    path("", include("agenda.accounts.urls")),
    path("", include("agenda.inzage.urls")),
    path("", include("agenda.beheer.urls")),
    path("", include("agenda.opruimen.urls")),
    path("", include("agenda.logboek.urls")),
    path("stijlgids/", include("agenda.ui.urls")),
    path("werk/", include("agenda.taken.urls")),
    path("account/", include("agenda.berichten.urls")),
    path("", include("agenda.naslag.urls")),
    path("", include("actielijnen.urls")),
    path("", include("interventies.urls")),
    path("", include("subsidies.urls")),
    path("", include("rapportage.urls")),
]
