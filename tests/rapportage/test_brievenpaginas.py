"""The pages of a letter: what a reader, a writer and somebody who offers it see and can do."""

import pytest
from django.urls import reverse

from agenda import feiten
from agenda.access import Rol
from agenda.models import AuditRegel, Bestand, Bron, Feit, Gemeente, Programma, Taak
from agenda.taken import run_pending
from rapportage.brief import pdf, schrijven
from rapportage.models import Brief
from tests.hulpmiddelen.pagina import text

BIJDRAGE = "spuk.kansrijke-wijk.bijdrage-agenda"


@pytest.fixture
def brief(programma, redacteur):
    return schrijven.openen(programma, Brief.Soort.VOORTGANG, 2024, by=redacteur)


@pytest.fixture
def schrijver(client, redacteur):
    client.force_login(redacteur)
    return client


@pytest.fixture
def snelle_pdf(monkeypatch, settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": settings.STORAGES["default"] | {"OPTIONS": {"location": tmp_path}}
    }
    monkeypatch.setattr(pdf, "bytes_van", lambda gegevens: b"%PDF-1.7\n%%EOF\n")


def stap(client, brief, verb):
    return client.post(reverse("brief-stap", args=[*brief.adres, verb]), follow=True)


def test_a_figure_in_the_letter_links_to_where_it_comes_from(schrijver, brief):
    pagina = schrijver.get(brief.get_absolute_url()).content.decode()
    adres = reverse("brief-cijfer", args=[*brief.adres, BIJDRAGE])
    assert f'<a class="cijfer" href="{adres}">€\xa06,3\xa0miljoen</a>' in pagina

    cijfer = text(schrijver.get(adres))
    assert "Bijdrage van de Agenda aan de SPUK Kansrijke Wijk" in cijfer
    assert "Vastgelegd uit een bron" in cijfer
    assert "Kamerbrief over de voortgang van de Agenda (2024) , paragraaf SPUK Kansrijke Wijk" in cijfer
    assert "Eerdere waarden € 6,0 miljoen" in cijfer


def test_a_counted_figure_shows_what_was_counted(schrijver, brief):
    cijfer = schrijver.get(reverse("brief-cijfer", args=[*brief.adres, "nplv.gemeenten"]))
    assert "Wat is geteld Amsterdam Arnhem Breda" in text(cijfer)
    assert reverse("focusgebieden") in cijfer.content.decode()


def test_a_figure_that_the_letter_does_not_use_has_no_page(schrijver, brief):
    assert schrijver.get(reverse("brief-cijfer", args=[*brief.adres, "raad.omvang"])).status_code == 404


def test_a_writer_offers_the_letter_and_the_pdf_follows_in_the_background(schrijver, brief, redacteur, snelle_pdf):
    assert "Voortgangsbrief 2024: aangeboden voor parafering." in text(stap(schrijver, brief, "aanbieden"))
    brief.refresh_from_db()
    assert brief.pdf is None
    assert schrijver.get(reverse("brief-pdf", args=brief.adres)).status_code == 404

    run_pending()
    antwoord = schrijver.get(reverse("brief-pdf", args=brief.adres))
    assert b"".join(antwoord.streaming_content) == b"%PDF-1.7\n%%EOF\n"
    assert antwoord["Content-Disposition"] == 'attachment; filename="voortgangsbrief-2024.pdf"'
    gelezen = AuditRegel.objects.get(actie="brief_lezen")
    assert (gelezen.account, gelezen.bestand_naam) == (redacteur.pk, "voortgangsbrief-2024.pdf")
    assert Taak.objects.get().stand == Taak.Stand.KLAAR


def test_every_momentopname_that_was_offered_keeps_its_pdf(schrijver, brief, redacteur, snelle_pdf):
    schrijven.aanbieden(brief, by=redacteur)
    schrijven.terugnemen(brief, by=redacteur)  # before the PDF was made
    run_pending()
    brief.refresh_from_db()
    assert brief.pdf is None
    assert schrijver.get(reverse("brief-pdf", args=brief.adres)).status_code == 404

    pagina = schrijver.get(brief.get_absolute_url()).content.decode()
    adres = reverse("brief-opname-pdf", args=[*brief.adres, brief.opname.sha256])
    assert adres in pagina
    assert "Download PDF" not in pagina
    assert b"".join(schrijver.get(adres).streaming_content) == b"%PDF-1.7\n%%EOF\n"


def test_the_same_content_offered_again_needs_no_second_pdf(brief, redacteur, snelle_pdf):
    for _ in range(2):
        schrijven.aanbieden(brief, by=redacteur)
        run_pending()
        schrijven.terugnemen(brief, by=redacteur)
    assert (Taak.objects.count(), Bestand.objects.count(), brief.aanbiedingen.count()) == (1, 1, 1)


def test_who_offered_the_letter_can_follow_the_pdf_being_made(schrijver, brief, redacteur):
    schrijven.aanbieden(brief, by=redacteur)
    pagina = schrijver.get(brief.get_absolute_url()).content.decode()
    assert "De PDF wordt gemaakt" in pagina
    assert reverse("taak", args=[Taak.objects.get().pk]) in pagina


def test_the_pdf_of_an_example_says_so_in_its_name(brief, redacteur, snelle_pdf):
    Programma.objects.update(soort=Programma.Soort.VOORBEELD)
    Gemeente.objects.update(is_voorbeeld=True)
    schrijven.aanbieden(brief, by=redacteur)
    run_pending()
    assert Bestand.objects.get().naam == "VOORBEELD-voortgangsbrief-2024.pdf"


def test_a_changed_feit_shows_in_the_draft_with_what_it_was(schrijver, brief, redacteur, beleidsmedewerker):
    schrijven.aanbieden(brief, by=redacteur)
    feit = Feit.objects.get(sleutel=BIJDRAGE)
    feiten.vastleggen(
        feit, waarde=6_400_000, kwalificatie="exact", bron=Bron.objects.get(sleutel="voortgangsbrief-2024"),
        vindplaats="test", reden="test", vervangt=feiten.geldend(feit, brief.peildatum), by=beleidsmedewerker,
    )  # fmt: skip
    vast = text(schrijver.get(brief.get_absolute_url()))
    assert "Gewijzigd sinds" not in vast
    assert "De Agenda draagt € 6,3 miljoen bij" in vast

    concept = text(stap(schrijver, brief, "terugnemen"))
    assert "Gewijzigd sinds de vorige momentopname" in concept
    assert "was € 6,3 miljoen, is nu € 6,4 miljoen" in concept
    assert "De Agenda draagt € 6,4 miljoen bij" in concept


def test_the_step_that_is_possible_has_a_button_for_who_may_take_it(schrijver, client, brief, account):
    assert "Aanbieden voor parafering</span></button>" in schrijver.get(brief.get_absolute_url()).content.decode()
    client.force_login(account(Rol.AUDITOR))
    assert "</span></button></form>" not in client.get(brief.get_absolute_url()).content.decode().split("<main")[1]


def test_a_step_twice_says_what_the_letter_is_now(schrijver, brief):
    stap(schrijver, brief, "aanbieden")
    assert "‘Aanbieden voor parafering’ kan niet" in text(stap(schrijver, brief, "aanbieden"))


def test_an_unknown_step_is_not_found(schrijver, brief):
    assert stap(schrijver, brief, "verbranden").status_code == 404


@pytest.mark.parametrize(("tekst", "melding"), [
    ('{% cijfer "bestaat.niet" %}.',        "onbekend cijfer ‘bestaat.niet’"),
    ('{% kaal "bestaat.niet" %}.',          "onbekend cijfer ‘bestaat.niet’"),
    ('{% eerder "raad.leden" %}.',          "heeft geen eerder gemelde waarde"),
    ('{% eerder "bestaat.niet" %}.',        "onbekend cijfer ‘bestaat.niet’"),
    ('{% periode "bestaat.niet" %}.',       "onbekend cijfer ‘bestaat.niet’"),
    ('Dus.{% voetnoot "bestaat-niet" %}',   "voetnoot ‘bestaat-niet’ heeft geen bron"),
    ('{% tabel "bestaat-niet" %}',          "er is geen tabel ‘bestaat-niet’"),
    ('{% figuur "bestaat-niet" %}',         "er is geen tabel ‘bestaat-niet’"),
    ('{% figuur "focusgebieden" %}',        "heeft geen cijfers om te tekenen"),
    ("{{ request.user }}",                  "kan hier niet"),
    ('{% include "x" %}',                   "kan hier niet"),
    ("Er zijn 7 leden.",                    "er staat een getal in de tekst"),
])  # fmt: skip
def test_a_draft_that_cannot_be_offered_opens_and_says_why(schrijver, brief, tekst, melding):
    brief.secties.filter(sleutel="raad").update(tekst=tekst)
    antwoord = schrijver.get(brief.get_absolute_url())
    assert antwoord.status_code == 200
    assert "Deze brief kan nog niet worden aangeboden" in text(antwoord)
    assert melding in text(antwoord)
    assert "kan nog niet worden aangeboden" in text(stap(schrijver, brief, "aanbieden"))
    assert Brief.objects.get().status == Brief.Status.CONCEPT


def test_an_open_figure_in_a_draft_is_marked_where_it_stands(schrijver, brief):
    feit = Feit.objects.get(sleutel="toezegging.weerbaarheidsagenda.vindplaats")
    brief.secties.filter(sleutel="raad").update(tekst=f'Zie {{% cijfer "{feit.sleutel}" %}}.')
    pagina = schrijver.get(brief.get_absolute_url()).content.decode()
    assert '<a class="cijfer cijfer--open"' in pagina
    assert "[open]</a>" in pagina


def test_the_letter_of_another_programma_has_its_own_address_and_steps(schrijver, brief, programma, redacteur):
    voorbeeld = Programma.objects.create(
        code="voorbeeld", naam="Voorbeeldprogramma", korte_naam="Voorbeeld", soort="voorbeeld",
        ministerie=programma.ministerie,
    )  # fmt: skip
    ander = schrijven.openen(voorbeeld, Brief.Soort.VOORTGANG, 2024, by=redacteur)
    schrijven.aanbieden(brief, by=redacteur)

    pagina = schrijver.get(ander.get_absolute_url()).content.decode()
    assert reverse("brief-stap", args=[*ander.adres, "aanbieden"]) in pagina
    assert reverse("brief-stap", args=[*brief.adres, "terugnemen"]) not in pagina
    assert "VOORBEELD: dit programma en alle cijfers zijn bedacht" in pagina


def test_the_list_of_letters_names_each_with_its_status(schrijver, brief):
    lijst = text(schrijver.get(reverse("brieven")))
    assert "Voortgangsbrief 2024 Voortgang Agenda Veerkrachtige & Weerbare Samenleving 31 december 2024 Concept" in lijst


def test_the_list_without_letters_says_how_to_make_one(schrijver, programma):
    assert "Er is nog geen brief" in text(schrijver.get(reverse("brieven")))
