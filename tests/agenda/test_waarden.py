"""How values, dates and shares are written on a page."""

from datetime import date
from decimal import Decimal

import pytest

from agenda.models import Bron, Feit, FeitVersie
from agenda.templatetags import waarden


@pytest.mark.parametrize(
    ("precisie", "geschreven"),
    [
        ("dag", "7 juli 2023"),
        ("maand", "juli 2023"),
        ("uiterlijk", "uiterlijk 7 juli 2023"),
        ("onbekend", "niet bekend"),
    ],
)
def test_a_date_is_written_no_more_exact_than_it_is_known(precisie, geschreven):
    assert waarden.bekend(Bron(bekend_sinds=date(2023, 7, 7), bekend_precisie=precisie)) == geschreven


@pytest.mark.parametrize(
    ("weergave", "eenheid", "erachter"),
    [
        ("aantal", "gemeenten", " gemeenten"),
        ("woord", "wijken", " wijken"),
        ("bedrag", "euro", ""),
        ("bedrag", "euro per jaar", " per jaar"),
        ("jaar", "jaar", ""),
        ("tekst", "procent", ""),
    ],
)
def test_a_unit_stands_behind_a_value_unless_the_value_says_it(weergave, eenheid, erachter):
    assert waarden.eenheid(Feit(weergave=weergave, eenheid=eenheid)) == erachter


def test_a_share_has_one_decimal_and_a_half_goes_up():
    assert waarden.procent(Decimal("0.70045")) == "70,0%"
    assert waarden.procent(Decimal("0.0285")) == "2,9%"


def test_a_value_is_written_with_its_qualifier():
    feit = Feit(weergave="miljoen", decimalen=0)
    versie = FeitVersie(feit=feit, getal=Decimal(28_000_000), kwalificatie="ruim")
    assert waarden.voluit(versie).replace("\u00a0", " ") == "ruim € 28 miljoen"


@pytest.mark.parametrize(
    ("kwalificatie", "geschreven"),
    [("exact", "7 gemeenten"), ("tot_nu_toe", "tot nu toe 7 gemeenten"), ("gepland", "7 gemeenten (gepland)")],
)
def test_the_unit_and_the_qualifier_stand_where_a_text_has_them(kwalificatie, geschreven):
    feit = Feit(weergave="aantal", eenheid="gemeenten")
    versie = FeitVersie(feit=feit, getal=Decimal(7), kwalificatie=kwalificatie)
    assert waarden.voluit(versie) == geschreven


@pytest.mark.parametrize(
    ("decimalen", "geschreven"),
    [
        (0, "in miljoenen, zonder decimalen"),
        (1, "in miljoenen, met één decimaal"),
        (2, "in miljoenen, met 2 decimalen"),
    ],
)
def test_how_a_letter_writes_millions_is_told_in_words(decimalen, geschreven):
    assert waarden.schrijfwijze(Feit(weergave="miljoen", decimalen=decimalen)) == geschreven


def test_an_amount_is_written_in_euro():
    assert waarden.euro(Decimal(10_600_000)).replace("\u00a0", " ") == "€ 10.600.000"
