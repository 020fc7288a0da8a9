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


def test_a_value_is_written_with_and_without_its_qualifier():
    feit = Feit(weergave="miljoen", decimalen=0)
    versie = FeitVersie(feit=feit, getal=Decimal(28_000_000), kwalificatie="ruim")
    assert waarden.waarde(versie).replace("\u00a0", " ") == "€ 28 miljoen"
    assert waarden.waarde_in_tekst(versie).replace("\u00a0", " ") == "ruim € 28 miljoen"


def test_an_amount_is_written_in_euro():
    assert waarden.euro(Decimal(10_600_000)).replace("\u00a0", " ") == "€ 10.600.000"
