"""Addresses of the home pages, the pages of the programme and the letters."""

from django.urls import path

from rapportage.views import brieven, home

urlpatterns = [
    path("", home.openbaar, name="home"),
    path("werk/", home.werk, name="werk"),
    path("werk/brieven/", brieven.lijst, name="brieven"),
    path("werk/brieven/<slug:soort>-<int:jaar>/", brieven.detail, name="brief"),
    path("werk/brieven/<slug:soort>-<int:jaar>/cijfers/<str:naam>/", brieven.cijfer, name="brief-cijfer"),
]
