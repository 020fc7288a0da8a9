"""An import that comes again or goes on: the same file or its refused rows, work that was broken off, and its trail."""

import io
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from django.db import connection
from django.urls import reverse

from actielijnen.begroting import verplichten
from actielijnen.models import Import, Importrij, Verplichting
from actielijnen.uitwisselen import stappen
from agenda import klok
from agenda.bestanden import bewaar
from agenda.models import AuditRegel
from agenda.taken import run_pending
from tests.hulpmiddelen.begroting import verplicht
from tests.hulpmiddelen.imports import GOED, KOP, VIJF, oordelen, under_way
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.tegelijk import while_uncommitted

# What is wrong with each row of a file, in order; the last row is good.
# fmt: off
BETALINGEN = [
    ("V1;betaling;F1;1,000.50;01-05-2026;",       "Bedrag",       "‘1,000.50’ is geen bedrag in euro. Schrijf bijvoorbeeld 250.000 of 1.234,50."),
    ("V1;betaling;F2;4.000,01;01-05-2026;",       "Bedrag",       "Op V1 staat €\xa04.000 open. U vraagt €\xa04.000,01: €\xa00,01 te veel."),
    ("V1;betaling;F3;10;01-05-2031;",             "Datum",        "Voor 2031 heeft ‘2. Post 2’ geen begrotingsregel. Kies een datum in een van deze jaren: 2025, 2026."),
    ("V1;betaling;F4;10;01-05-2025;",             "Datum",        "Het jaar 2025 is afgesloten; daarin wordt niets meer geboekt. Boek een correctie in een open jaar en noem daarbij wat u corrigeert."),
    ("V9;betaling;F5;10;01-05-2026;",             "Verplichting", "Verplichting ‘V9’ bestaat niet in dit programma."),
    ("V1;betaling;F6;10;2026-31-05;",             "Datum",        "‘2026-31-05’ is geen datum. Schrijf bijvoorbeeld 31-12-2026."),
    ("V1;betaling;F7;10;01-05-2026;=cmd|'/c'!A1", "Omschrijving", "Dit is een formule. Plak alleen de waarde in het bestand, bijvoorbeeld 1.234,50."),
    ("V1;betaling;F0;10;01-05-2026;",             "",             "Betaling F0 staat al op V1."),
    ("V1;betaling;F8;4.000;01-05-2026;",          None,           ""),
    ("V1;betaling;F8;4.000;01-05-2026;",          "",             "Betaling F8 staat al op V1."),
]
# fmt: on


def test_of_a_bad_file_each_row_says_what_and_an_example_and_its_refused_rows_are_the_second_try(
    neem_in, client, regel, budgethouder
):
    regel(2025, 100_000)
    contract = verplicht(regel(2026, 100_000), "V1", 5000, by=budgethouder)
    verplichten.betalen(contract, bedrag=Decimal(1000), datum=date(2026, 4, 1), kenmerk="F0", by=budgethouder)
    contract.programma.begrotingsjaren.create(jaar=2025, status="afgesloten", afgesloten_op=klok.nu())
    kop = "Verplichting;Soort;Kenmerk;Bedrag;Datum;Omschrijving\n"
    imp = neem_in("betalingen", kop + "".join(f"{rij}\n" for rij, _, _ in BETALINGEN))
    assert [fouten for _, _, fouten in oordelen(imp)] == [
        {} if kolom is None else {kolom: melding} for _, kolom, melding in BETALINGEN
    ]
    assert [oordeel for _, oordeel, _ in oordelen(imp)] == ["fout"] * 7 + ["dubbel", "goed", "dubbel"]
    stappen.bevestigen(imp, by=budgethouder)
    run_pending()
    assert [each.kenmerk for each in contract.betalingen.all()] == ["F0", "F8"]
    client.force_login(budgethouder)
    terug = client.get(reverse("import-afgekeurd", args=[imp.pk])).content.decode()
    verbeterd = terug.replace("V9;betaling;F5;10;", "V1;terugontvangst;T5;10;")
    tweede = neem_in("betalingen", verbeterd)
    assert [oordeel for _, oordeel, _ in oordelen(tweede)] == ["fout"] * 4 + ["goed"] + ["fout"] * 2


def test_the_same_file_again_is_recognised_whatever_its_name_with_a_link_to_the_first(
    neem_in, client, voorbeeld, budgethouder
):
    eerste = neem_in("verplichtingen", KOP + GOED)
    client.force_login(budgethouder)

    def opnieuw():
        upload = io.BytesIO((KOP + GOED).encode())
        upload.name = "kopie.csv"
        adres = reverse("imports") + "?programma=voorbeeld"
        return text(client.post(adres, {"soort": "verplichtingen", "bestand": upload}, follow=True))

    page = opnieuw()
    assert (
        "door budgethouder, als ‘rijen.csv’. Wilt u het opnieuw laten nakijken? Trek die import dan eerst in." in page
    )
    assert "Bekijk de import die er al is: Verplichtingen uit rijen.csv (nagekeken, nog niets geboekt)." in page
    stappen.bevestigen(eerste, by=budgethouder)
    run_pending()
    assert "De rijen zijn geboekt. Kies een ander bestand." in opnieuw()
    Import.objects.update(status=Import.Status.INGETROKKEN)
    assert "Wordt nagekeken" in opnieuw()
    assert Import.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_the_same_file_from_two_tabs_at_once_one_is_taken_in(voorbeeld, budgethouder):
    uploads = [bewaar((KOP + GOED).encode(), "rijen.csv", by=budgethouder, zelf_gemaakt=False) for _ in range(2)]
    tabs = [partial(stappen.innemen, voorbeeld, "verplichtingen", upload, by=budgethouder) for upload in uploads]
    with pytest.raises(stappen.AlIngenomen):
        while_uncommitted(*tabs)
    assert Import.objects.get().bestand == uploads[0]


def break_off(monkeypatch, naam, keer):
    """Let the step `naam` of an import end in a power cut, the `keer`-th time, when it has done its work."""
    stap, keren = getattr(stappen, naam), []

    def cut(*arguments):
        keren.append(1)
        stap(*arguments)
        if len(keren) == keer:
            raise RuntimeError("stroomstoring")

    monkeypatch.setattr(stappen, naam, cut)


def test_the_trail_tells_of_each_row_that_it_was_read_or_changed_and_not_how_far_the_work_is(neem_in, budgethouder):
    imp = neem_in("verplichtingen", VIJF)
    stappen.bevestigen(imp, by=budgethouder)
    run_pending()
    imp.rijen.filter(nummer=2).update(cellen={"Bedrag": "1"}, oordeel="goed")
    with connection.cursor() as cursor:
        cursor.execute("SELECT soort, nieuw FROM agenda_spoor WHERE tabel = 'actielijnen_importrij' ORDER BY id")
        *gelezen, geknoeid = cursor.fetchall()
        cursor.execute(
            "SELECT count(*) FROM agenda_spoor WHERE tabel = 'actielijnen_import' AND account = %s", [budgethouder.pk]
        )
        (van_de_import,) = cursor.fetchone()
    assert [soort for soort, _ in gelezen] == ["I"] * 5
    assert geknoeid == ("U", '{"cellen": "niet bewaard"}')
    assert van_de_import


@pytest.mark.parametrize("naam", ["_boek", "_noteer"])
def test_a_broken_off_booking_goes_on_where_it_was(neem_in, budgethouder, monkeypatch, naam):
    """Each part is booked with its marks in one transaction: a second run books what is left, and nothing twice."""
    monkeypatch.setattr(stappen, "PER_KEER", 2)
    imp = neem_in("verplichtingen", VIJF)
    stappen.bevestigen(imp, by=budgethouder)
    break_off(monkeypatch, naam, 2)
    under_way(imp)
    with pytest.raises(RuntimeError):
        stappen.boeken(imp.taak, imp)
    geboekt = imp.rijen.filter(oordeel=Importrij.Oordeel.GEBOEKT).count()
    regels = AuditRegel.objects.filter(actie="verplichting_aangaan").count()
    assert [Verplichting.objects.count(), geboekt, regels, imp.taak.gedaan] == [2, 2, 2, 2]
    stappen.boeken(imp.taak, imp)
    assert Verplichting.objects.count() == AuditRegel.objects.filter(actie="verplichting_aangaan").count() == 5


def test_a_broken_off_judging_begins_again_and_counts_every_row_once(neem_in):
    imp = neem_in("verplichtingen", KOP + "".join(GOED.replace("V1", f"V{nummer}") for nummer in range(3)))
    imp.rijen.exclude(nummer=2).update(oordeel=Importrij.Oordeel.ONBEKEND, fouten={})
    Import.objects.update(status=Import.Status.NAKIJKEN)
    imp.refresh_from_db()
    under_way(imp)
    stappen.nakijken(imp.taak, imp)
    assert [oordeel for _, oordeel, _ in oordelen(imp)] == ["goed", "goed", "fout"]
