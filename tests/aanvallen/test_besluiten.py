"""Somebody wants a decision that is not his: without the form, with a field too many, alone where two are needed."""

import json

import pytest
from django.urls import reverse

from actielijnen.models import Betaling, Herschikking, Mutatie
from agenda import audit, klok
from agenda.access import Rol
from agenda.models import AuditRegel, Vernietigingslijst
from agenda.weigeringen import Demping
from tests.aanvallen.conftest import assert_refused, body
from tests.hulpmiddelen import boekingen
from tests.hulpmiddelen.routes import all_routes
from tests.netten.conftest import records_for


def decisions(*acties: str) -> list[tuple[str, int]]:
    """What the audit trail says was decided, and by whom."""
    return list(AuditRegel.objects.filter(actie__in=acties).order_by("pk").values_list("actie", "account"))


# --- Without the form --------------------------------------------------------------------------------------


def test_no_address_of_the_portal_takes_a_form_from_another_site(brief, account, signed_in, unchanged, beveiligingslog):
    """Each route once; of so many by one person the security log writes the first ten and counts the rest."""
    beheerder = account(Rol.PROGRAMMAMANAGER, Rol.BEHEERDER)
    records = records_for(beheerder)
    addresses = {route.naam: route.address(records) for route in all_routes()}
    client = signed_in(beheerder, enforce_csrf_checks=True)
    foreign = {"origin": "https://boef.example", "host": "localhost"}
    with unchanged():
        answers = {naam: client.post(each, {"reden": "x"}, headers=foreign) for naam, each in addresses.items()}
    assert {naam: answer.status_code for naam, answer in answers.items() if answer.status_code != 403} == {}
    lines = [json.loads(line) for line in beveiligingslog]
    assert {(line["actie"], line["resultaat"]) for line in lines} == {("formulier zonder geldig kenmerk", 403)}
    assert len(lines) == Demping.PER_MINUUT


# --- A field too many --------------------------------------------------------------------------------------


@pytest.fixture
def budgethouder(account):
    return account(Rol.BUDGETHOUDER)


@pytest.fixture
def ander(account):
    return account(Rol.REDACTEUR)


def test_a_payment_is_booked_by_who_pays_whatever_the_form_says(brief, budgethouder, ander, signed_in):
    verplichting = boekingen.verplichting(by=budgethouder)
    velden = {
        "bedrag": "100", "datum": f"{verplichting.datum:%d-%m-%Y}", "kenmerk": "F-1", "omschrijving": "eerste termijn",
        "geboekt_door": ander.pk, "by": ander.pk, "verplichting": "1", "id": "1", "soort": "terugontvangst",
    }  # fmt: skip
    adres = reverse("verplichting-betalen", args=[verplichting.programma.code, verplichting.kenmerk])
    form = signed_in(budgethouder)
    sleutel = form.get(adres).context["form"]
    velden |= {
        naam: sleutel[naam].value() for naam in sleutel.fields if sleutel[naam].is_hidden and sleutel[naam].value()
    }
    response = form.post(adres, velden)
    assert response.status_code == 302, response.context["form"].errors
    (betaling,) = Betaling.objects.all()
    assert (betaling.geboekt_door, betaling.verplichting) == (budgethouder, verplichting)
    assert decisions("betaling_boeken", "terugontvangst_boeken") == [("betaling_boeken", budgethouder.pk)]


def test_the_same_payment_sent_again_is_paid_once(brief, budgethouder, signed_in):
    verplichting = boekingen.verplichting(by=budgethouder)
    client = signed_in(budgethouder)
    adres = reverse("verplichting-betalen", args=[verplichting.programma.code, verplichting.kenmerk])
    form = client.get(adres).context["form"]
    velden = {naam: form[naam].value() for naam in form.fields if form[naam].is_hidden and form[naam].value()}
    velden |= {"bedrag": "100", "datum": f"{verplichting.datum:%d-%m-%Y}", "kenmerk": "F-1", "omschrijving": "termijn"}
    for _ in range(3):
        client.post(adres, velden)
    assert Betaling.objects.count() == 1
    assert decisions("betaling_boeken") == [("betaling_boeken", budgethouder.pk)]


# --- Alone where two are needed ----------------------------------------------------------------------------


def test_who_proposed_a_herschikking_does_not_agree_with_it(brief, budgethouder, signed_in):
    voorstel = boekingen.herschikking(by=budgethouder)
    before = Mutatie.objects.count()
    adres = reverse("herschikking-akkoord", kwargs={"besluit": voorstel.besluit})
    page = signed_in(budgethouder).post(adres, {"account": "1", "by": "1"}, follow=True)
    assert "ptl-melding--fout" in body(page)
    assert (Herschikking.objects.get().status, Mutatie.objects.count()) == (voorstel.status, before)
    assert decisions("herschikking_akkoord", "herschikking_uitvoeren") == []


def test_who_drew_up_a_vernietigingslijst_does_not_confirm_it(brief, account, signed_in):
    beheerder = account(Rol.BEHEERDER, Rol.PROGRAMMAMANAGER)
    lijst = Vernietigingslijst.objects.create(nummer="V-2026-001", opgesteld_op=klok.nu(), opgesteld_door=beheerder)
    audit.record(lijst, "vernietiging_opstellen", by=beheerder)
    adres = reverse("vernietiging-besluiten", args=[lijst.nummer])
    assert_refused(signed_in(beheerder).post(adres, {"besluit": "bevestigen"}), 403, 409)
    assert Vernietigingslijst.objects.get(pk=lijst.pk).status == Vernietigingslijst.Status.OPGESTELD
    assert decisions("vernietiging_bevestigen") == []


DECISIONS = ("brief-stap", "brief-paraferen", "tegenspraak-kiezen", "herschikking-akkoord", "vernietiging-besluiten",
             "verplichting-betalen", "prognose-vaststellen", "account-handeling")  # fmt: skip


@pytest.mark.parametrize("rol", [Rol.AUDITOR, Rol.GEMEENTELIJK_AANVRAGER, Rol.RAADSLID])
def test_who_may_not_decide_decides_nothing_with_any_field(rol, brief, account, signed_in, unchanged):
    user = account(rol)
    records = records_for(user)
    client = signed_in(user)
    velden = {
        "rol": "programmamanager",
        "rollen": "beheerder",
        "besluit": "bevestigen",
        "keuze": "a",
        "reden": "x" * 20,
    }
    routes = [route for route in all_routes() if route.naam in DECISIONS]
    assert len(routes) == len(DECISIONS)
    with unchanged():
        for route in routes:
            assert_refused(client.post(route.address(records), velden), 403, 404)
