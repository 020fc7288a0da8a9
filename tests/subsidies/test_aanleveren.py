"""A file of the verstrekker: what is wrong is said per cell, nothing is saved half, and refused rows come back."""

import io
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from agenda import klok
from agenda.access import Rol
from agenda.bestanden.ontvangst import ontvangen
from agenda.levensloop import NietMogelijk
from agenda.models import Gemeente
from agenda.uitwisselen.lezen import Onleesbaar
from subsidies.models import Aanlevering, RegelingVersie, Toekenning
from subsidies.regelingen.openstellen import GeenIntake
from subsidies.uitwisselen import stappen
from tests.hulpmiddelen.pagina import rows, text
from tests.hulpmiddelen.regelingen import wijk

pytestmark = pytest.mark.django_db

KOP = "Gemeentecode;Gebied;Thema;Jaar;Bedrag\n"
GOED = "069999;Voorbeeldstad Oost;veerkracht en weerbaarheid;2026;100.000\n"
NOORD = "GM9998;Voorbeelddam Noord;school en omgeving;2027;50.000,50\n"


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = settings.STORAGES | {"default": backend}


@pytest.fixture
def behandelaar(account):
    return account(Rol.BEHANDELAAR)


@pytest.fixture
def regeling(db):
    return wijk()


@pytest.fixture
def lever(regeling, behandelaar):
    def deliver(inhoud, naam="toekenningen.csv", versie=regeling.eerste):
        inhoud = inhoud if isinstance(inhoud, bytes) else inhoud.encode()
        upload = ontvangen(SimpleUploadedFile(naam, inhoud), by=behandelaar)
        return stappen.innemen(versie, upload, bron=regeling.bron, by=behandelaar)

    return deliver


def oordelen(aanlevering):
    return [(rij.nummer, rij.oordeel, rij.fouten) for rij in aanlevering.rijen.all()]


# fmt: off
#    the row                                                                    column          what is said of it
FOUTEN = [
    ("9999;Voorbeeldstad Oost;school en omgeving;2026;1",                       "Gemeentecode", "‘9999’ is geen gemeentecode. Schrijf bijvoorbeeld 060363 of GM0363."),
    ("69999;Voorbeeldstad Oost;school en omgeving;2026;1",                      "Gemeentecode", "‘69999’ mist de 0 vooraan, misschien door Excel. Schrijf 069999."),
    ("061234;Voorbeeldstad Oost;school en omgeving;2026;1",                     "Gemeentecode", "Gemeentecode GM1234 bestaat niet. Zoek de code op in de lijst van gemeenten."),
    ("069995;Voorbeeldstad Oost;school en omgeving;2026;1",                     "Gemeentecode", "Oudstad bestaat niet meer: sinds 01-01-2026 is het Voorbeeldstad (GM9999)."),
    ("069998;Voorbeeldstad Oost;school en omgeving;2026;1",                     "Gebied",       "Voorbeeldstad Oost ligt in Voorbeeldstad (GM9999), niet in Voorbeelddam."),
    ("069999;Voorbeeldstad Zuid;school en omgeving;2026;1",                     "Gebied",       "Gebied ‘Voorbeeldstad Zuid’ hoort niet bij versie 1. Kijk bij Gebieden van de versie."),
    ("069999;Voorbeeldstad Oost;maatschappelijke samenhang;2026;1",             "Thema",        "Thema ‘maatschappelijke samenhang’ hoort bij versie 2, niet bij versie 1."),
    ("069999;Voorbeeldstad Oost;sport;2026;1",                                  "Thema",        "Thema ‘sport’ bestaat niet. Kies uit: veerkracht en weerbaarheid, school en omgeving, integrale middelen."),
    ("069999;Voorbeeldstad Oost;school en omgeving;2031;1",                     "Jaar",         "2031 past niet: versie 1 loopt 2026–2028."),
    ("069999;Voorbeeldstad Oost;school en omgeving;;1",                         "Jaar",         "Vul het jaar in waarvoor het bedrag is, bijvoorbeeld 2026."),
    ("069999;Voorbeeldstad Oost;school en omgeving;2026;1,000.50",              "Bedrag",       "‘1,000.50’ is geen bedrag in euro. Schrijf bijvoorbeeld 250.000 of 1.234,50."),
    ("069999;Voorbeeldstad Oost;school en omgeving;2026;-5",                    "Bedrag",       "€ -5 kan niet: een bedrag is 0 of meer."),
    ("069999;Voorbeeldstad Oost;school en omgeving;2026;=1+1",                  "Bedrag",       "Dit is een formule. Plak alleen de waarde in het bestand, bijvoorbeeld 1.234,50."),
    ("069999;Voorbeeldstad Oost;veerkracht en weerbaarheid;2026;7",             "",             "Rij 2 noemt ditzelfde gebied, thema en jaar ook. Laat een van de twee staan."),
    ("Totaal;;;;100.001",                                                       "Bedrag",       "Hier staat € 100.001, en de 1 rijen zijn samen € 100.000: € 1 verschil."),
]
# fmt: on


@pytest.fixture
def oudstad(regeling):
    stad = Gemeente.objects.get(code="GM9999")
    oud = {"code": "GM9995", "naam": "Oudstad", "naam_cbs": "Oudstad", "provincie": stad.provincie}
    return Gemeente.objects.create(**oud, opgegaan_op=date(2026, 1, 1), opvolger=stad)


def test_each_wrong_cell_says_what_is_wrong_and_the_good_row_stays_good(lever, oudstad):
    for nummer, (rij, kop, melding) in enumerate(FOUTEN):
        aanlevering = lever(KOP + GOED + rij + "\n", naam=f"bestand-{nummer}.csv")
        gevonden = [
            (nr, oordeel, {k: v.replace("\u00a0", " ") for k, v in fouten.items()})
            for nr, oordeel, fouten in oordelen(aanlevering)
        ]
        assert gevonden == [(2, "goed", {}), (3, "fout", {kop: melding})]
    assert Toekenning.objects.count() == 0


def test_a_theme_that_has_another_name_in_this_version_is_told_by_it(lever, regeling):
    rij = "069999;Voorbeeldstad Oost;veerkracht en weerbaarheid;2029;1\n"
    ((_, oordeel, fouten),) = oordelen(lever(KOP + rij, versie=regeling.tweede))
    assert (oordeel, fouten) == (
        "fout",
        {
            "Thema": "Thema ‘veerkracht en weerbaarheid’ hoort bij versie 1, niet bij versie 2. "
            "In versie 2 heet het ‘maatschappelijke samenhang’."
        },
    )


def test_the_year_before_its_end_still_belongs_to_a_gemeente(lever, oudstad):
    Gemeente.objects.filter(code="GM9995").update(opgegaan_op=date(2027, 1, 1))
    aanlevering = lever(KOP + "069995;Voorbeeldstad Oost;school en omgeving;2026;1\n")
    assert oordelen(aanlevering) == [(2, "goed", {})]


def test_what_is_taken_over_says_whence_it_came_and_is_only_registered(lever, behandelaar):
    aanlevering = lever(KOP + GOED + NOORD + "Totaal;;;;150.000,50\nTotaal;;;2026;100.000\n")
    assert [oordeel for _, oordeel, _ in oordelen(aanlevering)] == ["goed", "goed", "som", "som"]
    stappen.overnemen(aanlevering, by=behandelaar)
    gevonden = Toekenning.objects.order_by("jaar").values_list("gemeente__code", "jaar", "bedrag", "vindplaats")
    dag = f"{aanlevering.gemaakt_op.astimezone(klok.AMSTERDAM):%d-%m-%Y %H:%M}"  # not its name: that can be of a person
    assert list(gevonden) == [
        ("GM9999", 2026, Decimal("100000.00"), f"rij 2 van het bestand van {dag}"),
        ("GM9998", 2027, Decimal("50000.50"), f"rij 3 van het bestand van {dag}"),
    ]
    with pytest.raises(NietMogelijk):
        stappen.overnemen(aanlevering, by=behandelaar)


def test_a_sum_that_is_wrong_stops_the_whole_file(lever, behandelaar):
    aanlevering = lever(KOP + GOED + "Totaal;;;;1\n")
    with pytest.raises(NietMogelijk, match="De optelling in rij 3 klopt niet"):
        stappen.overnemen(aanlevering, by=behandelaar)
    assert Toekenning.objects.count() == 0


def test_a_file_without_a_row_that_can_be_taken_over_is_not_taken_over(lever, behandelaar, client):
    aanlevering = lever(KOP + GOED.replace("100.000", "honderd"))
    with pytest.raises(NietMogelijk, match="Geen enkele rij kan worden overgenomen"):
        stappen.overnemen(aanlevering, by=behandelaar)
    assert Aanlevering.objects.get().status == "nagekeken"
    client.force_login(behandelaar)
    page = text(client.get(aanlevering.get_absolute_url()))
    assert "Geen enkele rij kan worden overgenomen" in page
    assert "Goede rijen overnemen" not in page


def test_what_turned_out_wrong_only_on_taking_over_is_said_per_row(lever, behandelaar):
    eerste, tweede = lever(KOP + GOED), lever(KOP + GOED.replace("069999", "GM9999"))
    stappen.overnemen(eerste, by=behandelaar)
    with pytest.raises(NietMogelijk, match=r"Geen enkele rij kan worden overgenomen. Rij 2: .+ Verbeter het bestand"):
        stappen.overnemen(tweede, by=behandelaar)


def test_when_saving_breaks_off_nothing_is_saved(lever, behandelaar, monkeypatch):
    aanlevering, verb, keren = lever(KOP + GOED + NOORD), stappen.probeer, []

    def break_off(*args):
        keren.append(1)
        if len(keren) == 2:
            raise RuntimeError("stroomstoring")
        return verb(*args)

    monkeypatch.setattr(stappen, "probeer", break_off)
    with pytest.raises(RuntimeError):
        stappen.overnemen(aanlevering, by=behandelaar)
    assert (Toekenning.objects.count(), Aanlevering.objects.get().status) == (0, "nagekeken")


def test_the_same_file_is_refused_until_it_is_withdrawn(lever, behandelaar):
    aanlevering = lever(KOP + GOED)
    with pytest.raises(Onleesbaar, match="Dit bestand is hier al aangeleverd op"):
        lever(KOP + GOED)
    stappen.intrekken(aanlevering, by=behandelaar)
    lever(KOP + GOED)


def test_a_later_file_corrects_with_a_reason_and_the_first_value_stays(lever, behandelaar):
    stappen.overnemen(lever(KOP + GOED), by=behandelaar)
    kop, anders = KOP.replace("\n", ";Reden wijziging\n"), GOED.replace("100.000", "90.000").replace("\n", ";{}\n")
    assert [o for _, o, _ in oordelen(lever(kop + GOED.replace("\n", ";\n"), naam="b.csv"))] == ["dubbel"]
    ((_, oordeel, fouten),) = oordelen(lever(kop + anders.format(""), naam="c.csv"))
    assert (oordeel, list(fouten)) == ("fout", ["Bedrag"])
    stappen.overnemen(lever(kop + anders.format("herberekend"), naam="d.csv"), by=behandelaar)
    (geldend,) = Toekenning.objects.geldend()
    assert (geldend.bedrag, geldend.reden, geldend.vervangt.bedrag) == (90_000, "herberekend", 100_000)


@pytest.mark.parametrize(("kolom", "handeling"), [("Beschikking", "Besluiten"), ("Betaald op", "Betalen")])
def test_a_file_that_decides_or_pays_is_refused_with_the_article(kolom, handeling, lever):
    with pytest.raises(GeenIntake, match=f"De kolom ‘{kolom}’ kan niet mee. {handeling} kan niet") as geweigerd:
        lever(KOP.replace("\n", f";{kolom}\n") + GOED.replace("\n", ";1\n"))
    assert "artikel 15a, eerste lid, Financiële-verhoudingswet" in str(geweigerd.value)


def test_a_version_that_takes_applications_gets_no_allotments_of_another(lever, regeling):
    RegelingVersie.objects.filter(pk=regeling.eerste.pk).update(
        soort="intake", opengesteld_op=date(2026, 1, 1), verstrekt_door=regeling.eigen, grondslag="Stb. 2026, 1",
        kanaal="x", mandaatbesluit="x", geen_sisa_code_omdat="x", verdeelwijze="vaste_bedragen",
    )  # fmt: skip
    with pytest.raises(NietMogelijk, match="neemt aanvragen aan"):
        lever(KOP + GOED)


def test_an_excel_file_through_the_pages_with_the_refused_rows_as_a_file(client, regeling, behandelaar):
    boek = Workbook()
    for rij in (["Gemeentecode", "Gebied", "Thema", "Jaar", "Bedrag"],
                ["069999", "Voorbeeldstad Oost", "school en omgeving", 2026, 1234.5],
                ["069998", "Voorbeeldstad Oost", "veerkracht en weerbaarheid", 2026, 10]):  # fmt: skip
        boek.active.append(rij)
    boek.save(inhoud := io.BytesIO())
    client.force_login(behandelaar)
    adres = reverse("aanleveringen", args=["wijk", 1]) + "?programma=wijk"
    upload = SimpleUploadedFile("bzk.xlsx", inhoud.getvalue())
    response = client.post(adres, {"bron": regeling.bron.pk, "bestand": upload})
    aanlevering = Aanlevering.objects.get()
    assert response.url.startswith(reverse("aanlevering", args=["wijk", aanlevering.pk]))
    page = client.get(aanlevering.get_absolute_url()).content.decode()
    assert "Voorbeeldstad Oost ligt in Voorbeeldstad (GM9999), niet in Voorbeelddam." in page
    eigen = reverse("aanlevering", args=["wijk", aanlevering.pk]) + "?programma=wijk"
    assert 'href="?programma=wijk&amp;oordeel=fout">Foute rijen bekijken' in client.get(eigen).content.decode()
    assert [rij.split()[0] for rij in rows(client.get(f"{eigen}&oordeel=fout"))] == ["3"]
    afgekeurd = client.get(reverse("aanlevering-afgekeurd", args=["wijk", aanlevering.pk]) + "?programma=wijk")
    assert (
        afgekeurd.content.decode()
        .splitlines()[1]
        .startswith("3;069998;Voorbeeldstad Oost;veerkracht en weerbaarheid;2026;10;;Gebied:")
    )
    client.post(reverse("aanlevering-stap", args=["wijk", aanlevering.pk, "aanlevering_overnemen"]) + "?programma=wijk")
    assert list(Toekenning.objects.values_list("bedrag", flat=True)) == [Decimal("1234.50")]
