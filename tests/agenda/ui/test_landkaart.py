"""The map: outlines of 2023, marks that do not cover each other, and the source named."""

import math
from itertools import combinations

import pytest

from agenda.ui.landkaart import MARK, Punt, landkaart, paths, place, ring_path
from agenda.ui.voorbeelden import PUNTEN
from tests.agenda.ui.test_component import render


def test_the_outlines_are_of_twelve_provincies_and_342_gemeenten():
    assert len(paths("provincies_2023_rd.geojson", "pv_code")) == 12
    assert len(paths("gemeenten_2023_rd.geojson", "gm_code")) == 342


def test_metres_become_units_of_a_hundred_metres_with_north_at_the_top():
    assert place(13_600, 623_000) == (56, 0)
    assert place(13_600, 306_900) == (56, 3161)


def test_a_line_is_drawn_in_relative_steps_without_repeating_a_point():
    ring = [(8000, 623000), (8040, 623000), (9000, 623000), (9000, 622000), (8000, 622000), (8000, 623000)]
    assert ring_path(ring) == "M0 0l10 0 0 10 -10 0z"


def test_an_island_smaller_than_the_rounding_is_left_out():
    assert ring_path([(8000, 623000), (8010, 623000), (8010, 623010), (8000, 623000)]) == ""


def test_marks_on_one_spot_are_pushed_apart():
    punten = [Punt(nummer, f"Gebied {nummer}", "GM0363", 119266, 487734) for nummer in range(1, 5)]
    merken = landkaart("Kaart", punten).merken
    for one, other in combinations(merken, 2):
        assert math.hypot(one.merk_x - other.merk_x, one.merk_y - other.merk_y) >= 2 * MARK


def test_the_same_points_give_the_same_map():
    assert landkaart("Kaart", PUNTEN) == landkaart("Kaart", reversed(PUNTEN))


def test_a_code_outside_the_map_is_an_error():
    with pytest.raises(ValueError, match="GM9999"):
        landkaart("Kaart", [Punt(1, "Nergens", "GM9999", 100_000, 400_000)])


def test_the_list_beside_the_map_names_every_point_and_the_source():
    page = render('{% component "landkaart" kaart=kaart %}', kaart=landkaart("Kaart", PUNTEN))
    assert [punt.naam for punt in PUNTEN if punt.naam not in page] == []
    assert "Kaart: CBS/Kadaster, gebiedsindelingen 2023 (bewerkt)" in page
