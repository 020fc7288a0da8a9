"""A few interventies beside each other: the same things of each, in the same order."""

from collections.abc import Iterable, Sequence

from interventies.catalogus.bladzijde import Bladzijde
from interventies.models import InterventieVersie, Publicatie, Term

HOOGSTENS = 3
NIET_BESCHREVEN = "Niet beschreven"
# What of the description stands in the comparison, in this order.
VELDEN = """doelgroep_direct hoofddoel subdoelen opzet werkzame_elementen uitvoerders deskundigheid randvoorwaarden
    kosten overdraagbaarheid""".split()


def keuze(sleutels: Iterable[str]) -> list[str]:
    """Which interventies an address asks for: each once, three at most."""
    return list(dict.fromkeys(sleutel for sleutel in sleutels if "\0" not in sleutel))[:HOOGSTENS]


def gekozen(sleutels: Sequence[str], user, *, is_voorbeeld: bool):
    """The publicaties of these interventies that everybody may see, made up or real but never both."""
    found = Publicatie.objects.visible_to(user).openbaar().filter(interventie__sleutel__in=sleutels)
    return found.filter(interventie__is_voorbeeld=is_voorbeeld).select_related("interventie", "versie")


def rijen(bladen: Sequence[Bladzijde]) -> list[tuple[str, list[tuple[Bladzijde, str]]]]:
    """(what it is, each page with its text): the terms, then the description. What none has is left out."""
    teksten = {lijst.label: [_termen(blad, lijst) for blad in bladen] for lijst in Term.Lijst}
    for veld in VELDEN:
        naam = str(InterventieVersie._meta.get_field(veld).verbose_name)
        teksten[naam] = [getattr(blad.versie, veld) for blad in bladen]
    return [
        (naam, [(blad, tekst or NIET_BESCHREVEN) for blad, tekst in zip(bladen, each, strict=True)])
        for naam, each in teksten.items()
        if any(each)
    ]


def _termen(blad: Bladzijde, lijst: str) -> str:
    return ", ".join(term.naam for term in blad.termen if term.lijst == lijst)
