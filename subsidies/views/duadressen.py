"""The addresses under /werk/decentralisatie-uitkeringen/."""

from django.urls import path

from subsidies.views import du

urlpatterns = [
    path("", du.lijst, name="decentralisatie-uitkeringen"),
    path("voorstellen/", du.voorstellen, name="du-voorstellen"),
    path("aanmeldingen/", du.aanmeldingen, name="du-aanmeldingen"),
    path("aanmeldingen/<slug:nummer>/", du.aanmelding, name="du-aanmelding"),
    path("aanmeldingen/<slug:nummer>/niet-overnemen/", du.aanmelding_laten, name="du-aanmelding-laten"),
    path("<slug:nummer>/", du.detail, name="du"),
    path("<slug:nummer>/intrekken/", du.intrekken, name="du-intrekken"),
    path("<slug:nummer>/overboeking/", du.overboeken, name="du-overboeken"),
    path("<slug:nummer>/overboeking-geweigerd/", du.terugboeken, name="du-terugboeken"),
    path("<slug:nummer>/circulaire/", du.opnemen, name="du-opnemen"),
    path("<slug:nummer>/betaling/", du.betalen, name="du-betalen"),
]
