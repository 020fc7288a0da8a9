"""The addresses below /werk/regelingen/."""

from django.urls import path

from subsidies.views import aanleveringen, bestemmingen, maxima, plekken, regelingen, versies

BESTEMMING = "<slug:sleutel>/versies/<int:volgorde>/bestemmingen/<int:gebied>/<int:thema>/<int:jaar>"

urlpatterns = [
    path("", regelingen.regelingen, name="regelingen"),
    path("<slug:sleutel>/", regelingen.regeling, name="regeling"),
    path("<slug:sleutel>/in-het-kort/", plekken.kort, name="regeling-kort"),
    path("<slug:sleutel>/gebieden/<int:nummer>/", plekken.gebied, name="regeling-gebied"),
    path("<slug:sleutel>/gemeenten/<slug:code>/", plekken.gemeente, name="regeling-gemeente"),
    path("<slug:sleutel>/versies/<int:volgorde>/", versies.versie, name="regeling-versie"),
    path("<slug:sleutel>/versies/<int:volgorde>/voorwaarden/", versies.voorwaarden, name="regeling-voorwaarden"),
    path("<slug:sleutel>/versies/<int:volgorde>/openstellen/", versies.openstellen, name="regeling-openstellen"),
    path("<slug:sleutel>/stukken/<uuid:pk>/", versies.stuk_openen, name="regeling-stuk-openen"),
    path("<slug:sleutel>/stukken/<uuid:pk>/toevoegen/", versies.stuk_toevoegen, name="regeling-stuk-toevoegen"),
    path("<slug:sleutel>/versies/<int:volgorde>/aanleveren/", aanleveringen.lijst, name="aanleveringen"),
    path("<slug:sleutel>/aanleveringen/<uuid:pk>/", aanleveringen.detail, name="aanlevering"),
    path("<slug:sleutel>/aanleveringen/<uuid:pk>/afgekeurd/", aanleveringen.afgekeurd, name="aanlevering-afgekeurd"),
    path("<slug:sleutel>/aanleveringen/<uuid:pk>/<slug:verb>/", aanleveringen.stap, name="aanlevering-stap"),
    path("<slug:sleutel>/versies/<int:volgorde>/maxima/", maxima.lijst, name="maxima"),
    path("<slug:sleutel>/versies/<int:volgorde>/maxima/bestand/", maxima.bestand, name="maxima-bestand"),
    path("<slug:sleutel>/versies/<int:volgorde>/bestemmingen/", bestemmingen.lijst, name="bestemmingen"),
    path("<slug:sleutel>/versies/<int:volgorde>/bestemmingen/nieuw/", bestemmingen.nieuw, name="bestemming-nieuw"),
    path(f"{BESTEMMING}/", bestemmingen.detail, name="bestemming"),
    path(f"{BESTEMMING}/verbeteren/", bestemmingen.verbeteren, name="bestemming-verbeteren"),
]
