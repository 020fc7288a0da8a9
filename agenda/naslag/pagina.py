"""How every page to look things up is answered: its title, the way to it and the pages beside it."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

# Pages that belong together, by the name of their address; the first is the one in the main menu.
RUBRIEKEN = [
    {"feiten": "Feiten", "bronnen": "Bronnen", "tegenspraken": "Tegenspraken", "open-vragen": "Open vragen"},
    {
        "begroting": "Begroting",
        "prognoses": "Prognoses",
        "scenarios": "Scenario’s",
        "actielijnen": "Actielijnen",
        "activiteiten": "Activiteiten",
        "planning": "Planning",
        "mijlpalen": "Mijlpalen",
        "indicatoren": "Indicatoren",
    },
    {
        "gemeenten": "Gemeenten",
        "focusgebieden": "Focusgebieden",
        "geldstromen": "Geld per gemeente",
        "terugkoppelingen": "Terugkoppelingen",
    },
    {"programma": "Programma", "raad": "Maatschappelijke Raad", "samenhang": "Samenhang", "rechten": "Wie mag wat"},
    {
        "regelingen": "Regelingen",
        "aanvragen": "Aanvragen",
        "decentralisatie-uitkeringen": "Decentralisatie-uitkeringen",
        "du-aanmeldingen": "Aanmeldingen",
        "storingen": "Storingen",
    },
    {
        "interventies": "Interventies",
        "uitvoeringen": "Uitvoeringen",
        "interventievoorstellen": "Voorstellen",
        "praktijkkaders": "Praktijkvoorbeelden",
        "leerkringen": "Leerkringen",
        "onderzoek": "Onderzoek",
        "interventiecijfers": "Cijfers",
        "begrippen": "Begrippen en projecten",
    },
    {"brieven": "Brieven", "voorbereiding": "Voorbereiding", "toezeggingen": "Toezeggingen"},
    {"logboek": "Logboek"},
    {"beheer": "Beheer", "accounts": "Accounts", "uitnodigingen": "Uitnodigingen"},
]
# Pages that are in no rubriek.
EIGEN_NAMEN = {"werk": "Overzicht", "imports": "Importeren", "voorbereiding-sjabloon": "Sjabloon"}
# Pages for who works at a gemeente.
GEMEENTE = {
    "gemeente-start": "Mijn gemeente",
    "gemeente-aanvragen": "Aanvragen",
    "gemeente-uitkeringen": "Decentralisatie-uitkeringen",
    "gemeente-voorstellen": "Interventies",
}
NAMEN = EIGEN_NAMEN | {naam: titel for rubriek in RUBRIEKEN for naam, titel in rubriek.items()}


def rubriek(hier: str) -> list[dict]:
    """The pages beside `hier`, which is the name of an address; none when it stands alone."""
    pages = next(each for each in RUBRIEKEN if hier in each)
    return [
        {"titel": titel, "url": reverse(naam), "is_hier": naam == hier}
        for naam, titel in pages.items()
        if len(pages) > 1
    ]


def kruimelpad(titel: str, *onder: str) -> dict:
    """The way to the page `titel`: from Overzicht over the pages whose addresses are named in `onder`."""
    return {"kruimels": [(NAMEN[naam], reverse(naam)) for naam in ("werk", *onder)], "hier": titel}


def kruimelpad_gemeente(titel: str, *onder: str) -> dict:
    """The same for who works at a gemeente: from Mijn gemeente over the pages of GEMEENTE that `onder` names."""
    return {"kruimels": [(GEMEENTE[naam], reverse(naam)) for naam in ("gemeente-start", *onder)], "hier": titel}


def own_gemeente(request):
    """The gemeente of who asks. Raises Http404 for an account that belongs to none."""
    if request.user.gemeente is None:
        raise Http404("Uw account hoort nog niet bij een gemeente. Vraag dit de beheerder van het portaal.")
    return request.user.gemeente


def frame(hier: str) -> dict:
    """The context of a page that is itself part of a rubriek: its title, the way to it, the pages beside it."""
    first = next(iter(next(each for each in RUBRIEKEN if hier in each)))
    return {
        "titel": NAMEN[hier],
        "kruimelpad": kruimelpad(NAMEN[hier], *([] if hier == first else [first])),
        "rubriek": rubriek(hier),
    }


def overzicht(request, template: str, hier: str, *, programma, **context):
    """Answer with the page `hier` of a rubriek."""
    return render(request, template, {**frame(hier), "programma": programma, **context})


def detail(request, template: str, titel: str, *, programma, onder, **context):
    """Answer with a page about one record; `onder` names the addresses of the pages above it."""
    vast = {"titel": titel, "programma": programma, "kruimelpad": kruimelpad(titel, *onder)}
    return render(request, template, context | vast)
