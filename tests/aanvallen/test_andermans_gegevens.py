"""Somebody asks for what belongs to another: by number, by name, by role."""

from http.cookies import SimpleCookie

import pytest

from agenda.access import Rol
from agenda.models import Gebruiker, Uitnodiging
from tests.aanvallen.conftest import assert_refused, body
from tests.hulpmiddelen.routes import EIGEN, all_routes
from tests.netten.conftest import answer, records_for

ROUTES = [route for route in all_routes() if route.has_arguments and route.audience != "public"]
PERSONAL = [route for route in ROUTES if route.naam in EIGEN | {"collega-stap"}]


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_number_of_another_gemeente_opens_nothing(method, brief, aanvaller, slachtoffer, signed_in):
    """On every route; the records of the victim are made once, and what a request changes is taken back."""
    records, client = records_for(slachtoffer), signed_in(aanvaller)
    cookies, opened = client.cookies.output(header=""), []
    for route in ROUTES:
        client.cookies = SimpleCookie(cookies)
        response, text = answer(client, method, route.address(records))
        if response.status_code not in {403, 404, 405}:
            opened.append(f"{route.naam}: {response.status_code} {response.get('Location', '')}")
        opened += [f"{route.naam}: noemt {word}" for word in ("Elderbeek", slachtoffer.email) if word in text]
    assert len(ROUTES) > 100
    assert opened == []


@pytest.mark.parametrize(
    "number", ["0", "-1", "99999999999999999999", "1 OR 1=1", "%00", "../1", "1;DROP TABLE agenda_feit"]
)
@pytest.mark.parametrize("where", ["/werk/accounts/{}/", "/account/berichten/{}/", "/werk/actielijnen/{}/"])
def test_a_number_that_cannot_be_is_no_page_and_no_error(where, number, account, signed_in, unchanged):
    client = signed_in(account(Rol.BEHEERDER))
    with unchanged():
        assert_refused(client.get(where.format(number)), 404)


def test_an_official_cannot_invite_for_another_gemeente(aanvaller, elders, signed_in):
    velden = {
        "naam": "Handlanger",
        "email": "handlanger@voorbeeld.invalid",
        "gemeente": elders.code,
        "rollen": "beheerder",
    }
    signed_in(aanvaller).post("/gemeente/uitnodigen/", velden)
    made = list(Uitnodiging.objects.values_list("gemeente__code", "rollen"))
    assert made in ([], [("GM9801", ["gemeentelijk_aanvrager"])])


def test_an_export_of_accounts_is_not_for_who_may_not_see_them(account, signed_in):
    for rol in (Rol.PROGRAMMAMANAGER, Rol.REDACTEUR, Rol.RAADSLID):
        assert_refused(signed_in(account(rol)).get("/werk/accounts/?formaat=csv"), 403)


def test_what_somebody_downloads_of_himself_is_of_nobody_else(aanvaller, slachtoffer, signed_in):
    text = body(signed_in(aanvaller).get(f"/account/gegevens/download/?account={slachtoffer.pk}&pk={slachtoffer.pk}"))
    assert aanvaller.email in text
    assert slachtoffer.email not in text


ESCALATIONS = [
    {"rollen": "beheerder"},
    {"rol": "beheerder"},
    {"is_superuser": "1", "is_staff": "1"},
    {"gemeente": "GM9802"},
    {"is_active": "1", "password": "x"},
    {"account": "1", "ontvanger": "1"},
]


@pytest.mark.parametrize("velden", ESCALATIONS, ids=lambda velden: "-".join(velden))
@pytest.mark.parametrize(
    "where", ["/account/mail/", "/account/", "/account/gegevens/", "/gemeente/uitnodigen/", "/account/sessies/"]
)
def test_a_field_too_many_gives_nobody_another_role(where, velden, aanvaller, signed_in):
    client = signed_in(aanvaller)
    before = Gebruiker.objects.filter(pk=aanvaller.pk).values().get()
    client.post(where, velden)
    after = Gebruiker.objects.filter(pk=aanvaller.pk).values().get()
    assert after == before


@pytest.mark.parametrize("handeling", ["rollen", "blokkeren", "deblokkeren", "tweede-factor"])
def test_nobody_manages_his_own_account(handeling, account, signed_in):
    beheerder = account(Rol.BEHEERDER)
    client = signed_in(beheerder)
    before = Gebruiker.objects.filter(pk=beheerder.pk).values().get()
    velden = {"rollen": ["beheerder", "programmamanager"], "gezien": "beheerder", "reden": "omdat het kan"}
    client.post(f"/werk/accounts/{beheerder.pk}/{handeling}/", velden)
    assert Gebruiker.objects.filter(pk=beheerder.pk).values().get() == before
