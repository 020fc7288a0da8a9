"""Pages after handing in: staff asks a supplement, the gemeente supplements what is open, a colleague signs."""

import pytest
from django.urls import reverse

from agenda import klok
from agenda.access import Rol
from subsidies.aanvragen import indienen
from subsidies.models import Aanvraag, Aanvulling, Handtekening, RegelingVersie
from tests.hulpmiddelen.aanvragen import COMPLEET, NU, aanvraag, aanvrager, open_regeling
from tests.hulpmiddelen.pagina import rows, text
from tests.hulpmiddelen.uitkeringen import BEHANDELAAR, TEKENT, wie
from tests.subsidies.aanvragen.test_paginas import browser

pytestmark = pytest.mark.django_db
SLEUTEL = "6a5dc5a1-0f0a-4a5e-8d55-0a2f2f1a3a{:02}"
VRAAG = {"onderdeel-plan": "", "onderdeel-geld": "De begroting ontbreekt.", "uiterlijk_op": "2026-12-01"}


@pytest.fixture
def versie():
    with klok.vastgezet(NU):
        yield open_regeling()


def page(naam: str, made: Aanvraag, **anders) -> str:
    return reverse(f"gemeente-aanvraag-{naam}", kwargs={"pk": made.pk} | anders)


@pytest.fixture
def gevraagd(versie):
    made = aanvraag(versie, status=Aanvraag.Status.INGEDIEND)
    staf, vraag = browser(wie(BEHANDELAAR)), reverse("aanvraag-aanvulling", args=[made.kenmerk])
    once = VRAAG | {"sleutel": SLEUTEL.format(1)}
    assert staf.post(vraag, once).url == staf.post(vraag, once).url == made.get_absolute_url()
    return made


def test_staff_reads_why_a_supplement_cannot_be_asked_and_what_was_typed_stays(versie):
    made = aanvraag(versie, status=Aanvraag.Status.INGEDIEND)
    staf, vraag = browser(wie(BEHANDELAAR)), reverse("aanvraag-aanvulling", args=[made.kenmerk])
    leeg = staf.post(vraag, VRAAG | {"sleutel": SLEUTEL.format(2), "onderdeel-geld": ""})
    assert leeg.status_code == 400
    assert "Schrijf bij minstens één onderdeel op wat de gemeente moet aanvullen." in text(leeg)
    laat = staf.post(vraag, VRAAG | {"sleutel": SLEUTEL.format(3), "uiterlijk_op": "2026-11-10"})
    assert "De laatste dag om aan te vullen moet na vandaag zijn." in text(laat)
    assert "De begroting ontbreekt." in laat.content.decode()
    assert not Aanvulling.objects.exists()
    assert browser(wie(Rol.BELEIDSMEDEWERKER)).get(vraag).status_code == 403


def test_the_gemeente_supplements_what_is_open_and_both_read_what_became_of_it(gevraagd):
    by, staf = browser(aanvrager()), browser(wie(BEHANDELAAR))
    bewijs = by.get(gevraagd.adres_gemeente)
    assert "Aanvullen kan tot en met 1 december 2026 ." in text(bewijs)
    assert rows(bewijs)[0] == "Geld De begroting ontbreekt."
    assert by.get(page("sectie", gevraagd, sleutel="plan")).status_code == 409
    geld = page("sectie", gevraagd, sleutel="geld")
    typed = {"bedrag": "200.000", "ander": "Het fonds", "eens": "on", "stand": 1}
    assert by.post(geld, typed).url == page("controleren", gevraagd)
    controleren = by.get(page("controleren", gevraagd)).content.decode()
    assert "Aanvulling indienen" in controleren
    assert "onderdelen/plan/" not in controleren
    assert "onderdelen/geld/" in controleren
    assert "€ 250.000" in text(staf.get(gevraagd.get_absolute_url())).replace("\u00a0", " ")
    aanvullen = page("aanvullen", gevraagd)
    assert by.post(aanvullen).url == by.post(aanvullen).url == gevraagd.adres_gemeente
    for client, adres in ((by, gevraagd.adres_gemeente), (staf, gevraagd.get_absolute_url())):
        now = text(client.get(adres)).replace("\u00a0", " ")
        assert "€ 200.000" in now
        assert "Versie 2 , ontvangen op 10 november 2026, 10:30:00 uur: deze geldt" in now
        eerste, tweede = (client.get(f"{adres.partition('?')[0]}versies/{nummer}/") for nummer in (1, 2))
        assert "Deze versie geldt niet meer" in text(eerste)
        assert [row.replace("\u00a0", " ") for row in rows(tweede)] == [
            "Hoeveel vraagt u? € 250.000 € 200.000",
            "Wie betaalt er mee? Niet ingevuld Het fonds",
        ]
        assert client.get(f"{adres.partition('?')[0]}versies/3/").status_code == 404
    assert by.get(f"{gevraagd.adres_gemeente}pdf/").content[:5] == b"%PDF-"
    assert staf.post(reverse("aanvraag-compleet", args=[gevraagd.kenmerk])).url == gevraagd.get_absolute_url()
    assert "Uw aanvraag is compleet." in text(by.get(gevraagd.adres_gemeente))


def test_another_gemeente_finds_nothing_of_a_supplement_or_a_signature(gevraagd):
    dam = browser(wie(TEKENT, aanvrager("GM9998").gemeente))
    for naam in ("controleren", "handtekening", "ondertekenen", "niet-ondertekenen", "contact", "intrekken"):
        assert dam.get(page(naam, gevraagd)).status_code == 404, naam
    assert dam.post(page("aanvullen", gevraagd)).status_code == 404
    assert dam.get(reverse("gemeente-aanvraag-versie", args=[gevraagd.kenmerk, 1])).status_code == 404


def test_a_colleague_is_asked_and_signs_and_the_receipt_and_the_copy_say_so(versie):
    RegelingVersie.objects.filter(pk=versie.pk).update(tweede_handtekening=True)
    made, tekenaar = aanvraag(versie, **COMPLEET), wie(TEKENT, aanvrager().gemeente)
    by, tekent = browser(aanvrager()), browser(tekenaar)
    assert "Zonder handtekening kunt u ook indienen." in text(by.get(page("controleren", made)))
    vraag = {"sleutel": SLEUTEL.format(4), "aan": tekenaar.pk}
    assert by.post(page("handtekening", made), vraag).url == made.adres_gemeente
    assert "Lezen en ondertekenen" in text(tekent.get(made.adres_gemeente))
    assert "Lezen en ondertekenen" not in text(by.get(made.adres_gemeente))
    assert by.get(page("ondertekenen", made)).status_code == 403
    teken = {"sleutel": SLEUTEL.format(5), "naam": "T. de Vries", "functie": "Hoofd", "mandaat": "", "bewaard": 1}
    leeg = tekent.post(page("ondertekenen", made), teken)
    assert leeg.status_code == 400
    assert "Schrijf op waarom u mag tekenen, bijvoorbeeld Mandaatbesluit 2026, artikel 3." in text(leeg)
    assert tekent.post(page("ondertekenen", made), teken | {"mandaat": "Mandaatbesluit 2026"}).url == made.adres_gemeente
    assert "Ondertekend door T. de Vries , Hoofd" in text(by.get(page("controleren", made)))
    by.post(page("indienen", made))
    done = Aanvraag.objects.for_page().get()
    assert "T. de Vries, Hoofd Mandaatbesluit 2026" in text(by.get(done.adres_gemeente))
    assert "De tweede handtekening ontbreekt" not in text(browser(wie(BEHANDELAAR)).get(done.get_absolute_url()))


def test_who_declines_says_why_and_without_a_signature_the_receipt_warns(versie):
    RegelingVersie.objects.filter(pk=versie.pk).update(tweede_handtekening=True)
    made, tekenaar = aanvraag(versie, **COMPLEET), wie(TEKENT, aanvrager().gemeente)
    by, tekent = browser(aanvrager()), browser(tekenaar)
    by.post(page("handtekening", made), {"sleutel": SLEUTEL.format(6), "aan": tekenaar.pk})
    nee = {"sleutel": SLEUTEL.format(7), "reden": "Het bedrag klopt niet.", "bewaard": 1}
    assert tekent.post(page("niet-ondertekenen", made), nee).url == made.adres_gemeente
    assert "tekent niet: Het bedrag klopt niet." in text(by.get(made.adres_gemeente))
    assert [each.soort for each in Handtekening.objects.all()] == ["gevraagd", "geweigerd"]
    done = indienen.indienen(made, ontvangen_op=NU, by=aanvrager())
    assert "De tweede handtekening ontbreekt Uw aanvraag is op tijd ontvangen." in text(by.get(done.adres_gemeente))
    seen = text(browser(wie(BEHANDELAAR)).get(done.get_absolute_url()))
    assert "De tweede handtekening ontbreekt" in seen
    assert "Het bedrag klopt niet." not in seen
