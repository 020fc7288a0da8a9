"""The begroting as it stands in the bronnen: never added up with other money, never divided over years."""

from datetime import date
from decimal import Decimal

import pytest

from actielijnen.begrotingstabel import begrotingstabel
from agenda.models import Tegenspraak
from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db


def test_the_begroting_shows_five_posts_with_vindplaats_and_share(programma, lezer):
    found = rows(lezer.get("/werk/begroting/"))
    assert (
        "2. Het (verder) ontwikkelen van interventies paragraaf Budget, tabel, rij 2 2023–2025 € 7.425.000 70,0%"
        in found
    )
    assert "5. Materieel en onvoorzien geen actielijn paragraaf Budget, tabel, rij 5 2023–2025 € 195.000 1,8%" in found
    assert "Totaal som van de posten 2023–2025 € 10.600.000 100%" in found


def test_the_begroting_says_that_it_is_indicative_and_not_divided_over_years(programma, lezer):
    seen = text(lezer.get("/werk/begroting/"))
    assert "Totaal van het programma € 10.600.000 indicatief 2023–2025" in seen
    assert "Niet verdeeld over jaren" in seen
    assert "Open vraag: Hoe is de begroting van € 10.600.000 over de jaren verdeeld?" in seen


def test_money_of_jenv_stands_beside_the_total_and_is_not_added(programma, lezer):
    seen = text(lezer.get("/werk/begroting/"))
    assert "Preventie met Gezag JenV Social Labs ontwikkelen € 2,1 miljoen" in seen
    assert "Het telt niet mee in het totaal." in seen
    assert not {"12.700.000", "12,7", "16,9", "34,3"} & set(seen.replace("€", " ").split())


def test_the_begroting_shows_the_tegenspraken_about_it_as_they_stand(programma, lezer):
    found = [row for row in rows(lezer.get("/werk/begroting/")) if row.startswith("C")]
    assert [row.split()[0] for row in found] == ["C01", "C02", "C20", "C22"]
    assert all("te bevestigen" in row for row in found)
    assert "Drie keer het gemiddelde is € 151.000 minder" in found[0]
    Tegenspraak.objects.filter(nummer="C20").update(stand="open", keuze="")
    assert any("C20" in row and "nog niet gekozen" in row for row in rows(lezer.get("/werk/begroting/")))


def test_the_chart_and_the_table_say_the_same(programma):
    tabel = begrotingstabel(programma, date(2024, 12, 31))
    assert [staaf.waarde for staaf in tabel.grafiek.staven] == [rij.bedrag for rij in tabel.rijen]
    assert sum(rij.bedrag for rij in tabel.rijen) == tabel.som == Decimal(10_600_000)
    assert sum(rij.aandeel for rij in tabel.rijen) == 1


def test_before_the_letter_of_2023_there_is_no_begroting(programma):
    assert begrotingstabel(programma, date(2023, 7, 6)) is None


def test_four_actielijnen_and_a_post_that_is_none(programma, lezer):
    seen = text(lezer.get("/werk/actielijnen/"))
    assert "Actielijn 2 Het (verder) ontwikkelen van interventies € 7.425.000 indicatief" in seen
    assert "Posten die geen actielijn zijn 5. Materieel en onvoorzien € 195.000 (indicatief)" in seen
    assert "Actielijn 5" not in seen


def test_an_actielijn_shows_its_share_as_computed(programma, lezer):
    seen = text(lezer.get("/werk/actielijnen/2/"))
    assert "Deel van het totaal 70,0% afgerond Berekend:" in seen
    assert "Het bedrag Kamerbrief Agenda Veerkrachtige & Weerbare Samenleving, 7 juli 2023 , paragraaf Budget" in seen


@pytest.mark.parametrize("nummer", [0, 5])
def test_an_unknown_actielijn_does_not_exist(programma, lezer, nummer):
    assert lezer.get(f"/werk/actielijnen/{nummer}/").status_code == 404


def test_the_raad_shows_its_size_term_and_tasks_but_no_members(programma, lezer):
    seen = text(lezer.get("/werk/raad/"))
    assert "Leden 7 Benoemd voor 2 jaar" in seen
    assert "Gevraagd en ongevraagd adviseren over de uitvoering" in seen
    assert "Open vraag: Wie zijn de leden van de Maatschappelijke Raad" in seen


def test_plan_and_realisation_of_a_mijlpaal_stand_side_by_side(programma, lezer):
    found = rows(lezer.get("/werk/mijlpalen/"))
    assert any(
        row.startswith("Eerste Congres Veerkrachtige & Weerbare Samenleving elk jaar mei 2024 Beslisnota")
        for row in found
    )
    assert any(row.startswith("Tweede congres, afsluiting van de pilotfase 2025 niet bekend") for row in found)


def test_the_samenhang_names_each_programma_with_its_ministry(programma, lezer):
    found = rows(lezer.get("/werk/samenhang/"))
    assert len(found) == 6
    assert "Programma Gelijke Kansen OCW Kamerbrief Agenda Veerkrachtige & Weerbare Samenleving, 7 juli 2023" in found
