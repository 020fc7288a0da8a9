"""The public PDF of an interventie: what the page says, the same from every address, and never asked without end."""

import io

import pikepdf
import pytest
from django.test import Client

from agenda import klok
from agenda.documenten import pdf
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen.interventies import F
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_november():
    with klok.vastgezet(palet.NU):
        yield


def test_a_pdf_is_one_text_however_it_is_reached_and_not_asked_without_end(monkeypatch, settings):
    settings.PORTAAL_ADRES, settings.ALLOWED_HOSTS = "https://portaal.voorbeeld.nl", ["localhost", "elders.invalid"]
    monkeypatch.setattr("allauth.account.app_settings.RATE_LIMITS", {"kostbaar": "2/m/ip"}, raising=False)
    written = []
    monkeypatch.setattr(pdf, "write", lambda html, **_: written.append(html) or b"")
    adres = f"{palet.gepubliceerd(F.TESTEN).permalink}pdf/"
    answers = [Client(headers={"host": host}).get(adres) for host in ("localhost:1", "elders.invalid", "localhost")]
    assert [each.status_code for each in answers] == [200, 200, 429]
    assert len(written) == 2
    assert len(set(written)) == 1
    assert f"https://portaal.voorbeeld.nl{adres.removesuffix('pdf/')}</td>" in written[0]
    assert "Wacht 60 seconden en probeer het dan opnieuw." in text(answers[2])


@pytest.mark.pdf
def test_the_pdf_says_what_the_page_says(settings):
    settings.PDF_CACHE = None
    settings.PORTAAL_ADRES = "https://portaal.voorbeeld.nl"
    made = palet.gepubliceerd(F.DOEN, naam="Op papier", is_voorbeeld=True)
    palet.uitvoering(made)
    anders = palet.gepubliceerd(F.TESTEN, naam="Anders", opzet="Dit teken heeft geen lettertype: \U0001f600")
    geen = Client(headers={"host": "localhost"}).get(f"{anders.permalink}pdf/")
    assert (geen.status_code, "Terug naar de interventie" in text(geen)) == (503, True)
    answer = Client(headers={"host": "localhost"}).get(f"{made.permalink}pdf/")
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    with pikepdf.open(io.BytesIO(answer.content)) as bestand:
        assert str(bestand.docinfo["/Title"]) == "VOORBEELD: Op papier"
