"""The start page of each kind of visitor: what there is for him, and nothing of anybody else."""

import pytest
from django.urls import reverse

from agenda.access import Rol
from agenda.models import Gebruiker, Gemeente

pytestmark = pytest.mark.django_db


@pytest.fixture
def arnhem(programma):
    return Gemeente.objects.get(code="GM0202")


@pytest.fixture
def page(client):
    """The text of a page for somebody."""

    def read(user, address):
        client.force_login(user)
        return " ".join(client.get(address).content.decode().split())

    return read


def test_who_works_at_a_gemeente_sees_its_focusgebied_and_that_nothing_can_be_asked_for_yet(page, account, arnhem):
    text = page(account(Rol.GEMEENTELIJK_AANVRAGER, gemeente=arnhem), reverse("gemeente-start"))
    assert "Arnhem" in text
    assert "Arnhem Oost" in text
    assert "Geen enkele regeling neemt nu aanvragen aan via dit portaal." in text


def test_who_works_at_a_gemeente_sees_the_colleagues_there_and_nobody_else(page, account, arnhem):
    amsterdam = Gemeente.objects.get(code="GM0363")
    account(Rol.GEMEENTELIJK_ONDERTEKENAAR, gemeente=arnhem)
    Gebruiker.objects.create_user(
        "vreemde@amsterdam.invalid", naam="Vreemde", rollen=[Rol.GEMEENTELIJK_AANVRAGER], gemeente=amsterdam
    )
    account(Rol.REDACTEUR)
    text = page(account(Rol.GEMEENTELIJK_AANVRAGER, gemeente=arnhem), reverse("gemeente-start"))
    found = [naam for naam in ("gemeentelijk_ondertekenaar@", "vreemde@", "redacteur@") if naam in text]
    assert found == ["gemeentelijk_ondertekenaar@"]


def test_who_belongs_to_no_gemeente_sees_how_to_go_on_and_no_colleagues(page, account):
    nobody = account(Rol.GEMEENTELIJK_AANVRAGER)
    Gebruiker.objects.update(gemeente=None)
    nobody.refresh_from_db()
    other = Gebruiker.objects.create_user("ook@nergens.invalid", naam="Ook", rollen=[Rol.GEMEENTELIJK_AANVRAGER])
    text = page(nobody, reverse("gemeente-start"))
    assert "Uw account hoort nog niet bij een gemeente" in text
    assert other.email not in text


def test_the_demo_speaks_for_no_real_gemeente(client, programma):
    client.defaults["SERVER_NAME"] = "localhost"
    client.post(reverse("demo"), {"rol": Rol.GEMEENTELIJK_AANVRAGER})
    text = client.get(reverse("gemeente-start")).content.decode()
    assert "VOORBEELD: deze gemeente bestaat niet" in text
    assert not Gemeente.objects.echt().filter(naam="Voorbeeldstad").exists()


def test_a_member_of_the_raad_reads_that_there_are_no_documents_yet(page, account):
    assert "Er zijn nog geen stukken met u gedeeld" in page(account(Rol.RAADSLID), reverse("raad-start"))


def test_the_beheerder_sees_how_many_accounts_there_are(page, account):
    blocked = account(Rol.AUDITOR)
    Gebruiker.objects.filter(pk=blocked.pk).update(is_active=False)
    Gebruiker.objects.systeem()
    text = page(account(Rol.BEHEERDER), reverse("beheer"))
    assert [text.count(f'ptl-kerncijfer__waarde">{aantal}<') for aantal in (1, 2, 3)] == [1, 1, 0]
