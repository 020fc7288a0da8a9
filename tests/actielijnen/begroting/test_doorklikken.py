"""Every amount of the begroting leads to the rows that make it: their sum stands above the list and is that amount."""

import html
import re
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actielijnen.begroting.verplichten import reserveren
from actielijnen.models import Dekkingsbron
from agenda.money import euro, lees_bedrag
from tests.actielijnen.begroting.test_werkvoorbeeld import regels  # noqa: F401  the example that was made on paper
from tests.hulpmiddelen.begroting import verplicht
from tests.hulpmiddelen.pagina import text

LINK = re.compile(r'<a class="nl-link" href="(?P<url>/werk/begroting/[^"]*\?[^"]*)">(?P<bedrag>€[^<]*)</a>')
SOM = re.compile(r"bij elkaar: € ?(-?[\d.,]+)")


@pytest.fixture
def begroting(regels, regel, voorbeeld, stuk, budgethouder):  # noqa: F811
    """The example on paper, with a post over its ceiling and money of another ministry beside it."""
    jenv = Dekkingsbron.objects.create(
        programma=voorbeeld, naam="Van JenV", ministerie=voorbeeld.ministerie, doel="Labs", bron=stuk(2026)
    )
    lijn = regel(2026, 70, dekkingsbron=jenv)
    verplicht(lijn, "J", 30, by=budgethouder)
    indicatief = regel(None, 100, nummer=3, is_indicatief=True)
    verplicht(indicatief, "G", 112, by=budgethouder, reden_overschrijding="al toegezegd")
    return jenv


def links(response) -> list[tuple[str, Decimal]]:
    """The address and the amount of every amount that leads somewhere."""
    found = LINK.finditer(response.content.decode())
    return [(html.unescape(each["url"]), lees_bedrag(html.unescape(each["bedrag"]))) for each in found]


def sommen(response) -> list[Decimal]:
    """The sums above a list; a list without rows comes to nothing."""
    return [lees_bedrag(each) for each in SOM.findall(text(response))] or [Decimal(0)]


def check(client, url: str, bedrag: Decimal, seen: set) -> None:
    """The page at `url` says `bedrag`: a list as the sum of its rows, an opbouw as the sum of its parts.

    What was checked in this test before (`seen`) is not opened again.
    """
    if (url, bedrag) in seen:
        return
    seen.add((url, bedrag))
    page = client.get(url)
    assert page.status_code == 200, text(page)
    if "/opbouw/" not in url:
        assert bedrag in sommen(page), url
        return
    assert f"{euro(bedrag)}".replace("\u00a0", " ") in text(page), url
    for deel, waarde in links(page):
        check(client, deel, waarde, seen)


def test_every_amount_leads_to_rows_that_add_up_to_it(begroting, lezer):
    """Of each year and each source, in one test: the example takes longer to book than to read."""
    seen = set()
    for jaar, bron in product(["", "2026", "2027", "2028", "geen"], ["eigen", begroting.pk]):
        page = lezer.get(f"/werk/begroting/?programma=voorbeeld&jaar={jaar}&dekkingsbron={bron}")
        found = links(page)
        assert bool(found) == (bron == "eigen" or jaar in ("", "2026")), (jaar, bron)
        for url, bedrag in found:
            check(lezer, url, bedrag, seen)


def test_no_amount_stands_without_a_link(begroting, lezer):
    for weergave in ("begroting", "begroting-artikel13", "begroting-maanden"):
        page = lezer.get(f"{reverse(weergave)}?programma=voorbeeld&jaar=2026").content.decode()
        assert LINK.search(page), weergave
        assert re.findall(r"<td[^>]*><div>(€[^<]*)", page) == [], weergave


@pytest.mark.parametrize(
    ("deel", "procent", "formule"),
    [
        ("uitputting", "69,6%", "Uitputting = betaald ÷ kasbudget."),
        ("verplicht_deel", "65,0%", "Verplicht van de stand = (aangegaan + bijgesteld) ÷ stand."),
    ],
)
def test_a_percentage_leads_to_what_it_is_computed_from(regels, lezer, deel, procent, formule):  # noqa: F811
    page = lezer.get("/werk/begroting/?programma=voorbeeld&jaar=2026").content.decode()
    [url] = re.findall(rf'href="([^"]*bedrag={deel}[^"]*post=2[^"]*)">{procent}</a>', page)
    opbouw = lezer.get(html.unescape(url))
    assert f"{formule} Elk bedrag leidt naar zijn rijen." in text(opbouw)
    assert f"uitkomst {procent}" in text(opbouw)
    for deel_url, waarde in links(opbouw):
        check(lezer, deel_url, waarde, set())


def test_nothing_booked_is_said_in_words(regel, lezer, budgethouder):
    verplicht(regel(2026, 100), "A", 10, by=budgethouder)
    regel(2027, 100)
    said = {jaar: text(lezer.get(f"/werk/begroting/?programma=voorbeeld&jaar={jaar}")) for jaar in (2026, 2027)}
    assert ["Nog niets geboekt" in said[jaar] for jaar in (2026, 2027)] == [False, True]


def test_the_page_says_what_the_paper_says(regels, lezer):  # noqa: F811
    seen = text(lezer.get("/werk/begroting/?programma=voorbeeld&jaar=2026"))
    assert "2. Post 2 hard plafond € 390.000 € 0 € 253.500 € 136.500 € 24.999,99 65,0%" in seen
    assert "2. Post 2 hard plafond € 235.000,50 € 163.500,26 € 71.500,24 69,6%" in seen


def test_the_export_has_the_rows_and_the_sum_of_the_screen(begroting, lezer):
    url = "/werk/begroting/verplichtingen/?programma=voorbeeld&post=2&jaar=2026&dekkingsbron=eigen"
    assert "Openstaand bij elkaar: € 24.999,99" in text(lezer.get(url))
    lines = b"".join(lezer.get(f"{url}&formaat=csv").streaming_content).decode().splitlines()
    assert "Som van Openstaand: €\u00a024.999,99" in lines[0]
    assert sum(lees_bedrag(line.split(";")[-1]) for line in lines[2:]) == Decimal("24999.99")


def test_money_of_another_is_summed_apart(begroting, lezer):
    seen = text(lezer.get("/werk/begroting/verplichtingen/?programma=voorbeeld&post=2&jaar=2026"))
    assert "Bedrag bij aangaan bij elkaar: € 248.500 " in seen
    assert "Bedrag bij aangaan, Van JenV bij elkaar: € 30 " in seen
    assert "248.530" not in seen


def test_over_the_ceiling_is_said_in_words(begroting, lezer):
    seen = text(lezer.get("/werk/begroting/?programma=voorbeeld&jaar=geen"))
    assert "3. Post 3: € 12 meer verplicht en gereserveerd dan de stand." in seen
    assert "€ -12 € 12 te veel" in seen
    assert "Niet verdeeld over jaren" in seen


def test_without_kas_the_uitputting_is_not_applicable(regel, lezer, budgethouder):
    regel(2026, 100, budget="verplichtingen")
    assert "2. Post 2 hard plafond € 0 € 0 € 0 n.v.t." in text(lezer.get("/werk/begroting/?programma=voorbeeld"))


def test_a_begroting_without_lines_says_so(voorbeeld, lezer):
    assert "Hier staat geen geld" in text(lezer.get("/werk/begroting/?programma=voorbeeld"))


BESTAAT_NIET = {
    "jaar=2035": "Jaar: 2035 staat niet in deze begroting. Kies uit: 2026, 2027, 2028.",
    "jaar=twee": "Jaar: twee staat niet in deze begroting.",
    "dekkingsbron=77777777": "‘77777777’ is geen dekkingsbron van dit programma.",
    "kleur=rood": "geen filter ‘kleur’",
}


def test_what_is_not_in_the_begroting_is_refused_in_words(regels, lezer):  # noqa: F811
    for vraag, melding in BESTAAT_NIET.items():
        page = lezer.get(f"/werk/begroting/?programma=voorbeeld&{vraag}")
        assert (page.status_code, melding in text(page), "Vrij beschikbaar" in text(page)) == (400, True, False), vraag


def test_one_line_and_many_need_the_same_queries(regel, lezer, budgethouder):
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            assert lezer.get("/werk/begroting/?programma=voorbeeld").status_code == 200
        return len(found)

    verplicht(regel(2026, 100), "A", 10, by=budgethouder)
    one = queries()
    for nummer in (3, 4, 5):
        reserveren(
            regel(2027, 100, nummer=nummer),
            bedrag=Decimal(10),
            datum=date(2027, 1, 5),
            omschrijving="plan",
            by=budgethouder,
        )
    assert queries() == one <= 15


def test_every_amount_of_every_view_leads_to_rows_that_add_up_to_it(begroting, lezer):
    seen = set()
    for weergave in ("meerjarig/?bedrag=beschikbaar&", "artikel-13/?jaar=2026&", "maanden/?jaar=2026&", "versies/?"):
        found = links(lezer.get(f"/werk/begroting/{weergave}programma=voorbeeld"))
        assert found, weergave
        for url, bedrag in found:
            check(lezer, url, bedrag, seen)


def test_the_columns_of_artikel_13_add_up_and_the_later_years_stand_beside_them(regels, lezer):  # noqa: F811
    seen = text(lezer.get("/werk/begroting/artikel-13/?programma=voorbeeld&jaar=2026"))
    assert "2. Post 2 € 400.000 € 50.000 € 450.000 € -60.000 € 390.000 € 315.000,25 € 200.000" in seen
    assert "2. Post 2 € 250.000 € 25.000,50 € 275.000,50 € -40.000 € 235.000,50 € 390.000 € 300.000" in seen
    later = text(lezer.get("/werk/begroting/artikel-13/?programma=voorbeeld&jaar=2027"))
    assert "2. Post 2 € 300.000 € 0 € 300.000 € 15.000,25 € 315.000,25 € 200.000" in later


def test_a_version_stays_readable_after_a_later_one(regels, lezer):  # noqa: F811
    seen = text(lezer.get("/werk/begroting/versies/?programma=voorbeeld"))
    assert "Amendement 2026 – Stuk 2026 € 50.000 € 950.000 € 25.000,50 € 925.000,50" in seen
    assert "Ontwerpbegroting 2026 – Stuk 2026 € 900.000 € 900.000 € 900.000 € 900.000" in seen


def test_a_month_has_what_was_paid_in_it(regels, lezer):  # noqa: F811
    seen = text(lezer.get("/werk/begroting/maanden/?programma=voorbeeld&jaar=2027"))
    assert "augustus € 0 € -5.000 € -5.000" in seen
    assert "Hele jaar € 0 € 185.000,26 € 185.000,26" in seen
