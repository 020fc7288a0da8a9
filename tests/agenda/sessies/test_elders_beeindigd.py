"""What somebody typed comes back as well when the session was ended on purpose, in another tab or another browser."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client, RequestFactory
from django.urls import reverse

from agenda import klok
from agenda.accounts.sessies import beeindigen, end_everywhere
from agenda.models import BewaardeInvoer, Sessie
from agenda.sessies import invoer
from agenda.sessies.opslag import leave_owner, owner_of_ended
from tests.agenda.sessies.test_bewaarde_invoer import GETYPT, PAGINA, values
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client, programma, beleidsmedewerker):
    client.force_login(beleidsmedewerker)
    return client


def sign_out(client, account):
    client.post(reverse("account_logout"))


def new_password_elsewhere(client, account):
    """As allauth tells it, in the browser where it was done."""
    account.set_unusable_password()
    account.save()
    end_everywhere(account)


def end_this_one_elsewhere(client, account):
    beeindigen(UserSession.objects.filter(session_key=client.session.session_key), by=account)


@pytest.mark.parametrize("ending", [sign_out, new_password_elsewhere, end_this_one_elsewhere])
def test_also_when_the_session_was_ended_on_purpose_in_another_tab_or_browser(client, beleidsmedewerker, ending):
    request = RequestFactory().get("/")
    request.user, request.session = beleidsmedewerker, client.session
    UserSession.objects.create_from_request(request)
    ending(client, beleidsmedewerker)
    answer = client.post(PAGINA, GETYPT)
    assert invoer.BEWAARD in text(client.get(answer.url))
    UserSession.objects.purge_and_list(beleidsmedewerker)  # what allauth does when he signs in elsewhere first
    client.force_login(beleidsmedewerker)
    assert values(client.get(parse_qs(urlsplit(answer.url).query)["next"][0])) == GETYPT


def test_what_is_left_of_an_ended_session_signs_nobody_in(client, beleidsmedewerker):
    key = client.session.session_key
    leave_owner(key, beleidsmedewerker.pk)
    client.session.delete()
    assert owner_of_ended(key) == beleidsmedewerker.pk
    assert client.get(PAGINA).status_code == 302
    client.cookies["sessionid"] = Sessie.objects.exclude(session_key=key).first().session_key
    assert client.get(PAGINA).status_code == 302


def test_a_form_of_who_was_signed_in_before_is_not_kept_for_who_is_now(beleidsmedewerker, programmamanager, programma):
    """Two people on one computer: the second signs in while the form of the first still stands open."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(beleidsmedewerker)
    with klok.vastgezet(klok.nu() + timedelta(minutes=31)):
        client.get("/werk/bronnen/")
        client.force_login(programmamanager)
        sent = GETYPT | {"csrfmiddlewaretoken": "x" * 64}
        answer = client.post(PAGINA, sent, headers={"origin": "http://testserver"})
        assert BewaardeInvoer.objects.get().account == beleidsmedewerker
        assert values(client.get(answer.url))["waarde"] is None
