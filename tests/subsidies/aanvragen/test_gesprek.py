"""Messages between gemeente and ministerie, notes that stay with the staff, and what may come electronically."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import NietMogelijk
from agenda.models import AuditRegel, Bericht, Gemeente, Mail
from subsidies.aanvragen import contact, gesprek, indienen
from subsidies.models import Aanvraag, Aanvraagbericht, Contactgegevens, Formuliersectie, Notitie
from tests.hulpmiddelen.aanvragen import NU, aanvraag, aanvrager, open_regeling
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.uitkeringen import BEHANDELAAR, TEKENT, wie

pytestmark = pytest.mark.django_db
GEHEIM = "Zeldzaamwoord"
CONTACT = {"naam": "A. de Vries", "functie": "Adviseur", "email": "a@voorbeeld.invalid", "telefoon": "070 123 45 67"}


@pytest.fixture
def made():
    with klok.vastgezet(NU):
        yield aanvraag(open_regeling(), status=Aanvraag.Status.INGEDIEND)


def browser(by) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(by)
    return client


def test_who_may_not_write_is_refused_and_of_a_concept_there_is_nothing_to_write(made):
    for by in (aanvrager("GM9998"), wie(Rol.BELEIDSMEDEWERKER)):
        with pytest.raises(GeenToegang):
            gesprek.schrijven(made, "x", by=by)
    for by in (aanvrager(), wie(Rol.BELEIDSMEDEWERKER)):
        with pytest.raises(GeenToegang):
            gesprek.noteren(made, "x", by=by)
    concept = aanvraag(made.versie, code="GM9998")
    with pytest.raises(NietMogelijk, match="als de aanvraag is ingediend"):
        gesprek.schrijven(concept, "x", by=aanvrager("GM9998"))


def test_a_message_is_new_once_for_the_other_side_and_never_for_who_wrote_it(made):
    by, collega, staf = aanvrager(), wie(TEKENT, made.gemeente), wie(BEHANDELAAR)
    plan = Formuliersectie.objects.get(formulier=made.formulier, sleutel="plan")
    gesprek.schrijven(made, f"Wanneer hoort u {GEHEIM}?", by=staf, sectie=plan)
    assert [gesprek.ongelezen(made, each) for each in (by, collega, staf)] == [1, 1, 0]
    seen = gesprek.gesprek(made, reader=by)
    assert [(each.door, each.is_nieuw) for each in seen] == [("Het ministerie van SZW", True)]
    assert [each.is_nieuw for each in gesprek.gesprek(made, reader=by)] == [False]
    assert gesprek.ongelezen(made, collega) == 1
    gesprek.schrijven(made, "Volgende week.", by=by)
    assert [(each.door, each.is_nieuw) for each in gesprek.gesprek(made, reader=staf)] == [
        (staf.naam, False),
        (by.naam, True),
    ]
    assert [each.is_nieuw for each in gesprek.gesprek(made, reader=by)] == [False, False]


def test_the_inbox_the_mail_and_the_log_know_of_a_message_and_not_its_words(made):
    by, staf = aanvrager(), wie(BEHANDELAAR)
    gesprek.schrijven(made, GEHEIM, by=staf)
    told = Bericht.objects.get(soort="aanvraag_bericht", ontvanger=by)
    assert (told.kenmerk, told.adres) == ("RSW-2026-00001", "/gemeente/aanvragen/RSW-2026-00001/berichten/")
    everything = [*Bericht.objects.values(), *Mail.objects.values(), *AuditRegel.objects.values()]
    assert GEHEIM not in str(everything)
    browser(by).get(told.adres)
    told.refresh_from_db()
    assert told.gelezen_op is not None


def test_no_page_of_the_gemeente_shows_a_note_of_the_staff(made):
    """Every page about an aanvraag that who works at the gemeente can open, and that of the staff which does show it."""
    by, staf = aanvrager(), wie(BEHANDELAAR)
    gesprek.noteren(made, f"{GEHEIM} over de gemeente", by=staf)
    gesprek.schrijven(made, "Dag", by=staf)
    client, opened = browser(by), 0
    names = {each for each in get_resolver().reverse_dict if isinstance(each, str)}
    for naam in (each for each in names if each.startswith(("gemeente-aanvra", "gemeente-start"))):
        for kwargs in ({}, {"pk": made.pk}, {"kenmerk": made.kenmerk}, {"kenmerk": made.kenmerk, "nummer": 1}):
            try:
                address = reverse(naam, kwargs=kwargs)
            except NoReverseMatch:  # another page takes other arguments
                continue
            answer = client.get(address, follow=True)
            opened += answer.status_code == 200
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            assert GEHEIM.encode() not in body, address
    assert opened > 8
    assert GEHEIM in text(browser(staf).get(made.get_absolute_url()))
    assert browser(by).get(made.get_absolute_url()).status_code == 403
    assert not Bericht.objects.filter(adres__contains="notitie").exists()


def test_what_was_written_never_changes(made):
    gesprek.schrijven(made, "x", by=aanvrager())
    gesprek.noteren(made, "x", by=wie(BEHANDELAAR))
    for model in (Aanvraagbericht, Notitie):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.update(tekst="y")
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.all().delete()


def test_the_pages_of_both_sides_lead_a_message_over_and_back(made):
    by, staf = aanvrager(), wie(BEHANDELAAR)
    once = {"sleutel": "6a5dc5a1-0f0a-4a5e-8d55-0a2f2f1a3a12", "tekst": "Klopt het bedrag?", "sectie": ""}
    assert browser(staf).post(made.adres_berichten_staf, once).status_code == 302
    assert browser(staf).post(made.adres_berichten_staf, once).status_code == 302
    assert Aanvraagbericht.objects.count() == 1
    assert "1 nieuw bericht." in text(browser(by).get(made.adres_gemeente))
    page = text(browser(by).get(made.adres_berichten))
    assert "Het ministerie van SZW 10 november 2026, 10.30 uur Nieuw Klopt het bedrag?" in page
    assert staf.naam not in page
    leeg = browser(by).post(made.adres_berichten, once | {"tekst": " "})
    assert leeg.status_code == 400
    lezer = browser(wie(Rol.BELEIDSMEDEWERKER))
    assert "Bericht schrijven" not in text(lezer.get(made.adres_berichten_staf))
    lezer.post(made.adres_berichten_staf, once | {"sleutel": "6a5dc5a1-0f0a-4a5e-8d55-0a2f2f1a3a13"})
    assert Aanvraagbericht.objects.count() == 1
    assert browser(aanvrager("GM9998")).get(made.adres_berichten).status_code == 404


def test_without_a_declaration_everything_goes_by_post_and_who_declared_stands_there(made):
    by, staf = aanvrager(), browser(wie(BEHANDELAAR))
    assert "Alles gaat per post." in text(staf.get(made.get_absolute_url()))
    assert contact.per_soort(None) == [(soort.label, False) for soort in Contactgegevens.Soort]
    adres = reverse("gemeente-aanvraag-contact", args=[made.pk])
    assert f'value="{by.naam}"' in browser(by).get(adres).content.decode()
    once = CONTACT | {"sleutel": "6a5dc5a1-0f0a-4a5e-8d55-0a2f2f1a3a14", "elektronisch": ["aanvulling"]}
    for fout, waarom in [({"email": "a"}, "Dit is geen e-mailadres."), ({"telefoon": "bel mij"}, "geen telefoonnummer")]:
        answer = browser(by).post(adres, once | fout)
        assert answer.status_code == 400
        assert waarom in text(answer)
    assert browser(by).post(adres, once).url == made.adres_gemeente
    page = text(staf.get(made.get_absolute_url()))
    assert "Verzoeken om aanvulling Elektronisch Besluiten Per post Andere berichten Per post" in page
    assert f"Verklaard door {by.naam}, 10 november 2026, 10.30 uur" in page
    with pytest.raises(GeenToegang):
        contact.vastleggen(made, **CONTACT, elektronisch=[], by=aanvrager("GM9998"))


def test_what_a_gemeente_gave_before_is_filled_in_and_the_declaration_is_not(made):
    contact.vastleggen(made, **CONTACT, elektronisch=["besluit"], by=aanvrager())
    indienen.intrekken(made, by=aanvrager())
    ander = aanvraag(made.versie)
    assert contact.voorstel(ander, aanvrager()) == CONTACT | {"elektronisch": []}


def test_the_successor_carries_on_with_the_messages_and_the_contact(made):
    gesprek.schrijven(made, "Van de voorganger", by=aanvrager())
    opvolger = aanvrager("GM9998")
    Gemeente.objects.filter(code="GM9999").update(opvolger=opvolger.gemeente, opgegaan_op=klok.vandaag())
    gesprek.schrijven(made, "Van de opvolger", by=opvolger)
    assert [each.bericht.tekst for each in gesprek.gesprek(made, reader=opvolger)] == [
        "Van de voorganger",
        "Van de opvolger",
    ]
    assert contact.vastleggen(made, **CONTACT, elektronisch=[], by=opvolger).verklaard_door == opvolger
