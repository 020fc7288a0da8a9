"""Files of an interventie and its evaluaties: through quarantine, and public only when all that it takes is there."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.audit import sentence
from agenda.levensloop import NietMogelijk
from agenda.models import AuditRegel, Bestand
from interventies.models import Interventiedocument
from interventies.palet import documenten, evalueren, publiceren
from tests.agenda.bestanden.voorbeelden import GOED
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.interventies import LEZER, PUBLICEERT, SCHRIJVER, E, F, wie
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db
PDF = GOED["brief.pdf"]


@pytest.fixture(autouse=True)
def example(settings, tmp_path):
    default = {"BACKEND": "agenda.bestanden.opslag.DuurzameOpslag", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = settings.STORAGES | {"default": default}
    with klok.vastgezet(palet.NU):
        yield vooruitzicht.programma()


def browser(rol: Rol | None = None) -> Client:
    client = Client(headers={"host": "localhost"})
    if rol:
        client.force_login(wie(rol))
    return client


def ingevuld(naam="rapport.pdf", inhoud=PDF, **anders):
    return {"document": SimpleUploadedFile(naam, inhoud), "omschrijving": "Eindrapport"} | anders


def test_a_report_waits_for_the_scanner_and_the_wrong_kind_is_refused_while_typed_words_stay(example):
    made = palet.interventie(F.TESTEN, is_voorbeeld=True)
    evaluatie = palet.evaluatie(E.GEPLAND, made)
    adres, client = example.address(reverse("evaluatie-document", args=[evaluatie.nummer])), browser(SCHRIJVER)
    page = client.post(adres, ingevuld("rapport.exe", b"MZ\x90\x00"))
    assert "rapport.exe" in text(page)
    assert page.context["form"].errors.keys() == {"document"}
    assert 'value="Eindrapport"' in page.content.decode()
    page = client.post(adres, ingevuld(), follow=True)
    assert "‘rapport.pdf’ is toegevoegd: wordt gecontroleerd op virussen." in text(page)
    document = Interventiedocument.objects.get()
    assert (document.houder, document.interventie, document.is_openbaar) == (evaluatie, made, False)
    assert client.get(document.get_absolute_url()).status_code == 403
    page = client.post(example.address(reverse("interventie-document", args=[made.sleutel])), ingevuld("kopie.pdf"))
    assert "Dit document staat er al, als ‘rapport.pdf’." in text(page)
    redacteur, velden = browser(PUBLICEERT), {"sleutel": str(uuid.uuid4())}
    openbaar = example.address(reverse("interventie-document-openbaar", args=[made.sleutel, document.pk]))
    assert "‘rapport.pdf’ is voor iedereen, zodra" in text(redacteur.post(openbaar, velden, follow=True))
    assert ">Afschermen<" in redacteur.get(example.address(evaluatie.get_absolute_url())).content.decode()
    weg = example.address(reverse("interventie-document-verwijderen", args=[made.sleutel, document.pk]))
    page = client.post(weg, {"reden": "Verkeerd rapport"}, follow=True)
    assert "‘rapport.pdf’ is verwijderd." in text(page)
    assert Bestand.objects.get(pk=document.bestand_id).gewist_op
    laatste = AuditRegel.objects.about(evaluatie).order_by("pk").last()
    assert sentence(laatste).endswith("is het document ‘rapport.pdf’ verwijderd: Verkeerd rapport.")


def test_who_opens_a_file_at_work_is_written_down_and_only_who_describes_adds_or_takes_away():
    made = palet.interventie(F.TESTEN)
    document = palet.document(made)
    lezer = browser(Rol.AUDITOR)
    assert b"".join(lezer.get(document.get_absolute_url()).streaming_content).startswith(b"%PDF")
    gelezen = AuditRegel.objects.about(made).get(actie="interventie_document_lezen")
    assert (gelezen.account, gelezen.details) == (wie(Rol.AUDITOR).pk, {"bestand": str(document.bestand_id)})
    for rol in (Rol.AUDITOR, Rol.REDACTEUR, Rol.BUDGETHOUDER):
        with pytest.raises(GeenToegang):
            documenten.verwijderen(document, reden="x", by=wie(rol))
        with pytest.raises(GeenToegang):
            documenten.toevoegen(made, document.bestand, omschrijving="x", by=wie(rol))


def test_a_file_is_public_only_when_it_was_meant_to_be_and_what_it_belongs_to_is_public():
    made = palet.interventie(F.TESTEN)
    evaluatie = palet.evaluatie(E.AANGEBODEN, made)
    materiaal, intern = palet.document(made), palet.document(made, is_openbaar=False)
    rapport = palet.document(made, evaluatie=evaluatie)
    alle = {"materiaal": materiaal, "intern": intern, "rapport": rapport}

    def leesbaar(rol=None) -> set[str]:
        antwoorden = {naam: browser(rol).get(each.permalink) for naam, each in alle.items()}
        return {naam for naam, each in antwoorden.items() if list(each) and each.status_code == 200}

    assert leesbaar() == set()
    publiceren.publiceren(made, by=wie(PUBLICEERT))
    assert leesbaar() == leesbaar(Rol.PROGRAMMAMANAGER) == {"materiaal"}
    evalueren.vaststellen(evaluatie, by=wie(LEZER))
    assert leesbaar() == {"materiaal", "rapport"}
    seen = browser().get(made.permalink).content.decode()
    assert [each.permalink in seen for each in alle.values()] == [True, False, True]
    with pytest.raises(ValidationError, match="is vastgesteld"):
        documenten.verwijderen(rapport, reden="Verkeerd.", by=wie(SCHRIJVER))
    with pytest.raises(ValidationError, match="is vastgesteld"):
        documenten.toevoegen(evaluatie, rapport.bestand, omschrijving="Nog een.", by=wie(SCHRIJVER))
    for verb in (documenten.openbaar_maken, lambda each, by: documenten.afschermen(each, reden="x", by=by)):
        with pytest.raises(GeenToegang):
            verb(intern, by=wie(SCHRIJVER))
        with pytest.raises(GeenToegang):
            verb(intern, by=wie(LEZER))
    documenten.openbaar_maken(intern, by=wie(PUBLICEERT))
    with pytest.raises(NietMogelijk, match="al voor iedereen"):
        documenten.openbaar_maken(intern, by=wie(PUBLICEERT))
    assert leesbaar() == {"materiaal", "intern", "rapport"}
    for each in (intern, rapport):
        documenten.afschermen(each, reden="Er staan namen in.", by=wie(PUBLICEERT))
    assert leesbaar() == {"materiaal"}
    laatste = AuditRegel.objects.about(evaluatie).order_by("pk").last()
    assert sentence(laatste).endswith("is het document ‘handboek.pdf’ afgeschermd: Er staan namen in.")
    publiceren.intrekken(made.publicaties.openbaar().get(), reden="Klopt niet.", by=wie(PUBLICEERT))
    assert leesbaar() == set()


def test_only_who_publishes_wipes_a_report_of_a_settled_evaluatie_and_it_says_why(example):
    made = palet.interventie(F.TESTEN, is_voorbeeld=True)
    materiaal, rapport = palet.document(made), palet.document(made, evaluatie=palet.evaluatie(E.VASTGESTELD, made))
    with pytest.raises(GeenToegang):
        documenten.wissen(rapport, reden="Er staan namen in.", by=wie(SCHRIJVER))
    with pytest.raises(ValidationError, match="geen rapport van een vastgestelde evaluatie"):
        documenten.wissen(materiaal, reden="Er staan namen in.", by=wie(PUBLICEERT))
    seen = browser(PUBLICEERT).get(example.address(rapport.evaluatie.get_absolute_url())).content.decode()
    assert reverse("interventie-document-wissen", args=[made.sleutel, rapport.pk]) in seen
    documenten.wissen(rapport, reden="Er staan namen in", by=wie(PUBLICEERT))
    rapport.refresh_from_db()
    assert rapport.bestand.gewist_op
    assert rapport.verwijderd_om == "Er staan namen in"
