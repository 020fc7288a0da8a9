"""A leerkring: who came together when, and what it yielded; in the log, and for the staff only."""

import uuid
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from actielijnen.begroting.plafond import Geweigerd
from agenda import klok
from agenda.access import GeenToegang, Rol
from interventies.models import Bijeenkomst, Leerkring
from interventies.palet import leren
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.interventies import SCHRIJVER, wie
from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def example():
    with klok.vastgezet(palet.NU):
        yield vooruitzicht.programma()


def send(example, route, *sleutels, **velden):
    client = Client(headers={"host": "localhost"})
    client.force_login(wie(SCHRIJVER))
    address = example.address(reverse(route, args=sleutels))
    return client.post(address, velden | {"sleutel": str(uuid.uuid4())}, follow=True)


def test_from_beginning_to_yield_by_clicking(example):
    made = palet.interventie(is_voorbeeld=True)
    page = send(example, "leerkring-nieuw", naam="Jongerenwerk", vraag="Wat werkt?", interventies=[made.pk])
    assert "‘Jongerenwerk’ is begonnen." in text(page)
    nummer = Leerkring.objects.get().nummer
    send(example, "leerkring-bijeenkomst", nummer, dag="2027-01-14", onderwerp="Terugkijken")
    send(example, "leerkring-bijeenkomst", nummer, dag="2026-10-01", onderwerp="Kennismaken")
    leeg = {"gelezen": Bijeenkomst().kenmerk}
    page = send(example, "leerkring-opbrengst", nummer, 2, organisaties="Welzijn Oord", opbrengst=" ", **leeg)
    assert "Schrijf op wat het opleverde." in text(page)
    assert "Welzijn Oord" in text(page)
    namen = "Welzijn Oord\r\n welzijn  oord\n\nGemeente Oord"
    seen = text(
        send(example, "leerkring-opbrengst", nummer, 2, organisaties=namen, opbrengst="Wij delen ons handboek.", **leeg)
    )
    assert (
        "Kennismaken 1 oktober 2026 Opbrengst Wij delen ons handboek. Wie er waren Welzijn Oord Gemeente Oord" in seen
    )
    assert "Terugkijken 14 januari 2027 (gepland)" in seen
    assert "Deelnemende organisaties Gemeente Oord, Welzijn Oord" in seen
    mijn = {"organisaties": "Welzijn Oord", "opbrengst": "Niets."}
    page = send(example, "leerkring-opbrengst", nummer, 2, **mijn, **leeg)
    assert "Intussen legde Behandelaar iets anders vast." in text(page)
    assert f'value="{Bijeenkomst.objects.get(nummer=2).kenmerk}"' in page.content.decode()
    assert Bijeenkomst.objects.get(nummer=2).opbrengst == "Wij delen ons handboek."
    veel = "\n".join(f"Organisatie {nummer}" for nummer in range(61))
    gelezen = {"gelezen": Bijeenkomst.objects.get(nummer=2).kenmerk}
    page = send(example, "leerkring-opbrengst", nummer, 2, **mijn | {"organisaties": veel}, **gelezen)
    assert "Dit zijn 61 organisaties; er passen er 60." in text(page)
    page = send(example, "leerkring-opbrengst", nummer, 1, organisaties="Welzijn Oord", opbrengst="Te vroeg.", **leeg)
    assert "14-01-2027 moet nog komen." in text(page)
    lezer = Client(headers={"host": "localhost"})
    lezer.force_login(wie(Rol.AUDITOR))
    [row] = rows(lezer.get(example.address(reverse("leerkringen"))))
    assert row == "Jongerenwerk Wat werkt? 2 november 2026 2 2"
    assert "Leerkringen Jongerenwerk" in text(lezer.get(example.address(made.get_absolute_url())))


def test_only_who_describes_interventies_keeps_a_leerkring_and_what_is_invented_stays_apart():
    made = palet.leerkring()
    bijeenkomst = made.bijeenkomsten.get()
    verbs = [
        lambda by: leren.beginnen(naam="x", vraag="x", interventies=[], is_voorbeeld=False, by=by),
        lambda by: leren.plannen(made, dag=date(2026, 12, 1), onderwerp="x", by=by),
        lambda by: leren.opbrengen(bijeenkomst, organisaties="x", opbrengst="x", by=by),
    ]
    for verb in verbs:
        with pytest.raises(GeenToegang):
            verb(wie(Rol.REDACTEUR))
        verb(wie(Rol.BELEIDSMEDEWERKER))
    with pytest.raises(Geweigerd, match="gaan nooit samen"):
        palet.leerkring(palet.interventie(), is_voorbeeld=True)
