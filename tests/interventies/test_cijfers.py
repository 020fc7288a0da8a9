"""The figures over interventies: what counts on a day and what beside it does not, on a page and in a letter."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

import rapportage.cijfers  # noqa: F401  registers the figures
from agenda import klok
from agenda.access import Rol
from agenda.cijfers import collect
from interventies.cijfers import NAMEN
from interventies.palet import publiceren, uitvoeren
from rapportage.brief.concept import concept
from rapportage.models import Brief
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.interventies import PUBLICEERT, SCHRIJVER, E, F, wie
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db
DAG, DAARNA, LATER = date(2026, 11, 2), date(2026, 11, 20), date(2031, 11, 2)


@pytest.fixture
def example():
    """One that is judged and evaluated, one that went out of the catalogue later, one real, one never published."""
    with klok.vastgezet(palet.NU):
        programma = vooruitzicht.programma()
        klaar = palet.gepubliceerd(F.DOEN, naam="Klaar", is_voorbeeld=True)
        weg = palet.gepubliceerd(F.TESTEN, naam="Weg", is_voorbeeld=True)
        palet.gepubliceerd(F.DOEN, naam="Echt")
        intern = palet.interventie(F.DOEN, naam="Intern", is_voorbeeld=True, hoofddoel="Intern doel")
        palet.evaluatie(E.AANGEBODEN, intern)
        for each in (klaar, klaar, weg, intern):
            palet.uitvoering(each)
        later = palet.inzet(gemeente=palet.gemeente(is_voorbeeld=True), van=date(2026, 11, 10))
        uitvoeren.vastleggen(klaar, later, by=wie(SCHRIJVER))
        palet.nieuwe_versie(klaar, naam="Intern klaar", hoofddoel="Intern doel")
        palet.evaluatie(E.VASTGESTELD, klaar)
    with klok.vastgezet(datetime(2026, 11, 10, 9, tzinfo=UTC)):
        publiceren.intrekken(weg.publicaties.get(), reden="Klopt niet.", by=wie(PUBLICEERT))
    return programma


def test_each_figure_counts_what_held_on_the_day(example):
    on = {dag: collect(example, dag, NAMEN) for dag in (date(2026, 11, 1), DAG, DAARNA, LATER)}
    waarden = {dag: [found[naam].waarde for naam in NAMEN] for dag, found in on.items()}
    #             catalogus, beoordeeld, evaluaties, positief, geen, negatief, onbekend, uitvoeringen, gemeenten
    assert waarden == {
        date(2026, 11, 1): ["0", "0", "0", "0", "0", "0", "0", "0", "0"],
        DAG: ["2", "1", "3", "3", "3", "3", "0", "4", "1"],
        DAARNA: ["1", "1", "3", "3", "3", "3", "0", "5", "1"],
        LATER: ["1", "0", "3", "3", "3", "3", "0", "5", "1"],
    }
    assert on[DAG]["interventies.beoordeeld"].records == ("Klaar: Goed onderbouwd",)
    # What is counted goes out with a letter: a name or goal that nobody published does not.
    geteld = [record for found in on.values() for cijfer in found.values() for record in cijfer.records]
    assert [record for record in geteld if "Intern" in record] == []
    assert {record.partition(": ")[2] for record in on[DAG]["interventies.uitkomst.positief"].records} == {
        "Jongeren voelen zich sterker.",
        "doel 1",
    }


def test_a_letter_counts_the_same_and_has_a_table_and_nothing_keeps_it_from_freezing(example):
    velden = {"soort": "voortgang", "jaar": 2026, "betreft": "x", "datum_tekst": "x", "ondertekenaar": "x"}
    brief = Brief.objects.create(programma=example, peildatum=DAG, is_reconstructie=False, sjabloon="proef", **velden)
    tekst = (
        'In de catalogus staan {% cijfer "interventies.catalogus" %} interventies. Bij '
        '{% cijfer "interventies.uitkomst.geen-effect" %} doelen was er geen effect.\n\n{% tabel "interventies" %}'
    )
    brief.secties.create(volgorde=1, sleutel="interventies", soort="tekst", niveau=2, kop="Interventies", tekst=tekst)
    stuk = concept(brief)
    assert stuk.blokkades == []
    assert {naam: cijfer.tekst for naam, cijfer in stuk.cijfers.items()} == {
        "interventies.catalogus": "2",
        "interventies.uitkomst.geen-effect": "3",
        "interventies.waar.klaar": "1",
        "interventies.waar.weg": "1",
    }
    assert [[cel.tekst or cel.cijfer for cel in rij] for rij in stuk.tabellen["interventies"].rijen] == [
        ["Klaar", "Goed onderbouwd", "interventies.waar.klaar"],
        ["Weg", "Niet beoordeeld", "interventies.waar.weg"],
    ]


def test_the_page_tells_each_figure_with_what_was_counted(example):
    client = Client(headers={"host": "localhost"})
    client.force_login(wie(Rol.AUDITOR))
    seen = text(client.get(example.address(reverse("interventiecijfers")) + "&peildatum=2026-11-02"))
    assert "interventies.catalogus 2 Het aantal interventies dat op de peildatum" in seen
    assert "Tonen : Interventies in de catalogus Klaar Weg" in seen
    assert "Vul een peildatum in" in text(client.get(example.address(reverse("interventiecijfers")) + "&peildatum="))
