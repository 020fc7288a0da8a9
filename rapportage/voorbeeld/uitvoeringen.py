"""Where the interventies of the example run: planned, running and over, with and without a count of the reach."""

from dataclasses import dataclass
from datetime import date

from agenda.access import Rol
from agenda.models import Gebied, Gemeente, Programma
from interventies.models import Interventie, Uitvoering
from interventies.palet import uitvoeren
from rapportage.voorbeeld.mensen import op
from subsidies import bekostigen

SCHRIJVER = Rol.BEHANDELAAR
WELZIJN = "Welzijn Voorbeeld (bedacht)"
LIJST = "Verschillende deelnemers op de presentielijst."


@dataclass(frozen=True)
class Loop:
    """One uitvoering: recorded on `dag`, and what was counted (how many, until when), if anything was."""

    interventie: str
    dag: date
    gemeente: str
    gebied: str
    wijk: str
    van: date
    tot: date | None
    gepland: int | None
    geteld: tuple[int, date] | None = None


WEERBAAR, MEDIA, OUDERS = "Weerbaarheidstrainingen op school", "Mediawijs in de klas", "Ouderkring"
DIALOOG, RAAD = "Dialoogtafel in de wijk", "Jongerenraad van de buurt"
JUNI, NOVEMBER = date(2026, 6, 22), date(2026, 11, 9)
BEGIN, SCHOOLJAAR, TELDAG = date(2026, 9, 1), date(2027, 6, 30), date(2026, 11, 6)

# fmt: off
LOPEN = [
    #    interventie  vastgelegd gemeente           gebied                  wijk                van    tot  bereik: gepland, geteld
    Loop(WEERBAAR,    JUNI,      "Voorbeeldstad",   "Voorbeeldstad Oost",   "",                 BEGIN, SCHOOLJAAR, 240, (96, TELDAG)),
    Loop(WEERBAAR,    JUNI,      "Voorbeelddam",    "Voorbeelddam Centrum", "",                 BEGIN, TELDAG,      60, (71, TELDAG)),
    Loop(WEERBAAR,    NOVEMBER,  "Nieuw-Voorbeeld", "",                     "",                 date(2027, 1, 11), None, 120),
    Loop(MEDIA,       JUNI,      "Voorbeeldstad",   "",                     "De Bedachte Hoek", BEGIN, None,       150, (48, TELDAG)),
    Loop(OUDERS,      JUNI,      "Voorbeeldrade",   "Voorbeeldrade Noord",  "",                 BEGIN, SCHOOLJAAR, None),
    Loop(DIALOOG,     JUNI,      "Voorbeelddam",    "",                     "Verzinbuurt",      BEGIN, SCHOOLJAAR,  80, (22, TELDAG)),
    Loop(RAAD,        JUNI,      "Nieuw-Voorbeeld", "",                     "",                 BEGIN, SCHOOLJAAR,  12),
]
# fmt: on
OPDRACHT = "Gesprekken op school"  # one of the verplichtingen of the example
WAAROM = "De interventie is gestopt: de avonden bereikten weinig mensen."


def vul(programma: Programma) -> str:
    """Make the uitvoeringen of the example, once."""
    if not programma.is_voorbeeld or Uitvoering.objects.filter(interventie__is_voorbeeld=True).exists():
        return "ongewijzigd"
    for loop in LOPEN:
        _vastleggen(loop)
    with op(NOVEMBER, SCHRIJVER) as by:
        gestopt = Uitvoering.objects.get(interventie__laatste__naam=DIALOOG, interventie__is_voorbeeld=True)
        uitvoeren.eindigen(gestopt, tot=NOVEMBER, reden=WAAROM, by=by)
        eerste = Uitvoering.objects.filter(
            interventie__is_voorbeeld=True, interventie__laatste__naam=WEERBAAR
        ).earliest("pk")
        opdracht = programma.verplichtingen.filter(omschrijving=OPDRACHT).order_by("datum", "kenmerk")[0]
        bekostigen.uit_verplichting(eerste, opdracht, by=by)
    return "nieuw"


def _vastleggen(loop: Loop) -> None:
    inzet = uitvoeren.Inzet(
        gemeente=Gemeente.objects.get(naam=loop.gemeente, is_voorbeeld=True),
        gebied=Gebied.objects.get(naam=loop.gebied) if loop.gebied else None,
        wijk=loop.wijk,
        uitvoerder=WELZIJN,
        van=loop.van,
        tot=loop.tot,
        bereik_gepland=loop.gepland,
        telwijze=LIJST if loop.gepland else "",
    )
    interventie = Interventie.objects.get(laatste__naam=loop.interventie, is_voorbeeld=True)
    with op(loop.dag, SCHRIJVER) as by:
        uitvoering = uitvoeren.vastleggen(interventie, inzet, by=by)
    if loop.geteld:
        aantal, tot = loop.geteld
        with op(max(tot, loop.dag), SCHRIJVER) as by:
            uitvoeren.tellen(uitvoering, aantal=aantal, telwijze=LIJST, tot=tot, by=by)
