"""The document itself at a bron: adding it, seeing how it is with it, opening it, and taking it away."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agenda.access import GeenToegang, Rol
from agenda.audit import sentence
from agenda.bestanden import keuring
from agenda.bestanden.regels import GROOTSTE, REGELS
from agenda.models import AuditRegel, Bestand, Bron, Brondocument
from agenda.naslag import brondocumenten
from agenda.taken import run_pending
from tests.agenda.bestanden.voorbeelden import GOED, pdf, with_action
from tests.hulpmiddelen.clamd import EICAR
from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db
PDF = GOED["brief.pdf"]


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    default = {"BACKEND": "agenda.bestanden.opslag.DuurzameOpslag", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = settings.STORAGES | {"default": default}


@pytest.fixture
def bron():
    return Bron.objects.create(sleutel="brief-x", soort="kamerbrief", titel="Brief X", bekend_precisie="onbekend")


@pytest.fixture
def address(programma, bron):
    return reverse("bron-document", args=[bron.sleutel])


@pytest.fixture
def schrijver(client, beleidsmedewerker):
    client.force_login(beleidsmedewerker)
    return client


def filled(inhoud=PDF, naam="besluit.pdf", **anders):
    upload = {"document": SimpleUploadedFile(naam, inhoud)} if inhoud is not None else {}
    return {"versie": "definitief", "omschrijving": "De brief zonder bijlagen"} | upload | anders


def test_a_document_is_added_judged_and_can_be_opened(clamd, address, bron, schrijver, beleidsmedewerker):
    page = schrijver.post(address, filled(), follow=True)

    document = bron.documenten.get()
    assert page.redirect_chain == [(bron.get_absolute_url(), 302)]
    assert "‘besluit.pdf’ is toegevoegd: gecontroleerd, geen virus gevonden." in text(page)
    (row,) = rows(page)
    assert row.startswith("besluit.pdf De brief zonder bijlagen PDF, ")
    assert "Definitief, zoals verzonden of gepubliceerd gecontroleerd, geen virus gevonden" in row
    assert "door beleidsmedewerker Verwijderen van besluit.pdf" in row
    weg = reverse("bron-document-verwijderen", args=[bron.sleutel, document.pk])
    assert {f'href="{each}"' in page.content.decode() for each in (weg, document.get_absolute_url())} == {True}
    assert (document.bestand.eigenaar, document.bestand.bewaren_tot) == (None, None)
    regel = AuditRegel.objects.about(bron).get(actie="bron_aanvullen")
    assert sentence(regel) == "Bij bron brief-x is het document ‘besluit.pdf’ gevoegd."
    assert regel.account == beleidsmedewerker.pk


def test_opening_gives_a_download_and_a_line_in_the_audit_trail(clamd, address, bron, schrijver, beleidsmedewerker):
    schrijver.post(address, filled())
    document = bron.documenten.get()

    response = schrijver.get(document.get_absolute_url())

    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"] == 'attachment; filename="besluit.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    regel = AuditRegel.objects.about(document).get()
    assert (regel.actie, regel.account) == ("bestand_lezen", beleidsmedewerker.pk)
    assert (
        sentence(regel) == f"Het document ‘besluit.pdf’ van de bron brief-x is gedownload (brondocument {document.pk})."
    )


def test_nobody_reaches_the_file_around_the_bron_also_not_who_added_it(clamd, address, bron, schrijver):
    schrijver.post(address, filled())
    assert schrijver.get(reverse("bestand", args=[bron.documenten.get().bestand_id])).status_code == 404


def test_who_may_not_see_the_bron_gets_no_document(clamd, address, bron, schrijver, account, client):
    schrijver.post(address, filled())
    client.force_login(account(Rol.GEMEENTELIJK_AANVRAGER))
    assert client.get(bron.documenten.get().get_absolute_url()).status_code == 403
    assert not AuditRegel.objects.filter(actie="bestand_lezen").exists()


def test_a_document_of_another_bron_does_not_exist_here(clamd, address, bron, schrijver):
    schrijver.post(address, filled())
    elders = reverse("bron-document-openen", args=["kamerbrief-2023", bron.documenten.get().pk])
    assert schrijver.get(elders).status_code == 404


def test_without_scanner_a_document_waits_and_the_page_says_why(address, bron, schrijver, settings, clamd_address):
    page = text(schrijver.post(address, filled(), follow=True))
    assert "‘besluit.pdf’ is toegevoegd: wordt gecontroleerd op virussen." in page
    assert "Dit bestand wordt nog gecontroleerd op virussen De virusscanner is nu niet bereikbaar." in page
    assert bron.documenten.get().get_absolute_url() not in page
    refused = schrijver.get(bron.documenten.get().get_absolute_url())
    assert refused.status_code == 403
    assert "‘besluit.pdf’ is nog niet op virussen gecontroleerd" in text(refused)
    assert not AuditRegel.objects.filter(actie="bestand_lezen").exists()

    settings.CLAMAV = clamd_address
    assert "Dat duurt meestal minder dan een minuut." in text(schrijver.get(bron.get_absolute_url()))
    keuring.inspect_quarantine()
    after = text(schrijver.get(bron.get_absolute_url()))
    assert "geen virus gevonden" in after
    assert "nog gecontroleerd" not in after


def test_a_virus_is_told_at_once_and_nothing_is_added(clamd, address, bron, schrijver, beleidsmedewerker):
    page = schrijver.post(address, filled(EICAR, "lijst.csv"))
    run_pending()

    assert not beleidsmedewerker.berichten.exists()
    zin = "De virusscanner weigert ‘lijst.csv’: virus Eicar-Test-Signature.UNOFFICIAL. Het bestand is niet bewaard."
    assert text(page).count(zin) == 2  # in the summary and at the field
    assert 'value="De brief zonder bijlagen"' in page.content.decode()
    assert not bron.documenten.exists()
    bestand = Bestand.objects.get()
    assert (bestand.scanstand, default_storage.exists(bestand.plaats)) == ("geweigerd", False)


def test_a_virus_that_is_found_later_is_told_to_who_added_it_and_on_the_page(
    address, bron, schrijver, settings, clamd_address, beleidsmedewerker
):
    schrijver.post(address, filled(EICAR, "lijst.csv"))
    settings.CLAMAV = clamd_address
    keuring.inspect_quarantine()
    run_pending()

    (bericht,) = beleidsmedewerker.berichten.all()
    assert (bericht.soort, bericht.adres) == ("bestand_geweigerd", bron.get_absolute_url())
    (row,) = rows(schrijver.get(bron.get_absolute_url()))
    assert "geweigerd en gewist virus Eicar-Test-Signature.UNOFFICIAL" in row
    assert schrijver.get(bron.documenten.get().get_absolute_url()).status_code == 403


@pytest.mark.parametrize(
    ("inhoud", "naam", "zin"),
    [
        (
            b"MZ",
            "virus.exe",
            "‘virus.exe’ is een exe-bestand en dat mag niet. Kies PDF, DOCX, ODT, XLSX, ODS, CSV, PNG of",
        ),
        (b"MZ", "virus.pdf", "De inhoud van ‘virus.pdf’ is geen pdf."),
        (b"", "leeg.pdf", "‘leeg.pdf’ is leeg (0 bytes)."),
        (b"x" * (10 * 1024**2 + 1), "groot.png", "‘groot.png’ is 10,1 MB, en een PNG mag hooguit 10 MB zijn."),
        (pdf(with_action("JavaScript", JS="x")), "nota.pdf", "‘nota.pdf’ bevat JavaScript of een opdracht die iets"),
        (None, "", "Kies het document, bijvoorbeeld besluit.pdf."),
    ],
)
def test_a_refused_file_says_why_and_what_was_typed_stays(address, bron, schrijver, inhoud, naam, zin):
    page = schrijver.post(address, filled(inhoud, naam))

    assert zin in text(page)
    assert 'value="De brief zonder bijlagen"' in page.content.decode()
    assert page.context["form"]["versie"].value() == "definitief"
    assert "Fout:" in page.content.decode().partition("</title>")[0]
    assert not Bestand.objects.exists()


def test_after_a_fault_in_another_field_the_upload_is_kept(clamd, address, bron, schrijver):
    page = schrijver.post(address, filled(omschrijving=""))
    assert "Vul in wat dit document is" in text(page)
    assert f"‘besluit.pdf’ ({len(PDF)} bytes) is al opgeslagen." in text(page)
    assert "Opgeslagen bestand verwijderen" in text(page)
    kept = page.context["form"]["klaargezet"].value()

    schrijver.post(address, filled(None, klaargezet=kept))

    assert str(bron.documenten.get().bestand_id) == kept


def test_a_kept_upload_can_be_taken_away_without_losing_what_was_typed(clamd, address, bron, schrijver):
    kept = schrijver.post(address, filled(versie="")).context["form"]["klaargezet"].value()

    page = schrijver.post(address, filled(None, klaargezet=kept, versie="scan", zonder="ja"))
    run_pending()

    assert "al opgeslagen" not in text(page)
    assert "Er is iets niet goed ingevuld" not in text(page)
    assert page.context["form"]["versie"].value() == "scan"
    assert 'value="De brief zonder bijlagen"' in page.content.decode()
    assert not default_storage.exists(Bestand.objects.get().plaats)
    again = schrijver.post(address, filled(None, klaargezet=kept))
    assert "Kies het document" in text(again)


def test_another_choice_takes_the_place_of_a_kept_upload(clamd, address, bron, schrijver):
    kept = schrijver.post(address, filled(versie="")).context["form"]["klaargezet"].value()

    schrijver.post(address, filled(GOED["kaart.png"], "kaart.png", klaargezet=kept))

    assert bron.documenten.get().bestand.naam == "kaart.png"
    assert Bestand.objects.get(pk=kept).gewist_op is not None


@pytest.mark.parametrize("kept", ["geen-uuid", "00000000-0000-4000-8000-000000000000", "van een ander"])
def test_what_is_not_your_upload_cannot_be_added(clamd, address, bron, schrijver, redacteur, kept):
    if kept == "van een ander":
        from agenda.bestanden import bewaar

        kept = bewaar(PDF, "ander.pdf", by=redacteur, zelf_gemaakt=False).pk
    assert "Kies het document" in text(schrijver.post(address, filled(None, klaargezet=kept)))
    assert not bron.documenten.exists()


def test_a_form_that_is_sent_twice_adds_one_document(clamd, address, bron, schrijver):
    schrijver.post(address, filled())
    page = schrijver.post(address, filled())

    assert "Dit document staat al bij deze bron, als ‘besluit.pdf’. Kies een ander." in text(page)
    assert bron.documenten.count() == 1


def test_a_name_shows_what_the_file_is(clamd, address, bron, schrijver):
    schrijver.post(address, filled(naam="../../etc/fac\u202etuur\x00.pdf"))
    assert bron.documenten.get().bestand.naam == "factuur.pdf"


def test_what_is_sent_beyond_the_limit_is_not_kept(address, schrijver):
    page = schrijver.post(address, filled(b"%PDF-" + b"x" * (GROOTSTE + 1024**2), "groot.pdf"))
    assert "‘groot.pdf’ is 51,1 MB, en een PDF mag hooguit 50 MB zijn." in text(page)
    assert page.wsgi_request.FILES["document"].size <= GROOTSTE + 64 * 1024


def test_the_form_shows_the_rules_that_are_checked(address, schrijver):
    page = text(schrijver.get(address))
    assert [regel.tekst for regel in REGELS if regel.tekst in page] == [regel.tekst for regel in REGELS]


def test_a_document_is_taken_away_with_a_reason_that_stays(clamd, address, bron, schrijver, beleidsmedewerker):
    schrijver.post(address, filled())
    document = bron.documenten.get()
    there = reverse("bron-document-verwijderen", args=[bron.sleutel, document.pk])
    assert "Vul in waarom u het document verwijdert" in text(schrijver.post(there, {"reden": " "}))

    page = schrijver.post(there, {"reden": "Verkeerd bestand"}, follow=True)
    run_pending()

    (row,) = rows(page)
    assert "verwijderd door beleidsmedewerker op" in row
    assert row.split(": ")[1].startswith("Verkeerd bestand")
    assert not default_storage.exists(document.bestand.plaats)
    assert schrijver.get(document.get_absolute_url()).status_code == 403
    assert sentence(AuditRegel.objects.about(bron).get(actie="bron_document_verwijderen")) == (
        "Bij bron brief-x is het document ‘besluit.pdf’ verwijderd: Verkeerd bestand."
    )
    assert "Dit document is al verwijderd." in text(schrijver.post(there, {"reden": "nog eens"}))
    schrijver.post(address, filled())
    assert Brondocument.objects.present().count() == 1


def test_who_may_not_add_has_no_buttons_and_no_verb(clamd, address, bron, schrijver, lezer, redacteur):
    page = text(lezer.get(bron.get_absolute_url()))
    assert "Document toevoegen" not in page
    assert "Het document zelf is hier nog niet bewaard" in page
    assert lezer.post(address, filled()).status_code == 403
    with pytest.raises(GeenToegang):
        brondocumenten.toevoegen(bron, Bestand(), versie="scan", omschrijving="x", by=redacteur)
