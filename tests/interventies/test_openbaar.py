"""The public catalogue: what it shows of what was published, how facets narrow it, and what stands in its feed."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse

from agenda import klok
from agenda.access import Rol
from interventies.models import Publicatie, Term
from interventies.palet import beoordelen, fasen
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.interventies import LEZER, E, F, S, wie
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_november():
    with klok.vastgezet(palet.NU):
        yield


def browser(rol: Rol | None) -> Client:
    client = Client(headers={"host": "localhost"})
    if rol:
        client.force_login(wie(rol))
    return client


def namen(page) -> list[str]:
    return [kaart.publicatie.versie.naam for kaart in page.context["kaarten"]]


def test_what_was_invented_is_only_in_the_catalogue_of_the_example():
    voorbeeld = vooruitzicht.programma()
    assert voorbeeld.is_voorbeeld
    palet.gepubliceerd(F.TESTEN, naam="Bedacht", is_voorbeeld=True)
    client = browser(None)
    assert client.get(reverse("catalogus")).context["aantal"] == 0
    page = client.get(voorbeeld.address(reverse("catalogus")))
    assert namen(page) == ["Bedacht"]
    for address in (voorbeeld.address(reverse("catalogus")), reverse("catalogus-interventie", args=["bedacht"])):
        assert "<title>VOORBEELD: " in client.get(address).content.decode()


def test_no_effect_and_stopping_are_told_as_plainly_as_success():
    made = palet.gepubliceerd(F.DOEN)
    fasen.stoppen(made, reden="Er kwamen te weinig jongeren.", by=wie(LEZER))
    seen = text(browser(None).get(made.permalink))
    for woorden in (
        "Deze interventie is gestopt Sinds 2 november 2026. Er kwamen te weinig jongeren.",
        "Jongeren kennen elkaar. Geen effect Geen verschil.",
        "Jongeren doen mee in de buurt. Negatief effect Minder dan eerst.",
        "Laatst beoordeeld 2 november 2026",
        "Goed onderbouwd Volgens Erkenningscommissie",
    ):
        assert woorden in seen


def test_a_judgement_past_its_term_counts_as_not_judged():
    made = palet.gepubliceerd(F.DOEN)
    with klok.vastgezet(palet.NU.replace(year=2031, month=10, day=2)):
        client = browser(None)
        seen = text(client.get(made.permalink))
        [kaart] = client.get(reverse("catalogus")).context["kaarten"]
    assert "Niet beoordeeld Eerder beoordeeld als ‘Goed onderbouwd’ door Erkenningscommissie" in seen
    assert "Dat oordeel is verlopen op 1 oktober 2031." in seen
    assert kaart.bewijs.woorden == "Niet beoordeeld"


def facets(page) -> dict[str, dict[str, int]]:
    return {facet.kop: {optie.label: optie.aantal for optie in facet.opties} for facet in page.context["facetten"]}


def test_facets_count_what_is_left_and_each_choice_stands_in_the_address():
    jong, oud = (
        Term.objects.create(lijst="doelgroep", naam=naam, volgorde=plek)
        for plek, naam in enumerate(["jongeren", "ouders"])
    )
    factor = Term.objects.create(lijst="beschermende_factor", naam="sociale inclusie", volgorde=1)
    een = palet.gepubliceerd(F.DOEN, naam="Een", termen=[jong, factor])
    palet.gepubliceerd(F.TESTEN, naam="Twee", termen=[jong, oud])
    palet.gepubliceerd(F.GESTOPT, naam="Drie", termen=[oud])
    client = browser(None)
    page = client.get(reverse("catalogus"))
    assert facets(page) == {
        "Doelgroep": {"jongeren": 2, "ouders": 2},
        "Beschermende factor": {"sociale inclusie": 1},
        "Bewijs": {"Goed onderbouwd": 1, "Niet beoordeeld": 2},
        "Fase": {"Testen wat werkt": 1, "Doen wat werkt": 1, "Gestopt": 1},
    }
    palet.uitvoering(een)
    palet.uitvoering(een, wijk="Noord")
    assert facets(client.get(reverse("catalogus")))["Gemeente"] == {"Oordstad": 1}
    assert namen(client.get(reverse("catalogus"), {"gemeente": "Oordstad"})) == ["Een"]
    narrowed = client.get(reverse("catalogus"), {"doelgroep": ["jongeren", "ouders"], "bewijs": "niet-beoordeeld"})
    assert namen(narrowed) == ["Twee"]
    assert facets(narrowed)["Doelgroep"] == {"jongeren": 1, "ouders": 1}
    assert narrowed.context["chips"][0] == ("Doelgroep: jongeren", "?doelgroep=ouders&bewijs=niet-beoordeeld")
    een_van = client.get(reverse("catalogus"), {"fase": ["testen", "gestopt"], "bewijs": ["niet-beoordeeld", "goede"]})
    assert namen(een_van) == ["Drie", "Twee"]
    assert facets(een_van)["Fase"] == {"Testen wat werkt": 1, "Gestopt": 1}
    alleen = client.get(reverse("catalogus"), {"fase": ["doen"]})
    assert facets(alleen)["Fase"] == {"Testen wat werkt": 1, "Doen wat werkt": 1, "Gestopt": 1}
    assert facets(alleen)["Bewijs"] == {"Goed onderbouwd": 1}
    veel = client.get(reverse("catalogus"), {"doelgroep": [*["jongeren"] * 9, *(f"x{each}" for each in range(40))]})
    assert veel.context["vraag"].gekozen == {"doelgroep": ["jongeren", *(f"x{each}" for each in range(9))]}
    nothing = client.get(reverse("catalogus"), {"doelgroep": "bestaat\x00niet", "fase": "x"})
    assert (nothing.status_code, nothing.context["aantal"]) == (200, 0)
    assert "Er is niets gevonden" in text(nothing)


def test_the_catalogue_needs_at_most_eight_queries_however_many_there_are(django_assert_max_num_queries):
    for nummer in range(4):
        palet.gepubliceerd(F.DOEN, naam=f"Nummer {nummer}")
    with django_assert_max_num_queries(8):
        browser(None).get(reverse("catalogus"), {"bewijs": "onderbouwd"})
    with django_assert_max_num_queries(8):
        browser(None).get(reverse("catalogus-interventie", args=["nummer-0"]))
    drie = {"vergelijk": ["nummer-0", "nummer-1", "nummer-2"]}
    for naam in ("catalogus", "catalogus-vergelijken"):
        with django_assert_max_num_queries(8):
            browser(None).get(reverse(naam), drie)


@pytest.mark.parametrize("status", S)
def test_a_publicatie_is_public_in_one_status_only(status):
    palet.publicatie(status)
    assert Publicatie.objects.openbaar().filter(status=status).exists() == (status == S.OPENBAAR)
    assert {"openbaar": 200, "vervangen": 200, "ingetrokken": 404}[status] == browser(None).get(
        reverse("catalogus-interventie", args=["buurtlab"])
    ).status_code


def test_a_judgement_made_after_publishing_is_shown_at_once():
    made = palet.gepubliceerd(F.TESTEN)
    palet.evaluatie(E.VASTGESTELD, made)
    beoordelen.beoordelen(made, palet.oordeel(ladder="nji", niveau="goede"), by=wie(LEZER))
    assert "Effectief volgens goede aanwijzingen Volgens Erkenningscommissie (NJi" in text(
        browser(None).get(made.permalink)
    )


def test_three_stand_beside_each_other_by_their_address_alone():
    for naam, anders in [("Een", {"kosten": "€ 5.000"}), ("Twee", {}), ("Drie", {}), ("Vier", {})]:
        palet.gepubliceerd(F.TESTEN, naam=naam, **anders)
    client = browser(None)
    page = client.get(reverse("catalogus"), {"zoek": "buurthuis", "vergelijk": ["twee", "een", "bestaat-niet"]})
    assert [naam for naam, _ in page.context["naast"]] == ["Twee", "Een"]
    kaarten = {each.publicatie.versie.naam: each for each in page.context["kaarten"]}
    assert kaarten["Vier"].vergelijk == "?zoek=buurthuis&vergelijk=twee&vergelijk=een&vergelijk=vier"
    assert "Vergelijk deze 2" in text(page)
    seen = client.get(reverse("catalogus-vergelijken"), {"vergelijk": ["twee", "een", "drie", "vier"]})
    assert [blad.versie.naam for blad in seen.context["bladen"]] == ["Twee", "Een", "Drie"]
    assert "Kosten Niet beschreven € 5.000 Niet beschreven" in text(seen)
    vol = client.get(reverse("catalogus"), {"vergelijk": ["twee", "een", "drie"]}).context["kaarten"]
    assert {kaart.vergelijk for kaart in vol} == {""}
    for weinig in ([], ["een"], ["bestaat-niet", "een\x00"]):
        assert "Kies twee of drie interventies" in text(
            client.get(reverse("catalogus-vergelijken"), {"vergelijk": weinig})
        )


def test_the_feed_has_what_is_public_newest_first():
    palet.gepubliceerd(F.TESTEN, naam="Een & ander")
    with klok.vastgezet(palet.NU + timedelta(days=1)):
        palet.gepubliceerd(F.TESTEN, naam="Twee")
    palet.gepubliceerd(F.TESTEN, naam="Bedacht", is_voorbeeld=True)
    answer = browser(None).get(reverse("catalogus-rss"))
    assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
    items = ElementTree.fromstring(answer.content).findall("channel/item")
    assert [(each.findtext("title"), each.findtext("link"), each.findtext("pubDate")) for each in items] == [
        ("Twee", "http://localhost/interventies/twee/", "Tue, 03 Nov 2026 09:00:00 +0000"),
        ("Een & ander", "http://localhost/interventies/een-ander/", "Mon, 02 Nov 2026 09:00:00 +0000"),
    ]
