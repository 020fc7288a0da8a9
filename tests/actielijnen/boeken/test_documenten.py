"""The documents of a verplichting: through quarantine, several at one, and who reads is written down."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from actielijnen.begroting import documenten
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.audit import sentence
from agenda.bestanden import keuring
from agenda.models import AuditRegel, Bericht, Bestand
from agenda.taken import run_pending
from tests.actielijnen.boeken.test_verplichting import fouten
from tests.agenda.bestanden.voorbeelden import GOED, pdf
from tests.hulpmiddelen import boekingen
from tests.hulpmiddelen.pagina import rows, text

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
    document = contract.documenten.get()
    antwoord = browser_van.get(document.get_absolute_url())
    assert b"".join(antwoord.streaming_content) == PDF
    gelezen = AuditRegel.objects.about(contract).get(actie="verplichting_document_lezen")
    assert (gelezen.account, gelezen.details) == (lezer.pk, {"bestand": str(document.bestand_id)})


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


def test_a_document_is_taken_away_with_a_reason_and_its_row_stays(clamd, browser_van, adres, contract, account):
    browser_van.post(adres, ingevuld())
    document = contract.documenten.get()
    weg = reverse("verplichting-document-verwijderen", args=["agenda", contract.kenmerk, document.pk])
    assert "Vul in waarom u het document verwijdert" in text(browser_van.post(weg, {"reden": " "}))
    pagina = browser_van.post(weg, {"reden": "Verkeerd contract"}, follow=True)
    run_pending()
    (rij,) = [rij for rij in rows(pagina) if "contract.pdf" in rij]
    assert "verwijderd door budgethouder op" in rij
    assert (": Verkeerd contract " in rij, "Verwijderen" in rij) == (True, False)
    assert not default_storage.exists(document.bestand.plaats)
    assert browser_van.get(document.get_absolute_url()).status_code == 403
    regel = AuditRegel.objects.about(contract).get(actie="verplichting_document_verwijderen")
    assert sentence(regel).endswith("is het document ‘contract.pdf’ verwijderd: Verkeerd contract.")
    assert "Dit document is al verwijderd." in text(browser_van.post(weg, {"reden": "nog eens"}))
    browser_van.post(adres, ingevuld())  # the right one may have the same content
    assert [contract.documenten.count(), contract.documenten.present().count()] == [2, 1]
    with pytest.raises(GeenToegang):
        documenten.verwijderen(contract.documenten.present().get(), reden="x", by=account(Rol.AUDITOR))
    with pytest.raises(IntegrityError), transaction.atomic():
        contract.documenten.present().update(verwijderd_op=klok.nu())


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
