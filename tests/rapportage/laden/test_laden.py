"""The loader: from an empty database to the programme, twice without a change, and never half."""

import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from actielijnen.models import Actielijn, Begrotingspost, Begrotingsregel, Mutatie
from agenda import feiten
from agenda.access import Rol
from agenda.models import (
    AuditRegel,
    Feit,
    FeitVersie,
    Gebied,
    Gebruiker,
    Gemeente,
    Ministerie,
    OpenVraag,
    Programma,
    Provincie,
    Tegenspraak,
)
from rapportage.laden.bestanden import GEGEVENS, LaadFout
from rapportage.laden.programma import laad
from subsidies.models import Regeling


@pytest.fixture
def map_van_kopie(tmp_path):
    """A copy of the data files that a test may spoil."""
    return shutil.copytree(GEGEVENS, tmp_path / "gegevens")


@pytest.fixture
def systeem(db):
    return Gebruiker.objects.systeem()


def vervang(bestand, oud, nieuw):
    tekst = bestand.read_text(encoding="utf-8")
    assert oud in tekst
    bestand.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def test_an_empty_database_gets_the_whole_programme(programma):
    assert Gemeente.objects.count() == 342
    assert Provincie.objects.count() == 12
    assert Ministerie.objects.count() == 7
    assert Gebied.objects.count() == 20
    assert Gebied.objects.values("gemeente").distinct().count() == 19
    assert Actielijn.objects.filter(programma=programma).count() == 4
    assert Begrotingspost.objects.filter(programma=programma).count() == 5
    assert sum(Mutatie.objects.values_list("bedrag", flat=True)) == 10_600_000


def test_the_budget_lines_are_indicatief_and_not_divided_over_years(programma):
    assert set(Begrotingsregel.objects.values_list("is_indicatief", "jaar", "periode")) == {(True, None, "2023–2025")}


def test_the_start_of_a_gemeente_stays_unknown(programma):
    assert not Gemeente.objects.exclude(bestaat_vanaf=None).exists()
    assert not Gemeente.objects.filter(tooi_uri="").exists()
    assert sum(Gemeente.objects.values_list("inwoners_2021", flat=True)) == 17_475_415


def test_a_focusgebied_keeps_the_spelling_of_the_letter_as_alias(programma):
    assert Gebied.objects.get(aliassen__naam="Woensel Zuid").naam == "Eindhoven Woensel-Zuid"


def test_the_regeling_is_not_granted_by_szw_and_has_no_sisa_code(programma):
    regeling = Regeling.objects.get()
    assert (regeling.rol_szw, regeling.sisa_code) == ("medefinancier", "")
    assert not any("Sociale Zaken" in versie.verstrekker for versie in regeling.versies.all())


def test_the_theme_of_the_agenda_has_a_line_of_successors(programma):
    samenhang = Regeling.objects.get().versies.get(volgorde=4).themas.get(naam="maatschappelijke samenhang")
    vorige = samenhang.opvolger_van
    assert (vorige.naam, vorige.versie.volgorde) == ("veerkracht en weerbaarheid", 2)
    assert vorige.opvolger_van.versie.volgorde == 1


def test_what_the_sources_do_not_say_is_a_question(programma):
    onderwerpen = {
        "budget",
        "spuk",
        "du",
        "social-labs",
        "raad",
        "brief",
        "toezeggingen",
        "gemeenten",
        "regeling",
    }
    assert set(OpenVraag.objects.values_list("onderwerp", flat=True)) == onderwerpen


def test_a_second_run_changes_nothing_and_says_so(programma, systeem):
    voor = (FeitVersie.objects.count(), AuditRegel.objects.count())
    uitvoer = StringIO()
    call_command("laad_programma", stdout=uitvoer)
    verslag = laad(by=systeem)
    assert verslag.is_ongewijzigd
    assert (FeitVersie.objects.count(), AuditRegel.objects.count()) == voor
    assert uitvoer.getvalue().splitlines()[-1].split() == [
        "totaal", "0", "nieuw", "0", "gewijzigd", str(verslag.totaal("ongewijzigd")), "ongewijzigd",
    ]  # fmt: skip


def test_loading_leaves_one_line_in_the_audit_trail_and_one_per_version(programma):
    assert AuditRegel.objects.filter(actie="laden").count() == 1
    assert AuditRegel.objects.filter(actie="feit_vastleggen").count() == FeitVersie.objects.count()


def test_another_value_in_the_file_becomes_a_version_that_replaces_the_old_one(programma, systeem, map_van_kopie):
    vervang(map_van_kopie / "feiten/du.toml", "waarde = 313327", "waarde = 313328")
    verslag = laad(by=systeem, map=map_van_kopie)
    versies = Feit.objects.get(sleutel="du.verstrekt-2023").versies.order_by("pk")
    assert [v.getal for v in versies] == [313_327, 313_328]
    assert versies[1].vervangt == versies[0]
    assert (verslag.totaal("nieuw"), verslag.totaal("gewijzigd")) == (0, 1)
    assert laad(by=systeem, map=map_van_kopie).is_ongewijzigd


def test_a_version_that_somebody_replaced_is_not_replaced_again_by_the_file(programma, systeem, account, map_van_kopie):
    oud = FeitVersie.objects.get(nummer_bron="P14")
    feiten.vastleggen(
        oud.feit, waarde=313_000, kwalificatie="circa", bron=oud.bron, vindplaats="nagezien", reden="tikfout",
        vervangt=oud, by=account(Rol.BELEIDSMEDEWERKER),
    )  # fmt: skip
    assert laad(by=systeem, map=map_van_kopie).is_ongewijzigd
    vervang(map_van_kopie / "feiten/du.toml", "waarde = 313327", "waarde = 313328")
    with pytest.raises(LaadFout, match=r"P14 van du\.verstrekt-2023 is in het portaal al vervangen"):
        laad(by=systeem, map=map_van_kopie)


def test_a_choice_that_somebody_confirmed_survives_the_next_run(programma, systeem, account):
    c03 = Tegenspraak.objects.get(nummer="C03")
    p03 = FeitVersie.objects.get(nummer_bron="P03")
    feiten.kiezen(c03, "€ 256 miljoen, nagezien", "gelezen", by=account(Rol.PROGRAMMAMANAGER), versies=[p03])
    assert laad(by=systeem).is_ongewijzigd
    c03.refresh_from_db()
    assert (c03.stand, c03.keuze) == ("bevestigd", "€ 256 miljoen, nagezien")


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "melding"),
    [
        (
            "gemeenten.csv",
            "PV20",
            "PV99",
            "gemeenten.csv, rij 2, kolom provincie: provincie ‘PV99’ bestaat niet",
        ),
        (
            "gemeenten.csv",
            "inwoners_2021",
            "inwoners",
            "gemeenten.csv, rij 1: de kolommen inwoners_2021 ontbreken",
        ),
        (
            "focusgebieden.csv",
            "GM0363",
            "GM9999",
            "focusgebieden.csv, rij 2, kolom gemeente: gemeente ‘GM9999’",
        ),
        ("bronnen.toml", 'soort = "kamerbrief"', 'soort = "brief"', "bronnen.toml, bron 1: soort: "),
        ("bronnen.toml", "titel", "naam", "bronnen.toml, bron 1: het veld ‘naam’ kent bron niet."),
        ("begroting.toml", "nummer = 1", "cijfer = 1", "begroting.toml, actielijn 1: het veld ‘cijfer’ kent"),
        (
            "begroting.toml",
            "= 1065000",
            '= "veel"',
            "begroting.toml, mutatie 1: ‘veel’ is geen bedrag in euro. Schrijf bijvoorbeeld 250.000 of 1.234,50.",
        ),
        (
            "feiten/du.toml",
            "waarde = 7",
            'waarde = "zeven"',
            "feiten/du.toml, feit du.gemeenten: ‘Gemeenten met een",
        ),
        ("feiten/du.toml", 'vindplaats = "', 'plek = "', "feit du.naam: het veld 'vindplaats' ontbreekt."),
        ("feiten/du.toml", '"tot_nu_toe"', '"ongeveer"', "feiten/du.toml, feit du.gemeenten: kwalificatie: "),
        ("feiten/du.toml", '"voortgangsbrief-2024"', '"brief"', "feit du.naam: bron ‘brief’ bestaat niet."),
        ("termen.toml", "[[term]]", "[[term]", "termen.toml is geen geldige TOML"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_loaded(systeem, map_van_kopie, bestand, oud, nieuw, melding):
    vervang(map_van_kopie / bestand, oud, nieuw)
    with pytest.raises(LaadFout) as fout:
        laad(by=systeem, map=map_van_kopie)
    assert melding in str(fout.value)
    assert not Programma.objects.exists()
    assert not Gemeente.objects.exists()


@pytest.mark.parametrize("naam", ["gemeenten.csv", "bronnen.toml", "open_vragen.toml"])
def test_a_missing_file_is_named_and_nothing_is_loaded(systeem, map_van_kopie, naam):
    (map_van_kopie / naam).unlink()
    with pytest.raises(LaadFout, match=f"Het bestand {naam} ontbreekt"):
        laad(by=systeem, map=map_van_kopie)
    assert not Ministerie.objects.exists()


def test_every_data_file_is_named_among_the_sources():
    bronnen = (GEGEVENS / "SOURCES.md").read_text(encoding="utf-8")
    bestanden = [b.name for b in GEGEVENS.iterdir() if b.is_file() and b.name != "SOURCES.md"]
    assert [naam for naam in bestanden if f"`{naam}`" not in bronnen] == []


def test_the_command_says_that_nothing_was_loaded(db, monkeypatch):
    def stuk(**_):
        raise LaadFout("bronnen.toml, bron 1: fout.")

    monkeypatch.setattr("rapportage.management.commands.laad_programma.laad", stuk)
    with pytest.raises(CommandError, match=r"Er is niets geladen\.\nbronnen\.toml, bron 1: fout\."):
        call_command("laad_programma")
