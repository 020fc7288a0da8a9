"""The addresses below /werk/regelingen/."""

from django.urls import path

from subsidies.views import aanleveringen, bestemmingen, inrichten, maxima, plekken, regelingen, versies
from subsidies.views import formuliereditor as editor

VERSIE = "<slug:sleutel>/versies/<int:volgorde>"
BESTEMMING = "<slug:sleutel>/versies/<int:volgorde>/bestemmingen/<int:gebied>/<int:thema>/<int:jaar>"

urlpatterns = [
    path("", regelingen.regelingen, name="regelingen"),
    path("nieuw/", inrichten.nieuw, name="regeling-nieuw"),
    path("<slug:sleutel>/", regelingen.regeling, name="regeling"),
    path("<slug:sleutel>/wijzigen/", inrichten.wijzigen, name="regeling-wijzigen"),
    path("<slug:sleutel>/versies/nieuw/", inrichten.versie_nieuw, name="regeling-versie-nieuw"),
    path(f"{VERSIE}/overnemen/", inrichten.overnemen, name="regeling-overnemen"),
    path(f"{VERSIE}/inrichten/", inrichten.inrichten, name="regeling-inrichten"),
    path(f"{VERSIE}/inrichten/<slug:onderwerp>/", inrichten.instelling, name="regeling-instelling"),
    path(f"{VERSIE}/rijen/<slug:soort>/", inrichten.lijst, name="regeling-rijen"),
    path(f"{VERSIE}/rijen/<slug:soort>/nieuw/", inrichten.rij_nieuw, name="regeling-rij-nieuw"),
    path(f"{VERSIE}/rijen/<slug:soort>/<slug:pk>/", inrichten.rij, name="regeling-rij"),
    path(f"{VERSIE}/rijen/<slug:soort>/<slug:pk>/<slug:handeling>/", inrichten.rij_handeling, name="regeling-rij-stap"),
    path(f"{VERSIE}/formulier/", editor.formulier, name="regeling-formulier"),
    path(f"{VERSIE}/formulier/beginnen/", editor.beginnen, name="formulier-beginnen"),
    path(f"{VERSIE}/formulier/vaststellen/", editor.vaststellen, name="formulier-vaststellen"),
    path(f"{VERSIE}/formulier/onderdelen/nieuw/", editor.sectie_nieuw, name="formulier-sectie-nieuw"),
    path(f"{VERSIE}/formulier/onderdelen/<slug:deel>/", editor.sectie, name="formulier-sectie"),
    path(f"{VERSIE}/formulier/onderdelen/<slug:deel>/vraag/", editor.vraag_nieuw, name="formulier-vraag-nieuw"),
    path(f"{VERSIE}/formulier/vragen/<slug:deel>/", editor.vraag, name="formulier-vraag"),
    path(f"{VERSIE}/formulier/voorbeeld/<slug:deel>/", editor.voorbeeld, name="formulier-voorbeeld"),
    path(f"{VERSIE}/formulier/<slug:wat>/<slug:deel>/<slug:handeling>/", editor.handeling, name="formulier-stap"),
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
    path(f"{VERSIE}/maxima/overnemen/", maxima.overnemen, name="maxima-overnemen"),
    path("<slug:sleutel>/versies/<int:volgorde>/maxima/bestand/", maxima.bestand, name="maxima-bestand"),
    path("<slug:sleutel>/versies/<int:volgorde>/bestemmingen/", bestemmingen.lijst, name="bestemmingen"),
    path("<slug:sleutel>/versies/<int:volgorde>/bestemmingen/nieuw/", bestemmingen.nieuw, name="bestemming-nieuw"),
    path(f"{BESTEMMING}/", bestemmingen.detail, name="bestemming"),
    path(f"{BESTEMMING}/verbeteren/", bestemmingen.verbeteren, name="bestemming-verbeteren"),
]
