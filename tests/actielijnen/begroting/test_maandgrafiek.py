"""The chart of months: each column as high as its amount, from the line of nothing upwards, or down where money came back."""

from decimal import Decimal
from itertools import pairwise

import pytest

from actielijnen.overzicht.maandgrafiek import BOVEN, HOOGTE, Maand, Maandgrafiek


def grafiek(*sommen: tuple[int, int]) -> Maandgrafiek:
    maanden = [
        Maand(f"m{nummer}", Decimal(gepland), Decimal(betaald)) for nummer, (gepland, betaald) in enumerate(sommen)
    ]
    return Maandgrafiek("Titel", "Conclusie.", maanden)


def test_a_column_is_as_high_as_its_amount():
    gemaakt = grafiek((200, 100), (0, 50))
    assert [each.hoogte for each in gemaakt.kolommen] == [HOOGTE, HOOGTE // 2, 0, HOOGTE // 4]
    assert [each.soort for each in gemaakt.kolommen] == ["gepland", "betaald"] * 2
    assert {each.y + each.hoogte for each in gemaakt.kolommen} == {gemaakt.nul} == {BOVEN + HOOGTE}


def test_money_that_came_back_hangs_below_the_line_of_nothing():
    gemaakt = grafiek((100, -100))
    boven, onder = gemaakt.kolommen
    assert boven.y + boven.hoogte == gemaakt.nul == onder.y
    assert boven.hoogte == onder.hoogte > 0


@pytest.mark.parametrize(
    ("hoogste", "lijnen"),
    [
        (304825, ["€ 400.000", "€ 300.000", "€ 200.000", "€ 100.000", "€ 0"]),
        (7, ["€ 8", "€ 6", "€ 4", "€ 2", "€ 0"]),
        (1, ["€ 1", "€ 0"]),
    ],
)
def test_the_lines_are_round_amounts_and_the_highest_is_above_all(hoogste, lijnen):
    gezien = [bedrag.replace("\u00a0", " ") for bedrag, _ in grafiek((hoogste, 0)).lijnen]
    assert gezien == lijnen


def test_twelve_months_stay_beside_each_other_within_the_width():
    kolommen = grafiek(*[(1, 1)] * 12).kolommen
    randen = [(float(each.x[:-1]), float(each.x[:-1]) + float(each.breedte[:-1])) for each in kolommen]
    assert len(randen) == 24
    assert all(einde <= volgende[0] + 0.02 for (_, einde), volgende in pairwise(randen))
    assert randen[-1][1] <= 100
