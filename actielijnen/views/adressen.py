"""The addresses of booking on the begroting, and of what was booked."""

from django.urls import path, register_converter

from actielijnen.kenmerken import KenmerkConverter
from actielijnen.views import boeken, verplichtingen

register_converter(KenmerkConverter, "kenmerk")

VERPLICHTING = "werk/verplichtingen/<slug:programma>/<kenmerk:kenmerk>/"
urlpatterns = [
    path("werk/begroting/boeken/", boeken.boeken, name="boeken"),
    path("werk/begroting/boeken/verplichting/", boeken.verplichting, name="verplichting-aangaan"),
    path(VERPLICHTING, verplichtingen.detail, name="verplichting"),
    path(f"{VERPLICHTING}betalen/", verplichtingen.betalen, name="verplichting-betalen"),
    path(f"{VERPLICHTING}terugontvangen/", verplichtingen.terugontvangen, name="verplichting-terugontvangen"),
    path(f"{VERPLICHTING}bijstellen/", verplichtingen.bijstellen, name="verplichting-bijstellen"),
]
