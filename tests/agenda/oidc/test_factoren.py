"""Who signs in with a provider has his factors there: one of the portal's own would outlive the account there."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client, redacteur):
    SocialAccount.objects.create(user=redacteur, provider="rijk", uid="a" * 64)
    client.force_login(redacteur)
    return client


@pytest.mark.parametrize(
    "name",
    ["mfa_index", "mfa_activate_totp", "mfa_generate_recovery_codes", "mfa_list_webauthn", "mfa_add_webauthn"],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_factor_can_be_set_up(client, redacteur, name, method):
    answer = getattr(client, method)(reverse(name), {"code": "123456"})
    assert (answer.status_code, answer["Location"]) == (302, reverse("account"))
    assert not Authenticator.objects.filter(user=redacteur).exists()


def test_the_page_of_the_account_does_not_lead_there(client, beleidsmedewerker):
    assert reverse("mfa_index") not in client.get(reverse("account")).content.decode()
    client.force_login(beleidsmedewerker)
    assert reverse("mfa_index") in client.get(reverse("account")).content.decode()
