"""A browser of a beheerder, and one of who works at a gemeente."""

import pytest

from agenda.access import Rol
from agenda.models import Gebruiker


@pytest.fixture
def beheerder(account):
    return account(Rol.BEHEERDER)


@pytest.fixture
def beheer(client, beheerder):
    """A browser in which a beheerder is signed in."""
    client.force_login(beheerder)
    return client


@pytest.fixture
def bo(db):
    """Somebody else's account."""
    return Gebruiker.objects.create_user("bo@voorbeeld.invalid", naam="Bo", rollen=[Rol.REDACTEUR])
