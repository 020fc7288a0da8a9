"""Pages of aanvragen: a gemeente fills in, checks and hands in; staff reads; another gemeente finds nothing."""

import re
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from django.shortcuts import redirect
from django.test import Client
from django.urls import reverse

from agenda import klok
from agenda.access import Rol
from agenda.models import Gemeente
from subsidies.models import Aanvraag, Antwoord
from tests.hulpmiddelen.aanvragen import COMPLEET, NU, aanvraag, aanvrager, open_regeling
from tests.hulpmiddelen.pagina import rows, text
from tests.hulpmiddelen.uitkeringen import TEKENT, wie

pytestmark = pytest.mark.django_db
PLAN = {"wat": "Gastlessen", "samen": "nee", "ervaren": "", "wanneer": ""}
GELD = {"bedrag": "€ 250.000", "ander": "", "eens": "on"}


@pytest.fixture
def versie():
    with klok.vastgezet(NU):
        yield open_regeling()


def browser(by) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(by)
    return client


def page(naam: str, made: Aanvraag, **anders) -> str:
    return reverse(f"gemeente-aanvraag{naam}", kwargs={"pk": made.pk} | anders)


def test_a_gemeente_goes_from_the_open_regeling_to_the_receipt(versie):
    client = browser(aanvrager())
    lijst = reverse("gemeente-aanvragen")
    assert rows(client.get(lijst)) == [
        "Regeling sterke wijk, tranche 1 1 november 2026 30 november 2026, 23.59 uur Aanvraag beginnen"
    ]
    begin = reverse("gemeente-aanvraag-beginnen", args=[versie.pk])
    assert client.post(begin).url == client.post(begin).url
    made = Aanvraag.objects.get()
    takenlijst = page("", made)
    assert rows(client.get(takenlijst)) == [
        "Plan Nog invullen –",
        "Geld Nog invullen –",
        "Controleren en indienen Kan nog niet –",
    ]
    plan, geld = (page("-sectie", made, sleutel=sleutel) for sleutel in ("plan", "geld"))
    assert "Stap 1 van 3" in text(client.get(plan))
    leeg = client.post(plan, {"stand": 0, "later": "ja"}, follow=True)
    assert "Opgeslagen om 10.30 uur." in text(leeg)
    assert client.post(plan, PLAN | {"stand": 0}).url == geld
    fill_in_money(client, made, geld)
    hand_in(client, made, takenlijst)


def fill_in_money(client, made, geld):
    """First with a fault: what was typed stands there still, and nothing is saved."""
    controleren = page("-controleren", made)
    fout = client.post(geld, GELD | {"stand": 1, "bedrag": "tien", "ander": "Het Oranje Fonds"})
    assert fout.status_code == 400
    assert "‘Hoeveel vraagt u?’: ‘tien’ is geen bedrag in euro." in text(fout)
    assert "Het Oranje Fonds" in fout.content.decode()
    assert "<title>Fout: Geld" in fout.content.decode()
    assert not Antwoord.objects.filter(vraag__sleutel="ander").exists()
    assert client.post(geld, GELD | {"stand": 1}).url == controleren
    assert "Wij raden aan ook dit in te vullen U kunt zonder indienen." in text(client.get(controleren))


def hand_in(client, made, takenlijst):
    """Twice, with one receipt; then nothing can be changed any more, only withdrawn."""
    assert rows(client.get(takenlijst))[2] == "Controleren en indienen Kan nu –"
    indienen = page("-indienen", made)
    ontvangen = client.post(indienen)
    assert ontvangen.url == client.post(indienen).url == reverse("gemeente-aanvraag-ontvangen", args=["RSW-2026-00001"])
    bewijs = text(client.get(ontvangen.url))
    assert "Uw kenmerk is RSW-2026-00001 . Wij ontvingen de aanvraag op 10 november 2026 om 10:30:00 uur." in bewijs
    assert "Hoeveel vraagt u? € 250.000" in bewijs
    kopie = client.get(f"{ontvangen.url}pdf/")
    assert (kopie["Content-Type"], kopie.content[:5]) == ("application/pdf", b"%PDF-")
    assert client.get(takenlijst).url == ontvangen.url
    assert client.get(page("-sectie", made, sleutel="plan")).status_code == 409
    lijst = reverse("gemeente-aanvragen")
    intrekken = page("-intrekken", made)
    assert "Het ministerie behandelt aanvraag RSW-2026-00001 niet verder." in text(client.get(intrekken))
    assert not Aanvraag.objects.get().is_ingetrokken
    once = {"sleutel": "6a5dc5a1-0f0a-4a5e-8d55-0a2f2f1a3a11", "reden": "Wij wachten op de raad."}
    assert client.post(intrekken, once).url == client.post(intrekken, once).url == lijst
    assert "Reden Wij wachten op de raad." in text(client.get(ontvangen.url))
    assert "Deze aanvraag is al ingetrokken, op 10 november 2026, 10.30 uur." in text(client.get(intrekken))
    assert rows(client.get(lijst))[0].startswith("RSW-2026-00001 Regeling sterke wijk, tranche 1 Ingetrokken door de")


def test_who_must_sign_in_again_hands_in_at_the_moment_of_the_first_time(versie, monkeypatch):
    made = aanvraag(versie, **COMPLEET)
    controleren = page("-controleren", made)
    laat = datetime(2026, 11, 30, 22, 59, 30, tzinfo=UTC)
    with klok.vastgezet(laat), monkeypatch.context() as patch:
        patch.setattr("agenda.accounts.vers.is_fresh", lambda request: False)
        patch.setattr("agenda.accounts.vers.sign_in_again", lambda *asked: redirect(controleren))
        client = browser(aanvrager())
        terug = client.post(page("-indienen", made), follow=True)
    assert "Uw aanvraag was om 23.59.30 uur bij ons." in text(terug)
    assert Aanvraag.objects.get().is_concept
    monkeypatch.setattr("agenda.accounts.vers.is_fresh", lambda request: True)
    with klok.vastgezet(laat + timedelta(minutes=5)):
        bewijs = client.post(page("-indienen", made), follow=True)
    assert "Wij ontvingen de aanvraag op 30 november 2026 om 23:59:30 uur." in text(bewijs)


@pytest.mark.parametrize("bedrag", ["€ 250.000", "250.000,00", "250000", " € 250.000,- "])
def test_an_amount_is_read_in_every_dutch_notation(versie, bedrag):
    made = aanvraag(versie)
    browser(aanvrager()).post(page("-sectie", made, sleutel="geld"), GELD | {"bedrag": bedrag, "stand": 0})
    assert Antwoord.objects.get(vraag__sleutel="bedrag").waarde == "250000.00"


def test_the_check_page_lists_every_question_that_is_asked_and_none_that_is_not(versie):
    """All answers to both questions that decide, with everything typed: also what is not asked."""
    client, made = browser(aanvrager()), aanvraag(versie)
    altijd = ["Wat gaat u doen?", "Doet u het samen?"]
    geld = ["Hoeveel vraagt u?", "Wie betaalt er mee?"]
    for samen, ervaren in product(["", "ja", "nee"], repeat=2):
        typed = {"wat": "Gastlessen", "samen": samen, "ervaren": ervaren, "wanneer": "2025-05-01"}
        stand = Aanvraag.objects.get().bewaard
        client.post(page("-sectie", made, sleutel="plan"), typed | {"stand": stand})
        asked = [*altijd, *["Deed u dat eerder?"] * (samen == "ja")]
        asked += ["Wanneer was dat?"] * (samen == ervaren == "ja")
        asked += [*geld, *["Wat betaalt de partner?"] * (samen == "ja"), "Het college is het ermee eens."]
        seen = client.get(page("-controleren", made)).content.decode()
        assert re.findall(r"<dt>(.*?)</dt>", seen) == asked, (samen, ervaren)
        assert re.findall(r"Wijzig<span[^>]*> (.*?)</span>", seen) == asked
        kept = {each.vraag.sleutel: each.waarde for each in Antwoord.objects.select_related("vraag").geldend()}
        assert kept.get("wanneer", "") == ("2025-05-01" if samen == ervaren == "ja" else "")


def test_of_two_colleagues_the_second_sees_both_answers_and_chooses(versie):
    made = aanvraag(versie)
    een, twee = browser(aanvrager()), browser(wie(TEKENT, made.gemeente))
    plan = page("-sectie", made, sleutel="plan")
    een.post(plan, PLAN | {"stand": 0, "wat": "Trainingen"})
    botst = twee.post(plan, PLAN | {"stand": 0, "wat": "Gesprekken"})
    assert botst.status_code == 400
    assert "Gemeentelijk aanvrager Voorbeeldstad vulde hier om 10.30 uur ‘Trainingen’ in." in text(botst)
    assert ">\nGesprekken</textarea>" in botst.content.decode()
    assert 'name="stand" value="1"' in botst.content.decode()
    assert twee.post(plan, PLAN | {"stand": 1, "wat": "Gesprekken"}).status_code == 302
    assert [each.waarde for each in Antwoord.objects.filter(vraag__sleutel="wat")] == ["Trainingen", "Gesprekken"]


def test_changing_one_answer_leads_back_to_the_check_page(versie):
    made = aanvraag(versie)
    answer = browser(aanvrager()).post(page("-sectie", made, sleutel="plan") + "?wijzig=ja", PLAN | {"stand": 0})
    assert answer.url == page("-controleren", made)


def test_another_gemeente_and_staff_find_no_concept_and_the_successor_carries_on(versie):
    made = aanvraag(versie, **COMPLEET)
    dam, staf = browser(aanvrager("GM9998")), browser(wie(Rol.BEHANDELAAR))
    for naam, anders in [("", {}), ("-sectie", {"sleutel": "plan"}), ("-controleren", {})]:
        assert dam.get(page(naam, made, **anders)).status_code == 404
    for naam in ("-indienen", "-intrekken"):
        assert dam.post(page(naam, made)).status_code == 404
    assert rows(staf.get(versie.adres_aanvragen)) == []
    browser(aanvrager()).post(page("-indienen", made))
    ontvangen = reverse("gemeente-aanvraag-ontvangen", args=["RSW-2026-00001"])
    assert dam.get(ontvangen).status_code == dam.get(f"{ontvangen}pdf/").status_code == 404
    assert [row.split(" ")[0] for row in rows(staf.get(versie.adres_aanvragen))] == ["RSW-2026-00001"]
    assert "Hoeveel vraagt u? € 250.000" in text(staf.get(Aanvraag.objects.get().get_absolute_url()))
    Gemeente.objects.filter(code="GM9999").update(
        opvolger=Gemeente.objects.get(code="GM9998"), opgegaan_op=klok.vandaag()
    )
    assert "Voorbeeldstad (nu Voorbeelddam)" in text(dam.get(ontvangen))
