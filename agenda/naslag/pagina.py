"""How every page to look things up is answered: its title, the way to it and the pages beside it."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse

# Pages that belong together, by the name of their address; the first is the one in the main menu.
RUBRIEKEN = [
    {"feiten": "Feiten", "bronnen": "Bronnen", "tegenspraken": "Tegenspraken", "open-vragen": "Open vragen"},
    {"begroting": "Begroting", "actielijnen": "Actielijnen", "activiteiten": "Activiteiten", "mijlpalen": "Mijlpalen"},
    {"gemeenten": "Gemeenten", "focusgebieden": "Focusgebieden"},
    {"programma": "Programma", "raad": "Maatschappelijke Raad", "samenhang": "Samenhang", "rechten": "Wie mag wat"},
    {"regelingen": "Regelingen"},
    {"interventies": "Interventies"},
    {"brieven": "Brieven", "toezeggingen": "Toezeggingen"},
    {"logboek": "Logboek"},
    {"beheer": "Beheer", "accounts": "Accounts", "uitnodigingen": "Uitnodigingen"},
]
NAMEN = {"werk": "Overzicht"} | {naam: titel for rubriek in RUBRIEKEN for naam, titel in rubriek.items()}


def met_programma(request, programma=None) -> str:
    """What a link needs behind it to stay in the programma: nothing for the one that is shown without asking."""
    gevraagd = request.GET.get("programma", "")
    if programma is not None and not gevraagd and not programma.is_voorbeeld:
        return ""
    code = programma.code if programma is not None else gevraagd
    return f"?{urlencode({'programma': code})}" if code else ""


def rubriek(hier: str, achter: str = "") -> list[dict]:
    """The pages beside `hier`, which is the name of an address; none when it stands alone."""
    pages = next(each for each in RUBRIEKEN if hier in each)
    return [
        {"titel": titel, "url": reverse(naam) + achter, "is_hier": naam == hier}
        for naam, titel in pages.items()
        if len(pages) > 1
    ]


def kruimelpad(titel: str, *onder: str, achter: str = "") -> dict:
    """The way to the page `titel`: from Overzicht over the pages whose addresses are named in `onder`."""
    return {"kruimels": [(NAMEN[naam], reverse(naam) + achter) for naam in ("werk", *onder)], "hier": titel}


def frame(request, hier: str, programma=None) -> dict:
    """The context of a page that is itself part of a rubriek: its title, the way to it, the pages beside it."""
    first = next(iter(next(each for each in RUBRIEKEN if hier in each)))
    achter = met_programma(request, programma)
    return {
        "titel": NAMEN[hier],
        "kruimelpad": kruimelpad(NAMEN[hier], *([] if hier == first else [first]), achter=achter),
        "rubriek": rubriek(hier, achter),
        "met_programma": achter,
    }


def overzicht(request, template: str, hier: str, *, programma, **context):
    """Answer with the page `hier` of a rubriek."""
    return render(request, template, {**frame(request, hier, programma), "programma": programma, **context})


def detail(request, template: str, titel: str, *, programma, onder, **context):
    """Answer with a page about one record; `onder` names the addresses of the pages above it."""
    achter = met_programma(request, programma)
    vast = {"titel": titel, "programma": programma, "met_programma": achter}
    return render(request, template, context | vast | {"kruimelpad": kruimelpad(titel, *onder, achter=achter)})
