"""Recording a version of a feit: what is kept with it, and what is refused."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from agenda import feiten
from agenda.access import GeenToegang, Rol
from agenda.models import AuditRegel, Feit, Gebruiker


def test_a_version_takes_its_day_from_the_source_and_is_audited(feit, zeg, oud, medewerker):
    versie = zeg(7, oud)
    assert (versie.bekend_sinds, versie.vastgelegd_door) == (oud.bekend_sinds, medewerker)
    assert AuditRegel.objects.about(feit).get().details["versie"] == versie.pk


def test_who_lacks_the_right_records_nothing(feit, oud, account):
    with pytest.raises(GeenToegang):
        feiten.vastleggen(feit, waarde=7, kwalificatie="exact", bron=oud, vindplaats="x", by=account(Rol.AUDITOR))
    assert not feit.versies.exists()


@pytest.mark.parametrize("waarde", ["zeven", 7.5, True, None])
def test_a_feit_that_is_counted_takes_only_an_exact_number(zeg, oud, waarde):
    with pytest.raises(ValidationError, match="is een getal"):
        zeg(waarde, oud)


def test_a_feit_in_words_takes_only_words(feit, zeg, oud):
    feit.weergave = "tekst"
    feit.save()
    with pytest.raises(ValidationError, match="als tekst geschreven"):
        zeg(Decimal(7), oud)


@pytest.mark.parametrize(
    ("weergave", "waarde", "melding"),
    [
        ("aantal", -1, "is minder dan 0. Schrijf een geheel getal van 0 of meer, bijvoorbeeld 7"),
        ("aantal", Decimal("7.5"), "is geen geheel getal"),
        ("woord", Decimal("0.5"), "is geen geheel getal"),
        ("jaar", Decimal("2025.5"), "is geen jaartal"),
        ("jaar", 25, "is geen jaartal"),
        ("bedrag", Decimal(-5), "is minder dan 0"),
        ("miljoen", 10**10, "moet minder zijn dan 10 miljard"),
        ("bedrag", Decimal("1.234"), "nauwkeuriger dan een cent"),
        ("bedrag", Decimal("NaN"), "is geen getal"),
    ],
)
def test_a_number_that_cannot_be_is_refused(feit, zeg, oud, weergave, waarde, melding):
    feit.weergave = weergave
    feit.save()
    with pytest.raises(ValidationError) as fout:
        zeg(waarde, oud)
    assert melding in fout.value.message_dict["waarde"][0]


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("mei\u200b 2024", "Teken 4 (U+200B) is niet te zien"),
        ("\u202e4202 iem", "(U+202E)"),
        ("mei\n2024", "(U+000A)"),
        ("\u3164", "geen enkel zichtbaar teken"),
        ("x" * 501, "501 tekens, er passen er 500"),
    ],
)
def test_words_that_cannot_be_read_are_refused_wherever_they_stand(feit, zeg, oud, tekst, melding):
    feit.weergave = "tekst"
    feit.save()
    for veld in ("waarde", "vindplaats", "reden"):
        velden = {"waarde": "mei 2024", "vindplaats": "blz. 3", "kwalificatie": "exact"} | {veld: tekst}
        with pytest.raises(ValidationError) as fout:
            feiten.vastleggen(feit, bron=oud, by=Gebruiker.objects.get(), **velden)
        assert melding in fout.value.message_dict[veld][0]


@pytest.mark.parametrize(
    ("velden", "grens"),
    [
        ({"getal": -1}, "feitversie_getal_kan"),
        ({"getal": 10**10}, "feitversie_getal_kan"),
        ({"tekst": "x" * 501}, "feitversie_tekst_is_kort_genoeg"),
        ({"vindplaats": "blz.\u200b3"}, "feitversie_zonder_verborgen_tekens"),
        ({"tekst": "\u202e4202 iem"}, "feitversie_zonder_verborgen_tekens"),
    ],
)
def test_the_database_refuses_nonsense_too(zeg, oud, nieuw, velden, grens):
    versie = zeg(7, oud)
    versie.pk, versie.bron, versie._state.adding = None, nieuw, True
    for veld, waarde in velden.items():
        setattr(versie, veld, waarde)
    with pytest.raises(IntegrityError, match=grens), transaction.atomic():
        versie.save()


def test_a_version_without_a_place_is_refused(feit, oud, medewerker):
    with pytest.raises(ValidationError) as fout:
        feiten.vastleggen(feit, waarde=7, kwalificatie="exact", bron=oud, vindplaats="", by=medewerker)
    assert set(fout.value.message_dict) == {"vindplaats"}


def test_a_source_says_a_value_once(zeg, oud):
    zeg(7, oud)
    with pytest.raises(ValidationError, match="al een versie uit deze bron"):
        zeg(8, oud)


def test_a_replacement_needs_a_reason(zeg, oud):
    with pytest.raises(ValidationError, match="reden"):
        zeg(8, oud, vervangt=zeg(7, oud))


def test_a_version_is_replaced_once(zeg, oud, nieuw):
    eerste = zeg(7, oud)
    zeg(8, oud, vervangt=eerste, reden="tikfout")
    with pytest.raises(ValidationError, match="al vervangen"):
        zeg(9, nieuw, vervangt=eerste, reden="nog een")


def test_the_database_knows_one_successor_of_a_version(zeg, oud, nieuw):
    eerste, ander = zeg(7, oud), zeg(9, nieuw)
    zeg(8, oud, vervangt=eerste, reden="tikfout")
    ander.pk, ander.vervangt, ander._state.adding = None, eerste, True
    with pytest.raises(IntegrityError, match="feitversie_een_opvolger"), transaction.atomic():
        ander.save()


def test_a_version_of_another_feit_is_not_replaced(feit, zeg, oud, medewerker):
    ander = Feit.objects.create(sleutel="a", onderwerp="a", naam="a", definitie="a", weergave="aantal")
    with pytest.raises(ValidationError, match=r"hoort bij du\.gemeenten, niet bij a"):
        feiten.vastleggen(
            ander, waarde=1, kwalificatie="exact", bron=oud, vindplaats="x", by=medewerker,
            vervangt=zeg(7, oud), reden="fout",
        )  # fmt: skip


def test_the_database_refuses_to_change_a_version(feit, zeg, oud):
    zeg(7, oud)
    with pytest.raises(DatabaseError), transaction.atomic():
        feit.versies.update(getal=8)
    with pytest.raises(DatabaseError), transaction.atomic():
        feit.versies.all()._raw_delete("default")
