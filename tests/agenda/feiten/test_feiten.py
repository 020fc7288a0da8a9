"""What holds on a day, and which values came before it."""

from datetime import date

import pytest

from agenda import feiten


class TestGeldend:
    def test_the_newest_source_known_on_the_peildatum_holds(self, feit, zeg, oud, nieuw):
        zeg(7, oud), zeg(9, nieuw)
        assert feiten.geldend(feit, date(2024, 5, 31)).getal == 7
        assert feiten.geldend(feit, date(2024, 6, 1)).getal == 9

    def test_an_undated_source_is_never_chosen(self, feit, zeg, oud, bron):
        zeg(7, oud), zeg(8, bron("webpagina"))
        assert feiten.geldend(feit, date(2099, 1, 1)).getal == 7

    def test_before_the_first_source_there_is_no_value(self, feit, zeg, oud):
        zeg(7, oud)
        with pytest.raises(feiten.FeitOntbreekt, match=r"du\.gemeenten.*06-07-2023"):
            feiten.geldend(feit, date(2023, 7, 6))

    def test_two_values_of_the_same_day_leave_the_feit_open(self, feit, zeg, oud, bron):
        zeg(7, oud), zeg(8, bron("nota", oud.bekend_sinds))
        with pytest.raises(feiten.FeitOpen, match="verschillende waarden"):
            feiten.geldend(feit, date(2024, 1, 1))

    def test_the_same_value_twice_holds_and_keeps_its_qualifier(self, feit, zeg, oud, bron):
        zeg(7, oud), zeg(7, bron("nota", oud.bekend_sinds), "circa")
        assert feiten.geldend(feit, date(2024, 1, 1)).kwalificatie == "circa"

    def test_a_replacement_of_the_same_source_holds_at_once(self, feit, zeg, oud):
        zeg(8, oud, vervangt=zeg(7, oud), reden="tikfout")
        assert feiten.geldend(feit, date(2024, 1, 1)).getal == 8

    def test_an_open_tegenspraak_keeps_the_feit_from_use(self, feit, zeg, oud, tegenspraak):
        zeg(7, oud)
        with pytest.raises(feiten.FeitOpen, match="tegenspraak C99"):
            feiten.geldend(feit, date(2024, 1, 1))


class TestEerdere:
    def test_earlier_values_come_newest_first_and_each_once(self, zeg, oud, nieuw, bron):
        zeg(7, oud), zeg(7, bron("nota", date(2023, 1, 1))), zeg(5, bron("plan", date(2022, 1, 1)))
        assert [v.getal for v in feiten.eerdere(zeg(9, nieuw))] == [7, 5]

    def test_the_same_value_from_before_is_not_an_earlier_value(self, zeg, oud, nieuw):
        zeg(7, oud)
        assert feiten.eerdere(zeg(7, nieuw)) == []

    def test_a_value_that_was_corrected_in_the_same_source_was_never_another_value(self, zeg, oud):
        assert feiten.eerdere(zeg(8, oud, vervangt=zeg(7, oud), reden="tikfout")) == []

    def test_another_value_of_the_same_day_is_not_an_earlier_one(self, zeg, oud, bron):
        zeg(7, oud)
        assert feiten.eerdere(zeg(8, bron("nota", oud.bekend_sinds))) == []
