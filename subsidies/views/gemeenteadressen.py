"""The addresses under /gemeente/decentralisatie-uitkeringen/."""

from django.urls import path

from subsidies.views import du_gemeente

urlpatterns = [
    path("", du_gemeente.lijst, name="gemeente-uitkeringen"),
    path("aanmelden/", du_gemeente.aanmelden, name="gemeente-aanmelden"),
    path(
        "aanmeldingen/<slug:nummer>/intrekken/", du_gemeente.aanmelding_intrekken, name="gemeente-aanmelding-intrekken"
    ),
    path("<slug:nummer>/", du_gemeente.detail, name="gemeente-du"),
    path("<slug:nummer>/akkoord/", du_gemeente.akkoord, name="gemeente-du-akkoord"),
    path("<slug:nummer>/niet-akkoord/", du_gemeente.afwijzen, name="gemeente-du-afwijzen"),
]
