"""Requests that are forged, twisted, too large or too many."""

import pytest
from django.test import Client
from django.urls import reverse

from agenda.access import Rol
from agenda.models import AuditRegel, Feit, FeitVersie
from tests.aanvallen.conftest import assert_refused, body

VREEMD = "https://boef.example"
FEIT = "/werk/feiten/spuk.kansrijke-wijk.bijdrage-agenda/nieuwe-versie/"


@pytest.fixture
def visitor():
    return Client(headers={"host": "localhost"})


# --- CSRF ------------------------------------------------------------------------------------------------

FORGED = {
    "without-token": {},
    "invented-token": {"csrfmiddlewaretoken": "x" * 64},
    "short-token": {"csrfmiddlewaretoken": "x"},
    "empty-token": {"csrfmiddlewaretoken": ""},
}


@pytest.mark.parametrize("velden", FORGED.values(), ids=FORGED)
def test_a_form_from_elsewhere_changes_nothing(velden, programma, account, signed_in, unchanged):
    client = signed_in(account(Rol.PROGRAMMAMANAGER), enforce_csrf_checks=True)
    with unchanged():
        assert_refused(client.post(FEIT, velden | {"waarde": "1"}), 403)


@pytest.mark.parametrize("header", ["Origin", "Referer"])
def test_a_token_stolen_for_another_site_does_not_help(header, programma, account, signed_in, unchanged):
    client = signed_in(account(Rol.PROGRAMMAMANAGER), enforce_csrf_checks=True)
    client.get(FEIT)
    token = client.cookies["csrftoken"].value if "csrftoken" in client.cookies else "x"
    with unchanged():
        response = client.post(
            FEIT, {"csrfmiddlewaretoken": token, "waarde": "1"}, headers={header: VREEMD + "/"}, secure=True
        )
    assert_refused(response, 403, 301)


@pytest.mark.parametrize("naam", ["account_logout", "berichten-gelezen", "rechten-nagelopen"])
def test_no_link_or_picture_can_do_something(naam, account, signed_in, unchanged):
    client = signed_in(account(Rol.BEHEERDER))
    with unchanged():
        assert_refused(client.get(reverse(naam)), 405)


# --- Host, redirect, method --------------------------------------------------------------------------------

HOSTS = [
    "boef.example",
    "localhost@boef.example",
    "localhost.boef.example",
    "boef.example:80",
    "a b",
]


@pytest.mark.parametrize("host", HOSTS)
def test_another_host_name_is_refused_and_never_printed(host, db):
    response = Client(headers={"host": host}).get("/account/inloggen/")
    assert_refused(response, 400)
    assert "boef.example" not in body(response)


@pytest.mark.parametrize("header", ["X-Forwarded-Host", "X-Original-URL", "X-Rewrite-URL", "Forwarded"])
def test_a_header_of_a_proxy_that_is_not_there_changes_nothing(header, visitor, db):
    response = visitor.get("/", headers={header: "boef.example"})
    assert response.status_code == 200
    assert "boef.example" not in body(response)


NEXT = [
    "https://boef.example/",
    "//boef.example",
    "/\\boef.example",
    "javascript:alert(1)",
    "https:boef.example",
    "\thttps://boef.example",
]


@pytest.mark.parametrize("target", NEXT)
def test_signing_in_leads_to_no_other_site(target, account, visitor):
    user = account(Rol.AUDITOR, wachtwoord="een lang wachtwoord")
    response = visitor.post(
        reverse("account_login", query={"next": target}),
        {"login": user.email, "password": "een lang wachtwoord", "next": target},
    )
    assert (response.status_code, response["Location"]) == (302, reverse("werk"))


@pytest.mark.parametrize("target", NEXT)
def test_the_page_for_signing_in_has_no_link_to_another_site(target, visitor, db):
    text = body(visitor.get("/account/inloggen/", {"next": target}))
    assert 'href="https://boef' not in text
    assert 'href="javascript:' not in text


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
@pytest.mark.parametrize("where", ["/werk/feiten/", "/account/inloggen/", "/"])
def test_an_unusual_method_changes_nothing(method, where, programma, account, signed_in, unchanged):
    client = signed_in(account(Rol.PROGRAMMAMANAGER))
    with unchanged():
        response = getattr(client, method)(where)
    assert response.status_code in {200, 302, 403, 405}
    assert "TRACE" not in body(response)


@pytest.mark.parametrize("trick", ["_method", "X-HTTP-Method-Override"])
def test_a_method_cannot_be_smuggled_in(trick, programma, account, signed_in, unchanged):
    client = signed_in(account(Rol.PROGRAMMAMANAGER))
    with unchanged():
        client.get(FEIT, {trick: "POST", "waarde": "1"}, headers={trick.replace("_", "-"): "POST"})
    assert FeitVersie.objects.filter(getal=1, feit__sleutel="spuk.kansrijke-wijk.bijdrage-agenda").count() == 0


# --- Paths -----------------------------------------------------------------------------------------------

PATHS = [
    "/static/../agenda/settings.py",
    "/static/%2e%2e/%2e%2e/etc/passwd",
    "/static/..%2f..%2fetc%2fpasswd",
    "/static//etc/passwd",
    "/.env",
    "/.git/config",
    "/var/geheim",
    "/uitvoer/voortgangsbrief-2024.pdf",
    "/werk/bestanden/../../../etc/passwd",
    "/werk/bestanden/00000000-0000-0000-0000-000000000000/",
    "/admin/",
    "/werk/brieven/veerkracht-weerbaarheid/voortgang-2024/cijfers/..%2f..%2f/",
    "/%00",
    "/werk/feiten/%0d%0aSet-Cookie:x=1/",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_path_out_of_the_portal_leads_nowhere(path, brief, account, signed_in):
    response = signed_in(account(Rol.PROGRAMMAMANAGER)).get(path)
    assert_refused(response, 301, 302, 400, 404)
    text = body(response)
    assert "root:" not in text
    assert "SECRET_KEY" not in text
    assert "Set-Cookie:x" not in str(response.headers)


# --- Too much ------------------------------------------------------------------------------------------


def test_more_fields_than_any_form_has_are_refused(programma, account, signed_in, unchanged):
    client = signed_in(account(Rol.PROGRAMMAMANAGER))
    with unchanged():
        response = client.post(FEIT, {f"veld{n}": "x" for n in range(1100)})
    assert_refused(response, 400, 413)


def test_a_body_that_is_too_large_is_refused(programma, account, signed_in, unchanged):
    client = signed_in(account(Rol.PROGRAMMAMANAGER))
    with unchanged():
        response = client.post(FEIT, {"waarde": "x" * 3_000_000})
    assert_refused(response, 400, 413)  # 413 once the page exists


@pytest.mark.parametrize(
    "query",
    ["naam=%00", "naam=" + "x" * 5000, "sorteer=password", "sorteer=-vastgelegd_door__password", "pagina=-1", "pagina=1e9",
     "formaat=php", "programma=%00", "onderwerp=' OR 1=1--", "naam=%ff%fe", "bestaat_niet__in=1"],
)  # fmt: skip
def test_nothing_in_the_address_of_a_list_breaks_out(query, programma, account, signed_in):
    response = signed_in(account(Rol.AUDITOR)).get(f"/werk/feiten/?{query}")
    assert response.status_code in {200, 400, 404}
    assert [word for word in ("Traceback", "psycopg", "pbkdf2") if word in body(response)] == []


# --- What is typed comes back as text ----------------------------------------------------------------------

SCRIPTS = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ request.user }}", "{% debug %}", "${7919*7927}"]


@pytest.mark.parametrize("typed", SCRIPTS)
def test_what_is_typed_in_a_search_comes_back_as_text(typed, programma, account, signed_in):
    text = body(signed_in(account(Rol.AUDITOR)).get("/werk/feiten/", {"naam": typed}))
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert "62773913" not in text


@pytest.mark.parametrize("typed", SCRIPTS)
def test_what_is_typed_in_a_form_comes_back_as_text(typed, programma, account, signed_in, unchanged):
    client = signed_in(account(Rol.PROGRAMMAMANAGER))
    with unchanged():
        response = client.post(FEIT, {"waarde": typed, "vindplaats": typed})
    text = body(response)
    assert "<script>alert" not in text
    assert "<img src=x" not in text


def test_an_auditor_who_posts_changes_nothing(brief, account, signed_in, unchanged):
    client = signed_in(account(Rol.AUDITOR))
    with unchanged():
        for address in (
            FEIT,
            "/werk/tegenspraken/C07/kiezen/",
            "/werk/rechten/nagelopen/",
            "/werk/vernietiging/opstellen/",
        ):
            assert_refused(client.post(address, {"waarde": "1"}), 403)
    assert not AuditRegel.objects.filter(account=client.session["_auth_user_id"]).exclude(actie="inloggen").exists()
    assert Feit.objects.exists()
