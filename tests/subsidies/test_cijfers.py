"""The figures of regelingen and DU's: what counts on a day and what does not, and the letter of 2024 that uses them."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from agenda.access import Rol
from agenda.cijfers import collect, find
from agenda.models import Bron
from rapportage.brief import schrijven
from rapportage.brief.concept import concept
from rapportage.models import Brief
from subsidies.regelingen import vastleggen
from tests.hulpmiddelen import regelingen, uitkeringen
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.uitkeringen import D, wie

pytestmark = pytest.mark.django_db
LETTER_DAY = date(2024, 12, 31)
GEBIEDEN = ["regeling.gebieden", "regeling.gemeenten"]


def waarden(programma, dag, *namen) -> dict[str, str]:
    return {naam: cijfer.waarde for naam, cijfer in find(programma, dag, namen).items()}


@pytest.fixture
def wijk():
    """Allotted and earmarked in 2026, known in February; one amount of each was corrected in September."""
    made, by = regelingen.wijk(), wie(Rol.BEHANDELAAR)
    later = Bron.objects.create(
        sleutel="later", soort="gegevensset", titel="Later", bekend_sinds=date(2026, 9, 1), bekend_precisie="dag"
    )
    agenda, school, integraal = (made.thema(naam) for naam in (*regelingen.THEMAS, "integrale middelen"))
    rij = {"jaar": 2026, "bron": made.bron, "vindplaats": "rij 2", "by": by}
    for thema, bedrag in ((agenda, 100), (school, 200), (integraal, 50)):
        vastleggen.toekenning(thema, made.oost, bedrag=Decimal(bedrag), gemeente=made.oost.gemeente, **rij)
    eigen = vastleggen.bestemming(agenda, made.oost, bedrag=Decimal(40), **rij)
    vastleggen.bestemming(school, made.oost, bedrag=Decimal(5), **rij)
    vastleggen.verbeteren(eigen, bedrag=Decimal(30), bron=later, vindplaats="rij 3", reden="herzien", by=by)
    return made


def test_a_figure_is_that_of_its_day_and_what_gemeenten_earmark_is_counted_for_the_own_theme_only(wijk):
    namen = ("regeling.toegekend.2026", "regeling.bestemd.2026")
    assert waarden(wijk.programma, date(2026, 1, 31), *namen) == {}  # before any bron was there
    assert waarden(wijk.programma, date(2026, 8, 31), *namen) == dict(zip(namen, ("350", "40"), strict=True))
    assert waarden(wijk.programma, date(2026, 9, 30), *namen) == dict(zip(namen, ("350", "30"), strict=True))


def test_gebieden_gemeenten_and_themes_are_those_of_the_newest_version_for_the_programma(wijk):
    namen = (*GEBIEDEN, "regeling.hoofdthemas")
    assert waarden(wijk.programma, date(2026, 8, 31), *namen) == dict(zip(namen, ("2", "2", "1"), strict=True))
    wijk.tweede.themas.update(is_van_agenda=False)  # the programma contributes to version 1 only
    wijk.noord.gemeente = wijk.oost.gemeente
    wijk.noord.save()
    assert waarden(wijk.programma, date(2026, 8, 31), *namen) == dict(zip(namen, ("2", "1", "2"), strict=True))


def test_a_du_counts_when_the_fund_paid_it_and_its_amount_stands_apart_from_the_number_of_gemeenten():
    made = [uitkeringen.uitkering(status, bedrag="10000.50") for status in (D.BETAALD, D.BETAALD, D.CIRCULAIRE)]
    programma, namen = made[0].programma, ("du.betaald.2026", "du.betaalde-gemeenten.2026")
    assert waarden(programma, date(2026, 6, 30), *namen) == {}
    assert waarden(programma, date(2026, 7, 31), *namen) == dict(zip(namen, ("20001", "1"), strict=True))
    assert collect(programma, date(2026, 7, 31), namen)[namen[1]].records == ("Voorbeeldstad",)


def test_the_letter_of_2024_takes_gebieden_and_gemeenten_from_the_regeling_and_each_has_its_page(
    programma, redacteur, client
):
    brief = schrijven.openen(programma, Brief.Soort.VOORTGANG, 2024, by=redacteur)
    used = concept(brief).cijfers
    assert [(used[naam].waarde, used[naam].probleem) for naam in GEBIEDEN] == [("20", ""), ("19", "")]
    assert [each.bron for each in used["regeling.gebieden"].herkomst] == ["gemeente-nu-2022", "stcrt-2023-25879"]
    assert waarden(programma, LETTER_DAY, "nplv.gebieden", "nplv.gemeenten") == {
        "nplv.gebieden": "20",
        "nplv.gemeenten": "19",
    }
    client.force_login(redacteur)
    for naam, telt in zip(GEBIEDEN, ("Amsterdam Nieuw-West Amsterdam Zuidoost", "Amsterdam Arnhem Breda"), strict=True):
        page = client.get(reverse("brief-cijfer", args=[*brief.adres, naam]))
        assert f"Wat is geteld {telt}" in text(page)
        assert reverse("regelingen") in page.content.decode()
    read = text(client.get(brief.get_absolute_url()))
    assert "voor de 20 focusgebieden van het Nationaal Programma" in read
    assert "Deze gebieden liggen in 19 gemeenten." in read
