"""The list of a letter year: made from the sjabloon or from last year, shown by itself where the portal can see it."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from actielijnen.activiteiten import indicatoren
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import NietMogelijk
from agenda.models import AuditRegel, Bron, Feit, FeitVersie
from rapportage.models import Voorbereidingspunt
from rapportage.voorbereiding import lijst as lijsten
from rapportage.voorbereiding import punten, sjabloon
from rapportage.voorbereiding.lijst import Uit
from rapportage.voorbereiding.stand import stand
from rapportage.voorbereiding.waarneming import waarnemingen
from subsidies.regelingen import vastleggen
from tests.hulpmiddelen import regelingen, uitkeringen
from tests.hulpmiddelen import voorbereiding as maak
from tests.hulpmiddelen.uitkeringen import D

S = Voorbereidingspunt.Stand
VOOR_DE_BRIEF = datetime(2027, 3, 1, 9, tzinfo=klok.AMSTERDAM)


@pytest.fixture(autouse=True)
def in_maart():
    with klok.vastgezet(VOOR_DE_BRIEF):
        yield


def stand_van(punt) -> str:
    return Voorbereidingspunt.objects.for_list().get(pk=punt.pk).stand


def feit(programma, bekend_sinds: date | None) -> Feit:
    """A feit with one value, that its bron knows since that day; without a day nobody knows since when."""
    soort = {"sleutel": "du.aantal", "onderwerp": "du", "naam": "Gemeenten met een DU", "weergave": "aantal"}
    made = Feit.objects.create(programma=programma, definitie="x", **soort)
    vast = {"bron": Bron.objects.first(), "kwalificatie": "exact", "vindplaats": "p. 1"}
    tijd = {"bekend_sinds": bekend_sinds, "bekend_precisie": "dag" if bekend_sinds else "onbekend"}
    wie = {"vastgelegd_op": klok.nu(), "vastgelegd_door": maak.leiding()}
    FeitVersie.objects.create(feit=made, getal=9, **vast, **tijd, **wie)
    return made


# --- A new list ------------------------------------------------------------------------------------------


def test_a_list_from_the_sjabloon_counts_the_weeks_back_from_the_letter(klein):
    lijn = klein.actielijnen.get(nummer=2)
    maak.sjabloonpunt(klein, weken_vooraf=6)
    maak.sjabloonpunt(klein, weken_vooraf=0, vraag="Uitkomsten van evaluaties", onderwerp="evaluatie", actielijn=lijn)
    vervallen = maak.sjabloonpunt(klein, vraag="Niet meer nodig")
    sjabloon.laten_vervallen(vervallen, by=maak.leiding())

    rijen = maak.lijst(klein).punten.values_list("nummer", "vraag", "actielijn__nummer", "uiterlijk_op", "status")
    assert list(rijen) == [
        (1, "Aantal gemeenten met een DU", None, date(2027, 4, 6), "open"),
        (2, "Uitkomsten van evaluaties", 2, date(2027, 5, 18), "open"),
    ]


def test_last_years_list_is_taken_over_with_its_own_points_open_again_and_as_long_before_the_letter(klein):
    maak.sjabloonpunt(klein)
    vorig = maak.lijst(klein, jaar=2026)
    eigen = maak.punt(vorig, uiterlijk_op=date(2026, 5, 11), vraag="Uitspraak van de Raad", onderwerp="raad")
    punten.gereedmelden(eigen, notitie="Staat in het verslag.", by=maak.leiding())

    nieuw = maak.lijst(klein, uit=Uit.VORIGE).punten.get(nummer=2)
    assert (nieuw.vraag, nieuw.uiterlijk_op, nieuw.status, nieuw.notitie) == (
        "Uitspraak van de Raad",
        date(2027, 5, 11),
        "open",
        "",
    )
    assert nieuw.vorige == eigen


def test_the_standard_sjabloon_asks_all_that_a_letter_needs_and_can_be_taken_over_once(klein):
    made = sjabloon.standaard_overnemen(klein, by=maak.leiding())
    assert {each.onderwerp for each in made} == {
        "du", "spuk", "evaluatie", "raad", "congres", "toezegging", "voortgang", "begroting",
    }  # fmt: skip
    assert [str(each.actielijn) for each in made if each.onderwerp == "voortgang"] == ["1. Kennis", "2. Aanpakken"]
    with pytest.raises(NietMogelijk, match="heeft al punten"):
        sjabloon.standaard_overnemen(klein, by=maak.leiding())


TIJD = {"jaar": 2027, "van": date(2026, 1, 1), "peildatum": date(2026, 12, 31), "brief_op": date(2027, 5, 18)}
# fmt: off
VERKEERD = [
    # what differs                          field        what the message says
    ({"jaar": 20270},                       "jaar",      "geen jaar van een brief"),
    ({"jaar": 2026},                        "jaar",      "al een lijst"),
    ({"peildatum": date(2025, 12, 31)},     "peildatum", "ligt voor het begin (1 januari 2026)"),
    ({"brief_op": date(2026, 12, 30)},      "brief_op",  "vóór de peildatum (31 december 2026)"),
]
# fmt: on


@pytest.mark.parametrize(("anders", "veld", "zegt"), VERKEERD)
def test_a_list_that_cannot_be_is_refused_at_its_field(klein, anders, veld, zegt):
    maak.sjabloonpunt(klein)
    maak.lijst(klein, jaar=2026)
    with pytest.raises(ValidationError) as refused:
        lijsten.maken(klein, **TIJD | anders, uit=Uit.SJABLOON, by=maak.leiding())
    assert zegt in refused.value.message_dict[veld][0]
    assert klein.voorbereidingen.count() == 1


@pytest.mark.parametrize(
    ("uit", "zegt"), [(Uit.SJABLOON, "nog geen punten"), (Uit.VORIGE, "geen lijst van een eerder jaar")]
)
def test_a_list_without_points_is_not_made(klein, uit, zegt):
    with pytest.raises(ValidationError, match=zegt):
        maak.lijst(klein, uit=uit)
    assert not klein.voorbereidingen.exists()


# --- Whether what is asked is there --------------------------------------------------------------------------

# fmt: off
GEZIEN = [
    # bekend sinds          whether it speaks of 2026
    (date(2025, 12, 31), False),
    (date(2026, 1, 1),   True),
    (date(2026, 12, 31), True),
    (date(2027, 1, 1),   False),
    (None,               False),
]
# fmt: on


@pytest.mark.parametrize(("bekend_sinds", "is_er"), GEZIEN)
def test_the_portal_sees_a_feit_of_the_time_of_the_letter_and_no_other(klein, bekend_sinds, is_er):
    gevraagd = feit(klein, bekend_sinds)
    maak.sjabloonpunt(klein, feit=gevraagd)
    punt = maak.lijst(klein).punten.get()
    assert stand_van(punt) == (S.INGEVOERD if is_er else S.OPEN)
    assert [each.waarde for each in waarnemingen(punt)] == (["9"] if is_er else [])


def test_the_portal_sees_a_measurement_but_takes_a_target_for_none(klein):
    velden = {"naam": "Jongeren", "definitie": "x", "eenheid": "jongeren", "richting": "hoger"}
    indicator = indicatoren.maken(klein, **velden, by=maak.leiding())
    maak.sjabloonpunt(klein, indicator=indicator)
    punt = maak.lijst(klein).punten.get()
    meting = {"peildatum": date(2026, 6, 30), "vindplaats": "lijst", "by": maak.leiding()}
    indicatoren.vastleggen(indicator, soort="streefwaarde", waarde=Decimal(80), **meting)
    assert stand_van(punt) == S.OPEN

    indicatoren.vastleggen(indicator, soort="meetwaarde", waarde=Decimal(61), **meting)
    assert stand_van(punt) == S.INGEVOERD
    assert [each.waarde for each in waarnemingen(punt)] == ["61 jongeren"]


def test_what_is_not_there_after_its_day_is_late_until_somebody_reports_it_done(klein):
    maak.sjabloonpunt(klein)
    punt = maak.punt(maak.lijst(klein), uiterlijk_op=date(2027, 2, 26), vraag="Cijfers van BZK")
    assert stand_van(punt) == S.TE_LAAT
    punten.gereedmelden(punt, notitie="Overgenomen van BZK.", by=maak.leiding())
    assert stand_van(punt) == S.GEREED


# --- Done, and open again --------------------------------------------------------------------------------------


def test_who_reported_it_done_and_opened_it_again_stays_readable(klein, account):
    maak.sjabloonpunt(klein)
    punt, behandelaar = maak.lijst(klein).punten.get(), account(Rol.BEHANDELAAR)
    punten.gereedmelden(punt, notitie="Zes gemeenten.", by=behandelaar)
    punten.heropenen(punt, reden="Er komt er een bij.", by=maak.leiding())

    punt.refresh_from_db()
    assert (punt.status, punt.notitie, punt.gereed_door, punt.gereed_op) == ("open", "", None, None)
    verhaal = [(each.actie, each.account, each.details.get("notitie", "")) for each in AuditRegel.objects.about(punt)]
    assert verhaal[::-1] == [
        ("voorbereiding_gereedmelden", behandelaar.pk, "Zes gemeenten."),
        ("voorbereiding_heropenen", maak.leiding().pk, ""),
    ]


def test_done_without_a_word_is_refused_and_so_is_done_twice(klein):
    maak.sjabloonpunt(klein)
    punt = maak.lijst(klein).punten.get()
    with pytest.raises(ValidationError, match="Vul hier iets in"):
        punten.gereedmelden(punt, notitie=" ", by=maak.leiding())
    punten.gereedmelden(punt, notitie="Klaar.", by=maak.leiding())
    with pytest.raises(NietMogelijk, match="Gereedmelden"):
        punten.gereedmelden(punt, notitie="Nog eens.", by=maak.leiding())


def test_the_database_refuses_done_without_who_and_why(klein):
    maak.sjabloonpunt(klein)
    punt = maak.lijst(klein).punten.get()
    with pytest.raises(IntegrityError, match="gereed_met_wie_en_waarom"), transaction.atomic():
        Voorbereidingspunt.objects.filter(pk=punt.pk).update(gereed_door=maak.leiding())


@pytest.mark.parametrize("verb", ["sjabloonpunt", "lijst"])
def test_only_a_programmamanager_sets_up_a_list(klein, account, monkeypatch, verb):
    maak.sjabloonpunt(klein)
    monkeypatch.setattr(maak, "leiding", lambda: account(Rol.BELEIDSMEDEWERKER))
    with pytest.raises(GeenToegang):
        getattr(maak, verb)(klein)


# fmt: off
GEEN_PUNT = [
    ({"vraag": " "},                              "vraag",        "Vul in wat er"),
    ({"vraag": "x" * 201},                        "vraag",        "te lang"),
    ({"onderwerp": "weer"},                       "onderwerp",    "Kies een onderwerp"),
    ({"eigenaar_rol": ""},                        "eigenaar",     "Kies een eigenaar"),
    ({"eigenaar_rol": Rol.AUDITOR},               "eigenaar",     "kan dit niet bijwerken"),
    ({"toelichting": "a\u202eb"},                 "toelichting",  "niet te zien"),
    ({"uiterlijk_op": date(2027, 5, 19)},         "uiterlijk_op", "gaat op 18 mei 2027"),
]
# fmt: on


@pytest.mark.parametrize(("anders", "veld", "zegt"), GEEN_PUNT)
def test_a_point_that_cannot_be_is_refused_at_its_field(klein, anders, veld, zegt):
    maak.sjabloonpunt(klein)
    lijst = maak.lijst(klein)
    with pytest.raises(ValidationError) as refused:
        maak.punt(lijst, **anders)
    assert zegt in refused.value.message_dict[veld][0]
    assert lijst.punten.count() == 1


# --- For the staff home ------------------------------------------------------------------------------------------


def test_the_stand_counts_what_is_done_what_is_late_and_what_waits_for_the_reader(klein, account):
    maak.sjabloonpunt(klein, vraag="Eerst")
    lijst, behandelaar = maak.lijst(klein), account(Rol.BEHANDELAAR)
    laat = maak.punt(lijst, uiterlijk_op=date(2027, 2, 1), vraag="Laat", eigenaar_rol=Rol.BUDGETHOUDER)
    klaar = maak.punt(lijst, vraag="Klaar")
    punten.gereedmelden(klaar, notitie="Klaar.", by=behandelaar)

    beeld = stand(klein, behandelaar)
    assert (beeld.tekst, beeld.te_laat, beeld.van_lezer) == ("1 van 3 klaar", 1, 1)
    assert beeld.eerst[0] == laat
    assert stand(klein, account(Rol.RAADSLID)) is None


# --- Rows of the portal that say by themselves whether the year is complete -------------------------------------


@pytest.mark.django_db
def test_the_portal_sees_when_every_du_of_the_year_is_in_a_circulaire():
    made = uitkeringen.uitkering(D.CIRCULAIRE)
    maak.sjabloonpunt(made.programma, rijen="du")
    punt = maak.lijst(made.programma).punten.get()
    assert stand_van(punt) == S.INGEVOERD
    ander = uitkeringen.uitkering(D.OVERBOEKING)
    assert stand_van(punt) == S.OPEN
    with klok.vastgezet(uitkeringen.NU):
        uitkeringen.zet(ander, "du_opnemen", uitkeringen.wie(Rol.BEHANDELAAR))
        uitkeringen.uitkering(D.INGETROKKEN)
    assert stand_van(punt) == S.INGEVOERD
    assert [each.waarde.replace("\u00a0", " ") for each in waarnemingen(punt)] == [
        "€ 30.000 voor Voorbeeldstad: opgenomen in circulaire"
    ] * 2
    assert stand_van(maak.lijst(made.programma, jaar=2026, uit=Uit.SJABLOON).punten.get()) == S.TE_LAAT  # over 2025


@pytest.mark.django_db
def test_the_portal_sees_when_of_each_gebied_with_integrale_middelen_the_bestemming_is_known():
    wijk, by = regelingen.wijk(), uitkeringen.wie(Rol.BEHANDELAAR)
    maak.sjabloonpunt(wijk.programma, rijen="bestemming")
    punt = maak.lijst(wijk.programma).punten.get()
    rij = {"jaar": 2026, "bron": wijk.bron, "vindplaats": "rij 2", "by": by}
    for gebied in (wijk.oost, wijk.noord):
        integraal = wijk.thema("integrale middelen")
        vastleggen.toekenning(integraal, gebied, bedrag=Decimal(50), gemeente=gebied.gemeente, **rij)
    vastleggen.bestemming(wijk.thema(), wijk.oost, bedrag=Decimal(40), **rij)
    assert stand_van(punt) == S.OPEN
    assert [each.waarde.replace("\u00a0", " ") for each in waarnemingen(punt)] == [
        "€ 40 voor Voorbeeldstad Oost in 2026",
        "nog niet bekend voor Voorbeelddam Noord in 2026",
    ]
    vastleggen.bestemming(wijk.thema(), wijk.noord, bedrag=Decimal(0), **rij)
    assert stand_van(punt) == S.INGEVOERD


def test_a_point_watches_one_thing_and_only_rows_that_exist(klein):
    gevraagd = feit(klein, None)
    for velden, zegt in (({"rijen": "du", "feit": gevraagd}, "niet meer dan een"), ({"rijen": "raad"}, "uit de lijst")):
        with pytest.raises(ValidationError, match=zegt):
            maak.sjabloonpunt(klein, **velden)
