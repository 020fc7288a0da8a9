"""From what somebody typed to what is asked of the database, and what he may have meant."""

from difflib import get_close_matches
from functools import reduce
from itertools import islice, product
from operator import and_

from django.contrib.postgres.search import SearchQuery
from django.db.models import Count, Q

from interventies.models import Zoekwoord
from interventies.zoeken.taal import gezocht, varianten, zoekwoorden

VOORSTELLEN = 6  # corrected searches that are tried
PER_WOORD = 3  # words that may have been meant by one


def zoekvraag(tekst: str):
    """What finds the texts that have every word of `tekst`, in any form; None without a word."""
    vragen = [_gewoon(woord) | SearchQuery(woord, config="dutch") for woord in zoekwoorden(tekst)]
    return reduce(and_, vragen) if vragen else None


def naamvraag(tekst: str):
    """What finds the texts that have every word in their name; None without a word."""
    vragen = [_gewoon(woord, "A") for woord in zoekwoorden(tekst)]
    return reduce(and_, vragen) if vragen else None


def _gewoon(woord: str, gewicht: str = "") -> SearchQuery:
    begin, heel = gezocht(woord)
    slot = f":{gewicht}" if gewicht else ""
    delen = [f"'{each}':*{gewicht}" for each in begin] + [f"'{each}'{slot}" for each in heel]
    return SearchQuery(" | ".join(delen), config="simple", search_type="raw")


def _dichtst(woord: str, anderen: list[str]) -> list[str]:
    """Those of `anderen` nearest to `woord`, `woord` itself first if it is one of them, or else alone."""
    return get_close_matches(woord, anderen, PER_WOORD) or [woord]


def bedoeld(tekst: str, records) -> str:
    """What `tekst`, that finds nothing among `records`, may have been meant to say; "" if nothing near finds anything.

    Only words that find one of `records` are offered, so a word that stands nowhere in public is never shown.
    """
    getypt = zoekwoorden(tekst)
    per_woord = {woord: set(varianten(woord)) for woord in getypt}
    alle = sorted(set().union(*per_woord.values()))
    dichtbij = list(Zoekwoord.objects.filter(varianten__overlap=alle)) if alle else []
    keuzes = [
        _dichtst(woord, [each.woord for each in dichtbij if klinkt & set(each.varianten)])
        for woord, klinkt in per_woord.items()
    ]
    voorstellen = [" ".join(keuze) for keuze in islice(product(*keuzes), VOORSTELLEN) if list(keuze) != getypt]
    tellers = {
        f"voorstel_{nummer}": Count("pk", filter=Q(zoekvector=zoekvraag(voorstel)))
        for nummer, voorstel in enumerate(voorstellen)
    }
    aantallen = records.aggregate(**tellers) if tellers else {}
    return next((voorstel for voorstel, aantal in zip(voorstellen, aantallen.values(), strict=True) if aantal), "")
