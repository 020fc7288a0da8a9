"""Where an interventie runs and whom it reaches: never a number without how it was counted, public when she is."""

import uuid
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from actielijnen.begroting.plafond import Geweigerd
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.audit import sentence
from agenda.models import AuditRegel, Gebied
from interventies.models import Bereik, Uitvoering
from interventies.palet import publiceren, uitvoeren
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.interventies import PUBLICEERT, SCHRIJVER, F, wie
from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db

BESCHRIJVERS = {Rol.PROGRAMMAMANAGER, Rol.BELEIDSMEDEWERKER, Rol.BEHANDELAAR}


@pytest.fixture(autouse=True)
def example():
    with klok.vastgezet(palet.NU):
        yield vooruitzicht.programma()


def browser(rol: Rol) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(wie(rol))
    return client


def send(example, naam, argument, **velden):
    address = example.address(reverse(naam, args=[argument]))
    return browser(SCHRIJVER).post(address, velden | {"sleutel": str(uuid.uuid4())}, follow=True)


def test_each_verb_is_for_who_describes_and_stands_in_the_log():
    made = palet.gepubliceerd(F.TESTEN)
    uitvoering = palet.uitvoering(made)
    verbs = [
        lambda by: uitvoeren.vastleggen(made, palet.inzet(gemeente=palet.gemeente()), by=by),
        lambda by: uitvoeren.tellen(uitvoering, aantal=1, telwijze="Lijst.", tot=date(2026, 10, 1), by=by),
        lambda by: uitvoeren.eindigen(uitvoering, tot=date(2026, 11, 30), reden="Het geld is op.", by=by),
    ]
    for verb in verbs:
        for rol in {*Rol} - BESCHRIJVERS - {Rol.SYSTEEM}:
            with pytest.raises(GeenToegang):
                verb(wie(rol))
        verb(wie(SCHRIJVER))
    assert [sentence(regel) for regel in AuditRegel.objects.about(uitvoering).order_by("pk")] == [
        "Uitvoering UIT-2026-001 van interventie buurtlab is vastgelegd: Oordstad (wijk Zuid).",
        "Bij uitvoering UIT-2026-001 is het bereik vastgelegd: 85, geteld als ‘Presentielijst’.",
        "Bij uitvoering UIT-2026-001 is het bereik vastgelegd: 1, geteld als ‘Lijst’.",
        "Uitvoering UIT-2026-001 loopt tot en met 30-11-2026: Het geld is op.",
    ]
    assert (Uitvoering.objects.count(), Bereik.objects.count()) == (2, 2)


def elsewhere() -> Gebied:
    gemeente = palet.gemeente()
    gemeente.pk, gemeente.code, gemeente.naam = None, "GM9982", "Elders"
    gemeente.save()
    return Gebied.objects.create(
        nummer=981, naam="Elders Oost", gemeente=gemeente, bron=vooruitzicht.bron(), rd_x=0, rd_y=0
    )


REFUSED = [
    ({"telwijze": " "}, "telwijze", "hoe er is geteld"),
    ({"bereik_gepland": None}, "bereik_gepland", "Vul ook het aantal in"),
    ({"tot": date(2026, 1, 1)}, "tot", "voor het begin"),
    ({"van": date(2026, 11, 30)}, "van", "Daarna begint er geen uitvoering meer"),
    ({"uitvoerder": ""}, "uitvoerder", "welke organisatie"),
    ({"wijk": "<b>Zuid</b>"}, "wijk", "zonder opmaak of code"),
    ({"gebied": elsewhere}, "gebied", "ligt in Elders, niet in Oordstad"),
    ({"gemeente": lambda: palet.gemeente(is_voorbeeld=True)}, "gemeente", "bedacht"),
]


def test_what_cannot_be_is_refused_at_its_field_with_why():
    made = palet.interventie(F.GESTOPT)
    gemeente = palet.gemeente()
    for anders, veld, woorden in REFUSED:
        anders = {naam: waarde() if callable(waarde) else waarde for naam, waarde in anders.items()}
        with pytest.raises(Geweigerd, match=woorden) as refusal, transaction.atomic():
            uitvoeren.vastleggen(made, palet.inzet(**{"gemeente": gemeente} | anders), by=wie(SCHRIJVER))
        assert refusal.value.veld == veld
    uitvoering = palet.uitvoering(made)
    geteld = {"aantal": 5, "telwijze": "Lijst.", "tot": date(2026, 10, 1)}
    for anders, woorden in [
        ({"telwijze": ""}, "hoe er is geteld"),
        ({"tot": date(2026, 11, 3)}, "moet nog komen"),
        ({"tot": date(2026, 2, 1)}, "begint pas"),
    ]:
        with pytest.raises(Geweigerd, match=woorden), transaction.atomic():
            uitvoeren.tellen(uitvoering, **geteld | anders, by=wie(SCHRIJVER))
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE interventies_uitvoering SET telwijze = ''")
    with pytest.raises(IntegrityError, match="nooit gewijzigd"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE interventies_bereik SET aantal = 1000")


def test_typed_work_stays_when_a_reach_without_counting_method_is_refused_and_a_count_replaces_none(example):
    palet.interventie(F.TESTEN, is_voorbeeld=True)
    velden = {
        "gemeente": palet.gemeente(is_voorbeeld=True).pk,
        "uitvoerder": "Welzijn",
        "van": "2026-03-01",
        "bereik_gepland": "1.200",
    }
    page = send(example, "uitvoering-nieuw", "buurtlab", **velden)
    assert "Een aantal zegt niets als niemand weet hoe er is geteld." in text(page)
    assert 'value="1.200"' in page.content.decode()
    assert not Uitvoering.objects.exists()
    page = send(example, "uitvoering-nieuw", "buurtlab", **velden, telwijze="Presentielijst.")
    assert "Uitvoering UIT-2026-001 in Oordstad is vastgelegd." in text(page)
    assert "Gepland: 1.200 mensen, geteld als: Presentielijst." in text(page)
    page = send(example, "uitvoering-bereik", "UIT-2026-001", aantal="veel", telwijze="Lijst.", tot="2026-10-01")
    assert "‘veel’ is geen getal." in text(page)
    for aantal in ("80", "85"):
        page = send(example, "uitvoering-bereik", "UIT-2026-001", aantal=aantal, telwijze="Lijst.", tot="2026-10-01")
    assert rows(page)[:2] == [
        "1 oktober 2026 85 Lijst Behandelaar, 2 november 2026",
        "1 oktober 2026 80 Lijst Behandelaar, 2 november 2026",
    ]
    page = send(example, "uitvoering-einde", "UIT-2026-001", tot="2026-10-31", reden="Het geld is op.")
    assert "Waarom dat einde Het geld is op." in text(page)
    reader, lijst = browser(Rol.AUDITOR), example.address(reverse("uitvoeringen"))
    [row] = rows(reader.get(f"{lijst}&stand=afgelopen&gemeente=oord"))
    assert row.startswith("UIT-2026-001 Buurtlab Oordstad Welzijn 1 maart 2026 31 oktober 2026 Afgelopen 1.200 85")
    assert [rows(reader.get(f"{lijst}&stand={stand}")) for stand in ("gepland", "loopt")] == [[], []]


def test_where_it_runs_is_public_when_the_interventie_is():
    made, anders = palet.interventie(F.TESTEN), palet.gepubliceerd(F.TESTEN, naam="Anders")
    eerder = {"aantal": 12, "telwijze": "Lijst.", "tot": date(2026, 5, 1)}
    uitvoeren.tellen(palet.uitvoering(made), **eerder, by=wie(SCHRIJVER))  # entered later, of an earlier day
    assert not Uitvoering.objects.openbaar().exists()
    assert "Waar het loopt" not in text(Client().get(anders.permalink))
    publiceren.publiceren(made, by=wie(PUBLICEERT))
    seen = text(Client().get(made.permalink))
    assert "Oordstad (wijk Zuid) 1 maart 2026 tot en met 31 december 2026 Loopt Welzijn Voorbeeld" in seen
    assert "85 mensen tot en met 1 oktober 2026 Geteld: Presentielijst Gepland: 120 mensen" in seen
    assert "UIT-2026" not in seen
