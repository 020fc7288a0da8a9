"""Searching the catalogue: every form of a word, parts of compounds, a word spelled wrong, and nothing that is not public."""

from itertools import combinations

import pytest
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.http import JsonResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agenda import klok
from interventies.catalogus.vraag import KOPPEN
from interventies.models import Publicatie, Term
from interventies.palet import publiceren
from interventies.zoeken import taal
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen.interventies import PUBLICEERT, F, wie
from tests.hulpmiddelen.pagina import text

# fmt: off
ZELFDE = [
    ("subsidie", "subsidies"),       ("kind", "kinderen"),       ("buurthuis", "buurthuizen"), ("cursus", "cursussen"),
    ("stage", "stages"),             ("financiering", "gefinancierd"), ("school", "scholen"),  ("probleem", "problemen"),
    ("weerbaar", "weerbare"),        ("les", "lessen"),          ("brief", "brieven"),         ("gemeente", "gemeenten"),
    ("jongere", "jongeren"),         ("stad", "steden"),         ("interventie", "interventies"), ("idee", "ideeën"),
    ("mogelijkheid", "mogelijkheden"), ("bewoner", "bewoners"),  ("adres", "adressen"),        ("proces", "processen"),
]
ANDERS = [("kans", "kant"), ("wijk", "wijs"), ("mens", "men"), ("basis", "base"), ("lab", "labels")]
SAMENGESTELD = {
    "weerbaarheidstrainingen": ["weerbaarheid", "trainingen"],
    "jongerenwerkplaats":      ["jongeren", "werkplaats"],
    "buurtbudget":             ["buurt", "budget"],
    "gespreksavond":           ["gesprek", "avond"],
    "training":                [],
    "weerbaarheid":            [],
    "gemeente":                [],
}
# fmt: on


def test_all_forms_of_a_word_are_one_and_other_words_are_not():
    een = [(a, b) for a, b in ZELFDE if len({taal.grondvorm(each) for each in taal.woorden(f"{a} {b}")}) > 1]
    ander = [(a, b) for a, b in ANDERS if taal.grondvorm(a) == taal.grondvorm(b)]
    assert (een, ander) == ([], [])


def test_a_compound_has_its_parts():
    assert {woord: taal.delen(woord) for woord in SAMENGESTELD} == SAMENGESTELD
    assert taal.delen("klimaatpraatje") == []
    assert taal.delen("klimaatpraatje", {taal.grondvorm("klimaat")}) == ["klimaat", "praatje"]


def test_words_one_fault_apart_sound_alike():
    goed = taal.varianten("weerbaarheid")
    fouten = "weerbaarhied weerbaarhijd weerbarheid weerbaarheit weerbaarheidt weerbaarhed wserbaarheid".split()
    assert [fout for fout in fouten if not set(taal.varianten(fout)) & set(goed)] == []
    assert not set(taal.varianten("subsidie")) & set(goed)


def test_words_are_read_as_people_type_them():
    assert taal.woorden("Coördinator, ’s avonds: SPUK-project (2026)") == [
        "coordinator",
        "avonds",
        "spuk",
        "project",
        "2026",
    ]
    assert taal.zoekwoorden("de training in de wijk") == ["training", "wijk"]
    assert taal.zoekwoorden("op de") == ["op", "de"]


pages = pytest.mark.django_db


@pytest.fixture
def zoek():
    """A catalogue of three, one of them withdrawn, and what searching it finds."""
    with klok.vastgezet(palet.NU):
        palet.gepubliceerd(F.TESTEN, naam="Weerbaarheidstrainingen", opzet="Gefinancierd met subsidies.")
        palet.gepubliceerd(F.TESTEN, naam="Buurthuis", doelgroep_direct="Kinderen en ouders uit Coevorden.")
        weg = palet.gepubliceerd(F.TESTEN, naam="Onvindbaarheid", hoofddoel="Geheimhouding")
        publiceren.intrekken(weg.publicaties.get(), reden="Klopt niet.", by=wie(PUBLICEERT))
        palet.nieuwe_versie(Publicatie.objects.get(versie__naam="Buurthuis").interventie, samenvatting="Ongepubliceerd")
        yield lambda vraag, **meer: Client(headers={"host": "localhost"}).get(
            reverse("catalogus"), {"zoek": vraag} | meer
        )


VINDT = {
    "training weerbaar": ["Weerbaarheidstrainingen"],
    "TRAINING": ["Weerbaarheidstrainingen"],
    "subsidie": ["Weerbaarheidstrainingen"],
    "financiering": ["Weerbaarheidstrainingen"],
    "kind": ["Buurthuis"],
    "buurthuizen": ["Buurthuis"],
    "buurt": ["Buurthuis", "Weerbaarheidstrainingen"],  # it stands in the text of both, and in one name: that first
    "de kinderen van de wijk": ["Buurthuis"],  # ‘wijk’ means ‘buurt’ too
    "kinderen training": [],
    "jeugd": ["Weerbaarheidstrainingen", "Buurthuis"],
    "coëvorden": ["Buurthuis"],
    "onvindbaarheid": [],
    "ongepubliceerd": [],
    "'; DROP | & ! ( <-> :*": [],
    "%": ["Buurthuis", "Weerbaarheidstrainingen"],
}
BEDOELT = {
    "weerbaarhied": "weerbaarheid",
    "weerbaarhied training": "weerbaarheid training",
    "Kinderne": "kinderen",
    "onvindbarheid": "",  # withdrawn: not even its words
    "geheimhoding": "",
    "xyzzy": "",
}


@pages
def test_searching_finds_every_form_and_part_and_only_what_is_public(zoek):
    found = {vraag: [each.publicatie.versie.naam for each in zoek(vraag).context["kaarten"]] for vraag in VINDT}
    assert found == VINDT
    assert {vraag: zoek(vraag).context["bedoeld"] for vraag in BEDOELT} == BEDOELT
    page = zoek("weerbaarhied", fase="testen")
    assert (
        'Bedoelde u <a class="nl-link" href="?zoek=weerbaarheid&amp;fase=testen">weerbaarheid</a>?'
        in page.content.decode()
    )
    assert zoek("weerbaarhied", fase="doen").context["bedoeld"] == ""
    assert "Zoekwoord: xyzzy" in text(zoek("xyzzy"))


@pages
def test_a_search_needs_at_most_eight_queries_found_or_not(zoek, django_assert_max_num_queries):
    for vraag in ("training weerbaar", "weerbaarhied"):
        with django_assert_max_num_queries(8):
            zoek(vraag, fase="testen", bewijs="niet-beoordeeld")


@pages
def test_the_command_makes_anew_what_searching_finds(zoek, capsys):
    Publicatie.objects.update(zoekvector=None)
    assert zoek("kind").context["aantal"] == 0
    call_command("zoekindex")
    assert capsys.readouterr().out == "2 publicaties opgenomen.\n"
    gevonden = {woord: zoek(woord).context["aantal"] for woord in ("kind", "ongepubliceerd", "geheimhouding")}
    assert gevonden == {"kind": 1, "ongepubliceerd": 0, "geheimhouding": 0}  # the version that is public, and no other


@pages
def test_what_was_published_before_there_was_a_search_is_found_after_a_migration(zoek):
    Publicatie.objects.filter(versie__naam="Buurthuis").update(zoekvector=None)
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    assert zoek("kind").context["aantal"] == 1


# One choice of each facet, that the one interventie of the test has.
KEUZES = {"doelgroep": "jongeren", "factor": "inclusie", "niveau": "individu", "fenomeen": "polarisatie"}
LIJSTEN = ("doelgroep", "beschermende_factor", "niveau", "fenomeen")


@pages
@pytest.mark.parametrize("hoeveel", [(0, 1, 7), pytest.param(range(8), marks=pytest.mark.proof)], ids=["rand", "alle"])
def test_each_combination_of_facets_is_found_in_at_most_eight_queries_also_beside_a_search(hoeveel, monkeypatch):
    answer = lambda request, naam, context: JsonResponse(context["aantal"], safe=False)  # noqa: E731
    monkeypatch.setattr("interventies.views.catalogus.render", answer)
    with klok.vastgezet(palet.NU):
        paren = zip(LIJSTEN, KEUZES.values(), strict=True)
        termen = [Term.objects.create(lijst=lijst, naam=naam, volgorde=1) for lijst, naam in paren]
        made = palet.gepubliceerd(F.DOEN, naam="Weerbaarheidstrainingen", termen=termen)
        gemeente = palet.uitvoering(made).gemeente.naam
        alle = [*KEUZES.items(), ("gemeente", gemeente), ("bewijs", "onderbouwd"), ("fase", "doen")]
        assert {naam for naam, _ in alle} == KOPPEN.keys()
        found = {
            (gekozen, zoek): asked(dict(gekozen) | {"zoek": zoek, "vergelijk": made.sleutel})
            for aantal in hoeveel
            for gekozen in combinations(alle, aantal)
            for zoek in ("training weerbaar", *["weerbaarhied"] * (aantal in (0, 7)))
        }
    assert {key: seen for key, seen in found.items() if seen[0] != (key[1] == "training weerbaar") or seen[1] > 8} == {}


def asked(vraag: dict) -> tuple[int, int]:
    """How many interventies the catalogue finds, and in how many queries."""
    with CaptureQueriesContext(connection) as gevraagd:
        page = Client(headers={"host": "localhost"}).get(reverse("catalogus"), vraag)
    return page.json(), len(gevraagd)
