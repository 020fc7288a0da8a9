"""The addresses of the actielijnen, the begroting and what belongs to them."""

from django.urls import path

from actielijnen.views import activiteiten, lijnen

urlpatterns = [
    path("werk/actielijnen/", lijnen.actielijnen, name="actielijnen"),
    path("werk/actielijnen/<int:nummer>/", lijnen.actielijn, name="actielijn"),
    path("werk/activiteiten/", activiteiten.lijst, name="activiteiten"),
    path("werk/activiteiten/nieuw/", activiteiten.nieuw, name="activiteit-nieuw"),
    path("werk/activiteiten/<str:nummer>/", activiteiten.detail, name="activiteit"),
    path("werk/activiteiten/<str:nummer>/wijzigen/", activiteiten.wijzigen, name="activiteit-wijzigen"),
    path("werk/activiteiten/<str:nummer>/verplaatsen/", activiteiten.verplaatsen, name="activiteit-verplaatsen"),
    path("werk/activiteiten/<str:nummer>/bericht/", activiteiten.bericht, name="activiteit-bericht"),
    path("werk/activiteiten/<str:nummer>/stap/<str:verb>/", activiteiten.stap, name="activiteit-stap"),
    path("werk/begroting/", lijnen.begroting, name="begroting"),
    path("werk/raad/", lijnen.raad, name="raad"),
    path("werk/mijlpalen/", lijnen.mijlpalen, name="mijlpalen"),
    path("werk/samenhang/", lijnen.samenhang, name="samenhang"),
]
