"""Choosing in a tegenspraak: the chosen value holds, and a choice can be undone."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from agenda import feiten
from agenda.access import GeenToegang, Rol
from agenda.models import AuditRegel


def test_the_chosen_version_holds_and_the_choice_is_audited(feit, zeg, oud, nieuw, tegenspraak, medewerker):
    gekozen, _ = zeg(7, oud), zeg(9, nieuw)
    feiten.kiezen(tegenspraak, "zeven", "nagezien", by=medewerker, versies=[gekozen])
    assert feiten.geldend(feit, date(2024, 12, 31)).getal == 7
    assert AuditRegel.objects.about(tegenspraak).get().details == {"keuze": "zeven", "reden": "nagezien"}
    tegenspraak.refresh_from_db()
    assert (tegenspraak.stand, tegenspraak.keuze) == ("bevestigd", "zeven")


def test_a_feit_with_one_value_needs_no_version(feit, zeg, oud, bron, tegenspraak, medewerker):
    zeg(9, oud), zeg(9, bron("nota", date(2023, 1, 1)))
    feiten.kiezen(tegenspraak, "negen", "nagezien", by=medewerker)
    assert feiten.geldend(feit, date(2024, 12, 31)).getal == 9


def test_a_feit_with_two_values_needs_a_version(zeg, oud, nieuw, tegenspraak, medewerker):
    zeg(7, oud), zeg(9, nieuw)
    with pytest.raises(ValidationError, match="Kies bij tegenspraak C99 ook welke waarde klopt"):
        feiten.kiezen(tegenspraak, "de nieuwste", "nagezien", by=medewerker)
    tegenspraak.refresh_from_db()
    assert tegenspraak.stand == "open"


def test_a_choice_can_be_undone_and_made_again(feit, zeg, oud, nieuw, tegenspraak, medewerker):
    zeven, negen = zeg(7, oud), zeg(9, nieuw)
    for versie, getal in ((zeven, 7), (negen, 9), (zeven, 7), (negen, 9)):
        feiten.kiezen(tegenspraak, f"{getal}", "nagezien", by=medewerker, versies=[versie])
        assert feiten.geldend(feit, date(2024, 12, 31)).getal == getal
        assert feiten.geldend(feit, date(2023, 12, 31)).getal == 7


def test_every_value_ever_stated_is_offered_once(feit, zeg, oud, nieuw, bron, tegenspraak, medewerker):
    zeven = zeg(7, oud)
    zeg(9, nieuw), zeg(7, bron("nota", date(2023, 1, 1))), zeg(5, bron("webpagina"))
    feiten.kiezen(tegenspraak, "zeven", "nagezien", by=medewerker, versies=[zeven])
    assert [versie.getal for versie in feiten.waarden(feit)] == [9, 7, 5]
    assert not feiten.is_oneens(feit)


def test_a_value_from_an_undated_source_cannot_be_chosen(feit, zeg, oud, bron, tegenspraak, medewerker):
    zeg(7, oud)
    zonder_datum = zeg(8, bron("webpagina"))
    with pytest.raises(ValidationError, match="De gekozen waarde van ‘Gemeenten’ gaat zo niet gelden"):
        feiten.kiezen(tegenspraak, "acht", "nagezien", by=medewerker, versies=[zonder_datum])
    assert feit.versies.count() == 2


def test_of_each_feit_one_value_is_chosen(zeg, oud, nieuw, tegenspraak, medewerker):
    with pytest.raises(ValidationError, match="één waarde, niet meer"):
        feiten.kiezen(tegenspraak, "zeven", "x", by=medewerker, versies=[zeg(7, oud), zeg(9, nieuw)])


@pytest.mark.parametrize(("keuze", "reden"), [("nr.\u202e367", "gelezen"), ("nr. 367", "x" * 201)])
def test_a_choice_and_its_reason_can_be_read(tegenspraak, medewerker, keuze, reden):
    with pytest.raises(ValidationError):
        feiten.kiezen(tegenspraak, keuze, reden, by=medewerker)


def test_the_loader_may_not_choose(tegenspraak, account):
    with pytest.raises(GeenToegang):
        feiten.kiezen(tegenspraak, "zeven", "nagezien", by=account(Rol.SYSTEEM))


@pytest.mark.parametrize(("keuze", "reden"), [("", "nagezien"), ("zeven", " ")])
def test_a_choice_says_what_and_why(tegenspraak, medewerker, keuze, reden):
    with pytest.raises(ValidationError, match="wat een nieuwe brief gebruikt en waarom"):
        feiten.kiezen(tegenspraak, keuze, reden, by=medewerker)


def test_a_version_of_a_feit_outside_the_tegenspraak_cannot_be_chosen(zeg, oud, tegenspraak, medewerker):
    tegenspraak.feiten.clear()
    with pytest.raises(ValidationError, match="hoort niet bij een feit van tegenspraak C99"):
        feiten.kiezen(tegenspraak, "zeven", "nagezien", by=medewerker, versies=[zeg(7, oud)])
