"""The addresses under /werk/begroting/ where the begroting is read."""

from django.urls import path

from actielijnen.views import begroting

urlpatterns = [
    path("", begroting.begroting, name="begroting"),
    path("meerjarig/", begroting.jaren, name="begroting-jaren"),
    path("artikel-13/", begroting.artikel13, name="begroting-artikel13"),
    path("maanden/", begroting.maanden, name="begroting-maanden"),
    path("maanden/opbouw/", begroting.maand, name="begroting-maand"),
    path("versies/", begroting.versies, name="begroting-versies"),
    path("opbouw/", begroting.opbouw, name="begroting-opbouw"),
    path("mutaties/", begroting.mutaties, name="mutaties"),
    path("reserveringen/", begroting.reserveringen, name="reserveringen"),
    path("verplichtingen/", begroting.verplichtingen, name="verplichtingen"),
    path("bijstellingen/", begroting.bijstellingen, name="bijstellingen"),
    path("betalingen/", begroting.betalingen, name="betalingen"),
    path("betaaltermijnen/", begroting.betaaltermijnen, name="betaaltermijnen"),
]
