"""Recording a version, choosing in a tegenspraak, and what holds on a day."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from agenda import feiten
from agenda.access import GeenToegang, Rol
from agenda.models import AuditRegel, Bron, Feit, Gebruiker, Ministerie, Programma, Tegenspraak


@pytest.fixture
def medewerker(account):
    return account(Rol.BELEIDSMEDEWERKER)


@pytest.fixture
def bron(db):
    """Makes a source that is known since a day, or since nobody knows when."""

    def maak(sleutel, bekend_sinds=None):
        precisie = "dag" if bekend_sinds else "onbekend"
        return Bron.objects.create(
            sleutel=sleutel,
            soort="kamerbrief",
            titel=sleutel,
            bekend_sinds=bekend_sinds,
            bekend_precisie=precisie,
        )

    return maak


@pytest.fixture
def oud(bron):
    return bron("brief-2023", date(2023, 7, 7))


@pytest.fixture
def nieuw(bron):
    return bron("brief-2024", date(2024, 6, 1))


@pytest.fixture
def feit(db):
    return Feit.objects.create(
        sleutel="du.gemeenten", onderwerp="du", naam="Gemeenten", definitie="Hoeveel.", weergave="aantal"
    )


@pytest.fixture
def zeg(feit, medewerker):
    """Records a value of the feit: zeg(7, bron)."""

    def vastleggen(waarde, bron, kwalificatie="exact", **rest):
        return feiten.vastleggen(
            feit,
            waarde=waarde,
            kwalificatie=kwalificatie,
            bron=bron,
            vindplaats="alinea 1",
            by=medewerker,
            **rest,
        )

    return vastleggen


@pytest.fixture
def tegenspraak(feit):
    szw = Ministerie.objects.create(afkorting="SZW", naam="SZW", tooi_uri="https://voorbeeld.invalid/szw")
    programma = Programma.objects.create(code="proef", naam="Proef", korte_naam="Proef", soort="echt", ministerie=szw)
    tegenspraak = Tegenspraak.objects.create(
        nummer="C99", programma=programma, onderwerp="Aantal", aard="?", behandeling="Open.", stand="open"
    )
    tegenspraak.feiten.add(feit)
    return tegenspraak


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


class TestVastleggen:
    def test_a_version_takes_its_day_from_the_source_and_is_audited(self, feit, zeg, oud, medewerker):
        versie = zeg(7, oud)
        assert (versie.bekend_sinds, versie.vastgelegd_door) == (oud.bekend_sinds, medewerker)
        assert AuditRegel.objects.about(feit).get().details["versie"] == versie.pk

    def test_who_lacks_the_right_records_nothing(self, feit, oud, account):
        with pytest.raises(GeenToegang):
            feiten.vastleggen(feit, waarde=7, kwalificatie="exact", bron=oud, vindplaats="x", by=account(Rol.AUDITOR))
        assert not feit.versies.exists()

    @pytest.mark.parametrize("waarde", ["zeven", 7.5, True, None])
    def test_a_feit_that_is_counted_takes_only_an_exact_number(self, zeg, oud, waarde):
        with pytest.raises(ValidationError, match="is een getal"):
            zeg(waarde, oud)

    def test_a_feit_in_words_takes_only_words(self, feit, zeg, oud):
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
    def test_a_number_that_cannot_be_is_refused(self, feit, zeg, oud, weergave, waarde, melding):
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
    def test_words_that_cannot_be_read_are_refused_wherever_they_stand(self, feit, zeg, oud, tekst, melding):
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
    def test_the_database_refuses_nonsense_too(self, zeg, oud, nieuw, velden, grens):
        versie = zeg(7, oud)
        versie.pk, versie.bron, versie._state.adding = None, nieuw, True
        for veld, waarde in velden.items():
            setattr(versie, veld, waarde)
        with pytest.raises(IntegrityError, match=grens), transaction.atomic():
            versie.save()

    def test_a_version_without_a_place_is_refused(self, feit, oud, medewerker):
        with pytest.raises(ValidationError) as fout:
            feiten.vastleggen(feit, waarde=7, kwalificatie="exact", bron=oud, vindplaats="", by=medewerker)
        assert set(fout.value.message_dict) == {"vindplaats"}

    def test_a_source_says_a_value_once(self, zeg, oud):
        zeg(7, oud)
        with pytest.raises(ValidationError, match="al een versie uit deze bron"):
            zeg(8, oud)

    def test_a_replacement_needs_a_reason(self, zeg, oud):
        with pytest.raises(ValidationError, match="reden"):
            zeg(8, oud, vervangt=zeg(7, oud))

    def test_a_version_is_replaced_once(self, zeg, oud, nieuw):
        eerste = zeg(7, oud)
        zeg(8, oud, vervangt=eerste, reden="tikfout")
        with pytest.raises(ValidationError, match="al vervangen"):
            zeg(9, nieuw, vervangt=eerste, reden="nog een")

    def test_the_database_knows_one_successor_of_a_version(self, zeg, oud, nieuw):
        eerste, ander = zeg(7, oud), zeg(9, nieuw)
        zeg(8, oud, vervangt=eerste, reden="tikfout")
        ander.pk, ander.vervangt, ander._state.adding = None, eerste, True
        with pytest.raises(IntegrityError, match="feitversie_een_opvolger"), transaction.atomic():
            ander.save()

    def test_a_version_of_another_feit_is_not_replaced(self, feit, zeg, oud, medewerker):
        ander = Feit.objects.create(sleutel="a", onderwerp="a", naam="a", definitie="a", weergave="aantal")
        with pytest.raises(ValidationError, match=r"hoort bij du\.gemeenten, niet bij a"):
            feiten.vastleggen(
                ander, waarde=1, kwalificatie="exact", bron=oud, vindplaats="x", by=medewerker,
                vervangt=zeg(7, oud), reden="fout",
            )  # fmt: skip

    def test_the_database_refuses_to_change_a_version(self, feit, zeg, oud):
        zeg(7, oud)
        with pytest.raises(DatabaseError), transaction.atomic():
            feit.versies.update(getal=8)
        with pytest.raises(DatabaseError), transaction.atomic():
            feit.versies.all()._raw_delete("default")


class TestKiezen:
    def test_the_chosen_version_holds_and_the_choice_is_audited(self, feit, zeg, oud, nieuw, tegenspraak, medewerker):
        gekozen, _ = zeg(7, oud), zeg(9, nieuw)
        feiten.kiezen(tegenspraak, "zeven", "nagezien", by=medewerker, versies=[gekozen])
        assert feiten.geldend(feit, date(2024, 12, 31)).getal == 7
        assert AuditRegel.objects.about(tegenspraak).get().details == {"keuze": "zeven", "reden": "nagezien"}
        tegenspraak.refresh_from_db()
        assert (tegenspraak.stand, tegenspraak.keuze) == ("bevestigd", "zeven")

    def test_a_feit_with_one_value_needs_no_version(self, feit, zeg, oud, bron, tegenspraak, medewerker):
        zeg(9, oud), zeg(9, bron("nota", date(2023, 1, 1)))
        feiten.kiezen(tegenspraak, "negen", "nagezien", by=medewerker)
        assert feiten.geldend(feit, date(2024, 12, 31)).getal == 9

    def test_a_feit_with_two_values_needs_a_version(self, zeg, oud, nieuw, tegenspraak, medewerker):
        zeg(7, oud), zeg(9, nieuw)
        with pytest.raises(ValidationError, match="Kies bij tegenspraak C99 ook welke waarde klopt"):
            feiten.kiezen(tegenspraak, "de nieuwste", "nagezien", by=medewerker)
        tegenspraak.refresh_from_db()
        assert tegenspraak.stand == "open"

    def test_a_choice_can_be_undone_and_made_again(self, feit, zeg, oud, nieuw, tegenspraak, medewerker):
        zeven, negen = zeg(7, oud), zeg(9, nieuw)
        for versie, getal in ((zeven, 7), (negen, 9), (zeven, 7), (negen, 9)):
            feiten.kiezen(tegenspraak, f"{getal}", "nagezien", by=medewerker, versies=[versie])
            assert feiten.geldend(feit, date(2024, 12, 31)).getal == getal
            assert feiten.geldend(feit, date(2023, 12, 31)).getal == 7

    def test_every_value_ever_stated_is_offered_once(self, feit, zeg, oud, nieuw, bron, tegenspraak, medewerker):
        zeven = zeg(7, oud)
        zeg(9, nieuw), zeg(7, bron("nota", date(2023, 1, 1))), zeg(5, bron("webpagina"))
        feiten.kiezen(tegenspraak, "zeven", "nagezien", by=medewerker, versies=[zeven])
        assert [versie.getal for versie in feiten.waarden(feit)] == [9, 7, 5]
        assert not feiten.is_oneens(feit)

    def test_a_value_from_an_undated_source_cannot_be_chosen(self, feit, zeg, oud, bron, tegenspraak, medewerker):
        zeg(7, oud)
        zonder_datum = zeg(8, bron("webpagina"))
        with pytest.raises(ValidationError, match="De gekozen waarde van ‘Gemeenten’ gaat zo niet gelden"):
            feiten.kiezen(tegenspraak, "acht", "nagezien", by=medewerker, versies=[zonder_datum])
        assert feit.versies.count() == 2

    def test_of_each_feit_one_value_is_chosen(self, zeg, oud, nieuw, tegenspraak, medewerker):
        with pytest.raises(ValidationError, match="één waarde, niet meer"):
            feiten.kiezen(tegenspraak, "zeven", "x", by=medewerker, versies=[zeg(7, oud), zeg(9, nieuw)])

    @pytest.mark.parametrize(("keuze", "reden"), [("nr.\u202e367", "gelezen"), ("nr. 367", "x" * 201)])
    def test_a_choice_and_its_reason_can_be_read(self, tegenspraak, medewerker, keuze, reden):
        with pytest.raises(ValidationError):
            feiten.kiezen(tegenspraak, keuze, reden, by=medewerker)

    def test_the_loader_may_not_choose(self, tegenspraak, account):
        with pytest.raises(GeenToegang):
            feiten.kiezen(tegenspraak, "zeven", "nagezien", by=account(Rol.SYSTEEM))

    @pytest.mark.parametrize(("keuze", "reden"), [("", "nagezien"), ("zeven", " ")])
    def test_a_choice_says_what_and_why(self, tegenspraak, medewerker, keuze, reden):
        with pytest.raises(ValidationError, match="wat een nieuwe brief gebruikt en waarom"):
            feiten.kiezen(tegenspraak, keuze, reden, by=medewerker)

    def test_a_version_of_a_feit_outside_the_tegenspraak_cannot_be_chosen(self, zeg, oud, tegenspraak, medewerker):
        tegenspraak.feiten.clear()
        with pytest.raises(ValidationError, match="hoort niet bij een feit van tegenspraak C99"):
            feiten.kiezen(tegenspraak, "zeven", "nagezien", by=medewerker, versies=[zeg(7, oud)])
