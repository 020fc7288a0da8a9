"""Two sign-ins at the same moment, on a real PostgreSQL."""

from functools import partial

import pytest

from agenda.accounts.oidc import aanbieders, toelaten
from agenda.accounts.oidc.weigeringen import Weigering
from agenda.models import AuditRegel, Gebruiker
from tests.hulpmiddelen.tegelijk import at_once, meeting

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def together(sso, redactie, monkeypatch):
    """Let persons with these claims in, all for the first time, when each of them was looked for and not found."""
    monkeypatch.setattr(toelaten, "maken", meeting(toelaten.maken))
    common = {"iss": "http://127.0.0.1", "sub": "een", "amr": ["mfa"], "groups": ["portaal-redactie"]}
    common |= {"email_verified": True}
    rijk = aanbieders.find("rijk")
    return lambda *persons: at_once(*(partial(toelaten.toelaten, rijk, common | each) for each in persons))


# What the provider says in one window and in the other: the address is the first thing that clashes, or the person.
@pytest.mark.parametrize("adressen", [("", ""), ("ik@rijk.invalid",) * 2, ("ik@rijk.invalid", "ook-ik@rijk.invalid")])
def test_who_comes_for_the_first_time_in_two_windows_gets_one_account(together, adressen):
    found = together(*({"email": each} for each in adressen))
    assert found == list(Gebruiker.objects.persons()) * 2
    assert AuditRegel.objects.about(found[0]).filter(actie="account_via_sso").count() == 1


def test_of_two_persons_with_one_address_one_gets_an_account_and_one_reads_why_not(together):
    found = together({"email": "wij@rijk.invalid"}, {"email": "wij@rijk.invalid", "sub": "twee"})
    assert [each.reden for each in found if isinstance(each, Weigering)] == ["adres_in_gebruik"]
    assert [each for each in found if isinstance(each, Gebruiker)] == list(Gebruiker.objects.persons())
