"""The addresses of subsidies, one module of addresses per subject."""

from django.urls import include, path

import subsidies.betaald  # noqa: F401  tells the page of an interventie what pays for it
from subsidies.views import aanvragen, bekostiging, du, du_gemeente, storingen

urlpatterns = [
    path("werk/regelingen/", include("subsidies.views.regelingadressen")),
    path("werk/decentralisatie-uitkeringen/", include("subsidies.views.duadressen")),
    path("werk/aanvragen/", aanvragen.lijst, name="aanvragen"),
    path("werk/aanvragen/<slug:kenmerk>/", aanvragen.detail, name="aanvraag"),
    path("werk/storingen/", storingen.lijst, name="storingen"),
    path("werk/storingen/nieuw/", storingen.nieuw, name="storing-nieuw"),
    path("werk/storingen/<uuid:pk>/intrekken/", storingen.intrekken, name="storing-intrekken"),
    path("gemeente/storingen/", storingen.voor_gemeente, name="gemeente-storingen"),
    path("werk/aanvragen/<slug:kenmerk>/bestanden/<uuid:bestand>/", aanvragen.bestand, name="aanvraag-bestand"),
    path("werk/aanvragen/<slug:kenmerk>/versies/<int:nummer>/", aanvragen.versie, name="aanvraag-versie"),
    path("werk/aanvragen/<slug:kenmerk>/aanvulling/", aanvragen.vraag_aanvulling, name="aanvraag-aanvulling"),
    path("werk/aanvragen/<slug:kenmerk>/berichten/", aanvragen.berichten, name="aanvraag-berichten"),
    path("werk/aanvragen/<slug:kenmerk>/notitie/", aanvragen.notitie, name="aanvraag-notitie"),
    path("werk/aanvragen/<slug:kenmerk>/compleet/", aanvragen.compleet, name="aanvraag-compleet"),
    path("gemeente/aanvragen/", include("subsidies.views.aanvraagadressen")),
    path("werk/uitvoeringen/<slug:nummer>/geld/", bekostiging.nieuw, name="uitvoering-geld"),
    path("werk/terugkoppelingen/", du.terugkoppelingen, name="terugkoppelingen"),
    path("gemeente/decentralisatie-uitkeringen/", include("subsidies.views.gemeenteadressen")),
    path("gemeente/vertellen/", du_gemeente.terugkoppeling, name="gemeente-terugkoppeling"),
]
