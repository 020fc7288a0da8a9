"""Addresses of the home pages, the public pages and the letters."""

from django.urls import path

from rapportage.views import brieven, geldstromen, gezondheid, home, sjabloon, start, toezeggingen, voorbereiding

VOORBEREIDING = "werk/voorbereiding/"
SJABLOON = VOORBEREIDING + "sjabloon/"
PUNT = VOORBEREIDING + "<int:jaar>/<int:nummer>/"
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
    path("werk/geldstromen/", geldstromen.overzicht, name="geldstromen"),
    path("werk/gemeenten/<slug:code>/geld/", geldstromen.gemeente, name="gemeente-geld"),
    path("gemeente/geld/", geldstromen.eigen, name="gemeente-eigen-geld"),
    path("werk/toezeggingen/", toezeggingen.lijst, name="toezeggingen"),
    path(VOORBEREIDING, voorbereiding.overzicht, name="voorbereiding"),
    path(VOORBEREIDING + "nieuw/", voorbereiding.nieuw, name="voorbereiding-nieuw"),
    path(VOORBEREIDING + "<int:jaar>/toevoegen/", voorbereiding.toevoegen, name="voorbereidingspunt-nieuw"),
    path(PUNT, voorbereiding.detail, name="voorbereidingspunt"),
    path(PUNT + "wijzigen/", voorbereiding.wijzigen, name="voorbereidingspunt-wijzigen"),
    path(PUNT + "gereed/", voorbereiding.gereedmelden, name="voorbereidingspunt-gereed"),
    path(PUNT + "heropenen/", voorbereiding.heropenen, name="voorbereidingspunt-heropenen"),
    path(SJABLOON, sjabloon.overzicht, name="voorbereiding-sjabloon"),
    path(SJABLOON + "standaard/", sjabloon.standaard, name="sjabloon-standaard"),
    path(SJABLOON + "toevoegen/", sjabloon.toevoegen, name="sjabloonpunt-nieuw"),
    path(SJABLOON + "<int:nummer>/", sjabloon.detail, name="sjabloonpunt"),
    path(SJABLOON + "<int:nummer>/wijzigen/", sjabloon.wijzigen, name="sjabloonpunt-wijzigen"),
    path(SJABLOON + "<int:nummer>/vervallen/", sjabloon.laten_vervallen, name="sjabloonpunt-vervallen"),
    path(BRIEF, brieven.detail, name="brief"),
    path(BRIEF + "pdf/", brieven.pdf, name="brief-pdf"),
    path(BRIEF + "momentopnamen/<slug:sha256>/pdf/", brieven.opname_pdf, name="brief-opname-pdf"),
    path(BRIEF + "momentopnamen/<slug:sha256>/paraferen/", brieven.paraferen, name="brief-paraferen"),
    path(BRIEF + "cijfers/<str:naam>/", brieven.cijfer, name="brief-cijfer"),
    path(BRIEF + "stap/<slug:verb>/", brieven.stap, name="brief-stap"),
]
