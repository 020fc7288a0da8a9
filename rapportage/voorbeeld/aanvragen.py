"""What invented gemeenten asked in the form of the example regeling that takes applications."""

from datetime import date
from decimal import Decimal

from agenda import klok
from agenda.models import Gemeente, Programma
from rapportage.voorbeeld.mensen import voor
from rapportage.voorbeeld.regelingen import JEUGD, zet_formulier
from subsidies.aanvragen import indienen, invullen
from subsidies.models import Aanvraag, RegelingVersie

# fmt: off
COMPLEET = {
    "functie": "Beleidsmedewerker jeugd", "voor-wie": "samen", "met-wie": "Voorbeelddam\nVoorbeeldrade",
    "wat": "Jongeren koppelen aan een vaste begeleider in de wijk.", "start": date(2027, 2, 1),
    "eerste-jaar": Decimal(120_000), "tweede-jaar": Decimal(95_500), "anders": "nee", "bevoegd": True,
    "zelf": {("jongeren doen mee", 2027): Decimal(40_000), ("jongeren doen mee", 2028): Decimal(32_500)},
}
BEGIN = {"functie": "Beleidsmedewerker jeugd", "voor-wie": "alleen", "wat": "Een huiskamer voor jongeren in Oost."}

#    gemeente         begonnen            antwoorden ingediend op        ingetrokken op
AANVRAGEN = [
    ("Voorbeelddam",  date(2026, 11, 3),  COMPLEET,  date(2026, 11, 12), None),
    ("Voorbeeldrade", date(2026, 11, 4),  COMPLEET,  date(2026, 11, 10), date(2026, 11, 17)),
    ("Voorbeeldrade", date(2026, 11, 18), COMPLEET,  date(2026, 11, 19), None),
    ("Voorbeeldstad", date(2026, 11, 16), BEGIN,     None,               None),
]
# fmt: on


def vul(programma: Programma) -> str:
    """Make the aanvragen, each step on its day; once."""
    versie = RegelingVersie.objects.get(regeling__programma=programma, regeling__sleutel=JEUGD)
    if versie.aanvragen.exists():
        return "ongewijzigd"
    if not versie.formulieren.exists():  # an example that was loaded before the form had to be there first
        zet_formulier(versie)
    for naam, *verloop in AANVRAGEN:
        doorlopen(versie, Gemeente.objects.get(naam=naam, is_voorbeeld=True), *verloop)
    return "nieuw"


def doorlopen(versie: RegelingVersie, gemeente: Gemeente, dag: date, antwoorden: dict, ingediend, ingetrokken) -> None:
    """One aanvraag that begins on `dag`, and the days on which it is handed in and taken back, if it is."""
    with voor(gemeente, dag) as by:
        aanvraag = invullen.beginnen(versie, gemeente, by=by)
        invullen.bewaren(aanvraag, antwoorden, stand=0, by=by)
    if ingediend:
        with voor(gemeente, ingediend) as by:
            indienen.indienen(aanvraag, ontvangen_op=klok.nu(), by=by)
    if ingetrokken:
        with voor(gemeente, ingetrokken) as by:
            indienen.intrekken(Aanvraag.objects.get(pk=aanvraag.pk), by=by)
