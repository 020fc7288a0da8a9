"""The start page says what the begroting asks of somebody: with the money for who holds it, decisions for who decides."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from actielijnen.begroting import herschikken, jaarafsluiting, verplichten
from actielijnen.begroting.mutaties import Besluit
from actielijnen.begroting.plannen import plannen
from agenda import klok
from agenda.access import Rol
from agenda.models import Gebruiker
from tests.hulpmiddelen import begroting as hulp
from tests.hulpmiddelen.pagina import text

IN_NOVEMBER = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def veel(voorbeeld, regel, stuk, budgethouder):
    """Post 2 is for 93 % committed, post 3 over its budget, and one of everything that waits."""
    by = budgethouder
    with klok.vastgezet(datetime(2026, 2, 2, 9, tzinfo=UTC)):
        lijn, ander = regel(2026, 100_000), regel(2026, 50_000, nummer=3, is_indicatief=True)
        made = hulp.verplicht(lijn, "A", 88_000, by=by)
        plannen(made, [(date(2026, 9, 1), Decimal(60_000)), (date(2026, 12, 1), Decimal(28_000))], by=by)
        verplichten.betalen(made, bedrag=Decimal(59_000), datum=date(2026, 9, 3), kenmerk="F1", by=by)
        hulp.verplicht(ander, "B", 51_000, by=by, reden_overschrijding="al toegezegd")
        verplichten.reserveren(lijn, bedrag=Decimal(5_000), datum=date(2026, 2, 2), omschrijving="Plan", by=by)
        hulp.boek(regel(2025), 1, bron=stuk(2025), by=by, moment="slotwet", begrotingsjaar=2025)
    besluit = Besluit("tweede_suppletoire", 2026, stuk(2026), "tabel", "meer vraag")
    herschikken.voorstellen(lijn, ander, budget="kas", bedrag=Decimal(2_000), besluit=besluit, by=by)
    with klok.vastgezet(IN_NOVEMBER):
        jaarafsluiting.voorstellen(voorbeeld, 2025, by=by)
    return voorbeeld


@pytest.fixture
def start(client, account, django_assert_max_num_queries):
    """The start page of the example for a role, in November."""

    def read(programma, rol) -> str:
        with klok.vastgezet(IN_NOVEMBER):
            client.force_login(Gebruiker.objects.filter(rollen=[rol]).first() or account(rol))
            with django_assert_max_num_queries(15):
                seen = text(client.get(programma.address("/werk/")))
        return seen.partition("Wat de begroting van u vraagt")[2].partition("Begroting per actielijn")[0]

    return read


BESLUITEN = [
    "wacht op besluit Herschikking van € 2.000 naar 3. Post 3 Voorgesteld.",
    "wacht op besluit Jaar 2025 afsluiten Een ander dan wie het voorstelde, sluit het jaar af.",
]
GELD = [
    "boven het budget 3. Post 3 (2026) Er is € 1.000 meer verplicht of gereserveerd dan mag.",
    "bijna op 2. Post 2 (2026) 93,0% is verplicht of gereserveerd. Er is nog € 7.000.",
    "te laat 1 verplichting loopt achter op de planning",
    "loopt af € 5.000 is nog gereserveerd in 2026",
]


@pytest.mark.parametrize(
    ("rol", "wel", "niet"),
    [
        (Rol.BUDGETHOUDER, [*BESLUITEN, *GELD, "ontbreekt Maak een nieuwe prognose over 2026"], []),
        (Rol.PROGRAMMAMANAGER, BESLUITEN, GELD),
        (Rol.BESLISSER, BESLUITEN[:1], [BESLUITEN[1], *GELD]),
        (Rol.REDACTEUR, [], [*BESLUITEN, *GELD]),
    ],
)
def test_who_may_do_something_about_it_sees_it(veel, start, rol, wel, niet):
    seen = start(veel, rol)
    assert [zin for zin in wel if zin not in seen] == []
    assert [zin for zin in niet if zin in seen] == []


def test_the_most_urgent_stands_first_and_nothing_is_said_of_what_is_well(veel, start):
    seen = start(veel, Rol.BUDGETHOUDER)
    assert seen.strip().startswith("boven het budget")
    assert "1. Post 1" not in seen


def test_a_quiet_begroting_asks_nothing(voorbeeld, regel, start):
    regel(None, 100_000)
    assert start(voorbeeld, Rol.BUDGETHOUDER).strip().startswith("Nu niets.")


def test_the_list_of_late_payments_has_just_those_rows(veel, client, budgethouder):
    with klok.vastgezet(IN_NOVEMBER):
        client.force_login(budgethouder)
        seen = text(client.get("/werk/begroting/verplichtingen/?achterstallig=ja&programma=voorbeeld"))
    assert "1 rij" in seen
    assert "Contract A" in seen
    assert "Contract B" not in seen
