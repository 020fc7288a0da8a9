"""The form for a new version of a feit: what it takes, what it refuses, and that nothing typed is lost."""

from decimal import Decimal

import pytest
from django.urls import reverse

from agenda.access import Rol
from agenda.models import AuditRegel, Bron, Feit, FeitVersie
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def feit(programma):
    return Feit.objects.get(sleutel="spuk.kansrijke-wijk.bijdrage-agenda")


@pytest.fixture
def schrijver(client, beleidsmedewerker):
    """A browser in which somebody is signed in who may record feiten."""
    client.force_login(beleidsmedewerker)
    return client


def address(feit):
    return reverse("feit-nieuwe-versie", args=[feit.sleutel])


def filled(**anders):
    """The form filled in well, but for `anders`."""
    return {
        "waarde": "6.400.000",
        "kwalificatie": "ruim",
        "betreft": "2023–2025",
        "bron": Bron.objects.get(sleutel="voortgangsbrief-2024").pk,
        "vindplaats": "bijlage, rij 2",
        "vervangt": "",
        "reden": "",
    } | anders


def test_a_new_version_is_added_with_its_source_and_the_name_of_who_did_it(feit, schrijver, beleidsmedewerker):
    response = schrijver.post(address(feit), filled(), follow=True)
    versie = feit.versies.get(nummer_bron="")
    assert (versie.getal, versie.kwalificatie, versie.vindplaats) == (Decimal(6_400_000), "ruim", "bijlage, rij 2")
    assert versie.vastgelegd_door == beleidsmedewerker
    assert response.redirect_chain == [(feit.get_absolute_url(), 302)]
    assert "De nieuwe versie van ‘Bijdrage van de Agenda aan de SPUK Kansrijke Wijk’ is vastgelegd." in text(response)


def test_earlier_versions_stay_as_they_were(feit, schrijver):
    before = list(feit.versies.values())
    schrijver.post(address(feit), filled())
    assert [row for row in feit.versies.values() if row["nummer_bron"]] == before


def test_what_was_done_is_in_the_audit_trail(feit, schrijver, beleidsmedewerker):
    schrijver.post(address(feit), filled())
    regel = AuditRegel.objects.about(feit).first()
    assert (regel.actie, regel.account) == ("feit_vastleggen", beleidsmedewerker.pk)


@pytest.mark.parametrize(
    ("waarde", "getal"), [("€ 6.400.000", 6_400_000), ("6400000,50", "6400000.50"), (" 313 327 ", 313_327)]
)
def test_an_amount_is_read_as_the_dutch_write_it(feit, schrijver, waarde, getal):
    schrijver.post(address(feit), filled(waarde=waarde))
    assert feit.versies.get(nummer_bron="").getal == Decimal(getal)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"waarde": ""}, "Vul de waarde in die de bron noemt."),
        ({"waarde": "6,3 miljoen"}, "‘6,3 miljoen’ is geen getal dat past."),
        ({"waarde": "veel"}, "Schrijf bij 6,3 miljoen: 6.300.000."),
        ({"waarde": "9" * 15}, "is te groot: het moet minder zijn dan 10 miljard."),
        (
            {"waarde": "-5"},
            "‘-5’ kan niet bij ‘Bijdrage van de Agenda aan de SPUK Kansrijke Wijk’: het is minder dan 0.",
        ),
        ({"vindplaats": "blz.\u200b3"}, "Teken 5 (U+200B) is niet te zien"),
        ({"kwalificatie": ""}, "Kies hoe precies de waarde is, bijvoorbeeld ‘exact’ of ‘ruim’."),
        ({"kwalificatie": "ongeveer"}, "Deze keuze bestaat niet (meer)."),
        ({"bron": ""}, "Kies de bron die deze waarde noemt."),
        ({"bron": "999999"}, "Deze keuze bestaat niet (meer)."),
        ({"vindplaats": "  "}, "Vul in waar de waarde in de bron staat, bijvoorbeeld: pagina 3, tweede alinea."),
        (
            {"vindplaats": "x" * 201},
            "Deze tekst is te lang: maak hem korter. U gebruikte 201 tekens, er passen er 200.",
        ),
        ({"betreft": "x" * 61}, "U gebruikte 61 tekens, er passen er 60."),
        ({"vervangt": "999999"}, "Kies een versie uit de lijst."),
    ],
)
def test_a_wrong_field_is_told_and_nothing_is_recorded(feit, schrijver, anders, melding):
    before = FeitVersie.objects.count()
    response = schrijver.post(address(feit), filled(**anders))
    assert response.status_code == 400
    assert melding in text(response)
    assert FeitVersie.objects.count() == before


def test_what_was_typed_stays_when_something_is_wrong(feit, schrijver):
    response = schrijver.post(address(feit), filled(bron="", vindplaats="bladzijde 12", reden="omdat"))
    body = response.content.decode()
    assert 'value="6.400.000"' in body
    assert 'value="bladzijde 12"' in body
    assert "omdat</textarea>" in body
    assert '<option value="ruim" selected>' in body
    assert "<title>Fout: " in body


def test_a_replacement_needs_a_reason(feit, schrijver):
    oud = feit.versies.get(bron__sleutel="voortgangsbrief-2024")
    response = schrijver.post(address(feit), filled(vervangt=oud.pk))
    assert "Vul in waarom u de eerdere versie vervangt, bijvoorbeeld: tikfout hersteld." in text(response)
    assert not feit.versies.filter(vervangt=oud).exists()


def test_a_replacement_with_a_reason_leaves_the_old_version_visible(feit, schrijver):
    oud = feit.versies.get(bron__sleutel="voortgangsbrief-2024")
    response = schrijver.post(address(feit), filled(vervangt=oud.pk, reden="tikfout hersteld"), follow=True)
    assert feit.versies.get(vervangt=oud).reden == "tikfout hersteld"
    assert "vervangen" in text(response)
    assert "tikfout hersteld" in text(response)


def test_a_version_that_was_replaced_cannot_be_chosen_again(feit, schrijver):
    oud = feit.versies.get(bron__sleutel="voortgangsbrief-2024")
    schrijver.post(address(feit), filled(vervangt=oud.pk, reden="tikfout"))
    keuzes = schrijver.get(address(feit)).context["form"].fields["vervangt"].queryset
    assert oud not in keuzes


def test_the_same_form_sent_twice_makes_one_version(feit, schrijver):
    schrijver.post(address(feit), filled())
    response = schrijver.post(address(feit), filled())
    assert "Van deze bron is al een waarde vastgelegd." in text(response)
    assert feit.versies.filter(nummer_bron="").count() == 1


def test_a_feit_of_text_takes_the_words_of_the_bron(programma, schrijver):
    feit = Feit.objects.get(sleutel="congres.eerste")
    schrijver.post(address(feit), filled(waarde="juni 2024", kwalificatie="exact"))
    assert feit.versies.get(nummer_bron="").tekst == "juni 2024"


@pytest.mark.parametrize("rol", [Rol.AUDITOR, Rol.REDACTEUR, Rol.BUDGETHOUDER, Rol.GEMEENTELIJK_AANVRAGER])
def test_who_may_not_record_is_refused(feit, client, account, rol):
    client.force_login(account(rol))
    assert client.get(address(feit)).status_code == 403
    assert client.post(address(feit), filled()).status_code == 403
    assert not feit.versies.filter(nummer_bron="").exists()


def test_a_reason_of_several_lines_is_kept_as_one(feit, schrijver):
    schrijver.post(address(feit), filled(reden="gelezen\r\nen nagezien"))
    assert feit.versies.get(nummer_bron="").reden == "gelezen en nagezien"


@pytest.mark.parametrize(("waarde", "gelezen"), [("2025,50", "2025,50"), ("25", "25"), ("20.255", "20255")])
def test_a_year_is_a_whole_number_of_four_digits(programma, schrijver, waarde, gelezen):
    feit = Feit.objects.filter(weergave="jaar").first()
    response = schrijver.post(address(feit), filled(waarde=waarde))
    assert f"‘{gelezen}’ kan niet bij ‘{feit.naam}’: het is geen jaartal. Schrijf een jaartal" in text(response)
    assert not feit.versies.filter(nummer_bron="").exists()
