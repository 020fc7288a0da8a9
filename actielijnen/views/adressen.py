"""The addresses of booking on the begroting, and of what was booked."""

from django.urls import path, register_converter

from actielijnen.kenmerken import KenmerkConverter
from actielijnen.views import besluiten, boeken, documenten, verplichtingen

register_converter(KenmerkConverter, "kenmerk")

HERSCHIKKING = "werk/begroting/herschikkingen/<uuid:besluit>/"
VERPLICHTING = "werk/verplichtingen/<slug:programma>/<kenmerk:kenmerk>/"
urlpatterns = [
    path("werk/begroting/boeken/", boeken.boeken, name="boeken"),
    path("werk/begroting/boeken/verplichting/", boeken.verplichting, name="verplichting-aangaan"),
    path("werk/begroting/boeken/reservering/", boeken.reservering, name="reserveren"),
    path("werk/begroting/boeken/mutatie/", boeken.mutatie, name="mutatie-boeken"),
    path("werk/begroting/boeken/overboeking/", boeken.overboeking, name="overboeking-boeken"),
    path("werk/begroting/boeken/kasschuif/", boeken.kasschuif, name="kasschuif-boeken"),
    path("werk/begroting/boeken/herschikking/", boeken.herschikking, name="herschikking-voorstellen"),
    path("werk/begroting/boeken/regel/", boeken.regel, name="regel-toevoegen"),
    path("werk/begroting/besluiten/<uuid:besluit>/", besluiten.besluit, name="begrotingsbesluit"),
    path(HERSCHIKKING, besluiten.herschikking, name="herschikking"),
    path(f"{HERSCHIKKING}akkoord/", besluiten.herschikking_akkoord, name="herschikking-akkoord"),
    path(f"{HERSCHIKKING}afwijzen/", besluiten.herschikking_afwijzen, name="herschikking-afwijzen"),
    path(
        "werk/begroting/reserveringen/<int:pk>/vervallen/",
        besluiten.reservering_vervallen,
        name="reservering-vervallen",
    ),
    path("werk/begroting/jaren/", besluiten.jaren, name="begrotingsjaren"),
    path("werk/begroting/jaren/<int:jaar>/<str:verb>/", besluiten.jaar_stap, name="begrotingsjaar-stap"),
    path(VERPLICHTING, verplichtingen.detail, name="verplichting"),
    path(f"{VERPLICHTING}betalen/", verplichtingen.betalen, name="verplichting-betalen"),
    path(f"{VERPLICHTING}terugontvangen/", verplichtingen.terugontvangen, name="verplichting-terugontvangen"),
    path(f"{VERPLICHTING}bijstellen/", verplichtingen.bijstellen, name="verplichting-bijstellen"),
    path(f"{VERPLICHTING}plannen/", verplichtingen.plannen, name="verplichting-plannen"),
    path(f"{VERPLICHTING}document/", documenten.toevoegen, name="verplichting-document"),
    path(f"{VERPLICHTING}document/<uuid:pk>/", documenten.openen, name="verplichting-document-openen"),
    path(f"{VERPLICHTING}document/<uuid:pk>/weg/", documenten.verwijderen, name="verplichting-document-verwijderen"),
]
