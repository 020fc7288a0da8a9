"""The addresses of prognoses, under those of the begroting."""

from django.urls import path

from actielijnen.views import prognoses

urlpatterns = [
    path("prognoses/", prognoses.overzicht, name="prognoses"),
    path("prognoses/nieuw/", prognoses.nieuw, name="prognose-nieuw"),
    path("prognoses/<int:jaar>/<int:nummer>/", prognoses.detail, name="prognose"),
    path("prognoses/<int:jaar>/<int:nummer>/post/<int:post>/", prognoses.post, name="prognose-post"),
    path("prognoses/<int:jaar>/<int:nummer>/aanname/<str:soort>/", prognoses.aanname, name="prognose-aanname"),
    path("prognoses/<int:jaar>/<int:nummer>/ophalen/", prognoses.ophalen, name="prognose-ophalen"),
    path("prognoses/<int:jaar>/<int:nummer>/vaststellen/", prognoses.vaststellen, name="prognose-vaststellen"),
]
