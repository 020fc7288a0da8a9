"""A herindeling on 1 January in the middle: the successor carries on, the series stay comparable, both names show."""

from datetime import date, datetime

import pytest
from django.test import Client

from agenda import klok
from agenda.access import Rol
from agenda.models import Gemeente
from rapportage.geldstromen.beeld import sommen
from rapportage.geldstromen.stromen import stromen
from subsidies.models import Decentralisatieuitkering
from tests.hulpmiddelen import uitkeringen
from tests.hulpmiddelen.pagina import rows, text
from tests.hulpmiddelen.uitkeringen import TEKENT, wie

pytestmark = pytest.mark.django_db
IN_2026, IN_2027 = (datetime(jaar, 6, 1, 9, tzinfo=klok.AMSTERDAM) for jaar in (2026, 2027))
LIJST = "/werk/decentralisatie-uitkeringen/?programma=voorbeeld-2026"
WIJK = "/werk/regelingen/sterke-wijk/gemeenten/{}/?programma=voorbeeld-2026"
GELD = "/werk/geldstromen/?programma=voorbeeld-2026"


def browser(rol: Rol, gemeente: Gemeente | None = None) -> Client:
    """Somebody who signed in just now: nobody stays signed in from one year to the next."""
    client = Client(headers={"host": "localhost"})
    client.force_login(wie(rol, gemeente))
    return client


def totals(programma) -> list[tuple]:
    return [(som.instrument, som.vast, som.nog_niet) for som in sommen(stromen(programma, wie(Rol.AUDITOR)))]


def test_the_pages_carry_on_under_the_successor_and_show_both_names(voorbeeldprogramma):
    dam, nieuw = Gemeente.objects.get(code="GM9998"), Gemeente.objects.get(code="GM9997")
    with klok.vastgezet(uitkeringen.NU):
        open_voorstel = uitkeringen.uitkering(gemeente=dam)  # proposed to the one, signed by the other
    with klok.vastgezet(IN_2026):
        eerst = totals(voorbeeldprogramma)
        assert browser(TEKENT, nieuw).get(open_voorstel.adres_gemeente).status_code == 404
    Gemeente.objects.filter(pk=dam.pk).update(opvolger=nieuw, opgegaan_op=date(2027, 1, 1))

    with klok.vastgezet(IN_2027):
        tekent, lezer = browser(TEKENT, nieuw), browser(Rol.AUDITOR)
        tekent.post(f"{open_voorstel.adres_gemeente}akkoord/")
        assert "Uw gemeente is akkoord" in text(tekent.get(open_voorstel.adres_gemeente))
        assert "Voorbeelddam (nu Nieuw-Voorbeeld)" in text(tekent.get(open_voorstel.adres_gemeente))

        van_dam = Decentralisatieuitkering.objects.filter(gemeente=dam, programma=voorbeeldprogramma).count()
        for zoek in ("Voorbeelddam", "Nieuw-Voorbeeld"):
            found = [rij for rij in rows(lezer.get(f"{LIJST}&gemeente={zoek}")) if "Voorbeelddam (nu" in rij]
            assert len(found) == van_dam > 0

        assert totals(voorbeeldprogramma) == eerst
        geld = text(lezer.get(f"{GELD}&naam=Nieuw-Voorbeeld"))
        assert "Nieuw-Voorbeeld ook van Voorbeelddam" in geld
        wijk, oud = lezer.get(WIJK.format("GM9997")), lezer.get(WIJK.format("GM9998"))
        assert "Voorbeelddam (GM9998) nu Nieuw-Voorbeeld (eerder Oud-Voorbeeld, Voorbeelddam en Voorbeelddorp)" in text(
            oud
        )
        assert [rij.split()[0] for rij in rows(wijk)] == ["2026"] * 3 + ["2027"] * 3
        assert rows(wijk) == rows(oud)
