"""A text about an uitvoering for a letter: only the gemeente agrees, with exactly these words, and may come back on it."""


import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from actielijnen.begroting.plafond import Geweigerd
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import NietMogelijk
from agenda.models import Gemeente
from interventies.models import Praktijkkader
from interventies.palet import publiceren, toestemming
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.interventies import SCHRIJVER, wie
from tests.hulpmiddelen.pagina import rows, text
from tests.hulpmiddelen.voorstellen import TEKENT, K, ambtenaar, berichten, browser, kader, sleutel

pytestmark = pytest.mark.django_db
TITEL, TEKST = "Ouders aan tafel", "In Zuid eten ouders en jongeren elke maand samen."


@pytest.fixture(autouse=True)
def example():
    with klok.vastgezet(palet.NU):
        yield vooruitzicht.programma()


def test_a_gemeente_is_asked_about_a_text_and_agrees_with_these_words(example):
    loopt = palet.uitvoering(palet.gepubliceerd(palet.F.TESTEN, is_voorbeeld=True))
    jan, staf = ambtenaar(loopt.gemeente, TEKENT), wie(SCHRIJVER)
    gemeente, behandelaar = browser(jan), browser(staf)
    vragen = example.address(reverse("uitvoering-kader", args=[loopt.nummer]))
    refused = behandelaar.post(vragen, {"titel": TITEL, "tekst": "In 2026 aten 40 ouders samen."} | sleutel())
    assert (refused.status_code, "In de tekst staat ‘2026’." in text(refused)) == (400, True)
    assert "aten 40 ouders samen" in refused.content.decode()
    page = behandelaar.post(vragen, {"titel": TITEL, "tekst": TEKST} | sleutel(), follow=True)
    assert "Ouders aan tafel Wacht op de gemeente" in text(page)
    made = Praktijkkader.objects.get()
    assert (berichten(jan), made.adres_gemeente in gemeente.get(reverse("gemeente-start")).content.decode()) == (
        ["kader_gevraagd"],
        True,
    )
    collega = text(browser(ambtenaar(loopt.gemeente)).get(made.adres_gemeente))
    assert TEKST in collega
    assert "Een collega die mag tekenen, kan toestemming geven." in collega
    page = gemeente.post(reverse("gemeente-kader-toestemmen", args=[made.nummer]), follow=True)
    assert "Met toestemming" in text(page)
    assert staf.naam not in text(page)
    assert (berichten(jan), berichten(staf)) == ([], ["kader_beslist"])
    made.refresh_from_db()
    assert (made.status, made.beslist_door) == (K.TOEGESTEMD, jan)
    [row] = rows(browser(wie(Rol.AUDITOR)).get(example.address(reverse("praktijkkaders"))))
    assert row == f"{made} Ouders aan tafel Buurtlab Oordstad 2 november 2026 Met toestemming"
    page = gemeente.post(
        reverse("gemeente-kader-intrekken", args=[made.nummer]), {"reden": "Wij zijn gestopt."} | sleutel(), follow=True
    )
    assert "Toestemming ingetrokken" in text(page)
    assert "Wij zijn gestopt." in text(behandelaar.get(example.address(loopt.get_absolute_url())))


def test_other_words_ask_again_and_those_asked_about_never_change():
    made = kader(K.TOEGESTEMD)
    with pytest.raises(Geweigerd, match="al voorgelegd"):
        toestemming.vragen(made.uitvoering, titel=made.titel, tekst=made.tekst, by=wie(SCHRIJVER))
    nieuw = toestemming.vragen(made.uitvoering, titel=made.titel, tekst=TEKST, by=wie(SCHRIJVER))
    made.refresh_from_db()
    assert (made.status, nieuw.status) == (K.VERVALLEN, K.GEVRAAGD)
    for velden in ({"tekst": "Iets anders."}, {"titel": "Anders"}, {"status": "toegestemd"}):
        with pytest.raises(IntegrityError), transaction.atomic():  # agreed without anybody of the gemeente
            Praktijkkader.objects.filter(pk=nieuw.pk).update(**velden)
    with pytest.raises(NietMogelijk):
        toestemming.toestemmen(made, by=ambtenaar(made.gemeente, TEKENT))


def test_nobody_agrees_for_a_gemeente():
    made = kader()
    velden = {"naam": "Elders", "naam_cbs": "Elders", "provincie": made.gemeente.provincie}
    elders = ambtenaar(Gemeente.objects.create(code="GM9971", **velden), TEKENT)
    mensen = [elders, ambtenaar(made.gemeente), *(wie(rol) for rol in (SCHRIJVER, Rol.PROGRAMMAMANAGER))]
    for by in mensen:
        for verb in (toestemming.toestemmen, lambda made, by: toestemming.weigeren(made, reden="Nee.", by=by)):
            with pytest.raises(GeenToegang):
                verb(made, by=by)
    assert browser(elders).get(made.adres_gemeente).status_code == 404
    assert made.titel not in text(browser(elders).get(reverse("gemeente-voorstellen")))
    with pytest.raises(Geweigerd, match="Schrijf op waarom"):
        toestemming.weigeren(made, reden=" ", by=ambtenaar(made.gemeente, TEKENT))
    made.refresh_from_db()
    assert made.status == K.GEVRAAGD


def test_a_text_is_only_asked_about_what_is_in_the_catalogue_and_without_numbers_or_code():
    loopt = palet.uitvoering(palet.gepubliceerd(palet.F.TESTEN))
    for titel, tekst, reden in (
        ("", TEKST, "Vul een titel in"),
        (TITEL, " ", "Schrijf de tekst"),
        (TITEL, "Er kwamen 12 ouders.", "staat ‘12’"),
        (TITEL, "<b>Samen</b> eten.", "gewone tekst"),
        (TITEL, "x" * 1501, "te lang"),
    ):
        with pytest.raises(Geweigerd, match=reden):
            toestemming.vragen(loopt, titel=titel, tekst=tekst, by=wie(SCHRIJVER))
    [publicatie] = loopt.interventie.publicaties.all()
    publiceren.intrekken(publicatie, reden="De beschrijving klopt niet.", by=wie(palet.PUBLICEERT))
    with pytest.raises(Geweigerd, match="staat niet in de catalogus"):
        toestemming.vragen(loopt, titel=TITEL, tekst=TEKST, by=wie(SCHRIJVER))
    assert not Praktijkkader.objects.exists()
