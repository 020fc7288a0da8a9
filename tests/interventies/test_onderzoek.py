"""The library: research is in it once, an interventie cites it, and its page says who does."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.models import Bron
from interventies.palet import onderzoek
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.interventies import SCHRIJVER, F, wie
from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def example():
    with klok.vastgezet(palet.NU):
        yield vooruitzicht.programma()


def test_research_is_added_once_and_cited(example):
    made = palet.interventie(is_voorbeeld=True)
    client = Client(headers={"host": "localhost"})
    client.force_login(wie(SCHRIJVER))

    def send(naam, *sleutels, **velden):
        address = example.address(reverse(naam, args=sleutels))
        return text(client.post(address, velden | {"sleutel": str(uuid.uuid4())}, follow=True))

    velden = {"titel": "Wat werkt (bedacht)", "verwijzing": "A. Auteur, ‘Wat werkt’, 2026", "datum": "2026-03-01"}
    seen = send("onderzoek-nieuw", **velden, url="javascript:alert(1)")
    assert "In de tekst staat ‘javascript:’." in seen
    assert "Dit is geen webadres." in send("onderzoek-nieuw", **velden, url="voorbeeld")
    assert not Bron.objects.filter(titel=velden["titel"]).exists()
    assert "staat in de bibliotheek" in send("onderzoek-nieuw", **velden)
    assert "staat al in de bibliotheek" in send("onderzoek-nieuw", **velden)
    bron = Bron.objects.get(titel=velden["titel"])
    assert (bron.soort, bron.sleutel) == ("voorbeeld", "onderzoek-wat-werkt-bedacht")
    seen = send("interventie-bron", made.sleutel, bron=bron.pk, vindplaats="hoofdstuk 3", waarvoor="De theorie.")
    assert "Bronnen Wat werkt (bedacht), hoofdstuk 3 De theorie." in seen
    assert "al aangehaald" in send(
        "interventie-bron", made.sleutel, bron=bron.pk, vindplaats="hoofdstuk 3", waarvoor="x"
    )
    found = rows(client.get(example.address(reverse("onderzoek"))))
    assert "Wat werkt (bedacht) A. Auteur, ‘Wat werkt’, 2026 Buurtlab" in found
    assert "1 bronvermelding bij een interventie" in text(client.get(example.address(bron.get_absolute_url())))


def test_only_who_describes_interventies_adds_research_or_cites_it():
    gegevens = onderzoek.Publicatiegegevens("Titel", "Verwijzing")
    made, bron = palet.interventie(), vooruitzicht.bron()
    for rol in (Rol.AUDITOR, Rol.REDACTEUR):
        with pytest.raises(GeenToegang):
            onderzoek.toevoegen(gegevens, is_voorbeeld=False, by=wie(rol))
        with pytest.raises(GeenToegang):
            onderzoek.aanhalen(made, bron, vindplaats="", waarvoor="x", by=wie(rol))


def test_everybody_reads_of_a_cited_bron_that_he_can_look_up_and_of_no_other(django_assert_max_num_queries):
    made = palet.gepubliceerd(F.DOEN)
    palet.uitvoering(made)
    palet.document(made)
    adres, verschenen = "https://www.voorbeeld.nl/rapport?a=1&b=2", {"bekend_sinds": "2018-12-31"}
    for soort, titel, velden in [
        ("onderzoek", "Met adres", {"url": adres}),
        ("onderzoek", "Verschenen", {"verwijzing": "A. Auteur, 2018"} | verschenen),
        ("onderzoek", "Zonder adres", {"verwijzing": "Concept van A. Auteur"}),
        ("onderzoek", "Zonder verwijzing", verschenen),
        ("beslisnota", "Nota", {"url": adres, "verwijzing": "Nota"} | verschenen),
    ]:
        vast = {"sleutel": titel.lower(), "soort": soort, "titel": titel, "bekend_precisie": "onbekend"}
        bron = Bron.objects.create(**vast | velden)
        for vindplaats in ("hoofdstuk 1", "hoofdstuk 2"):
            velden = {"vindplaats": vindplaats, "waarvoor": f"Intern over {titel}."}
            onderzoek.aanhalen(made, bron, **velden, by=wie(SCHRIJVER))
    with django_assert_max_num_queries(8):
        page = Client(headers={"host": "localhost"}).get(made.permalink)
    assert page.context["blad"].bronnen == [
        {"url": adres, "verwijzing": "", "titel": "Met adres"},
        {"url": "", "verwijzing": "A. Auteur, 2018", "titel": "Verschenen"},
    ]
    assert "Bronnen Met adres A. Auteur, 2018 Nog niet beschreven" in text(page)
    for geheim in ("Intern over", "hoofdstuk 1", "Concept", "Zonder", "Nota"):
        assert geheim not in page.content.decode()
