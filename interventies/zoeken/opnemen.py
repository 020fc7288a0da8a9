"""Taking a publicatie in: what it is found by, and its words, from which a misspelled word is guessed."""

from collections.abc import Collection

from django.contrib.postgres.search import SearchVector
from django.db import transaction
from django.db.models import Value

from interventies.models import InterventieVersie, Publicatie, Zoekwoord
from interventies.models.palet import VELDEN
from interventies.zoeken.taal import KORTST_VERGIST, delen, grondvorm, varianten, vormen, woorden
from interventies.zoeken.woordenlijst import STOPWOORDEN

# What weighs most when what was found is put in order; all other fields weigh D.
# fmt: off
GEWICHT = {"naam": "A", "samenvatting": "B", "doelgroep_direct": "C", "doelgroep_intermediair": "C",
           "doelgroep_uiteindelijk": "C", "hoofddoel": "C", "subdoelen": "C"}
# fmt: on


def bekende_woorden() -> set[str]:
    """The base forms of all words of the catalogue."""
    return set(Zoekwoord.objects.values_list("grondvorm", flat=True))


def opnemen(publicatie: Publicatie) -> None:
    """Let searching find `publicatie`. Twice changes nothing."""
    _neem_op({publicatie.pk: per_gewicht(publicatie.versie)}, bekende_woorden())


@transaction.atomic
def alles_opnemen(publicaties) -> int:
    """Take all `publicaties` in anew, with the parts that their words together make known; answers with how many."""
    publicaties = publicaties.select_related("versie").prefetch_related("versie__termen").defer("zoekvector")
    per_publicatie = {each.pk: per_gewicht(each.versie) for each in publicaties}
    _neem_op(per_publicatie, {grondvorm(woord) for woord in _elk_woord(per_publicatie)})
    return len(per_publicatie)


def per_gewicht(versie: InterventieVersie) -> dict[str, list[str]]:
    """The words of a version and its terms, by how much they weigh."""
    teksten = {gewicht: [] for gewicht in "ABCD"}
    for velden in VELDEN.values():
        for veld in velden:
            teksten[GEWICHT.get(veld, "D")].append(getattr(versie, veld))
    teksten["B"] += [term.naam for term in versie.termen.all()]
    return {gewicht: woorden("\n".join(delen)) for gewicht, delen in teksten.items()}


def _elk_woord(per_publicatie: dict[int, dict[str, list[str]]]) -> set[str]:
    return {woord for gewogen in per_publicatie.values() for alle in gewogen.values() for woord in alle}


def _neem_op(per_publicatie: dict[int, dict[str, list[str]]], bekend: Collection[str]) -> None:
    """Keep each word once, and of each publicatie what it is found by."""
    alle = _elk_woord(per_publicatie)
    Zoekwoord.objects.bulk_create(_nieuw(alle, bekend), ignore_conflicts=True, batch_size=1000)
    gevonden_als = {woord: vormen(woord, bekend) for woord in alle}
    for pk, gewogen in per_publicatie.items():
        Publicatie.objects.filter(pk=pk).update(zoekvector=_vector(gewogen, gevonden_als))


def _vector(gewogen: dict[str, list[str]], gevonden_als: dict[str, list[str]]):
    """The stems of PostgreSQL's Dutch, and beside them the plain words with their base forms and parts."""
    vector = None
    for gewicht, alle in gewogen.items():
        plat = " ".join(dict.fromkeys(vorm for woord in dict.fromkeys(alle) for vorm in gevonden_als[woord]))
        deel = SearchVector(Value(" ".join(alle)), config="dutch", weight=gewicht)
        deel = deel + SearchVector(Value(plat), config="simple", weight=gewicht)
        vector = deel if vector is None else vector + deel
    return vector


def _nieuw(gelezen: set[str], bekend: Collection[str]) -> list[Zoekwoord]:
    alle = gelezen - STOPWOORDEN
    alle |= {deel for woord in alle for deel in delen(woord, bekend)}
    return [
        Zoekwoord(woord=woord, grondvorm=grondvorm(woord), varianten=varianten(woord))
        for woord in sorted(alle)
        if len(woord) >= KORTST_VERGIST and not woord.isdigit()
    ]
