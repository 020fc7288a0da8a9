"""A program that sends forms is stopped; what a person typed meanwhile is kept."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from agenda.access import Rol
from agenda.models import BewaardeInvoer
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def limited(monkeypatch):
    """Two forms a minute for an account, one for the anonymous and one upload."""
    limits = {"formulier": "2/m/user", "formulier_anoniem": "1/m/ip", "upload": "1/m/user", "uitnodiging": "1/h/user"}
    monkeypatch.setattr("allauth.account.app_settings.RATE_LIMITS", limits, raising=False)


def statuses(client, times, fields=None):
    return [client.post(reverse("stijlgids"), (fields or dict)()).status_code for _ in range(times)]


def test_an_account_and_an_address_have_limits_of_their_own(limited, client, redacteur, beleidsmedewerker):
    assert statuses(Client(), 2) == [400, 429]
    for each in (redacteur, beleidsmedewerker):
        client.force_login(each)
        assert statuses(client, 3) == [400, 400, 429]


def test_uploads_count_twice(limited, client, redacteur):
    client.force_login(redacteur)
    assert statuses(client, 2, lambda: {"stuk": SimpleUploadedFile("plan.pdf", b"x")}) == [400, 429]


def test_invitations_have_a_limit_of_their_own(limited, client, account):
    client.force_login(account(Rol.BEHEERDER))
    answers = [client.post(reverse("uitnodiging-nieuw"), {}).status_code for _ in range(2)]
    assert answers == [400, 429]


def test_looking_and_signing_in_are_not_counted(limited, client):
    assert statuses(client, 2) == [400, 429]
    assert client.get(reverse("stijlgids")).status_code == 200
    assert client.post(reverse("account_login"), {"login": "iemand@voorbeeld.invalid"}).status_code == 400


def test_what_was_typed_is_kept_and_one_reads_when_to_go_on(limited, client, redacteur):
    client.force_login(redacteur)
    for _ in range(3):
        answer = client.post(reverse("stijlgids"), {"naam": "Anna"})
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert "Wat u invulde, is bewaard. Wacht 60 seconden" in text(answer)
    assert f"/stijlgids/?bewaard={BewaardeInvoer.objects.get().pk}" in answer.content.decode()
    assert BewaardeInvoer.objects.get().velden == {"naam": ["Anna"]}


def test_as_installed_a_person_never_meets_them(client, redacteur):
    client.force_login(redacteur)
    assert set(statuses(client, 60)) == {400}
    assert statuses(client, 1) == [429]


def test_many_counters_do_not_push_each_other_out(db):
    """Who fills the cache with counters of his own, must not set that of another back to nought."""
    names = [f"teller-{number}" for number in range(400)]
    for each in names:
        cache.set(each, 1, 300)
    assert len(cache.get_many(names)) == len(names)
