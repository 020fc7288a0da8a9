"""The addresses of the actielijnen, the begroting and what belongs to them."""

from django.urls import include, path

from actielijnen.views import activiteiten, indicatoren, lijnen, mijlpalen, planning, uitwisselen

urlpatterns = [
    path("", include("actielijnen.views.adressen")),
    path("werk/actielijnen/", lijnen.actielijnen, name="actielijnen"),
    path("werk/actielijnen/<int:nummer>/", lijnen.actielijn, name="actielijn"),
    path("werk/activiteiten/", activiteiten.lijst, name="activiteiten"),
    path("werk/activiteiten/nieuw/", activiteiten.nieuw, name="activiteit-nieuw"),
    path("werk/activiteiten/<str:nummer>/", activiteiten.detail, name="activiteit"),
    path("werk/activiteiten/<str:nummer>/wijzigen/", activiteiten.wijzigen, name="activiteit-wijzigen"),
    path("werk/activiteiten/<str:nummer>/verplaatsen/", activiteiten.verplaatsen, name="activiteit-verplaatsen"),
    path("werk/activiteiten/<str:nummer>/bericht/", activiteiten.bericht, name="activiteit-bericht"),
    path("werk/activiteiten/<str:nummer>/stap/<str:verb>/", activiteiten.stap, name="activiteit-stap"),
    path("werk/begroting/", include("actielijnen.views.vooruitzichtadressen")),
    path("werk/begroting/", include("actielijnen.views.begrotingsadressen")),
    path("werk/begroting/importeren/", uitwisselen.imports, name="imports"),
    path("werk/begroting/importeren/<uuid:pk>/", uitwisselen.detail, name="import"),
    path("werk/begroting/importeren/<uuid:pk>/afgekeurd/", uitwisselen.afgekeurd, name="import-afgekeurd"),
    path("werk/begroting/importeren/<uuid:pk>/<slug:verb>/", uitwisselen.stap, name="import-stap"),
    path("werk/raad/", lijnen.raad, name="raad"),
    path("werk/planning/", planning.overzicht, name="planning"),
    path("werk/mijlpalen/", mijlpalen.overzicht, name="mijlpalen"),
    path("werk/mijlpalen/nieuw/", mijlpalen.nieuw, name="mijlpaal-nieuw"),
    path("werk/mijlpalen/<slug:sleutel>/", mijlpalen.detail, name="mijlpaal"),
    path("werk/mijlpalen/<slug:sleutel>/toewijzen/", mijlpalen.toewijzen, name="mijlpaal-toewijzen"),
    path("werk/mijlpalen/<slug:sleutel>/verplaatsen/", mijlpalen.verplaatsen, name="mijlpaal-verplaatsen"),
    path("werk/mijlpalen/<slug:sleutel>/realiseren/", mijlpalen.realiseren, name="mijlpaal-realiseren"),
    path("werk/mijlpalen/<slug:sleutel>/terugnemen/", mijlpalen.terugnemen, name="mijlpaal-terugnemen"),
    path("werk/mijlpalen/<slug:sleutel>/stap/<str:verb>/", mijlpalen.stap, name="mijlpaal-stap"),
    path("werk/indicatoren/", indicatoren.lijst, name="indicatoren"),
    path("werk/indicatoren/nieuw/", indicatoren.nieuw, name="indicator-nieuw"),
    path("werk/indicatoren/<str:nummer>/", indicatoren.detail, name="indicator"),
    path("werk/indicatoren/<str:nummer>/waarde/", indicatoren.waarde, name="indicator-waarde"),
    path("werk/indicatoren/<str:nummer>/waarde/<int:pk>/", indicatoren.verbeteren, name="indicator-verbeteren"),
    path("werk/indicatoren/<str:nummer>/voorstel/<int:pk>/", indicatoren.besluit, name="indicator-voorstel"),
    path("werk/samenhang/", lijnen.samenhang, name="samenhang"),
]
