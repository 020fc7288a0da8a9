"""Addresses of background tasks and of the files that they make."""

from django.urls import path

from agenda.bestanden.views import bestand
from agenda.taken.views import annuleren, taak

urlpatterns = [
    path("taken/<uuid:pk>/", taak, name="taak"),
    path("taken/<uuid:pk>/annuleren/", annuleren, name="taak_annuleren"),
    path("bestanden/<uuid:pk>/", bestand, name="bestand"),
]
