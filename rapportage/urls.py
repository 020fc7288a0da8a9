"""Addresses of the home pages, the public pages and the letters."""

from django.urls import path

from rapportage.views import brieven, gezondheid, home, start, toezeggingen

BRIEF = "werk/brieven/<slug:programma>/<slug:soort>-<int:jaar>/"

urlpatterns = [
    path("", home.openbaar, name="home"),
    path("privacy/", home.privacy, name="privacy"),
    path("toegankelijkheid/", home.toegankelijkheid, name="toegankelijkheid"),
    path("contact/", home.contact, name="contact"),
    path("health/live", gezondheid.live, name="live"),
    path("health/ready", gezondheid.ready, name="ready"),
    path("werk/", home.werk, name="werk"),
    path("werk/beheer/", start.beheer, name="beheer"),
    path("gemeente/", start.gemeente, name="gemeente-start"),
    path("raad/", start.raad, name="raad-start"),
    path("werk/brieven/", brieven.lijst, name="brieven"),
    path("werk/toezeggingen/", toezeggingen.lijst, name="toezeggingen"),
    path(BRIEF, brieven.detail, name="brief"),
    path(BRIEF + "pdf/", brieven.pdf, name="brief-pdf"),
    path(BRIEF + "momentopnamen/<slug:sha256>/pdf/", brieven.opname_pdf, name="brief-opname-pdf"),
    path(BRIEF + "momentopnamen/<slug:sha256>/paraferen/", brieven.paraferen, name="brief-paraferen"),
    path(BRIEF + "cijfers/<str:naam>/", brieven.cijfer, name="brief-cijfer"),
    path(BRIEF + "stap/<slug:verb>/", brieven.stap, name="brief-stap"),
]
