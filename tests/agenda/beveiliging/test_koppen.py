"""What every page tells the browser that it may not do, and that it keeps nothing of who is signed in."""

import pytest
from django.conf import settings
from django.test import Client

from agenda.access import PUBLIC
from tests.agenda.test_settings import python
from tests.hulpmiddelen.routes import pages

pytestmark = pytest.mark.django_db

# fmt: off
KOPPEN = {
    "X-Content-Type-Options":       "nosniff",
    "X-Frame-Options":              "DENY",
    "Referrer-Policy":              "same-origin",
    "Cross-Origin-Opener-Policy":   "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy":           "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# fmt: on
NIETS = {"default-src", "object-src", "frame-src", "base-uri", "frame-ancestors"}
OPEN = [route for route in pages() if route.audience == PUBLIC and not route.has_arguments]
SIGNED_IN = [route for route in pages() if route.audience != PUBLIC and not route.has_arguments]


def policy(answer) -> dict[str, str]:
    pairs = (each.strip().partition(" ") for each in answer["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in pairs}


@pytest.mark.parametrize("route", OPEN, ids=lambda route: route.naam)
def test_every_public_page_has_all_of_them(route, programma):
    answer = Client(headers={"host": "localhost"}).get(route.address())
    assert {name: answer.get(name) for name in KOPPEN} == KOPPEN
    assert {name for name, value in policy(answer).items() if value == "'none'"} == NIETS


def test_a_static_file_has_them_too_and_is_for_this_site_only(client):
    answer = client.get("/static/mail.css")
    b"".join(answer.streaming_content)
    missing = {name for name in KOPPEN if answer.get(name) != KOPPEN[name]}
    assert (answer.status_code, missing, "Access-Control-Allow-Origin" in answer) == (200, {"X-Frame-Options"}, False)


def test_every_page_of_who_is_signed_in_is_kept_nowhere(programma, programmamanager):
    client = Client(headers={"host": "localhost"})
    client.force_login(programmamanager)
    answers = {route.naam: client.get(route.address()) for route in SIGNED_IN}
    assert {naam for naam, answer in answers.items() if answer.get("Cache-Control") != "private, no-store"} == set()
    assert all({name: answer.get(name) for name in KOPPEN} == KOPPEN for answer in answers.values())


ASK = """
import django; django.setup()
from django.test import Client
answer = Client(SERVER_NAME="localhost").get("/account/inloggen/", secure=True)
print(*sorted(answer.cookies), "upgrade-insecure-requests" in answer["Content-Security-Policy"])
print(*{(each["secure"], each["httponly"], each["path"], each["domain"]) for each in answer.cookies.values()})
"""


def test_with_https_cookies_have_a_name_that_no_subdomain_can_set():
    asked = python("-c", ASK, HTTPS="1", PORTAAL_DEMO="1")
    assert asked.stdout.splitlines() == ["__Host-csrftoken True", "(True, True, '/', '')"], asked.stderr


def test_without_https_they_work_on_this_machine():
    assert (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME) == ("sessionid", "csrftoken")
