"""The Regeling kansrijke wijk, version after version: not granted by SZW, so registered only."""

import pytest

from subsidies.models import Regeling
from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db

REGELING = "/werk/regelingen/kansrijke-wijk/"


def test_the_list_says_that_szw_only_pays_along(programma, lezer):
    found = rows(lezer.get("/werk/regelingen/"))
    assert found[0] == "Regeling kansrijke wijk specifieke uitkering (SPUK) SZW financiert mee 4"


def test_the_list_shows_what_is_known_of_the_du_and_adds_nothing(programma, lezer):
    seen = text(lezer.get("/werk/regelingen/"))
    assert "tot nu toe 7 gemeenten" in seen
    assert "€ 313.327" in seen
    assert "44.761" not in seen
    assert "Open vraag: Welke 7 gemeenten kregen een decentralisatie-uitkering?" in seen


def test_a_registratie_is_explained_and_offers_no_application(programma, lezer):
    seen = text(lezer.get(REGELING))
    assert "SZW verstrekt deze uitkering niet, maar betaalt mee." in seen
    assert "SiSa-code niet bekend (open vraag)" in seen
    assert "Open vraag: Welke SiSa-code heeft de Regeling kansrijke wijk?" in seen


def test_no_version_is_granted_by_szw(programma, lezer):
    seen = text(lezer.get(REGELING))
    assert "Wie verstrekt de uitkering Minister voor Volkshuisvesting en Ruimtelijke Ordening" in seen
    assert "Wie verstrekt de uitkering Minister van Sociale Zaken" not in seen


def test_the_versions_stand_in_a_tijdlijn_with_their_staatscourant_the_newest_first(programma, lezer):
    lijn = lezer.get(REGELING).context["tijdlijn"]
    assert [regel["uitleg"] for regel in lijn] == [
        "Stcrt. 2025, 32385",
        "Stcrt. 2025, 20924",
        "Stcrt. 2023, 25879",
        "Stcrt. 2023, 17605",
    ]
    assert [regel["moment"] for regel in lijn] == [
        "dag niet bekend",
        "dag niet bekend",
        "15 september 2023",
        "26 juni 2023",
    ]


def test_a_theme_shows_what_it_is_and_what_it_comes_after(programma, lezer):
    seen = text(lezer.get(REGELING))
    assert "gezonde leefomgeving nieuw in deze versie" in seen
    assert "veerkracht en weerbaarheid thema van de Agenda" in seen
    assert "maatschappelijke samenhang komt na ‘veerkracht en weerbaarheid’" in seen
    assert "programmaondersteuning geen hoofdthema integrale middelen geen hoofdthema" in seen
    assert "programmaondersteuning nieuw in deze versie" not in seen


def test_themes_that_nobody_looked_up_are_not_invented(programma, lezer):
    assert "De thema’s van deze versie zijn niet nagezien" in text(lezer.get(REGELING))


def test_an_application_period_that_no_source_tells_is_unknown(programma, lezer):
    seen = text(lezer.get(REGELING))
    assert "Aanvragen van 1 augustus 2023 tot en met 30 september 2023" in seen
    assert seen.count("Aanvragen tijdvak niet bekend") == 3


def test_that_szw_grants_is_not_enough_to_take_applications(programma, lezer):
    Regeling.objects.update(rol_szw=Regeling.RolSZW.VERSTREKKER)
    seen = text(lezer.get(REGELING))
    assert "Dit is een registratie" in seen
    assert "SZW verstrekt deze uitkering niet" not in seen


def test_an_unknown_regeling_does_not_exist(programma, lezer):
    assert lezer.get("/werk/regelingen/bestaat-niet/").status_code == 404
