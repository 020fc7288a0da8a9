"""The pages with which somebody is invited, and the page behind the link."""

import pytest
from django.test import Client
from django.urls import reverse

from agenda.access import Rol
from agenda.models import Gebruiker, Gemeente, Uitnodiging
from tests.hulpmiddelen import uitnodigingen

pytestmark = pytest.mark.django_db
WACHTWOORD = {"wachtwoord": "twaalf tekens of meer", "wachtwoord_nog_eens": "twaalf tekens of meer"}


@pytest.fixture
def link(db):
    """The address in the mail of an invitation."""
    return reverse("uitnodiging-aannemen", kwargs=uitnodigingen.arguments()["uitnodiging-aannemen"])


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_beheerder_invites_and_finds_the_invitation_in_the_list(beheer):
    fields = {"naam": "Cor", "email": "Cor@Voorbeeld.nl", "rollen": ["redacteur"]}
    assert beheer.post(reverse("uitnodiging-nieuw"), fields).url == reverse("uitnodigingen")
    assert "cor@voorbeeld.nl" in text(beheer.get(reverse("uitnodigingen")))


def test_what_is_missing_stands_at_its_field_and_what_was_typed_stays(beheer):
    response = beheer.post(reverse("uitnodiging-nieuw"), {"naam": "Cor", "rollen": ["gemeentelijk_aanvrager"]})
    assert sorted(response.context["form"].errors) == ["email"]
    fields = {"naam": "Cor", "email": "c@v.nl", "rollen": ["gemeentelijk_aanvrager"]}
    response = beheer.post(reverse("uitnodiging-nieuw"), fields)
    assert sorted(response.context["form"].errors) == ["gemeente"]
    assert 'value="c@v.nl"' in text(response)
    assert Uitnodiging.objects.count() == 0


def test_the_page_behind_the_link_says_who_invited_for_what(client, link):
    page = text(client.get(link))
    assert [word for word in ("Anna de Vries", "Redacteur", "Het portaal") if word not in page] == []


def test_the_link_makes_an_account_that_can_sign_in(client, link):
    assert client.post(link, WACHTWOORD).url == reverse("account_login")
    anna = Gebruiker.objects.get(naam="Anna de Vries")
    answer = client.post(reverse("account_login"), {"login": anna.email, "password": WACHTWOORD["wachtwoord"]})
    assert answer.status_code == 302
    assert client.session["_auth_user_id"] == str(anna.pk)


def test_two_passwords_that_differ_make_no_account(client, link):
    response = client.post(link, WACHTWOORD | {"wachtwoord_nog_eens": "iets anders"})
    assert list(response.context["form"].errors) == ["wachtwoord_nog_eens"]
    assert not Gebruiker.objects.filter(naam="Anna de Vries").exists()


def test_whoever_is_signed_in_in_that_browser_is_signed_out(beheer, link):
    beheer.post(link, WACHTWOORD)
    assert "_auth_user_id" not in beheer.session


@pytest.mark.parametrize("reason", ["used", "withdrawn", "invented"])
def test_a_link_that_does_not_work_shows_the_same_page_whatever_the_reason(client, link, reason):
    if reason == "used":
        Client().post(link, WACHTWOORD)
    if reason == "withdrawn":
        Uitnodiging.objects.update(ingetrokken_op=Uitnodiging.objects.get().verstuurd_op)
    address = link if reason != "invented" else reverse("uitnodiging-aannemen", args=["bedacht"])
    answers = [client.get(address), client.post(address, WACHTWOORD)]
    assert [answer.status_code for answer in answers] == [410, 410]
    assert {"Deze link werkt niet meer" in text(answer) for answer in answers} == {True}
    assert "Anna" not in text(answers[0])


def test_the_secret_is_not_told_to_the_next_page_and_is_kept_nowhere(client, link):
    for address in (link, reverse("uitnodiging-aannemen", args=["bedacht"])):
        answer = client.get(address)
        assert answer["Referrer-Policy"] == "strict-origin"
        assert "no-store" in answer["Cache-Control"]


# --- By a colleague ---------------------------------------------------------------------------------------


@pytest.fixture
def aanvrager(account):
    return account(Rol.GEMEENTELIJK_AANVRAGER)


@pytest.fixture
def gemeente(client, aanvrager):
    client.force_login(aanvrager)
    return client


def test_a_colleague_invites_for_his_own_gemeente_whatever_he_sends(gemeente, aanvrager):
    fields = {"naam": "Cor", "email": "cor@voorbeeld.nl", "rollen": ["beheerder"], "gemeente": "1"}
    assert gemeente.post(reverse("collega-uitnodigen"), fields).url == reverse("gemeente-start")
    uitnodiging = Uitnodiging.objects.get()
    assert (uitnodiging.rollen, uitnodiging.gemeente) == ([Rol.GEMEENTELIJK_AANVRAGER], aanvrager.gemeente)
    assert "cor@voorbeeld.nl" in text(gemeente.get(reverse("gemeente-start")))


@pytest.mark.parametrize(("naam", "stand"), [("intrekken", "ingetrokken"), ("opnieuw", "open")])
def test_a_colleague_withdraws_or_sends_again(gemeente, aanvrager, naam, stand):
    pk = uitnodigingen.arguments(aanvrager.gemeente)["collega-stap"]["pk"]
    before = Uitnodiging.objects.get(pk=pk).vingerafdruk
    assert gemeente.post(reverse("collega-stap", args=[pk, naam])).url == reverse("gemeente-start")
    after = Uitnodiging.objects.get(pk=pk)
    assert (after.stand, after.vingerafdruk == before) == (stand, naam == "intrekken")


def test_an_invitation_of_another_gemeente_does_not_exist(gemeente, aanvrager):
    ede = Gemeente.objects.create(code="GM0228", naam="Ede", naam_cbs="Ede", provincie=aanvrager.gemeente.provincie)
    pk = uitnodigingen.arguments(ede)["collega-stap"]["pk"]
    assert gemeente.post(reverse("collega-stap", args=[pk, "intrekken"])).status_code == 404
    assert Uitnodiging.objects.get(pk=pk).stand == "open"


def test_a_step_that_is_none_does_not_exist(beheer, db):
    pk = uitnodigingen.arguments()["uitnodiging"]["pk"]
    assert beheer.post(reverse("uitnodiging-stap", args=[pk, "goedkeuren"])).status_code == 404
