"""Every route, for every role and for nobody, with GET and POST: the answer is what its audience says."""

from http.cookies import SimpleCookie
from types import SimpleNamespace

import pytest
from django import shortcuts
from django.http import HttpResponseForbidden
from django.test import Client
from django.urls import reverse

from agenda.access import PUBLIC, Permission, Rol, admits
from agenda.checks import audience_of
from agenda.middleware import LOOPBACK_NAMES
from tests.hulpmiddelen.routes import EIGEN, all_routes
from tests.netten.conftest import ANONIEM, PERSONEN, answer

ROUTES = list(all_routes())
OURS = [route for route in ROUTES if not route.is_naslag]
WERK = [route for route in ROUTES if route.patroon.startswith("/werk/") and route.naam not in EIGEN]

# Written down a second time, so that a page becomes public only on purpose.
PUBLIEK = {
    "catalogus",
    "catalogus-document",
    "catalogus-interventie",
    "catalogus-interventie-pdf",
    "catalogus-kaart",
    "catalogus-rss",
    "catalogus-vergelijken",
    "contact",
    "demo",
    "home",
    "account_login",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "inloggen_afbreken",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "live",
    "oidc_aanmelden",
    "oidc_terug",
    "privacy",
    "ready",
    "stijlgids",
    "toegankelijkheid",
    "uitnodiging-aannemen",
}

# Who of PERSONEN is the first in an audience.
FIRST = {route.audience: route.rol or ANONIEM for route in ROUTES}

# What somebody inside the audience may get. POST: done and sent on, a form with its faults, not for POST, or not now.
BINNEN = {"get": {200, 302, 405}, "post": {200, 302, 400, 405, 409}}


def browser_of(user) -> Client:
    """A browser on this machine in which `user` is signed in."""
    client = Client(headers={"host": "localhost"})
    if user.is_authenticated:
        client.force_login(user)
    return client


def verdict(route, user, client, method, address) -> str:
    """Empty if the answer is what the audience of the route says; else what came instead."""
    try:
        response, _ = answer(client, method, address)
    except Exception as fault:
        return f"{type(fault).__name__}: {fault}"
    if admits(route.audience, user):
        is_right = response.status_code in BINNEN[method]
    elif user.is_authenticated:
        is_right = response.status_code == 403
    else:
        is_right = response.status_code == 302 and response["Location"].startswith(reverse("account_login"))
    return "" if is_right else f"antwoord {response.status_code}"


@pytest.fixture
def short_refusals(monkeypatch):
    """A refusal in one word: its page, the same for each address, is looked at below; thousands would cost minutes."""
    refuse = lambda request, exception: HttpResponseForbidden("nee")  # noqa: E731  a view
    monkeypatch.setattr("agenda.urls.handler403", refuse, raising=False)


@pytest.fixture
def pages_once(naam, monkeypatch):
    """A page is made for the first of PERSONEN who may have it; ./run proof makes it for each of them."""
    make = shortcuts.loader.render_to_string

    def made(template_name, context=None, request=None, using=None):
        is_first = naam == FIRST[audience_of(request.resolver_match.func)]
        return make(template_name, context, request, using) if is_first else ""

    monkeypatch.setattr(shortcuts, "loader", SimpleNamespace(render_to_string=made))


@pytest.mark.parametrize("naam", PERSONEN)
def test_each_route_answers_a_role_as_its_audience_says(naam, brief, persoon, eigen, short_refusals, pages_once):
    wrong = wrong_answers(OURS, naam, persoon, eigen)
    assert not wrong, "\n".join(wrong)


@pytest.mark.proof
@pytest.mark.parametrize("naam", PERSONEN)
def test_each_page_is_made_for_each_role(naam, brief, persoon, eigen, short_refusals):
    wrong = wrong_answers(OURS, naam, persoon, eigen, methods=all_methods)
    assert not wrong, "\n".join(wrong)


# All routes of the reference lists have one audience: who has it, who has not, and nobody. ./run proof asks each role.
NASLAG = {ANONIEM, Rol.BEHEERDER, Rol.PROGRAMMAMANAGER, Rol.GEMEENTELIJK_ONDERTEKENAAR}


@pytest.mark.ignore_template_errors  # the templates of Django's admin name what its views do not give
@pytest.mark.parametrize(
    "naam", [each if each in NASLAG else pytest.param(each, marks=pytest.mark.proof) for each in PERSONEN]
)
def test_the_routes_of_the_reference_lists_answer_a_role_as_their_audience_says(
    naam, brief, persoon, eigen, short_refusals
):
    routes = [route for route in ROUTES if route.is_naslag and route.naam != "admin:autocomplete"]
    wrong = wrong_answers(routes, naam, persoon, eigen)
    assert not wrong, "\n".join(wrong)


def test_the_reference_lists_are_for_who_keeps_them():
    assert {route.audience for route in ROUTES if route.is_naslag} == {Permission.NASLAG_BEHEREN}


def all_methods(route, user, naam) -> tuple[str, ...]:
    return tuple(BINNEN)


def enough_methods(route, user, naam) -> tuple[str, ...]:
    """Both for nobody and for who is let in; the others, whom one gate keeps out before it looks at the method, ask
    by turns, so that each route refuses each method to several of them."""
    if naam == ANONIEM or admits(route.audience, user):
        return tuple(BINNEN)
    return (tuple(BINNEN)[(ROUTES.index(route) + PERSONEN.index(naam)) % 2],)


def wrong_answers(routes, naam, persoon, eigen, *, methods=enough_methods) -> list[str]:
    """What `routes` answer to this person that their audience does not say; each request finds the same situation."""
    user = persoon(naam)
    client, records = browser_of(user), eigen(user)
    cookies, wrong = client.cookies.output(header=""), []
    for route in routes:
        address = route.address(records)
        for method in methods(route, user, naam):
            client.cookies = SimpleCookie(cookies)
            if found := verdict(route, user, client, method, address):
                wrong.append(f"{method.upper()} {address} als {naam}: {found}")
    return wrong


def test_only_the_pages_of_this_list_are_public():
    assert {route.naam for route in ROUTES if route.audience == PUBLIC} == PUBLIEK


def test_every_page_of_the_staff_asks_for_a_permission():
    assert [route.naam for route in WERK if route.audience not in set(Permission)] == []


@pytest.mark.parametrize("naam", ["anoniem", Rol.GEMEENTELIJK_AANVRAGER.value])
def test_who_is_no_staff_sees_nothing_of_any_staff_page(naam, brief, persoon, eigen):
    """Each refusal is the same page: what differs per page would be a leak."""
    user = persoon(naam)
    client, records = browser_of(user), eigen(user)
    seen = set()
    for route in WERK:
        response, body = answer(client, "get", route.address(records))
        seen.add((response.status_code, without_address(body)))
    expected = 403 if user.is_authenticated else 302
    assert {status for status, _ in seen} == {expected}
    assert len(seen) == 1
    assert "10.600.000" not in "".join(body for _, body in seen)


@pytest.mark.parametrize("naam", sorted(EIGEN))
def test_what_is_somebody_elses_does_not_exist_for_you(naam, redacteur, programmamanager, eigen):
    (route,) = (route for route in ROUTES if route.naam == naam)
    address, client = route.address(eigen(redacteur)), browser_of(programmamanager)
    method = "post" if naam == "taak_annuleren" else "get"
    assert answer(client, method, address)[0].status_code == 404
    assert answer(browser_of(redacteur), method, address)[0].status_code in {200, 302}


def without_address(body: str) -> str:
    """A body without the token of its forms, which is new each time."""
    return "\n".join(line for line in body.splitlines() if "csrfmiddlewaretoken" not in line)


def test_the_demo_door_opens_on_this_machine_only(db, settings):
    settings.ALLOWED_HOSTS = ["*"]
    answers = {host: Client(headers={"host": host}).get(reverse("demo")).status_code for host in LOOPBACK_NAMES}
    assert answers == dict.fromkeys(LOOPBACK_NAMES, 200)
    assert Client(headers={"host": "portaal.example"}).get(reverse("demo")).status_code == 404
