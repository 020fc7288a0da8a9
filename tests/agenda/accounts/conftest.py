"""People who invite, and what arrives in the mail."""

import pytest

from agenda.access import Rol
from agenda.accounts import uitnodigen
from agenda.models import Gemeente, Mail, Provincie


@pytest.fixture
def beheerder(account):
    return account(Rol.BEHEERDER)


@pytest.fixture
def arnhem(db):
    gelderland = Provincie.objects.create(code="PV25", naam="Gelderland")
    return Gemeente.objects.create(code="GM0202", naam="Arnhem", naam_cbs="Arnhem", provincie=gelderland)


@pytest.fixture
def aanvrager(account, arnhem):
    return account(Rol.GEMEENTELIJK_AANVRAGER, gemeente=arnhem)


@pytest.fixture
def invite(beheerder):
    """Invites Anna, by the beheerder unless somebody else is named."""

    def send(email="anna@voorbeeld.invalid", *rollen, by=None, gemeente=None):
        rollen = list(rollen) or [Rol.REDACTEUR]
        return uitnodigen.uitnodigen(email, naam="Anna", rollen=rollen, gemeente=gemeente, by=by or beheerder)

    return send


@pytest.fixture
def mailed(db):
    """The kinds of mail in the outbox."""
    return lambda: list(Mail.objects.order_by("aangemaakt_op").values_list("soort", flat=True))


@pytest.fixture
def token(db):
    """The secret of the link that was mailed last."""
    return lambda: Mail.objects.filter(soort="uitnodiging").latest("aangemaakt_op").gegevens["pad"].split("/")[-2]
