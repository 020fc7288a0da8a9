"""Where it runs: on the map and in words, only what everybody may see, and nothing that was entered wrongly."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from actielijnen.begroting.plafond import Geweigerd
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import NietMogelijk
from agenda.models import Gemeente, Provincie
from agenda.ui.landkaart import MOST, Punt, landkaart, middles, place
from interventies import cijfers
from interventies.models import Uitvoering
from interventies.palet import uitvoeren
from subsidies import bekostigen
from subsidies.betaald import bekostigingen
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen import regelingen
from tests.hulpmiddelen.interventies import SCHRIJVER, F, wie
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.voorstellen import K, kader

KAART = "catalogus-kaart"


@pytest.fixture(autouse=True)
def in_november():
    with klok.vastgezet(palet.NU):
        yield


def gemeente(code: str, naam: str) -> Gemeente:
    provincie, _ = Provincie.objects.get_or_create(code="PV99", defaults={"naam": "Voorbeeldland"})
    return Gemeente.objects.create(code=code, naam=naam, naam_cbs=naam, provincie=provincie)


@pytest.mark.django_db
def test_the_map_marks_where_it_runs_and_each_mark_leads_to_what_runs_there(django_assert_max_num_queries):
    een, twee = (palet.gepubliceerd(F.TESTEN, naam=naam) for naam in ("Een", "Twee"))
    nooit = palet.interventie(F.TESTEN, naam="Nooit")
    groningen, utrecht = gemeente("GM0014", "Groningen"), gemeente("GM0344", "Utrecht")
    nieuw = gemeente("GM9982", "Nieuwdorp")
    loopt = [(een, groningen), (een, groningen), (twee, groningen), (een, utrecht), (nooit, utrecht), (een, nieuw)]
    gemaakt = [palet.uitvoering(each, gemeente=waar, wijk=f"Wijk {nr}") for nr, (each, waar) in enumerate(loopt)]
    client = Client(headers={"host": "localhost"})
    with django_assert_max_num_queries(8):
        page = client.get(reverse(KAART), {"fase": "testen"})
    assert [(punt.nummer, punt.naam) for punt in page.context["kaart"].punten] == [
        (1, "Groningen: 2 interventies"),
        (2, "Utrecht: 1 interventie"),
    ]
    assert [plaats.woorden for plaats in page.context["elders"]] == ["Nieuwdorp: 1 interventie"]
    assert "Niet op de kaart De kaart is van 2023. Deze gemeenten staan er niet op. Nieuwdorp: 1 interventie" in text(
        page
    )
    daar = client.get(page.context["kaart"].punten[0].url)
    assert [kaart.publicatie.versie.naam for kaart in daar.context["kaarten"]] == ["Een", "Twee"]
    assert daar.context["vraag"].gekozen == {"fase": ["testen"], "gemeente": ["Groningen"]}
    assert client.get(reverse(KAART), {"fase": "gestopt"}).context["kaart"] is None

    with django_assert_max_num_queries(8):
        bladzijde = client.get(een.permalink)
    assert [punt.naam for punt in bladzijde.context["landkaart"].punten] == ["Groningen", "Utrecht"]
    for each in gemaakt[:4]:
        uitvoeren.vervallen(each, reden="Verkeerde gemeente.", by=wie(SCHRIJVER))
    page = client.get(reverse(KAART))
    assert (page.context["kaart"], [each.woorden for each in page.context["elders"]]) == (
        None,
        ["Nieuwdorp: 1 interventie"],
    )
    bladzijde = client.get(een.permalink)
    assert (bladzijde.context["landkaart"], len(bladzijde.context["blad"].uitvoeringen)) == (None, 1)
    assert client.get(reverse("catalogus"), {"gemeente": "Utrecht"}).context["aantal"] == 0


@pytest.mark.django_db
def test_what_was_entered_wrongly_stays_with_the_reason_and_counts_nowhere_from_then_on():
    made = palet.gepubliceerd(F.TESTEN)
    uitvoering, thema = palet.uitvoering(made), regelingen.wijk().thema()
    programma, vandaag = thema.versie.regeling.programma, palet.NU.date()
    bekostigen.uit_regeling(uitvoering, thema, by=wie(SCHRIJVER))
    for rol in (Rol.REDACTEUR, Rol.AUDITOR):
        with pytest.raises(GeenToegang):
            uitvoeren.vervallen(uitvoering, reden="Dubbel.", by=wie(rol))
    assert cijfers.begonnen_op(programma, vandaag) == [uitvoering]
    assert len(list(bekostigingen(made, wie(SCHRIJVER)))) == 1
    with pytest.raises(Geweigerd, match="wat er niet klopt"):
        uitvoeren.vervallen(uitvoering, reden=" ", by=wie(SCHRIJVER))
    voor_een_brief = kader(K.TOEGESTEMD, uitvoering)
    uitvoeren.vervallen(uitvoering, reden="Dubbel ingevoerd.", by=wie(SCHRIJVER))
    voor_een_brief.refresh_from_db()
    assert voor_een_brief.status == K.VERVALLEN
    assert cijfers.begonnen_op(programma, vandaag) == []
    assert list(bekostigingen(made, wie(SCHRIJVER))) == []
    for verb in (
        lambda: uitvoeren.vervallen(uitvoering, reden="Nog eens.", by=wie(SCHRIJVER)),
        lambda: uitvoeren.tellen(uitvoering, aantal=1, telwijze="Lijst.", tot=vandaag, by=wie(SCHRIJVER)),
        lambda: uitvoeren.eindigen(uitvoering, tot=vandaag, reden="Klaar.", by=wie(SCHRIJVER)),
        lambda: bekostigen.uit_regeling(uitvoering, thema, by=wie(SCHRIJVER)),
    ):
        with pytest.raises(NietMogelijk, match="UIT-2026-001 is vervallen"):
            verb()
    client = Client(headers={"host": "localhost"})
    client.force_login(wie(SCHRIJVER))
    seen = text(client.get(programma.address(uitvoering.get_absolute_url())))
    assert "Zij telt nergens meer mee. Dubbel ingevoerd." in seen
    assert "Laten vervallen" not in seen
    assert Uitvoering.objects.get().stand == "Vervallen"


def test_the_middle_of_a_gemeente_lies_in_it_and_too_many_marks_are_none():
    amsterdam, groningen = (place(*middles()[code]) for code in ("GM0363", "GM0014"))
    assert (amsterdam, groningen) == ((1125, 1348), (2294, 410))
    punt = Punt(1, "Groningen", "GM0014", *middles()["GM0014"])
    vol = landkaart("Kaart", [replace(punt, nummer=nummer) for nummer in range(MOST + 1)])
    assert (len(vol.punten), vol.merken) == (MOST + 1, [])
