"""Tegenspraken: the variants beside each other, and the form by which somebody chooses."""

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from agenda import feiten, klok
from agenda.access import Rol
from agenda.models import Feit, FeitVersie, Tegenspraak
from agenda.naslag.keuzeform import spreekt_tegen
from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def kiezer(client, programmamanager):
    """A browser in which somebody is signed in who may choose."""
    client.force_login(programmamanager)
    return client


def address(nummer):
    return reverse("tegenspraak-kiezen", args=[nummer])


def version(nummer):
    return FeitVersie.objects.get(nummer_bron=nummer, vervangt=None)


def choice(nummer="L11", **anders):
    """The form filled in well for the tegenspraak about the version with this number."""
    versie = version(nummer)
    return {"keuze": versie.tekst, f"versie_{versie.feit_id}": versie.pk, "reden": "nagezien"} | anders


def test_the_list_shows_all_thirty_and_how_far_each_is(programma, lezer):
    found = rows(lezer.get("/werk/tegenspraken/"))
    assert len(found) == 30
    assert found[0] == "C01 Totale begroting van de Agenda te bevestigen € 10.600.000, zoals aan de Kamer gemeld"
    assert found[6] == "C07 Vindplaats van de toezegging over een weerbaarheidsagenda open –"


def test_the_list_filters_on_what_is_open(programma, lezer):
    found = rows(lezer.get("/werk/tegenspraken/?stand=open"))
    assert [row.split()[0] for row in found] == ["C07", "C12", "C14", "C23", "C29", "C30"]


def test_a_tegenspraak_shows_each_variant_with_its_bron(programma, lezer):
    seen = text(lezer.get("/werk/tegenspraken/C02/"))
    assert "Variant A € 6.000.000, dat is € 2.000.000 per jaar Bron: Beslisnota" in seen
    assert "Variant B € 6,3 miljoen Bron: Kamerbrief over de voortgang van de Agenda (2024)" in seen
    assert "Een nieuwe brief gebruikt € 6,3 miljoen, met de vermelding dat eerder € 6,0 miljoen is gemeld" in seen


def test_a_bron_outside_the_list_is_named_too(programma, lezer):
    assert "Bron: Financiële-verhoudingswet" in text(lezer.get("/werk/tegenspraken/C09/"))


def test_an_open_tegenspraak_says_that_nothing_is_chosen(programma, lezer):
    assert "niets: er is nog niet gekozen" in text(lezer.get("/werk/tegenspraken/C07/"))


def test_a_tegenspraak_links_to_the_feiten_it_is_about(programma, lezer):
    body = lezer.get("/werk/tegenspraken/C02/").content.decode()
    assert 'href="/werk/feiten/spuk.kansrijke-wijk.bijdrage-agenda/?programma=veerkracht-weerbaarheid"' in body


def test_an_unknown_tegenspraak_does_not_exist(programma, lezer):
    assert lezer.get("/werk/tegenspraken/C99/").status_code == 404


def test_a_choice_is_recorded_with_its_reason_and_shown(programma, kiezer):
    response = kiezer.post(address("C07"), choice(keuze="nr. 367"), follow=True)
    tegenspraak = Tegenspraak.objects.get(nummer="C07")
    assert (tegenspraak.stand, tegenspraak.keuze, tegenspraak.herkomst_keuze) == ("bevestigd", "nr. 367", "nagezien")
    assert "De keuze bij tegenspraak C07 is vastgelegd." in text(response)
    assert "Bij tegenspraak C07 (veerkracht-weerbaarheid) is een keuze vastgelegd: nr. 367." in text(response)
    assert f"{date_format(klok.vandaag(), 'j F Y')}, " in response.context["geschiedenis"][0]["moment"]


def test_a_chosen_value_replaces_the_other_values_of_the_feit(programma, kiezer):
    feit = Feit.objects.get(sleutel="toezegging.weerbaarheidsagenda.vindplaats")
    gekozen, ander = (feit.versies.get(nummer_bron=nummer) for nummer in ("L11", "N11"))
    antwoord = choice(keuze="die van de brief", reden="nagezien in het Kamerstuk")
    response = kiezer.post(address("C07"), antwoord, follow=True)
    nieuw = FeitVersie.objects.get(vervangt=ander)
    assert (nieuw.tekst, nieuw.bron) == (gekozen.tekst, gekozen.bron)
    assert nieuw.reden == "Keuze bij C07: nagezien in het Kamerstuk"
    assert {versie.tekst for versie in response.context["versies"]} == {gekozen.tekst}
    assert [versie.vindplaats for versie in response.context["versies"]].count(gekozen.vindplaats) == 1


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"keuze": ""}, "Vul in wat een nieuwe brief gebruikt, bijvoorbeeld: nr. 367."),
        ({"reden": ""}, "Vul in waarom u dit kiest, bijvoorbeeld: nagezien in het Kamerstuk."),
        ({"reden": "x" * 201}, "U gebruikte 201 tekens, er passen er 200."),
        ({"keuze": "nr. 114"}, "Deze tekst noemt een andere waarde dan u hieronder kiest"),
        ({"keuze": "Kamerstukken II 2019/20, 30 821, nr. 114"}, "Verander de tekst of de waarde."),
        ({"keuze": "nr.\u202e367"}, "Teken 4 (U+202E) is niet te zien"),
    ],
)
def test_a_wrong_field_is_told_and_nothing_is_chosen(programma, kiezer, anders, melding):
    response = kiezer.post(address("C07"), choice() | anders)
    assert melding in text(response)
    assert Tegenspraak.objects.get(nummer="C07").stand == "open"


def test_a_value_of_another_feit_cannot_be_chosen(programma, kiezer):
    veld = f"versie_{version('L11').feit_id}"
    for vreemd in (version("P14").pk, "999999", ""):
        response = kiezer.post(address("C07"), choice(**{veld: vreemd}))
        assert "Kies een waarde uit de lijst." in text(response)


def test_every_value_that_was_ever_stated_can_be_chosen_again(programma, kiezer):
    feit = Feit.objects.get(sleutel="toezegging.weerbaarheidsagenda.vindplaats")
    for nummer in ("L11", "N11", "L11"):
        keuzes = kiezer.get(address("C07")).context["form"].fields[f"versie_{feit.pk}"].queryset
        assert {versie.tekst for versie in keuzes} == {version("L11").tekst, version("N11").tekst}
        kiezer.post(address("C07"), choice(nummer))
        assert feiten.geldend(Feit.objects.get(pk=feit.pk), klok.vandaag()).tekst == version(nummer).tekst


def test_once_chosen_the_value_may_stay_as_it_is(programma, kiezer):
    naam = f"versie_{version('L11').feit_id}"
    assert kiezer.get(address("C07")).context["form"].fields[naam].required
    kiezer.post(address("C07"), choice())
    assert not kiezer.get(address("C07")).context["form"].fields[naam].required


def test_a_tegenspraak_about_two_feiten_asks_about_each_that_needs_it(programma, kiezer):
    velden = kiezer.get(address("C19")).context["form"].fields
    assert [naam.partition("_")[0] for naam in velden] == ["keuze", "versie", "versie", "reden"]
    assert list(kiezer.get(address("C25")).context["form"].fields) == ["keuze", "reden"]


@pytest.mark.parametrize(
    ("keuze", "gekozen", "is_contrary"),
    [
        ("medio 2025", "P29", True),
        ("tot eind 2025", "P29", False),
        ("eind 2025, niet medio 2025", "P29", False),
        ("zoals de brief schrijft", "P29", False),
        ("€ 6,0 miljoen", "P06", True),
        ("€ 6,3 miljoen, met de vermelding dat eerder € 6,0 miljoen is gemeld", "P06", False),
        ("SZW, VWS, OCW en BZK", "L30", True),
    ],
)
def test_the_words_of_a_choice_and_its_value_do_not_contradict_each_other(programma, keuze, gekozen, is_contrary):
    versie = version(gekozen)
    assert spreekt_tegen(keuze, versie, feiten.waarden(versie.feit)) == is_contrary


def test_what_the_page_says_follows_how_far_it_is(programma, kiezer):
    assert "Zolang er niet is gekozen, gebruikt geen brief deze feiten." in text(kiezer.get("/werk/tegenspraken/C07/"))
    assert "(voorstel, nog door niemand bevestigd)" in text(kiezer.get("/werk/tegenspraken/C02/"))
    kiezer.post(address("C07"), choice())
    seen = text(kiezer.get("/werk/tegenspraken/C07/"))
    assert "Er is gekozen. Deze waarden staan er nu" in seen
    assert "nog niet gekozen" not in seen
    assert "met onbekende rol. Zolang niemand heeft gekozen, kan geen brief het feit gebruiken." in seen


def test_a_number_in_small_letters_leads_to_the_tegenspraak(programma, kiezer):
    assert kiezer.get("/werk/tegenspraken/c07/").headers["Location"] == "/werk/tegenspraken/C07/"
    assert kiezer.get("/werk/tegenspraken/c07/kiezen/").headers["Location"] == "/werk/tegenspraken/C07/kiezen/"


def test_what_was_typed_stays_when_something_is_wrong(programma, kiezer):
    body = kiezer.post(address("C07"), choice(keuze="een lange keuze", reden="")).content.decode()
    assert "een lange keuze</textarea>" in body
    assert "<title>Fout: " in body


def test_the_form_starts_with_the_choice_that_is_proposed(programma, kiezer):
    assert "de zeven van de voortgangsbrief</textarea>" in kiezer.get(address("C05")).content.decode()


@pytest.mark.parametrize("rol", [Rol.AUDITOR, Rol.REDACTEUR, Rol.BUDGETHOUDER])
def test_who_may_not_choose_is_refused_and_sees_no_button(programma, client, account, rol):
    client.force_login(account(rol))
    assert client.post(address("C07"), {"keuze": "nr. 367", "reden": "nagezien"}).status_code == 403
    assert "Keuze vastleggen" not in text(client.get("/werk/tegenspraken/C07/"))
    assert Tegenspraak.objects.get(nummer="C07").stand == "open"
