"""The addresses under /gemeente/aanvragen/: a concept by its UUID, what was handed in by its kenmerk."""

from django.urls import path

from subsidies.views import aanvraag_invullen
from subsidies.views import aanvragen_gemeente as views
from subsidies.views import aanvragen_na_indienen as na

urlpatterns = [
    path("", views.lijst, name="gemeente-aanvragen"),
    path("beginnen/<int:pk>/", views.beginnen, name="gemeente-aanvraag-beginnen"),
    path("<uuid:pk>/", views.takenlijst, name="gemeente-aanvraag"),
    path("<uuid:pk>/onderdelen/<slug:sleutel>/", aanvraag_invullen.sectie, name="gemeente-aanvraag-sectie"),
    path("<uuid:pk>/bestanden/<uuid:bestand>/", aanvraag_invullen.bestand, name="gemeente-aanvraag-bestand"),
    path("<uuid:pk>/controleren/", views.controleren, name="gemeente-aanvraag-controleren"),
    path("<uuid:pk>/indienen/", views.indienen, name="gemeente-aanvraag-indienen"),
    path("<uuid:pk>/intrekken/", views.intrekken, name="gemeente-aanvraag-intrekken"),
    path("<uuid:pk>/aanvullen/", na.aanvulling_indienen, name="gemeente-aanvraag-aanvullen"),
    path("<uuid:pk>/handtekening-vragen/", na.handtekening_vragen, name="gemeente-aanvraag-handtekening"),
    path("<uuid:pk>/ondertekenen/", na.ondertekenen_pagina, name="gemeente-aanvraag-ondertekenen"),
    path("<uuid:pk>/niet-ondertekenen/", na.niet_ondertekenen, name="gemeente-aanvraag-niet-ondertekenen"),
    path("<uuid:pk>/contact/", na.contactgegevens, name="gemeente-aanvraag-contact"),
    path("<slug:kenmerk>/berichten/", na.berichten, name="gemeente-aanvraag-berichten"),
    path("<slug:kenmerk>/versies/<int:nummer>/", na.versie, name="gemeente-aanvraag-versie"),
    path("<slug:kenmerk>/", views.ontvangen, name="gemeente-aanvraag-ontvangen"),
    path("<slug:kenmerk>/pdf/", views.pdf, name="gemeente-aanvraag-pdf"),
]
