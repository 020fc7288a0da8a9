"""‘Mijn gegevens’: all that is kept of whoever asks, nothing of anybody else, and no secrets."""

import json
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.urls import reverse

from agenda import audit, klok
from agenda.access import Rol
from agenda.inzage import gegevens_van
from agenda.models import AuditRegel, Taak, Uitnodiging
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db
GEHEIM = "een-geheime-sleutel"


@pytest.fixture
def anna(account):
    """Somebody of whom the portal keeps something in every place."""
    anna = account(Rol.REDACTEUR, wachtwoord="een heel lang wachtwoord")
    EmailAddress.objects.create(user=anna, email=anna.email, verified=True, primary=True)
    Authenticator.objects.create(user=anna, type=Authenticator.Type.TOTP, data={"secret": GEHEIM})
    UserSession.objects.create(
        user=anna, ip="192.0.2.7", user_agent="Proefbrowser", session_key="s" * 32, last_seen_at=klok.nu()
    )
    Taak.objects.create(soort="lijst_exporteren", argumenten={"vraag": "zoek=anna"}, aangevraagd_door=anna)
    audit.record(anna, "inloggen", by=anna)
    return anna


def downloaded(client) -> dict:
    return json.loads(client.get(reverse("account_gegevens_download")).content)


def test_the_file_holds_everything_of_the_person(client, anna):
    client.force_login(anna)
    inhoud = downloaded(client)
    delen = {deel["doel"]: deel for deel in inhoud["gegevens"]}
    assert inhoud["account"] == anna.pk
    assert delen["Uw account"]["van_u"][0]["naam"] == anna.naam
    assert delen["Uw account"]["van_u"][0]["rollen"] == ["redacteur"]
    assert delen["Terwijl u bent ingelogd"]["van_u"][0]["IP-adres"] == "192.0.2.7"
    assert {"wat iemand aan een taak meegaf, zoals zoekwoorden": {"vraag": "zoek=anna"}} in delen["Bestanden en taken"][
        "van_u"
    ]
    assert [regel.rpartition(" ")[2] for regel in delen["Logboek van handelingen"]["door_u_gedaan"]["auditregels"]] == [
        "inloggen",
        "gegevens_downloaden",
    ]


def test_secrets_are_named_and_not_shown(client, anna):
    client.force_login(anna)
    for adres in ("account_gegevens", "account_gegevens_download"):
        body = client.get(reverse(adres)).content.decode()
        assert GEHEIM not in body
        assert anna.password not in body
        assert "ook u kunt het niet lezen" in body


def test_nothing_of_somebody_else_is_in_it(client, anna, beleidsmedewerker):
    client.force_login(beleidsmedewerker)
    for adres in ("account_gegevens", "account_gegevens_download"):
        body = client.get(reverse(adres)).content.decode()
        assert anna.email not in body
        assert "192.0.2.7" not in body
        assert "zoek=anna" not in body


def test_who_was_invited_sees_it_and_who_invited_sees_a_number_only(client, anna, programmamanager):
    invited = Uitnodiging.objects.create(
        email=anna.email, naam="Anna", rollen=[Rol.REDACTEUR], door=programmamanager,
        vingerafdruk="f" * 64, geldig_tot=klok.nu() + timedelta(days=7),
    )  # fmt: skip
    client.force_login(anna)
    assert "e-mailadres van wie is uitgenodigd" in json.dumps(downloaded(client))
    client.force_login(programmamanager)
    body = client.get(reverse("account_gegevens_download")).content.decode()
    assert (anna.email in body, str(invited.pk) in body) == (False, True)


def test_the_page_shows_values_counts_and_the_way_to_correct_them(client, anna):
    client.force_login(anna)
    tekst = text(client.get(reverse("account_gegevens")))
    assert f"E-mailadres {anna.email}" in tekst
    assert "Rollen redacteur Of het account actief is ja" in tekst
    assert "auditregels: 1" in tekst
    assert "Laat het verbeteren via de contactpagina" in tekst


def test_the_download_is_a_file_that_no_cache_keeps_and_stands_in_the_log(client, anna):
    client.force_login(anna)
    antwoord = client.get(reverse("account_gegevens_download"))
    assert antwoord["Content-Disposition"] == 'attachment; filename="mijn-gegevens.json"'
    assert "no-store" in antwoord["Cache-Control"]
    assert AuditRegel.objects.filter(actie="gegevens_downloaden", account=anna.pk).count() == 1


def test_what_is_empty_is_left_out(account):
    delen = gegevens_van(account(Rol.RAADSLID))
    assert [deel.verwerking.naam for deel in delen] == ["Uw account", "Veilig inloggen"]
    assert "wanneer iemand voor het laatst inlogde" not in delen[0].rijen[0]
