"""The money per gemeente: added up per instrument and only where certain, through a herindeling, for who may see it."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.test import Client

from agenda import klok
from agenda.access import Rol
from agenda.models import Gemeente
from rapportage.geldstromen.beeld import per_gemeente, sommen
from rapportage.geldstromen.stromen import stromen, stromen_van
from subsidies.models import Decentralisatieuitkering
from tests.hulpmiddelen.pagina import rows, text

IN_2026, IN_2027 = (datetime(jaar, 6, 1, 9, tzinfo=klok.AMSTERDAM) for jaar in (2026, 2027))
ADRES = "/werk/geldstromen/?programma=voorbeeld-2026"


@pytest.fixture
def dam(voorbeeldprogramma) -> Gemeente:
    """Voorbeelddam, which goes up in Nieuw-Voorbeeld on 1 January 2027."""
    nieuw = Gemeente.objects.get(code="GM9997")
    Gemeente.objects.filter(code="GM9998").update(opvolger=nieuw, opgegaan_op=date(2027, 1, 1))
    return Gemeente.objects.get(code="GM9998")


def test_only_what_is_published_is_added_up_and_what_was_refused_is_not_shown(voorbeeldprogramma, account):
    rijen = stromen(voorbeeldprogramma, account(Rol.AUDITOR))
    uitkeringen = Decentralisatieuitkering.objects.filter(programma=voorbeeldprogramma)
    gepubliceerd = sum(each.bedrag for each in uitkeringen.filter(status__in=["circulaire", "betaald"]))
    (du,) = [each for each in sommen(rijen) if each.instrument == "Decentralisatie-uitkering"]
    assert (du.vast, du.vast > 0, du.nog_niet > 0) == (gepubliceerd, True, True)
    assert {each.stand for each in rijen} & {"Niet akkoord gemeente", "Ingetrokken"} == set()


def test_a_herindeling_moves_the_series_to_the_successor_and_loses_no_cent(dam, voorbeeldprogramma, account):
    lezer = account(Rol.AUDITOR)
    with klok.vastgezet(IN_2026):
        eerst = stromen(voorbeeldprogramma, lezer)
    with klok.vastgezet(IN_2027):
        daarna = stromen(voorbeeldprogramma, lezer)
    assert sommen(daarna)[0].vast == sommen(eerst)[0].vast > Decimal(0)
    assert "Voorbeelddam" in {each.gemeente.naam for each in per_gemeente(eerst)}
    namen = {each.gemeente.naam: each.eerder for each in per_gemeente(daarna)}
    assert (namen["Nieuw-Voorbeeld"], "Voorbeelddam" in namen) == (["Voorbeelddam"], False)


def test_a_gemeente_sees_its_own_money_and_that_of_what_went_up_in_it_from_the_day_on(dam, account):
    nieuw = Gemeente.objects.get(code="GM9997")
    lezer = account(Rol.GEMEENTELIJK_AANVRAGER, gemeente=nieuw)
    with klok.vastgezet(IN_2026):
        assert {each.toen for each in stromen_van(nieuw, lezer)} == {nieuw}
    with klok.vastgezet(IN_2027):
        assert {each.toen for each in stromen_van(nieuw, lezer)} == {nieuw, dam}


def test_the_pages_show_filter_and_export_the_same_rows(voorbeeldprogramma, lezer):
    pagina = text(lezer.get(ADRES))
    assert ("Voorbeelddam" in pagina, "Voorbeeldstad" in pagina) == (True, True)
    gefilterd = lezer.get(f"{ADRES}&naam=dam")
    assert "Zoek op naam, ook een oude: dam" in text(gefilterd)
    assert [rij.split()[0] for rij in rows(gefilterd)] == ["Voorbeelddam"]
    bestand = b"".join(lezer.get(f"{ADRES}&naam=dam&formaat=csv").streaming_content).decode()
    aantal = Decentralisatieuitkering.objects.filter(gemeente__code="GM9998").exclude(
        status__in=["afgewezen", "ingetrokken"]
    )
    regels = bestand.strip().splitlines()
    assert "VOORBEELD" in regels[0]
    assert len([regel for regel in regels[2:] if ";Decentralisatie-uitkering;" in regel]) == aantal.count() > 0
    assert text(lezer.get(f"{ADRES}&jaar=1999")).count("Kies een jaar uit de lijst") == 2


def test_a_gebied_is_chosen_and_the_file_follows(voorbeeldprogramma, lezer):
    adres = f"{ADRES}&gebied=Voorbeeldstad+Oost"
    pagina = lezer.get(adres)
    assert "Gebied: Voorbeeldstad Oost" in text(pagina)
    assert "1 gemeente, 2 bedragen" in text(pagina)
    assert [rij.split()[0] for rij in rows(pagina)] == ["Voorbeeldstad"]
    bestand = b"".join(lezer.get(f"{adres}&formaat=csv").streaming_content).decode()
    assert {regel.split(";")[3] for regel in bestand.strip().splitlines()[2:]} == {"Voorbeeldstad Oost"}
    assert text(lezer.get(f"{ADRES}&gebied=Nergens")).count("Kies een gebied uit de lijst") == 2


def test_the_real_programme_says_that_nothing_is_known_per_gemeente_and_shows_where_the_gebieden_are(programma, lezer):
    pagina = text(lezer.get("/werk/geldstromen/"))
    assert "Van geen gemeente is bekend wat zij krijgt" in pagina
    assert "Hoeveel kreeg elk focusgebied per thema en per jaar?" in pagina
    assert pagina.count("Amsterdam Zuidoost") == 1
    van_amsterdam = lezer.get("/werk/gemeenten/GM0363/geld/").content.decode()
    kaart = "Kaart van Nederland met de focusgebieden van Amsterdam."
    assert (van_amsterdam.count(kaart), "Kaart van" in text(lezer.get("/werk/gemeenten/GM0034/geld/"))) == (1, False)


def test_the_own_page_of_a_gemeente_names_no_other(voorbeeldprogramma, account):
    client = Client()
    client.force_login(account(Rol.GEMEENTELIJK_AANVRAGER, gemeente=Gemeente.objects.get(code="GM9999")))
    eigen = client.get("/gemeente/geld/")
    for page in (eigen, client.get("/gemeente/")):
        assert "U ziet Voorbeeldprogramma" in page.content.decode()
    pagina = text(eigen)
    assert ("€ 30.000" in pagina, "Voorbeelddam" in pagina, "CSV" in pagina) == (True, False, True)
    bestand = b"".join(client.get("/gemeente/geld/?formaat=csv").streaming_content).decode()
    kop, _, *regels = bestand.strip().splitlines()
    assert {regel.split(";")[0] for regel in regels} == {"Voorbeeldstad"}
    assert ("VOORBEELD" in kop, "Voorbeelddam" in bestand) == (True, False)
