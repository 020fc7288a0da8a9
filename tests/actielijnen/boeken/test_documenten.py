"""The documents of a verplichting: through quarantine, several at one, and who reads is written down."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agenda.access import Rol
from agenda.bestanden import keuring
from agenda.models import AuditRegel, Bericht, Bestand
from agenda.taken import run_pending
from tests.actielijnen.boeken.test_verplichting import fouten
from tests.agenda.bestanden.voorbeelden import GOED, pdf
from tests.hulpmiddelen import boekingen
from tests.hulpmiddelen.pagina import text

PDF = GOED["brief.pdf"]


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    default = {"BACKEND": "agenda.bestanden.opslag.DuurzameOpslag", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = settings.STORAGES | {"default": default}


@pytest.fixture
def contract(lijn, budgethouder):
    return boekingen.verplichting(lijn(), kenmerk="2026/1", toelichting="nodig", by=budgethouder)


@pytest.fixture
def adres(contract):
    return reverse("verplichting-document", args=["agenda", contract.kenmerk])


def ingevuld(inhoud=PDF, naam="contract.pdf"):
    return {"document": SimpleUploadedFile(naam, inhoud), "omschrijving": "getekend contract"}


def test_a_contract_is_added_judged_opened_and_its_reader_written_down(clamd, browser_van, adres, contract, account):
    pagina = text(browser_van.post(adres, ingevuld(), follow=True))
    assert "‘contract.pdf’ is toegevoegd: gecontroleerd, geen virus gevonden." in pagina
    lezer = account(Rol.AUDITOR)
    browser_van.force_login(lezer)
    antwoord = browser_van.get(contract.documenten.get().get_absolute_url())
    assert b"".join(antwoord.streaming_content) == PDF
    gelezen = AuditRegel.objects.about(contract).get(actie="verplichting_document_lezen")
    assert (gelezen.account, gelezen.details) == (lezer.pk, {"document": "contract.pdf"})


def test_without_a_scanner_a_contract_waits_and_nobody_opens_it(browser_van, adres, contract):
    pagina = text(browser_van.post(adres, ingevuld(), follow=True))
    assert "wordt gecontroleerd op virussen" in pagina
    assert browser_van.get(contract.documenten.get().get_absolute_url()).status_code == 403


def test_the_same_contract_is_not_added_twice_and_another_is(clamd, browser_van, adres, contract):
    browser_van.post(adres, ingevuld())
    antwoord = browser_van.post(adres, ingevuld(naam="kopie.pdf"))
    assert fouten(antwoord) == {"document": ["Dit document staat er al, als ‘contract.pdf’. Kies een ander."]}
    browser_van.post(adres, ingevuld(pdf(lambda document: document.add_blank_page()), "bijlage.pdf"))
    assert contract.documenten.count() == 2


def test_an_upload_outlives_a_fault_in_another_field(clamd, browser_van, adres, contract):
    antwoord = browser_van.post(adres, ingevuld() | {"omschrijving": ""})
    assert fouten(antwoord) == {"omschrijving": ["Vul in wat dit document is, bijvoorbeeld: getekend contract."]}
    rest = {"omschrijving": "contract", "klaargezet": str(Bestand.objects.get().pk)}
    assert browser_van.post(adres, rest).status_code == 302
    assert contract.documenten.get().omschrijving == "contract"


def test_who_added_what_is_refused_later_is_told(browser_van, adres, contract, budgethouder):
    browser_van.post(adres, ingevuld())
    document = contract.documenten.get()
    keuring._record(document.bestand, keuring.clamd.Oordeel(bevinding="Eicar", scanner="proef"))
    run_pending()
    bericht = Bericht.objects.get(ontvanger=budgethouder, soort="bestand_geweigerd")
    assert (bericht.kenmerk, bericht.adres) == ("2026 1", contract.get_absolute_url())
