"""The counted figures over gebieden and period: a row that counts, and the rows beside it that must not."""

from datetime import date

import pytest

import rapportage.cijfers  # noqa: F401  registers the figures
from agenda.cijfers import Onbekend, collect
from agenda.models import Bron, Gebied, Gemeente, Ministerie, Precisie, Programma, ProgrammaPeriode, Provincie

PEILDATUM = date(2024, 12, 31)


@pytest.fixture
def agenda(db):
    szw = Ministerie.objects.create(afkorting="SZW", naam="Sociale Zaken", tooi_uri="https://szw.example")
    return Programma.objects.create(
        code="agenda", naam="De Agenda", korte_naam="Agenda", soort="echt", ministerie=szw
    )


def bron(sleutel, bekend_sinds):
    return Bron.objects.create(
        sleutel=sleutel,
        soort="webpagina",
        titel=sleutel,
        bekend_sinds=bekend_sinds,
        bekend_precisie=Precisie.DAG,
    )


@pytest.fixture
def lijst(db):
    return bron("lijst-2022", date(2022, 7, 1))


@pytest.fixture
def gemeente(db):
    """A municipality: gemeente("Breda")."""

    def make(naam, **velden):
        provincie, _ = Provincie.objects.get_or_create(code="PV30", defaults={"naam": "Noord-Brabant"})
        code = f"GM{Gemeente.objects.count():04d}"
        return Gemeente.objects.create(code=code, naam=naam, naam_cbs=naam, provincie=provincie, **velden)

    return make


@pytest.fixture
def gebied(lijst):
    """A focusgebied: gebied("Noord", gemeente), from the list of 2022."""

    def make(naam, gemeente, **velden):
        nummer = Gebied.objects.count() + 1
        return Gebied.objects.create(
            nummer=nummer, naam=naam, gemeente=gemeente, **{"bron": lijst, "rd_x": 0, "rd_y": 0} | velden
        )

    return make


def aantallen(programma) -> tuple[str, str]:
    """The figures of gebieden and of gemeenten."""
    cijfers = collect(programma, PEILDATUM, ["nplv.gebieden", "nplv.gemeenten"])
    return cijfers["nplv.gebieden"].waarde, cijfers["nplv.gemeenten"].waarde


def test_a_gebied_and_its_gemeente_count(agenda, gebied, gemeente):
    gebied("Noord", gemeente("Breda"))
    assert aantallen(agenda) == ("1", "1")


def test_a_gemeente_with_two_gebieden_counts_once(agenda, gebied, gemeente):
    breda = gemeente("Breda")
    gebied("Noord", breda)
    gebied("Zuid", breda)
    assert aantallen(agenda) == ("2", "1")


def test_two_gemeenten_of_the_same_name_are_two(agenda, gebied, gemeente):
    gebied("Noord", gemeente("Bergen"))
    gebied("Zuid", gemeente("Bergen"))
    assert aantallen(agenda) == ("2", "2")


def test_a_gemeente_without_gebied_does_not_count(agenda, gebied, gemeente):
    gebied("Noord", gemeente("Breda"))
    gemeente("Tilburg")
    assert aantallen(agenda) == ("1", "1")


def test_a_gebied_of_an_example_gemeente_does_not_count(agenda, gebied, gemeente):
    gebied("Noord", gemeente("Breda"))
    gebied("Verzonnen wijk", gemeente("Voorbeeldstad", is_voorbeeld=True))
    assert aantallen(agenda) == ("1", "1")


def test_a_gebied_from_a_source_after_the_peildatum_does_not_count(agenda, gebied, gemeente):
    gebied("Noord", gemeente("Breda"))
    gebied("Later", gemeente("Tilburg"), bron=bron("lijst-2025", date(2025, 1, 1)))
    assert aantallen(agenda) == ("1", "1")


def test_the_figures_name_the_gebieden_and_their_source(agenda, gebied, gemeente):
    gebied("Noord", gemeente("Breda"))
    cijfers = collect(agenda, PEILDATUM, ["nplv.gebieden", "nplv.gemeenten"])
    assert {naam: cijfer.records for naam, cijfer in cijfers.items()} == {
        "nplv.gebieden": ("Noord",),
        "nplv.gemeenten": ("Breda",),
    }
    assert {herkomst.bron for cijfer in cijfers.values() for herkomst in cijfer.herkomst} == {"lijst-2022"}


def periode(programma, bron, jaar, *, is_geldend):
    return ProgrammaPeriode.objects.create(
        programma=programma,
        omschrijving=f"tot en met {jaar}",
        tot_en_met_jaar=jaar,
        bron=bron,
        is_geldend=is_geldend,
    )


def laatste_jaar(programma) -> str:
    return collect(programma, PEILDATUM, ["programma.laatste-jaar"])["programma.laatste-jaar"].waarde


def test_the_last_year_is_that_of_the_period_that_holds(agenda, lijst):
    periode(agenda, lijst, 2025, is_geldend=True)
    periode(agenda, lijst, 2024, is_geldend=False)
    periode(agenda, lijst, 2027, is_geldend=False)
    assert laatste_jaar(agenda) == "2025"


def test_the_last_year_of_another_programma_does_not_count(agenda, lijst):
    opvolger = Programma.objects.create(
        code="opvolger", naam="De opvolger", korte_naam="Opvolger", soort="echt", ministerie=agenda.ministerie
    )
    periode(opvolger, lijst, 2028, is_geldend=True)
    with pytest.raises(Onbekend, match="laatste-jaar"):
        laatste_jaar(agenda)
    periode(agenda, lijst, 2025, is_geldend=True)
    assert laatste_jaar(agenda) == "2025"


def test_the_last_year_from_a_source_after_the_peildatum_does_not_count(agenda):
    periode(agenda, bron("brief-2025", date(2025, 1, 1)), 2027, is_geldend=True)
    with pytest.raises(Onbekend, match="laatste-jaar"):
        laatste_jaar(agenda)


def test_the_real_programme_has_twenty_gebieden_in_nineteen_gemeenten_and_ends_in_2025(programma):
    assert aantallen(programma) == ("20", "19")
    assert laatste_jaar(programma) == "2025"
