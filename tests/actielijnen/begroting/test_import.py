"""A file with bookings: what is wrong is said per row and cell, and only what is confirmed is booked."""

import io
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook

from actielijnen.begroting import verplichten
from actielijnen.models import Betaling, Import, Importrij, Mutatie, Verplichting
from actielijnen.uitwisselen import stappen
from actielijnen.uitwisselen.resources import koppen
from agenda.taken import run_pending
from agenda.uitwisselen.lezen import Onleesbaar, lees
from tests.hulpmiddelen import imports
from tests.hulpmiddelen.begroting import verplicht
from tests.hulpmiddelen.imports import GOED, KOP, VIJF, oordelen


def test_nothing_is_booked_until_it_is_confirmed_and_then_by_the_verb(neem_in, budgethouder):
    imp = neem_in("verplichtingen", KOP + GOED)
    assert (imp.status, oordelen(imp), Verplichting.objects.count()) == ("nagekeken", [(2, "goed", {})], 0)
    stappen.bevestigen(imp, by=budgethouder)
    run_pending()
    imp.refresh_from_db()
    assert (imp.status, oordelen(imp)) == ("geboekt", [(2, "geboekt", {})])
    assert [(each.kenmerk, each.bedrag) for each in Verplichting.objects.all()] == [("V1", 40_000)]


# fmt: off
FOUTE_CELLEN = [
    ("40.000",       "40,000.50",  "Bedrag",       "‘40,000.50’ is geen bedrag in euro. Schrijf bijvoorbeeld 250.000 of 1.234,50."),
    ("40.000",       "=1+1",       "Bedrag",       "Dit is een formule. Plak alleen de waarde in het bestand, bijvoorbeeld 1.234,50."),
    ("40.000",       "100.000,01", "Bedrag",       "Op ‘2. Post 2 (2026)’ is €\xa0100.000 vrij beschikbaar. U vraagt €\xa0100.000,01: €\xa00,01 te veel. Dit is een hard plafond. Boek ten hoogste €\xa0100.000, of verhoog eerst het budget."),
    ("2;2026",       "9;2026",     "Post",         "Post ‘9’ bestaat niet. Kies uit: 2."),
    ("2;2026",       "2;2031",     "Jaar",         "Post 2 heeft geen begrotingsregel voor 2031. Kies uit: 2026."),
    ("2;2026",       "2;26",       "Jaar",         "‘26’ is geen jaar. Schrijf bijvoorbeeld 2026, of laat het leeg."),
    ("01-02-2026",   "31-02-2026", "Datum",        "‘31-02-2026’ is geen datum. Schrijf bijvoorbeeld 31-12-2026."),
    ("01-02-2026",   "01-02-2027", "Datum",        "‘2. Post 2 (2026)’ is van 2026, en 01-02-2027 valt daarbuiten."),
    ("contract",     "lening",     "Soort",        "‘lening’ kan niet. Kies uit: contract, opdracht, evaluatieonderzoek."),
    ("Voorbeeld BV", "",           "Wederpartij",  "Vul in welke organisatie het geld krijgt."),
    ("Voorbeeld BV", "x" * 161,    "Wederpartij",  "Dit zijn 161 tekens; er passen er 160. Maak de tekst korter."),
    ("40.000",       "10000000000", "Bedrag",      "€\xa010.000.000.000 is te groot: het moet minder zijn dan 10 miljard."),
]
# fmt: on


@pytest.mark.parametrize(("goed", "fout", "kop", "melding"), FOUTE_CELLEN)
def test_a_wrong_cell_is_named_and_the_other_rows_are_booked(neem_in, budgethouder, goed, fout, kop, melding):
    slecht = GOED.replace("V1", "V2").replace(goed, fout)
    imp = neem_in("verplichtingen", KOP + slecht + GOED)
    assert oordelen(imp) == [(2, "fout", {kop: melding}), (3, "goed", {})]
    stappen.bevestigen(imp, by=budgethouder)
    run_pending()
    assert [each.kenmerk for each in Verplichting.objects.all()] == ["V1"]


def test_several_cells_of_one_row_are_each_named(neem_in):
    imp = neem_in("verplichtingen", KOP + GOED.replace("40.000", "veel").replace("01-02-2026", "ooit"))
    assert oordelen(imp)[0][2].keys() == {"Bedrag", "Datum"}


@pytest.mark.parametrize("per_keer", [1, 500])
def test_the_ceiling_counts_the_rows_before_also_those_of_an_earlier_part(neem_in, monkeypatch, per_keer):
    monkeypatch.setattr(stappen, "PER_KEER", per_keer)
    rijen = [GOED.replace("V1", f"V{nummer}") for nummer in range(3)]
    imp = neem_in("verplichtingen", KOP + "".join(rijen))
    assert [oordeel for _, oordeel, _ in oordelen(imp)] == ["goed", "goed", "fout"]
    assert "€\xa020.000 te veel" in oordelen(imp)[2][2]["Bedrag"]


def test_what_is_booked_already_is_recognised(neem_in, regel, budgethouder):
    verplicht(regel(2026), "V1", 5, by=budgethouder)
    imp = neem_in("verplichtingen", KOP + GOED)
    assert oordelen(imp) == [(2, "dubbel", {"": "Verplichting V1 staat al in het portaal."})]


def test_payments_and_mutaties_come_in_too(neem_in, regel, stuk, budgethouder):
    contract = verplicht(regel(2026), "V1", 5000, by=budgethouder)
    betalingen = "Verplichting;Soort;Kenmerk;Bedrag;Datum;Omschrijving\nV1;betaling;F1;1.000;01-05-2026;\n"
    imp = neem_in(
        "betalingen", betalingen + "V1;terugontvangst;T1;1.000,01;01-06-2026;\nV9;betaling;F2;1;01-05-2026;\n"
    )
    assert [(oordeel, [*fouten]) for _, oordeel, fouten in oordelen(imp)] == [
        ("goed", []),
        ("fout", ["Bedrag"]),
        ("fout", ["Verplichting"]),
    ]
    stappen.bevestigen(imp, by=budgethouder)
    mutaties = "Post;Jaar;Budget;Moment;Begrotingsjaar;Soort;Bedrag;Bron;Vindplaats;Reden\n"
    rij = f"2;2026;kas;eerste_suppletoire;2026;beleidsmatig;-500;{stuk(2026).sleutel};tabel 1;Minder nodig\n"
    tweede = neem_in("mutaties", mutaties + rij + rij.replace("2026;beleids", ";beleids"))
    assert [oordeel for _, oordeel, _ in oordelen(tweede)] == ["goed", "fout"]
    stappen.bevestigen(tweede, by=budgethouder)
    run_pending()
    assert verplichten.betaald_van(contract) == 1000
    assert Mutatie.objects.get(bedrag=-500).soort == "beleidsmatig"
    assert Betaling.objects.get().datum == date(2026, 5, 1)


# fmt: off
SOORTEN = [
    ("overboeking_in;-500",  "Bedrag", "Een overboeking in is meer dan € 0."),
    ("overboeking_uit;500",  "Bedrag", "Een overboeking uit is minder dan € 0"),
    ("kasschuif;500",        "Budget", "Een kasschuif gaat alleen over kas."),
]
# fmt: on


@pytest.mark.parametrize(("soort", "kop", "melding"), SOORTEN)
def test_a_soort_says_which_sign_and_which_budget_fit(neem_in, stuk, soort, kop, melding):
    koppen_ = "Post;Jaar;Budget;Moment;Begrotingsjaar;Soort;Bedrag;Bron;Vindplaats;Reden\n"
    rij = f"2;2026;beide;eerste_suppletoire;2026;{soort};{stuk(2026).sleutel};tabel 1;Anders\n"
    ((_, oordeel, fouten),) = oordelen(neem_in("mutaties", koppen_ + rij))
    assert (oordeel, [*fouten], melding in fouten[kop]) == ("fout", [kop], True)


def test_excel_reads_as_what_somebody_would_have_typed():
    boek = Workbook()
    boek.active.append(["Verplichting", "Soort", "Kenmerk", "Bedrag", "Datum", "Omschrijving"])
    boek.active.append(["V1", "betaling", 118, 1234.5, date(2026, 5, 1), None])
    boek.active.append(["V1", "betaling", "F2", "=SUM(D2)", date(2026, 5, 1), None])
    stroom = io.BytesIO()
    boek.save(stroom)
    rijen = dict(lees(stroom, "b.xlsx", koppen("betalingen"), []))
    assert rijen[2] == {
        "Verplichting": "V1", "Soort": "betaling", "Kenmerk": "118",
        "Bedrag": "1234,50", "Datum": "01-05-2026", "Omschrijving": "",
    }  # fmt: skip
    assert rijen[3]["Bedrag"] == "=SUM(D2)"


# fmt: off
ONLEESBAAR = [
    ("",                                  "Het bestand heeft geen rij met kolomkoppen. Nodig zijn: Kenmerk, Bedrag."),
    ("Kenmerk;Prijs\nV1;5\n",             "Onbekende kolom: Prijs. Mogelijk zijn: Kenmerk, Bedrag, Datum."),
    ("Kenmerk;Datum\nV1;1-1-2026\n",      "Er ontbreekt een kolom: Bedrag. Nodig zijn: Kenmerk, Bedrag."),
    ("Kenmerk;Bedrag;bedrag\nV1;5;6\n",  "Deze kolom staat er meer dan één keer: Bedrag. Haal er één weg."),
    ('Kenmerk;Bedrag\nV1;"5\nV2;6\n',    'Regel 3 van het bestand is niet te lezen. Staat daar of erboven een los aanhalingsteken? Haal het weg, of zet de hele cel tussen aanhalingstekens en schrijf dit dubbel: "buis van 5""".'),
    (b"Kenmerk;Bedrag\n\xff;5\n",         "Het bestand is geen UTF-8. Kies bij opslaan in Excel ‘CSV UTF-8’."),
]
# fmt: on


@pytest.mark.parametrize(("inhoud", "melding"), ONLEESBAAR)
def test_a_file_that_is_no_such_list_is_refused_as_a_whole(inhoud, melding):
    stroom = io.BytesIO(inhoud.encode() if isinstance(inhoud, str) else inhoud)
    with pytest.raises(Onleesbaar) as onleesbaar:
        list(lees(stroom, "x.csv", ["Kenmerk", "Bedrag", "Datum"], ["Kenmerk", "Bedrag"]))
    assert str(onleesbaar.value) == melding


@pytest.mark.parametrize("teken", [";", ",", "\t"])
def test_the_cells_are_told_apart_by_what_stands_between_the_headings(teken):
    """Also below the line of one of our own files, which has commas of its own."""
    inhoud = f"Lijst: Betalingen, van 2026, en meer\n{teken.join(['Kenmerk', 'Bedrag'])}\n{teken.join(['V1', '5'])}\n"
    gelezen = list(lees(io.BytesIO(inhoud.encode()), "x.csv", ["Kenmerk", "Bedrag"], ["Kenmerk", "Bedrag"]))
    assert gelezen == [(3, {"Kenmerk": "V1", "Bedrag": "5"})]


def test_an_amount_that_falls_apart_at_its_comma_is_refused_and_not_booked_without_its_cents(neem_in):
    """The amount last: what falls off would not be missed."""
    rij = "2,2026,V1,contract,Onderzoek,Voorbeeld BV,01-02-2026,{}\n"
    kop = "Post,Jaar,Kenmerk,Soort,Omschrijving,Wederpartij,Datum,Bedrag\n"
    imp = neem_in("verplichtingen", kop + rij.format("1.234,50") + rij.replace("V1", "V2").format('"1.234,50"'))
    (_, oordeel, fouten), goed = oordelen(imp)
    assert (oordeel, goed) == ("fout", (3, "goed", {}))
    assert fouten[""].startswith("Deze rij heeft meer cellen dan er kolommen zijn; over is ‘50’.")


@pytest.mark.parametrize("rijen", [1, 5])
def test_a_part_asks_as_many_questions_whatever_its_number_of_rows(neem_in, budgethouder, rijen):
    """But for the savepoint of each verb."""
    imp = neem_in("verplichtingen", "".join(VIJF.splitlines(keepends=True)[: rijen + 1]))
    stappen.bevestigen(imp, by=budgethouder)
    imports.under_way(imp)
    with CaptureQueriesContext(connection) as caught:
        stappen.boeken(imp.taak, imp)
    vragen = [each["sql"] for each in caught if "SAVEPOINT" not in each["sql"]]
    assert (imp.rijen.filter(oordeel=Importrij.Oordeel.GEBOEKT).count(), len(vragen)) == (rijen, 17)


def test_through_the_pages_with_the_refused_rows_as_a_file_for_the_second_try(client, voorbeeld, regel, budgethouder):
    regel(2026, 100_000)
    client.force_login(budgethouder)
    adres = reverse("imports") + "?programma=voorbeeld"
    upload = io.BytesIO((KOP + GOED + GOED.replace("V1", "V2").replace("40.000", "'=2+3")).encode())
    upload.name = "rijen.csv"
    response = client.post(adres, {"soort": "verplichtingen", "bestand": upload})
    imp = Import.objects.get()
    assert response.url.startswith(imp.get_absolute_url())
    run_pending()
    page = client.get(imp.get_absolute_url()).content.decode()
    assert "Dit is een formule." in page
    assert "Kan worden geboekt: 1" in page
    regels = client.get(reverse("import-afgekeurd", args=[imp.pk])).content.decode().splitlines()
    assert regels[1].startswith("3;2;2026;;V2;contract;Onderzoek;Voorbeeld BV;'=2+3;01-02-2026;;;Bedrag: Dit is")


def test_a_file_without_the_right_heading_is_said_in_the_form(client, voorbeeld, budgethouder):
    client.force_login(budgethouder)
    upload = io.BytesIO(b"Naam;Prijs\nx;5\n")
    upload.name = "rijen.csv"
    page = client.post(reverse("imports") + "?programma=voorbeeld", {"soort": "betalingen", "bestand": upload})
    assert "Het bestand heeft geen rij met kolomkoppen. Nodig zijn: Verplichting, Soort" in page.content.decode()
    assert Import.objects.count() == 0


def test_an_amount_has_whole_cents(neem_in):
    assert oordelen(neem_in("verplichtingen", KOP + GOED.replace("40.000", "1,005")))[0][1] == "fout"
    assert Decimal("0") == sum(Verplichting.objects.values_list("bedrag", flat=True))
