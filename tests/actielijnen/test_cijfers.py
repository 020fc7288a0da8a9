"""The counted figures of the begroting: a row that counts, and the rows beside it that must not."""

from datetime import date
from decimal import Decimal

import pytest

import actielijnen.cijfers  # noqa: F401  registers the figures
from agenda.access import Rol
from agenda.cijfers import Onbekend, collect
from agenda.models import Bron, Ministerie, Precisie, Programma
from tests.hulpmiddelen import begroting
from tests.hulpmiddelen.begroting import boek

PEILDATUM = date(2024, 12, 31)


@pytest.fixture
def agenda(db):
    szw = Ministerie.objects.create(afkorting="SZW", naam="Sociale Zaken", tooi_uri="https://szw.example")
    return Programma.objects.create(code="agenda", naam="De Agenda", korte_naam="Agenda", soort="echt", ministerie=szw)


@pytest.fixture
def opvolger(agenda):
    return Programma.objects.create(
        code="opvolger",
        naam="De opvolger",
        korte_naam="Opvolger",
        soort="echt",
        ministerie=agenda.ministerie,
        opvolger_van=agenda,
    )


def bron(sleutel, bekend_sinds):
    return Bron.objects.create(
        sleutel=sleutel,
        soort="kamerbrief",
        titel=sleutel,
        bekend_sinds=bekend_sinds,
        bekend_precisie=Precisie.DAG,
    )


@pytest.fixture
def brief_2023(db):
    return bron("brief-2023", date(2023, 4, 17))


@pytest.fixture
def regel(brief_2023, account):
    """A line of the begroting with a mutatie on it: regel(programma, post, bedrag), undivided, of the letter of 2023."""
    budgethouder = account(Rol.BUDGETHOUDER)

    def make(programma, nummer, bedrag, *, bron=brief_2023, budget="beide", **velden):
        boek(begroting.regel(programma, nummer, **velden), bedrag, bron=bron, budget=budget, by=budgethouder)

    return make


def waarden(programma, *namen) -> dict[str, str]:
    return {naam: cijfer.waarde for naam, cijfer in collect(programma, PEILDATUM, namen).items()}


def test_a_line_counts_for_its_post_and_for_the_total(agenda, regel):
    regel(agenda, 1, 100)
    regel(agenda, 2, 50)
    assert waarden(agenda, "begroting.post.1", "begroting.post.2", "begroting.totaal") == {
        "begroting.post.1": "100",
        "begroting.post.2": "50",
        "begroting.totaal": "150",
    }


def test_a_line_of_another_programma_does_not_count(agenda, opvolger, regel):
    regel(agenda, 1, 100)
    regel(opvolger, 1, 7)
    assert waarden(agenda, "begroting.post.1", "begroting.totaal") == {
        "begroting.post.1": "100",
        "begroting.totaal": "100",
    }


def test_a_line_from_a_source_after_the_peildatum_does_not_count(agenda, regel):
    regel(agenda, 1, 100)
    regel(agenda, 1, 7, bron=bron("brief-2025", date(2025, 1, 1)))
    regel(agenda, 2, 7, bron=bron("brief-2026", date(2026, 1, 1)))
    assert waarden(agenda, "begroting.post.1", "begroting.totaal") == {
        "begroting.post.1": "100",
        "begroting.totaal": "100",
    }
    with pytest.raises(Onbekend, match=r"begroting\.post\.2"):
        collect(agenda, PEILDATUM, ["begroting.post.2"])


def test_a_line_from_a_source_without_a_date_does_not_count(agenda, regel):
    regel(agenda, 1, 100)
    undated = Bron.objects.create(
        sleutel="webpagina", soort="webpagina", titel="Webpagina", bekend_precisie=Precisie.ONBEKEND
    )
    regel(agenda, 1, 7, bron=undated)
    assert waarden(agenda, "begroting.totaal") == {"begroting.totaal": "100"}


def test_what_goes_from_the_undivided_line_to_a_year_counts_once(agenda, regel):
    regel(agenda, 1, 100)
    regel(agenda, 1, -40)
    regel(agenda, 1, 40, jaar=2024)
    assert waarden(agenda, "begroting.post.1", "begroting.totaal") == {
        "begroting.post.1": "100",
        "begroting.totaal": "100",
    }


def test_kas_counts_not_beside_the_verplichtingen(agenda, regel):
    regel(agenda, 1, 100, jaar=2024, budget="verplichtingen")
    regel(agenda, 1, 80, jaar=2024, budget="kas")
    assert waarden(agenda, "begroting.totaal") == {"begroting.totaal": "100"}


def test_a_later_mutatie_counts_with_the_first_amount_and_names_both_sources(agenda, regel):
    regel(agenda, 1, 100)
    regel(agenda, 1, 10, bron=bron("brief-2024", date(2024, 6, 1)))
    assert waarden(agenda, "begroting.post.1", "begroting.totaal") == {
        "begroting.post.1": "110",
        "begroting.totaal": "110",
    }
    totaal = collect(agenda, PEILDATUM, ["begroting.totaal"])["begroting.totaal"]
    assert [each.bron for each in totaal.herkomst] == ["brief-2023", "brief-2024"]


def test_a_total_with_one_indicative_line_is_indicative(agenda, regel):
    regel(agenda, 1, 100, is_indicatief=False)
    regel(agenda, 2, 50)
    cijfers = collect(agenda, PEILDATUM, ["begroting.post.1", "begroting.post.2", "begroting.totaal"])
    assert {naam: cijfer.kwalificatie for naam, cijfer in cijfers.items()} == {
        "begroting.post.1": "exact",
        "begroting.post.2": "indicatief",
        "begroting.totaal": "indicatief",
    }


def test_the_figures_name_their_source_and_their_lines(agenda, regel):
    regel(agenda, 1, 100)
    totaal = collect(agenda, PEILDATUM, ["begroting.totaal"])["begroting.totaal"]
    assert [(each.bron, each.vindplaats) for each in totaal.herkomst] == [("brief-2023", "tabel")]
    assert totaal.records == ("1. Post 1",)
    assert totaal.betreft == "2023–2025"


def test_a_figure_over_years_and_over_an_undivided_period_names_both(agenda, regel):
    regel(agenda, 1, 100)
    regel(agenda, 2, 10, jaar=2027)
    regel(agenda, 3, 10, jaar=2026)
    totaal = collect(agenda, PEILDATUM, ["begroting.totaal"])["begroting.totaal"]
    assert totaal.betreft == "2026–2027, 2023–2025"


def test_the_real_begroting_has_five_posts_that_add_up(programma):
    namen = [f"begroting.post.{nummer}" for nummer in range(1, 6)]
    posten = waarden(programma, *namen)
    assert list(posten) == namen
    assert sum(Decimal(waarde) for waarde in posten.values()) == Decimal(10_600_000)
    assert waarden(programma, "begroting.totaal") == {"begroting.totaal": "10600000"}
