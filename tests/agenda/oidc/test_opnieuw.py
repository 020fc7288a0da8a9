"""Signing in again at the provider before a decision, and signing out there too."""

import re
import time
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.urls import path

from agenda import klok
from agenda.access import SIGNED_IN, Rol, audience
from agenda.accounts import views
from agenda.accounts.oidc import opnieuw_aanmelden, signed_in_with
from agenda.models import AuditRegel, Gebruiker, Groepsrol
from agenda.urls import urlpatterns as addresses
from tests.agenda.oidc.vervalser import asked_in, begin, finish
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


@audience(SIGNED_IN)
def proef(request):
    return opnieuw_aanmelden(request, "/brieven/")


urlpatterns = [path("proef/", proef), *addresses]


@pytest.fixture(autouse=True)
def step(settings):
    """A step of the portal that asks to sign in again first."""
    settings.ROOT_URLCONF = __name__


def link(page) -> str:
    """The address at the provider, on the page that asks to go there."""
    return unescape(re.search(r'href="(http://127[^"]+)"', page.content.decode())[1])


def fresh(client) -> bool:
    """Whether the session says that the person has signed in again."""
    return any(each.get("reauthenticated") for each in client.session["account_authentication_methods"])


def test_the_provider_asks_again_although_it_knows_the_person(reis, redactie):
    reis.sign_in("rijk-redacteur")
    key, began = reis.portaal.session.session_key, time.time()
    address = link(reis.portaal.get("/proef/"))
    asked = parse_qs(urlsplit(address).query)
    assert (asked["prompt"], asked["max_age"]) == (["login"], ["0"])
    assert not fresh(reis.portaal)
    answer = reis.back(reis.choose(address, "rijk-redacteur"))
    assert (answer.status_code, answer["Location"]) == (302, "/brieven/")
    assert fresh(reis.portaal)
    assert reis.portaal.session["account_authentication_methods"][-1]["at"] >= began
    assert reis.portaal.session.session_key == key
    (rik,) = Gebruiker.objects.persons()
    assert AuditRegel.objects.about(rik).filter(actie="opnieuw_aanmelden").count() == 1


def test_an_official_signs_in_again_with_his_level(reis, gemeente):
    reis.sign_in("eh-aanvrager")
    address = link(reis.portaal.get("/proef/"))
    assert "loa3" in parse_qs(urlsplit(address).query)["acr_values"][0]
    assert reis.back(reis.choose(address, "eh-aanvrager"))["Location"] == "/brieven/"
    assert fresh(reis.portaal)


def test_somebody_else_does_not_take_over_the_step(reis, gemeente):
    reis.sign_in("eh-aanvrager")
    account = reis.account
    reis.elders.cookies.clear()
    answer = reis.back(reis.choose(link(reis.portaal.get("/proef/")), "eh-via-oin"))
    assert answer.status_code == 403
    assert "Dit is een ander account" in text(answer)
    assert (reis.account, fresh(reis.portaal)) == (account, False)
    assert Gebruiker.objects.persons().count() == 1


def test_a_lower_level_is_not_enough_the_second_time(reis, gemeente):
    reis.sign_in("eh-aanvrager")
    reis.elders.cookies.clear()
    answer = reis.back(reis.choose(link(reis.portaal.get("/proef/")), "eh-laag"))
    assert answer.status_code == 403
    assert not fresh(reis.portaal)


@pytest.mark.parametrize("auth_time", [None, "nu", True, int(time.time()) - 120], ids=["none", "word", "true", "old"])
def test_a_provider_that_did_not_ask_is_not_believed(auth_time, vals, client_van_iemand):
    finish(client_van_iemand, vals, begin(client_van_iemand))
    vals.claims.update(nonce=None, auth_time=auth_time)
    asked = asked_in(link(client_van_iemand.get("/proef/")))
    vals.claims["nonce"] = asked["nonce"]
    answer = finish(client_van_iemand, vals, asked)
    assert answer.status_code == 403
    assert "U bent niet opnieuw ingelogd" in text(answer)
    assert not fresh(client_van_iemand)


def test_a_provider_that_asked_is_believed(vals, client_van_iemand):
    finish(client_van_iemand, vals, begin(client_van_iemand))
    asked = asked_in(link(client_van_iemand.get("/proef/")))
    vals.claims.update(nonce=asked["nonce"], auth_time=int(time.time()))
    assert finish(client_van_iemand, vals, asked)["Location"] == "/brieven/"
    assert fresh(client_van_iemand)


def test_who_lost_his_role_at_the_provider_cannot_decide_with_it_any_more(reis, redactie):
    reis.sign_in("rijk-redacteur")
    address = link(reis.portaal.get("/proef/"))
    redactie.delete()
    answer = reis.back(reis.choose(address, "rijk-redacteur"))
    assert answer.status_code == 403
    assert "U hebt nog geen rol in dit portaal" in text(answer)
    assert not fresh(reis.portaal)
    assert [each.rollen for each in Gebruiker.objects.persons()] == [[]]
    assert reis.portaal.get("/werk/").status_code == 403


def test_other_roles_at_the_provider_hold_from_the_decision_on(reis, redactie):
    reis.sign_in("rijk-redacteur")
    Groepsrol.objects.create(groep="kantine", rol=Rol.BUDGETHOUDER)
    reis.back(reis.choose(link(reis.portaal.get("/proef/")), "rijk-redacteur"))
    assert [each.rollen for each in Gebruiker.objects.persons()] == [[Rol.BUDGETHOUDER, Rol.REDACTEUR]]


def test_who_works_all_day_is_asked_by_the_provider_anew_after_eight_hours(reis, redactie):
    """The bound on how long a role that was lost at the provider still works for what is no decision."""
    reis.sign_in("rijk-redacteur")
    start = klok.nu()
    for minuten in (*range(29, 8 * 60, 29), 8 * 60 - 1):
        with klok.vastgezet(start + timedelta(minutes=minuten)):
            assert reis.portaal.get("/account/").status_code == 200
    with klok.vastgezet(start + timedelta(hours=8)):
        assert reis.portaal.get("/account/")["Location"] == "/account/inloggen/?next=/account/"


def test_who_was_signed_out_in_the_meantime_just_signs_in(reis, redactie):
    reis.sign_in("rijk-redacteur")
    address = link(reis.portaal.get("/proef/"))
    session = reis.portaal.session
    del session["_auth_user_id"]
    session.save()
    assert reis.back(reis.choose(address, "rijk-redacteur"))["Location"] == "/brieven/"
    assert not fresh(reis.portaal)


def test_an_account_of_the_portal_itself_has_no_provider_to_go_to(client, account):
    client.force_login(account(Rol.REDACTEUR))
    with pytest.raises(ValueError, match="begon niet bij een aanbieder"):
        client.get("/proef/")


# --- Signing out --------------------------------------------------------------------------------------------------


def test_signing_out_ends_the_session_at_the_provider_too(reis, redactie):
    reis.sign_in("rijk-redacteur")
    answer = reis.portaal.post("/account/uitloggen/")
    address = urlsplit(answer["Location"])
    assert (address.path, reis.account) == ("/session/end", None)
    assert parse_qs(address.query) == {"client_id": ["rijk"], "post_logout_redirect_uri": ["http://localhost/"]}


@pytest.mark.django_db(transaction=True)
def test_no_transaction_waits_for_the_provider(vals, client_van_iemand, monkeypatch):
    finish(client_van_iemand, vals, begin(client_van_iemand))
    seen = []
    monkeypatch.setattr(views, "address_after_signing_out", lambda _: seen.append(connection.in_atomic_block) or "")
    client_van_iemand.post("/account/uitloggen/")
    assert seen == [False]
    assert AuditRegel.objects.filter(actie="uitloggen").count() == 1


def test_who_signed_in_here_signs_out_here(client, account, sso):
    client.force_login(account(Rol.REDACTEUR))
    assert client.post("/account/uitloggen/")["Location"] == "/"


@pytest.mark.parametrize("end", ["https://example.org/einde", "javascript:alert(1)", None])
def test_signing_out_leads_nowhere_else(end, vals, client_van_iemand):
    found = vals.discovery() | ({"end_session_endpoint": end} if end else {})
    vals.discovery = lambda: found
    finish(client_van_iemand, vals, begin(client_van_iemand))
    assert client_van_iemand.post("/account/uitloggen/")["Location"] == "/"


def test_the_session_knows_with_which_provider_it_began(reis, redactie, rf):
    reis.sign_in("rijk-redacteur")
    request = rf.get("/")
    request.session = reis.portaal.session
    request.user = Gebruiker.objects.persons().get()
    assert signed_in_with(request) == "rijk"
