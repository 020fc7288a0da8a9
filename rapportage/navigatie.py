"""The main menu per role: the home app knows all pages, so it makes the menu."""

from django.urls import reverse

from agenda.access import Permission, admits
from agenda.accounts.tweede_factor import must_set_up

# fmt: off
#    naam            adres           wie                           hoort erbij (begin van het pad)
MENU = [
    ("Overzicht",    "werk",         Permission.PROGRAMMA_INZIEN,  ()),
    ("Brieven",      "brieven",      Permission.PROGRAMMA_INZIEN,  ("/werk/toezeggingen/",)),
    ("Begroting",    "begroting",    Permission.PROGRAMMA_INZIEN,  ("/werk/actielijnen/", "/werk/activiteiten/", "/werk/planning/", "/werk/mijlpalen/", "/werk/indicatoren/")),
    ("Regelingen",   "regelingen",   Permission.PROGRAMMA_INZIEN,  ()),
    ("Interventies", "interventies", Permission.PROGRAMMA_INZIEN,  ("/werk/projecten/",)),
    ("Gemeenten",    "gemeenten",    Permission.PROGRAMMA_INZIEN,  ("/werk/focusgebieden/",)),
    ("Feiten",       "feiten",       Permission.PROGRAMMA_INZIEN,  ("/werk/bronnen/", "/werk/tegenspraken/", "/werk/open-vragen/")),
    ("Programma",    "programma",    Permission.PROGRAMMA_INZIEN,  ("/werk/raad/", "/werk/samenhang/", "/werk/rechten/")),
    ("Beheer",       "beheer",       Permission.ACCOUNTS_BEHEREN,  ("/werk/accounts/", "/werk/uitnodigingen/")),
    ("Vernietiging", "vernietiging", Permission.VERNIETIGING_INZIEN, ()),
    ("Logboek",      "logboek",      Permission.LOGBOEK_INZIEN,    ()),
    ("Mijn gemeente", "gemeente-start", Permission.GEMEENTE_INZIEN, ()),
    ("Mijn stukken", "raad-start",   Permission.RAAD_INZIEN,       ()),
]
# fmt: on


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
    return {"navigatie": items}
