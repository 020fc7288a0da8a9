"""The addresses of the pages to look things up."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from agenda.naslag.views import bronnen, documenten, feiten, gemeenten, open_vragen, programma, tegenspraken


class SleutelConverter(StringConverter):
    """The key of a feit: small letters, digits, dots and hyphens."""

    regex = r"[a-z0-9][a-z0-9.\-]*"


register_converter(SleutelConverter, "sleutel")

urlpatterns = [
    path("werk/feiten/", feiten.lijst, name="feiten"),
    path("werk/feiten/<sleutel:sleutel>/", feiten.detail, name="feit"),
    path("werk/feiten/<sleutel:sleutel>/nieuwe-versie/", feiten.nieuwe_versie, name="feit-nieuwe-versie"),
    path("werk/bronnen/", bronnen.lijst, name="bronnen"),
    path("werk/bronnen/<slug:sleutel>/", bronnen.detail, name="bron"),
    path("werk/bronnen/<slug:sleutel>/document/", documenten.toevoegen, name="bron-document"),
    path("werk/bronnen/<slug:sleutel>/document/<uuid:pk>/", documenten.openen, name="bron-document-openen"),
    path(
        "werk/bronnen/<slug:sleutel>/document/<uuid:pk>/verwijderen/",
        documenten.verwijderen,
        name="bron-document-verwijderen",
    ),
    path("werk/tegenspraken/", tegenspraken.lijst, name="tegenspraken"),
    path("werk/tegenspraken/<slug:nummer>/", tegenspraken.detail, name="tegenspraak"),
    path("werk/tegenspraken/<slug:nummer>/kiezen/", tegenspraken.kiezen, name="tegenspraak-kiezen"),
    path("werk/open-vragen/", open_vragen.lijst, name="open-vragen"),
    path("werk/gemeenten/", gemeenten.lijst, name="gemeenten"),
    path("werk/gemeenten/<slug:code>/", gemeenten.detail, name="gemeente"),
    path("werk/focusgebieden/", gemeenten.focusgebieden, name="focusgebieden"),
    path("werk/programma/", programma.detail, name="programma"),
]
