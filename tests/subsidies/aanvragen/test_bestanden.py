"""Files in an aanvraag: they come in apart from the other answers, and only who may see the aanvraag opens them."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agenda import klok
from agenda.access import Rol
from agenda.models import AuditRegel, Bestand, Gemeente
from subsidies.aanvragen import aanvullen, indienen, invullen
from subsidies.aanvragen.stand import stand_van
from subsidies.models import Aanvraag, Aanvraagbestand, Antwoord
from tests.agenda.bestanden.voorbeelden import GOED
from tests.hulpmiddelen.aanvragen import ALLES, NU, aanvraag, aanvrager, open_regeling
from tests.hulpmiddelen.clamd import EICAR
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.uitkeringen import TEKENT, wie
from tests.subsidies.aanvragen.test_paginas import browser, page

pytestmark = pytest.mark.django_db
PDF, DOCX = GOED["brief.pdf"], GOED["nota.docx"]
TYPED = {"samen": "ja", "wat": "Gastlessen", "aanpak": ""}


@pytest.fixture
def made():
    with klok.vastgezet(NU):
        yield aanvraag(open_regeling(secties=ALLES))


def upload(inhoud: bytes = PDF, naam: str = "plan.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud)


def send(client, made, **anders):
    stand = Aanvraag.objects.get(pk=made.pk).bewaard
    return client.post(page("-sectie", made, sleutel="plan"), TYPED | {"stand": stand} | anders)


def content(answer) -> bytes:
    return b"".join(answer.streaming_content)


def names(made) -> list[str]:
    return [str(each) for each in Aanvraagbestand.objects.filter(aanvraag=made).present()]


def test_a_file_is_added_shown_and_taken_away_and_what_was_typed_is_saved(clamd, made):
    client, sectie = browser(aanvrager()), page("-sectie", made, sleutel="plan")
    answer = send(client, made, plan=upload(), bijvoegen="plan")
    assert answer.url == sectie
    seen = text(client.get(sectie))
    assert "plan.pdf" in seen
    assert "gecontroleerd, geen virus gevonden" in seen
    assert Antwoord.objects.get(vraag__sleutel="wat").waarde == "Gastlessen"
    stuk = Aanvraagbestand.objects.get()
    kept = Antwoord.objects.filter(vraag__sleutel="plan").geldend().get().waarde
    assert kept == [{"bestand": str(stuk.bestand_id), "naam": "plan.pdf", "grootte": len(PDF), "sha256": stuk.bestand.sha256}]
    assert send(client, made, weghalen=str(stuk.bestand_id)).url == sectie
    assert (names(made), Bestand.objects.get().gewist_op) == ([], NU)
    assert Antwoord.objects.filter(vraag__sleutel="plan").geldend().get().waarde == ""


def test_a_fault_in_another_answer_never_loses_the_upload(made):
    client = browser(aanvrager())
    answer = send(client, made, plan=upload(), wat="x" * 4001)
    assert answer.status_code == 400
    assert "Deze tekst heeft 4001 tekens. Er passen er 4000." in text(answer)
    assert "x" * 4001 in answer.content.decode()
    assert names(made) == ["plan.pdf"]
    assert "plan.pdf" in text(answer)


def test_of_two_files_the_good_one_stays_and_the_answers_too(made):
    client = browser(aanvrager())
    answer = send(client, made, plan=upload(), brief=upload(b"MZ programma", "brief.exe"))
    assert answer.status_code == 400
    assert "‘brief.exe’ is een EXE-bestand en dat past hier niet." in text(answer)
    assert names(made) == ["plan.pdf"]
    assert Antwoord.objects.get(vraag__sleutel="wat").waarde == "Gastlessen"
    stand = re.search(r'name="stand" value="(\d+)"', answer.content.decode())[1]
    assert int(stand) == Aanvraag.objects.get().bewaard
    assert 'href="#id_brief"' in answer.content.decode()


# fmt: off
GEWEIGERD = [
    (b"MZ programma",   "plan.exe",     "‘plan.exe’ is een EXE-bestand en dat past hier niet. Kies PDF of DOCX, bijvoorbeeld plan.pdf."),
    (b"MZ programma",   "plan",         "‘plan’ is een bestand zonder type in de naam en dat past hier niet. Kies PDF of DOCX, bijvoorbeeld plan.pdf."),
    (GOED["kaart.png"], "kaart.png",    "‘kaart.png’ is een PNG-bestand en dat past hier niet. Kies PDF of DOCX, bijvoorbeeld plan.pdf."),
    (b"MZ programma",   "plan.pdf",     "De inhoud van ‘plan.pdf’ is geen pdf. Open het bestand in het programma waarin u het maakte en sla het opnieuw op als pdf."),
    (b"",               "plan.pdf",     "‘plan.pdf’ is leeg (0 bytes). Sla het bestand opnieuw op en kies het nog eens."),
    (PDF,               "nota.exe.pdf", "‘nota.exe.pdf’ heeft .exe midden in de naam en lijkt zo op een programma. Geef het bestand een andere naam, zoals besluit.pdf."),
]
# fmt: on


@pytest.mark.parametrize(("inhoud", "naam", "melding"), GEWEIGERD)
def test_a_wrong_file_is_refused_with_what_to_do(made, inhoud, naam, melding):
    answer = send(browser(aanvrager()), made, plan=upload(inhoud, naam))
    assert answer.status_code == 400
    assert answer.context["form"].errors == {"plan": [f"‘Voeg uw plan toe.’: {melding}"]}
    assert names(made) == []


def test_the_button_without_a_file_says_so(made):
    answer = send(browser(aanvrager()), made, bijvoegen="plan")
    assert "U koos bij ‘Voeg uw plan toe.’ nog geen bestand. Kies er een, bijvoorbeeld plan.pdf." in text(answer)


def test_a_file_that_is_too_large_is_told_both_sizes(made):
    answer = send(browser(aanvrager()), made, plan=upload(b"PK" + bytes(26 * 1024**2), "plan.docx"))
    assert "‘plan.docx’ is 26,1 MB, en een DOCX mag hooguit 25 MB zijn." in text(answer)
    answer = send(browser(aanvrager()), made, plan=upload(b"%PDF-" + bytes(53 * 1024**2), "plan.pdf"))
    assert "‘plan.pdf’ is 53,1 MB, en een PDF mag hooguit 50 MB zijn." in text(answer)
    assert names(made) == []


def test_a_file_with_a_virus_is_refused_and_wiped(clamd, made):
    answer = send(browser(aanvrager()), made, plan=upload(PDF.replace(b"%%EOF", EICAR + b"\n%%EOF")))
    assert "De virusscanner weigert ‘plan.pdf’" in text(answer)
    assert names(made) == []
    assert Bestand.objects.get().gewist_op


def test_more_files_than_fit_are_refused_and_the_same_one_twice_is_there_once(made):
    een, twee = browser(aanvrager()), browser(wie(TEKENT, made.gemeente))
    for _ in range(2):
        send(een, made, plan=upload())
    send(twee, made, plan=upload(DOCX, "plan.docx"))
    assert names(made) == ["plan.pdf", "plan.docx"]
    vol = send(een, made, plan=upload(naam="derde.pdf"))
    naam = wie(TEKENT, made.gemeente).naam
    assert f"‘derde.pdf’ past er niet meer bij: hier passen 2 bestanden. Het laatste is ‘plan.docx’, van {naam}." in text(vol)
    assert f'href="#weg_{Aanvraagbestand.objects.first().bestand_id}"' in vol.content.decode()


def test_a_hidden_question_loses_its_file_and_who_answers_is_told(made):
    client = browser(aanvrager())
    send(client, made, brief=upload())
    answer = client.post(page("-sectie", made, sleutel="plan"), TYPED | {"samen": "nee", "stand": 9}, follow=True)
    assert "Uw antwoord op ‘Voeg de brief van uw partner toe.’ is vervallen" in text(answer)
    assert (names(made), Bestand.objects.get().gewist_op) == ([], NU)


def test_a_recommended_file_that_is_missing_warns_and_does_not_block(made):
    stand = stand_van(made)
    assert [str(vraag) for vraag in stand.aangeraden] == []  # not asked
    invullen.bewaren(made, {"samen": "ja"}, stand=0, by=aanvrager())
    stand = stand_van(Aanvraag.objects.get())
    assert [str(vraag) for vraag in stand.aangeraden] == ["Voeg de brief van uw partner toe."]
    assert "Voeg de brief van uw partner toe." not in [str(vraag) for vraag in stand.ontbreekt]
    assert "Voeg uw plan toe." in [str(vraag) for vraag in stand.ontbreekt]


def test_only_who_sees_the_aanvraag_opens_its_files(clamd, made):
    send(browser(aanvrager()), made, plan=upload())
    stuk = Aanvraagbestand.objects.get()
    own, dam, staf = browser(aanvrager()), browser(aanvrager("GM9998")), browser(wie(Rol.BEHANDELAAR))
    open_it = stuk.adres_gemeente
    answer = own.get(open_it)
    assert content(answer) == PDF
    assert answer["Content-Disposition"] == 'attachment; filename="plan.pdf"'
    assert dam.get(open_it).status_code == 404
    assert own.get(reverse("bestand", args=[stuk.bestand_id])).status_code == 404  # never around the aanvraag
    compleet = {"samen": "nee", "bedragen": {("school en omgeving", 2026): 5}, "eigen": 0}
    invullen.bewaren(made, compleet | {"wat": "Lessen"}, stand=9, by=aanvrager())
    ontvangen = indienen.indienen(made, ontvangen_op=NU, by=aanvrager())
    voor_staf = reverse("aanvraag-bestand", args=[ontvangen.kenmerk, stuk.bestand_id])
    assert content(staf.get(voor_staf)) == PDF
    assert dam.get(voor_staf).status_code in (403, 404)
    assert AuditRegel.objects.filter(actie="aanvraag_bestand_lezen").count() == 2
    Gemeente.objects.filter(code="GM9999").update(opvolger=aanvrager("GM9998").gemeente, opgegaan_op=klok.vandaag())
    assert content(dam.get(open_it)) == PDF


def test_a_file_that_a_supplement_replaced_stays_readable_in_the_version_of_then(clamd, made):
    by = aanvrager()
    send(browser(by), made, plan=upload(naam="eerst.pdf"), samen="nee", wat="Lessen")
    invullen.bewaren(made, {"bedragen": {("school en omgeving", 2026): 5}, "eigen": 0}, stand=9, by=by)
    made = indienen.indienen(made, ontvangen_op=NU, by=by)
    aanvullen.vragen(made, {"plan": "Het plan mist."}, uiterlijk_op=date(2026, 12, 1), by=wie(Rol.BEHANDELAAR))
    oud = Aanvraagbestand.objects.get()
    send(browser(by), made, weghalen=str(oud.bestand_id), samen="nee", wat="Lessen")
    send(browser(by), made, plan=upload(naam="later.pdf"), samen="nee", wat="Lessen")
    aanvullen.indienen(made, ontvangen_op=NU, by=by)
    made.refresh_from_db()
    staf = browser(wie(Rol.BEHANDELAAR))
    adres = reverse("aanvraag-bestand", args=[made.kenmerk, oud.bestand_id])
    assert f'href="{adres}' in staf.get(reverse("aanvraag-versie", args=[made.kenmerk, 1])).content.decode()
    assert content(staf.get(adres)) == PDF
    eigen = browser(by).get(reverse("gemeente-aanvraag-versie", args=[made.kenmerk, 2]))
    assert "later.pdf" in text(eigen)
    assert oud.adres_gemeente not in eigen.content.decode()


def test_staff_opens_nothing_of_a_concept(clamd, made):
    send(browser(aanvrager()), made, plan=upload())
    stuk = Aanvraagbestand.objects.get()
    staf = browser(wie(Rol.BEHANDELAAR))
    assert staf.get(reverse("aanvraag-bestand", args=["RSW-2026-00001", stuk.bestand_id])).status_code == 404
    assert staf.get(stuk.adres_gemeente).status_code in (403, 404)


def test_a_file_that_the_scanner_refuses_later_is_no_answer_any_more(made, settings, clamd_address):
    from agenda.bestanden.keuring import keuren

    send(browser(aanvrager()), made, plan=upload(PDF.replace(b"%%EOF", EICAR + b"\n%%EOF")))
    assert [str(each) for each in stand_van(made).ontbreekt if "plan" in str(each)] == []
    settings.CLAMAV = clamd_address
    keuren(Bestand.objects.get())
    assert [str(each) for each in stand_van(made).ontbreekt if "plan" in str(each)] == ["Voeg uw plan toe."]


def test_a_file_of_a_question_that_turns_out_not_to_be_asked_is_not_handed_in(made):
    """It came in on a page with a fault elsewhere, so nobody knew yet that it was not asked."""
    by = aanvrager()
    send(browser(by), made, plan=upload(), brief=upload(DOCX, "brief.docx"), samen="nee", wat="x" * 4001)
    assert names(made) == ["plan.pdf", "brief.docx"]
    vraag = made.formulier.vragen.get(sleutel="brief")
    assert Antwoord.objects.filter(vraag=vraag).geldend().get().waarde
    waarden = {"samen": "nee", "wat": "Lessen", "eigen": "0.00", "bedragen": {"1-2026": "5.00"}}
    for sleutel, waarde in waarden.items():  # without another save of that page
        vast = {"vraag": made.formulier.vragen.get(sleutel=sleutel), "nummer": 9, "op": NU, "door": by}
        Antwoord.objects.create(aanvraag=made, waarde=waarde, **vast)
    Aanvraag.objects.update(bewaard=9)
    indienen.indienen(made, ontvangen_op=NU, by=by)
    assert names(made) == ["plan.pdf"]
    assert Antwoord.objects.filter(vraag=vraag).geldend().get().waarde == ""
