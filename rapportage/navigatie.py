"""The main menu per role and the choice of programma: the home app knows all pages, so it makes both."""

from django.urls import Resolver404, resolve, reverse

from actielijnen.models import Actielijn
from agenda.access import Permission, admits
from agenda.accounts.tweede_factor import must_set_up
from agenda.models import Feit, Tegenspraak
from agenda.naslag.programma import current, named_programma, programmas
from interventies.models import Project
from subsidies.models import Regeling

# fmt: off
#    naam            adres           wie                           hoort erbij (begin van het pad)
MENU = [
    ("Overzicht",    "werk",         Permission.PROGRAMMA_INZIEN,  ()),
    ("Brieven",      "brieven",      Permission.PROGRAMMA_INZIEN,  ("/werk/toezeggingen/", "/werk/voorbereiding/")),
    ("Begroting",    "begroting",    Permission.PROGRAMMA_INZIEN,  ("/werk/actielijnen/", "/werk/activiteiten/", "/werk/planning/", "/werk/mijlpalen/", "/werk/indicatoren/")),
    ("Regelingen",   "regelingen",   Permission.PROGRAMMA_INZIEN,  ("/werk/aanvragen/", "/werk/decentralisatie-uitkeringen/")),
    ("Interventies", "interventies", Permission.PROGRAMMA_INZIEN,  ("/werk/projecten/", "/werk/voorstellen/", "/werk/praktijkvoorbeelden/", "/werk/kaders/", "/werk/evaluaties/", "/werk/uitvoeringen/", "/werk/leerkringen/", "/werk/onderzoek/")),
    ("Gemeenten",    "gemeenten",    Permission.PROGRAMMA_INZIEN,  ("/werk/focusgebieden/", "/werk/geldstromen/", "/werk/terugkoppelingen/")),
    ("Feiten",       "feiten",       Permission.PROGRAMMA_INZIEN,  ("/werk/bronnen/", "/werk/tegenspraken/", "/werk/open-vragen/")),
    ("Programma",    "programma",    Permission.PROGRAMMA_INZIEN,  ("/werk/raad/", "/werk/samenhang/", "/werk/rechten/")),
    ("Beheer",       "beheer",       Permission.ACCOUNTS_INZIEN,   ("/werk/accounts/", "/werk/uitnodigingen/")),
    ("Vernietiging", "vernietiging", Permission.VERNIETIGING_INZIEN, ()),
    ("Logboek",      "logboek",      Permission.LOGBOEK_INZIEN,    ()),
    ("Mijn gemeente", "gemeente-start", Permission.GEMEENTE_INZIEN, ()),
    ("Mijn stukken", "raad-start",   Permission.RAAD_INZIEN,       ()),
]
# fmt: on

# Pages about one record that another programma can have under the same key, and by which field.
RECORDS = {
    "actielijn": (Actielijn, "nummer"),
    "feit": (Feit, "sleutel"),
    "project": (Project, "sleutel"),
    "regeling": (Regeling, "sleutel"),
    "tegenspraak": (Tegenspraak, "nummer"),
}


def navigatie(request):
    """The items that this visitor may open now; the one that this page belongs to is `actief`."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or must_set_up(request):
        return {"navigatie": []}
    items = []
    for naam, adres, wie, erbij in MENU:
        url = reverse(adres)
        hier = request.path == url if adres == "werk" else request.path.startswith((url, *erbij))
        if admits(wie, user):
            items.append({"naam": naam, "url": url, "actief": hier})
    return {"navigatie": items, "programmakeuze": programmakeuze(request)}


def programmakeuze(request) -> list[dict]:
    """Every programma that the reader may see, with this page in it; empty when there is nothing to choose."""
    visible = programmas(request)
    if len(visible) < 2:
        return []
    code = named_programma(request)
    hier = next((each for each in visible if each.code == code), current(visible))
    return [
        {"programma": each, "url": each.address(page_in(request, each)), "is_hier": each == hier} for each in visible
    ]


def page_in(request, programma) -> str:
    """The address of this page if it exists in `programma` too, else of the nearest page above it that does."""
    match = request.resolver_match
    if match and (model_and_field := RECORDS.get(match.url_name)):
        model, veld = model_and_field
        if model.objects.visible_to(request.user).filter(programma=programma, **{veld: match.kwargs[veld]}).exists():
            return request.path
    path = request.path if request.path.startswith(reverse("werk")) else reverse("werk")
    while is_of_a_record(path):
        path = path.rstrip("/").rpartition("/")[0] + "/"
    return path


def is_of_a_record(path: str) -> bool:
    """Whether `path` is about one record, or no page at all."""
    try:
        return bool(resolve(path).kwargs)
    except Resolver404:
        return True
