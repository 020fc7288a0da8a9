"""A decision takes a sign-in of the last five minutes; who lacks one proves it and finds all he typed."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from agenda import klok
from agenda.access import Rol
from agenda.accounts.demo import demo_account
from agenda.accounts.vers import is_fresh
from agenda.checks import routes
from agenda.models import BewaardeInvoer, Groepsrol, Tegenspraak
from agenda.sessies import invoer
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db

# Written down a second time, so that a decision loses its fresh sign-in only on purpose.
BESLUITEN = {
    "aanlevering-stap",
    "account-handeling",
    "begrotingsjaar-stap",
    "brief-paraferen",
    "brief-stap",
    "du-overboeken",
    "evaluatie-teruggeven",
    "evaluatie-vaststellen",
    "du-terugboeken",
    "aanvraag-aanvulling",
    "aanvraag-compleet",
    "gemeente-aanvraag-aanvullen",
    "formulier-vaststellen",
    "gemeente-aanvraag-indienen",
    "gemeente-aanvraag-intrekken",
    "gemeente-aanvraag-niet-ondertekenen",
    "gemeente-aanvraag-ondertekenen",
    "gemeente-du-afwijzen",
    "gemeente-du-akkoord",
    "gemeente-kader-intrekken",
    "gemeente-kader-toestemmen",
    "gemeente-kader-weigeren",
    "herindeling-overzetten",
    "herschikking-afwijzen",
    "herschikking-akkoord",
    "import-stap",
    "indicator-voorstel",
    "interventie-document-afschermen",
    "interventie-document-wissen",
    "interventie-document-openbaar",
    "interventie-fase",
    "interventie-intrekken",
    "interventie-oordeel",
    "interventie-publiceren",
    "interventie-scopetoets",
    "prognose-vaststellen",
    "regeling-openstellen",
    "scenario-aannemen",
    "storing-intrekken",
    "storing-nieuw",
    "tegenspraak-kiezen",
    "uitnodiging-nieuw",
    "uitnodiging-stap",
    "vernietiging-besluiten",
    "vernietiging-hervatten",
    "verplichting-betalen",
    "verplichting-terugontvangen",
}
# Who comes in, and with which role: whatever can be sent to these two lists.
TOEGANG = {"add", "change", "changelist", "delete", "history"}
BESLUITEN |= {f"agenda_groepsrol_{wat}" for wat in TOEGANG}
BESLUITEN |= {f"agenda_organisatienummer_{wat}" for wat in TOEGANG | {"import", "process_import", "export"}}
KEUZE = {"keuze": "nr. 367", "reden": "nagezien in het Kamerstuk"}


def test_exactly_the_decisions_of_this_list_take_a_fresh_sign_in():
    marked = {pattern.name for _, pattern in routes() if getattr(pattern.callback, "vers_aangemeld", False)}
    assert marked == BESLUITEN


@pytest.fixture
def kiezen(programma):
    """The page on which somebody settles a tegenspraak that is about no feit with two values."""
    return reverse("tegenspraak-kiezen", args=[Tegenspraak.objects.filter(feiten=None).first().nummer])


def later(minutes=6):
    return klok.vastgezet(klok.nu() + timedelta(minutes=minutes))


def proven(client, method, minutes_ago, **more):
    """Let the session hold that somebody signed in with `method`, so many minutes ago."""
    session = client.session
    session["account_authentication_methods"] = [
        {"method": method, "at": klok.nu().timestamp() - 60 * minutes_ago} | more
    ]
    session["account_authentication_methods_user"] = session["_auth_user_id"]
    session.save()


@pytest.mark.parametrize(
    ("method", "minutes_ago", "more", "is_asked"),
    [
        ("password", 4, {}, False),
        ("password", 6, {}, True),
        ("mfa", 4, {}, False),
        ("demo", 4, {"reauthenticated": True}, False),
        ("socialaccount", 1, {"provider": "sso"}, True),
        ("socialaccount", 1, {"provider": "sso", "reauthenticated": True}, False),
        ("socialaccount", 6, {"provider": "sso", "reauthenticated": True}, True),
    ],
)
def test_what_counts_as_fresh(client, programmamanager, kiezen, monkeypatch, method, minutes_ago, more, is_asked):
    monkeypatch.setattr("agenda.accounts.vers.opnieuw_aanmelden", lambda request, page: asked.append(page))
    monkeypatch.setattr("agenda.accounts.vers.redirect_to_login", lambda page, way: asked.append(page))
    asked = []
    client.force_login(programmamanager)
    proven(client, method, minutes_ago, **more)
    headers = {"host": "localhost"}
    if is_asked:
        with pytest.raises(ValueError, match="didn't return an HttpResponse"):
            client.post(kiezen, {}, headers=headers)
    else:
        assert client.post(kiezen, {}, headers=headers).status_code == 400
    assert bool(asked) == is_asked


def test_who_has_a_second_factor_proves_it_with_that(client, programmamanager, kiezen):
    client.force_login(programmamanager)
    proven(client, "mfa", 6)
    session = client.session
    session["account_authentication_methods"] += [{"method": "password", "at": klok.nu().timestamp()}]
    session.save()
    request = client.get(kiezen, headers={"host": "localhost"}).wsgi_request
    assert not is_fresh(request)


def test_the_role_of_a_group_is_a_decision_too(client, account):
    client.force_login(account(Rol.BEHEERDER))
    sent = {"groep": "iedereen", "rol": "beheerder"}
    with later():
        client.post(reverse("admin:agenda_groepsrol_add"), sent, headers={"host": "localhost"})
    assert not Groepsrol.objects.exists()
    client.post(reverse("admin:agenda_groepsrol_add"), sent)
    assert Groepsrol.objects.count() == 1


def test_looking_takes_no_fresh_sign_in(client, programmamanager, kiezen):
    client.force_login(programmamanager)
    with later():
        assert client.get(kiezen).status_code == 200


def test_who_may_not_decide_is_refused_before_he_is_asked_anything(client, redacteur, kiezen):
    client.force_login(redacteur)
    with later():
        assert client.post(kiezen, KEUZE).status_code == 403
    assert not BewaardeInvoer.objects.exists()


def test_who_is_asked_to_prove_it_finds_the_decision_as_it_was(kiezen):
    client = Client(headers={"host": "localhost"})
    client.force_login(demo_account(Rol.PROGRAMMAMANAGER))
    with later():
        asked = client.post(kiezen, KEUZE)
        way = urlsplit(asked.url)
        page = parse_qs(way.query)["next"][0]
        assert way.path == reverse("demo-bevestigen")
        assert "Een druk op de knop telt als wachtwoord." in text(client.get(asked.url))
    confirmed = client.post(asked.url)
    assert confirmed.url == page
    answer = client.get(page)
    assert {naam: answer.context["form"][naam].value() for naam in KEUZE} == KEUZE
    assert invoer.INGEVULD in text(answer)
    assert client.post(page, KEUZE).status_code == 302
    assert Tegenspraak.objects.get(nummer=kiezen.split("/")[3]).keuze == KEUZE["keuze"]
    assert not BewaardeInvoer.objects.exists()


def test_the_button_of_the_demo_is_shut_elsewhere(client, redacteur, settings):
    client.force_login(redacteur)
    settings.ALLOWED_HOSTS = ["*"]
    answer = client.post(reverse("demo-bevestigen"), headers={"host": "portaal.example"})
    assert answer.status_code == 404


def test_the_button_of_the_demo_leads_to_no_other_site(redacteur):
    client = Client(headers={"host": "localhost"})
    client.force_login(redacteur)
    answer = client.post(reverse("demo-bevestigen") + "?next=https://elders.example/")
    assert answer.url == reverse("werk")


def test_a_local_account_is_asked_for_its_strongest_means(client, account, kiezen):
    user = account(Rol.PROGRAMMAMANAGER, wachtwoord="een-lang-wachtwoord")
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    client.force_login(user)
    proven(client, "password", 6)
    way = urlsplit(client.post(kiezen, KEUZE).url)
    assert (way.path, parse_qs(way.query)["next"][0]) == (
        reverse("mfa_reauthenticate"),
        f"{kiezen}?bewaard={BewaardeInvoer.objects.get().pk}",
    )


def test_a_password_confirms_nothing_for_who_has_a_second_factor(client, account):
    """Also not on the pages of allauth itself, which ask for a fresh sign-in by the same rule."""
    user = account(Rol.PROGRAMMAMANAGER, wachtwoord="een-lang-wachtwoord")
    client.force_login(user)
    confirming = reverse("account_reauthenticate")
    assert client.get(confirming).status_code == 200
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    proven(client, "mfa", 6)
    assert client.get(confirming).url == reverse("account")
    assert client.post(confirming, {"password": "een-lang-wachtwoord"}).url == reverse("account")
    asked = client.post(reverse("mfa_generate_recovery_codes"))
    assert urlsplit(asked.url).path == reverse("mfa_reauthenticate")
    proven(client, "mfa", 4)
    assert client.post(reverse("mfa_generate_recovery_codes")).url == reverse("mfa_view_recovery_codes")
