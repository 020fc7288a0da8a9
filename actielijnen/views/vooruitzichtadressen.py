"""The addresses of prognoses and scenario’s, under those of the begroting."""

from django.urls import path

from actielijnen.views import prognoses, scenarios

urlpatterns = [
    path("prognoses/", prognoses.overzicht, name="prognoses"),
    path("prognoses/nieuw/", prognoses.nieuw, name="prognose-nieuw"),
    path("prognoses/<int:jaar>/<int:nummer>/", prognoses.detail, name="prognose"),
    path("prognoses/<int:jaar>/<int:nummer>/post/<int:post>/", prognoses.post, name="prognose-post"),
    path("prognoses/<int:jaar>/<int:nummer>/aanname/<str:soort>/", prognoses.aanname, name="prognose-aanname"),
    path("prognoses/<int:jaar>/<int:nummer>/ophalen/", prognoses.ophalen, name="prognose-ophalen"),
    path("prognoses/<int:jaar>/<int:nummer>/vaststellen/", prognoses.vaststellen, name="prognose-vaststellen"),
    path("scenarios/", scenarios.overzicht, name="scenarios"),
    path("scenarios/nieuw/", scenarios.nieuw, name="scenario-nieuw"),
    path("scenarios/<int:nummer>/", scenarios.detail, name="scenario"),
    path("scenarios/<int:nummer>/stap/", scenarios.stap, name="scenario-stap"),
    path("scenarios/<int:nummer>/stap/<int:stap>/weghalen/", scenarios.weghalen, name="scenario-stap-weghalen"),
    path("scenarios/<int:nummer>/aannemen/", scenarios.aannemen, name="scenario-aannemen"),
    path("scenarios/<int:nummer>/verwerpen/", scenarios.verwerpen, name="scenario-verwerpen"),
]
