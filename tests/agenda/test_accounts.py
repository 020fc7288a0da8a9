"""Signing in with a password, signing out, and choosing a role in the demo."""

import pytest
from django.urls import reverse

from agenda.access import Rol
from agenda.accounts.demo import ROLLEN, demo_account
from agenda.models import AuditRegel, Gebruiker
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db
WACHTWOORD = "een lang wachtwoord"


@pytest.fixture
def local(client):
    """A browser on this machine; the test client's own host name is no loopback."""
    client.defaults["SERVER_NAME"] = "localhost"
    return client


@pytest.fixture
def redacteur(account):
    return account(Rol.REDACTEUR, wachtwoord=WACHTWOORD)


def signed_in_as(client):
    return client.session.get("_auth_user_id")


def log_in(client, email, password=WACHTWOORD, **query):
    address = reverse("account_login", query=query)
    return client.post(address, {"login": email, "password": password})


def test_who_knows_the_password_is_signed_in_and_that_is_recorded(local, redacteur):
    response = log_in(local, redacteur.email)
    assert (response.status_code, response.url) == (302, reverse("werk"))
    assert signed_in_as(local) == str(redacteur.pk)
    assert [regel.actie for regel in AuditRegel.objects.about(redacteur)] == ["inloggen"]


def test_capitals_in_the_address_do_not_matter(local, redacteur):
    log_in(local, redacteur.email.upper())
    assert signed_in_as(local) == str(redacteur.pk)


def test_who_came_from_a_page_returns_there(local, redacteur):
    assert log_in(local, redacteur.email, next="/brieven/").url == "/brieven/"


def test_nobody_is_sent_to_another_site(local, redacteur):
    assert log_in(local, redacteur.email, next="https://example.org/").url == reverse("werk")


@pytest.mark.parametrize(
    ("rol", "start"),
    [
        (Rol.AUDITOR, "/werk/"),
        (Rol.BEHEERDER, "/werk/beheer/"),
        (Rol.GEMEENTELIJK_AANVRAGER, "/gemeente/"),
        (Rol.GEMEENTELIJK_ONDERTEKENAAR, "/gemeente/"),
        (Rol.RAADSLID, "/raad/"),
    ],
)
def test_each_lands_on_the_page_of_his_own_role(local, account, rol, start):
    assert log_in(local, account(rol, wachtwoord=WACHTWOORD).email).url == start


def test_who_is_signed_in_already_is_sent_on(local, account):
    local.force_login(account(Rol.REDACTEUR))
    assert local.get(reverse("account_login")).url == reverse("werk")


@pytest.mark.parametrize("email", ["redacteur@voorbeeld.invalid", "niemand@voorbeeld.invalid"])
def test_a_wrong_password_and_an_unknown_account_get_the_same_answer(local, redacteur, email):
    response = log_in(local, email, "verkeerd wachtwoord")
    assert response.context["form"].non_field_errors() == [
        "Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer ze allebei."
    ]
    assert (signed_in_as(local), AuditRegel.objects.count()) == (None, 0)


def test_a_blocked_account_is_not_signed_in(local, redacteur):
    Gebruiker.objects.filter(pk=redacteur.pk).update(is_active=False)
    log_in(local, redacteur.email)
    assert signed_in_as(local) is None


def test_nobody_can_sign_in_as_the_portal_itself(local):
    log_in(local, Gebruiker.objects.systeem().email, "!")
    assert signed_in_as(local) is None


def test_signing_out_ends_the_session_and_is_recorded(local, redacteur):
    local.force_login(redacteur)
    assert local.post(reverse("account_logout")).url == reverse("home")
    assert (signed_in_as(local), AuditRegel.objects.get().actie) == (None, "uitloggen")
    assert "U bent uitgelogd." in text(local.get("/"))


def test_a_link_cannot_sign_somebody_out(local, redacteur):
    local.force_login(redacteur)
    assert local.get(reverse("account_logout")).status_code == 405
    assert signed_in_as(local) == str(redacteur.pk)


def test_the_demo_offers_every_role_but_that_of_the_portal_itself(local):
    content = local.get(reverse("demo")).content.decode()
    assert [rol for rol in Rol if f'value="{rol}"' not in content] == [Rol.SYSTEEM]


def test_an_abbreviation_and_a_proper_name_keep_their_capitals(local):
    local.post(reverse("demo"), {"rol": Rol.RAADSLID})
    assert "Inloggen als parafeerder (directeur, DG)" in text(local.get(reverse("demo")))
    assert Gebruiker.objects.get().naam == "Demo raadslid (Maatschappelijke Raad)"


@pytest.mark.parametrize("rol", ROLLEN)
def test_one_click_signs_in_with_that_role_only(local, rol):
    response = local.post(reverse("demo"), {"rol": rol})
    gebruiker = Gebruiker.objects.get(pk=signed_in_as(local))
    assert (response.status_code, gebruiker.rollen) == (302, [rol])
    assert [regel.actie for regel in AuditRegel.objects.about(gebruiker)] == ["inloggen_demo"]


def test_choosing_a_role_twice_makes_one_account(local):
    for _ in range(2):
        local.post(reverse("demo"), {"rol": Rol.AUDITOR})
    assert list(Gebruiker.objects.values_list("email", "naam")) == [("demo-auditor@portaal.invalid", "Demo auditor")]


def test_nobody_can_sign_in_to_a_demo_account_with_a_password(local):
    email = demo_account(Rol.AUDITOR).email
    log_in(local, email, "!")
    assert signed_in_as(local) is None


@pytest.mark.parametrize("rol", ["systeem", "koning", ""])
def test_a_role_that_is_not_offered_signs_nobody_in(local, rol):
    assert local.post(reverse("demo"), {"rol": rol}).status_code == 400
    assert (signed_in_as(local), Gebruiker.objects.count()) == (None, 0)


@pytest.mark.parametrize("method", ["get", "post"])
def test_without_the_demo_setting_there_is_no_door(local, settings, method):
    settings.PORTAAL_DEMO = False
    assert getattr(local, method)(reverse("demo"), {"rol": Rol.AUDITOR}).status_code == 404
    assert Gebruiker.objects.count() == 0


def test_on_another_host_there_is_no_door_and_the_sign_in_page_does_not_name_it(client, settings):
    settings.ALLOWED_HOSTS = ["portaal.example.nl"]
    client.defaults["SERVER_NAME"] = "portaal.example.nl"
    assert client.post(reverse("demo"), {"rol": Rol.AUDITOR}).status_code == 404
    assert reverse("demo") not in client.get(reverse("account_login")).content.decode()


def test_the_sign_in_page_of_the_demo_names_the_door(local):
    assert f'href="{reverse("demo")}"' in local.get(reverse("account_login")).content.decode()
