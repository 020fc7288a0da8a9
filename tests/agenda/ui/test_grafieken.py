"""Bars are as long as their values, and say in words what they show."""

from decimal import Decimal

import pytest
from weasyprint import HTML

from agenda.ui.grafieken import Staaf, Staafdiagram
from tests.agenda.ui.test_component import render


def diagram(*values):
    return Staafdiagram(
        "Bedragen", "A is het grootst.", [Staaf(f"Post {v}", Decimal(v), f"€ {v}") for v in values]
    )


def test_the_longest_bar_leaves_room_for_its_value():
    assert [staaf.lengte for staaf in diagram(100, 50, 25).getekend] == ["68.0%", "34.0%", "17.0%"]


def test_a_bar_of_nothing_is_still_a_line():
    assert [staaf.lengte for staaf in diagram(100, 0).getekend] == ["68.0%", "0.3%"]


def test_only_zeros_is_no_division_by_zero():
    assert [staaf.lengte for staaf in diagram(0, 0).getekend] == ["0.3%", "0.3%"]


def test_a_long_label_takes_two_lines_and_moves_the_rest_down():
    long = Staafdiagram("T", "C.", [Staaf("woord " * 12, Decimal(1), "1"), Staaf("kort", Decimal(1), "1")])
    first, second = long.getekend
    assert [len(first.regels), len(second.regels)] == [2, 1]
    assert second.regels[0][1] > first.y_balk


def test_a_value_below_zero_is_refused():
    with pytest.raises(ValueError, match="een staaf is nul of meer"):
        diagram(10, -1)


def test_a_chart_without_bars_is_refused():
    with pytest.raises(ValueError, match="heeft geen staven"):
        diagram()


def test_the_picture_has_a_title_and_the_table_has_the_same_values():
    page = render('{% component "staafdiagram" grafiek=grafiek %}', grafiek=diagram(100, 50))
    assert "<title>Bedragen. A is het grootst.</title>" in page
    assert page.count("€ 100") == 2
    assert page.count("€ 50") == 2
    assert "style=" not in page


def test_the_same_chart_prints():
    page = render('{% component "staafdiagram" grafiek=grafiek %}', grafiek=diagram(100, 50))
    assert HTML(string=page).write_pdf().startswith(b"%PDF")
