"""Amounts: shown as the ministry writes them, divided to the cent, and read as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.money import euro, is_exact, lees_bedrag, miljoen, rond, verdeel

amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=2)
weights = st.lists(st.integers(0, 10**6), min_size=1, max_size=30).filter(any)


@pytest.mark.parametrize(
    ("bedrag", "afgerond"),
    [("0.005", "0.01"), ("0.004", "0.00"), ("2.675", "2.68"), ("-0.005", "-0.01"), ("1.115", "1.12")],
)
def test_half_a_cent_is_rounded_away_from_zero(bedrag, afgerond):
    assert rond(Decimal(bedrag)) == Decimal(afgerond)


@pytest.mark.parametrize("bedrag", [1.10, True, "250000", None])
def test_an_amount_that_is_no_decimal_is_refused(bedrag):
    with pytest.raises(TypeError, match="Decimal"):
        rond(bedrag)


@pytest.mark.parametrize(
    ("bedrag", "tekst"),
    [
        ("1234567", "€\u00a01.234.567"),
        ("313327.00", "€\u00a0313.327"),
        ("1234.5", "€\u00a01.234,50"),
        ("0", "€\u00a00"),
        ("0.05", "€\u00a00,05"),
        ("999.995", "€\u00a01.000"),
        ("-5", "€\u00a0-5"),
        ("-1234.5", "€\u00a0-1.234,50"),
        ("-0.001", "€\u00a00"),
    ],
)
def test_an_amount_is_shown_with_dots_and_with_cents_only_if_there_are_any(bedrag, tekst):
    assert euro(Decimal(bedrag)) == tekst


@pytest.mark.parametrize(
    ("bedrag", "decimalen", "tekst", "exact"),
    [
        ("6300000", 1, "€\u00a06,3\u00a0miljoen", True),
        ("256000000", 0, "€\u00a0256\u00a0miljoen", True),
        ("6000000", 1, "€\u00a06,0\u00a0miljoen", True),
        ("2065000", 1, "€\u00a02,1\u00a0miljoen", False),
        ("6250000", 1, "€\u00a06,3\u00a0miljoen", False),
        ("3483000", 3, "€\u00a03,483\u00a0miljoen", True),
        ("1250000000", 0, "€\u00a01.250\u00a0miljoen", True),
        ("-2100000", 1, "€\u00a0-2,1\u00a0miljoen", True),
        ("-10000", 1, "€\u00a00,0\u00a0miljoen", False),
    ],
)
def test_millions_are_shown_rounded_and_it_is_known_whether_that_is_exact(bedrag, decimalen, tekst, exact):
    assert miljoen(Decimal(bedrag), decimalen) == tekst
    assert is_exact(Decimal(bedrag), decimalen) is exact


def test_the_cents_that_are_left_go_to_the_largest_remainders():
    assert verdeel(Decimal("100"), [1, 1, 1]) == [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")]
    assert verdeel(Decimal("0.10"), [5, 3, 1]) == [Decimal("0.06"), Decimal("0.03"), Decimal("0.01")]


def test_who_has_no_weight_gets_nothing():
    assert verdeel(Decimal("0.01"), [0, 1]) == [Decimal(0), Decimal("0.01")]


def test_a_negative_amount_is_divided_like_its_opposite():
    assert verdeel(Decimal("-100"), [1, 1, 1]) == [-part for part in verdeel(Decimal("100"), [1, 1, 1])]


@given(amounts, weights)
def test_the_parts_add_up_to_exactly_the_whole(bedrag, gewichten):
    assert sum(verdeel(bedrag, gewichten)) == bedrag


@given(amounts, weights)
def test_no_part_is_a_cent_or_more_from_its_exact_share(bedrag, gewichten):
    total = sum(gewichten)
    for part, gewicht in zip(verdeel(bedrag, gewichten), gewichten, strict=True):
        assert abs(part * total - bedrag * gewicht) < Decimal("0.01") * total


@pytest.mark.parametrize("gewichten", [[], [0, 0], [1, -1], [2, -1]])
def test_weights_that_cannot_divide_are_refused(gewichten):
    with pytest.raises(ValueError, match="gewichten"):
        verdeel(Decimal("10"), gewichten)


def test_parts_of_cents_are_not_divided():
    with pytest.raises(ValueError, match="hele centen"):
        verdeel(Decimal("0.005"), [1])


@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    [
        ("€ 250.000", "250000"),
        ("€\u00a0250.000", "250000"),
        ("250.000,00", "250000"),
        ("250000", "250000"),
        (" 250 000 ", "250000"),
        ("€ 250.000,-", "250000"),
        ("€ 250.000,--", "250000"),
        ("1.234,50", "1234.50"),
        ("0,05", "0.05"),
        ("€ -5", "-5"),
        ("-€ 5", "-5"),
    ],
)
def test_an_amount_is_read_as_people_type_it(tekst, bedrag):
    assert lees_bedrag(tekst) == Decimal(bedrag)


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "€",
        "250.00",
        "25.0000",
        "1,5",
        "250,000.00",
        "6,3 miljoen",
        "12,345",
        "1e5",
        "٢٥٠",
        "--5",
        "2 50",
        "€ € 5",
        "NaN",
        ".",
    ],
)
def test_what_could_be_misread_is_refused_with_an_example(tekst):
    with pytest.raises(
        ValueError, match=r"geen bedrag in euro\. Schrijf bijvoorbeeld 250\.000 of 1\.234,50\."
    ):
        lees_bedrag(tekst)


@given(amounts)
def test_what_is_shown_is_read_back_as_the_same_amount(bedrag):
    assert lees_bedrag(euro(bedrag)) == bedrag
