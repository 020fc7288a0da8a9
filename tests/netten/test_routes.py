"""Every route, for every role and for nobody, with GET and POST: the answer is what its audience says."""

from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from agenda.access import PUBLIC, Permission, Rol, admits
from agenda.middleware import LOOPBACK_NAMES
from tests.hulpmiddelen.routes import EIGEN, all_routes
from tests.netten.conftest import PERSONEN

ROUTES = list(all_routes())
OURS = [route for route in ROUTES if not route.is_naslag]
WERK = [route for route in ROUTES if route.patroon.startswith("/werk/") and route.naam not in EIGEN]

# Written down a second time, so that a page becomes public only on purpose.
PUBLIEK = {
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

# What somebody inside the audience may get. POST: done and sent on, a form with its faults, not for POST, or not now.
BINNEN = {"get": {200, 302, 405}, "post": {200, 302, 400, 405, 409}}


def browser_of(user) -> Client:
    """A browser on this machine in which `user` is signed in."""
    client = Client(headers={"host": "localhost"})
    if user.is_authenticated:
        client.force_login(user)
    return client


def answer(client, method, address):
    """One request whose changes are taken back."""
    with transaction.atomic():
        response = getattr(client, method)(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        transaction.set_rollback(True)
    return response, body.decode(errors="replace")


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


@pytest.mark.parametrize("naam", PERSONEN)
def test_each_route_answers_a_role_as_its_audience_says(naam, brief, persoon, eigen):
    wrong = wrong_answers(OURS, naam, persoon, eigen)
    assert not wrong, "\n".join(wrong)


@pytest.mark.ignore_template_errors  # the templates of Django's admin name what its views do not give
@pytest.mark.parametrize("naam", PERSONEN)
def test_the_routes_of_the_reference_lists_answer_a_role_as_their_audience_says(naam, brief, persoon, eigen):
    routes = [route for route in ROUTES if route.is_naslag and route.naam != "admin:autocomplete"]
    wrong = wrong_answers(routes, naam, persoon, eigen)
    assert not wrong, "\n".join(wrong)


def test_the_reference_lists_are_for_who_keeps_them():
    assert {route.audience for route in ROUTES if route.is_naslag} == {Permission.NASLAG_BEHEREN}


def wrong_answers(routes, naam, persoon, eigen) -> list[str]:
    """What `routes` answer to this person that their audience does not say; each request finds the same situation."""
    user = persoon(naam)
    client, records = browser_of(user), eigen(user)
    cookies, wrong = client.cookies.output(header=""), []
    for route in routes:
        address = route.address(records)
        for method in ("get", "post"):
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
