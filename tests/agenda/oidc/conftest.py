"""A portal that knows the provider of the tests, a gemeente with numbers, and a browser that goes there and back."""

from urllib.parse import urljoin, urlsplit

import pytest
import requests
from django.core.cache import cache
from django.test import Client

from agenda.access import Rol
from agenda.models import Groepsrol, Organisatienummer
from tests.agenda.oidc import vervalser
from tests.conftest import voorbeeldstad


class Reis:
    """One browser: with its cookies at the portal and those at the provider."""

    def __init__(self):
        self.portaal = Client(headers={"host": "localhost"})
        self.elders = requests.Session()

    def begin(self, naam: str, **query) -> str:
        """The address at the provider to which the portal sends the browser."""
        answer = self.portaal.get(f"/account/sso/{naam}/", query_params=query)
        assert answer.status_code == 302, answer.content
        return answer["Location"]

    def choose(self, address: str, account: str | None) -> str:
        """Sign in at the provider as `account` if it asks (None: stop); where it sends the browser back to."""
        sent = {"account": account} if account else {"stop": "1"}
        for _ in range(8):
            if urlsplit(address).hostname == "localhost":  # the portal of these tests has no server
                return address
            answer = self.elders.get(address, allow_redirects=False)
            if answer.status_code == 200:
                answer = self.elders.post(address, data=sent, allow_redirects=False)
            address = urljoin(address, answer.headers["Location"])
        raise AssertionError("De aanbieder blijft doorverwijzen.")

    def back(self, address: str):
        """What the portal answers to the browser that comes back."""
        return self.portaal.get(address.removeprefix("http://localhost"))

    def sign_in(self, account: str, **query):
        naam = "rijk" if account.startswith("rijk") else "eherkenning"
        return self.back(self.choose(self.begin(naam, **query), account))

    @property
    def account(self) -> str | None:
        """The number of the account that is signed in here."""
        return self.portaal.session.get("_auth_user_id")


@pytest.fixture
def sso(aanbieder, settings, db):
    """The settings of a portal with both providers."""
    cache.clear()
    settings.OIDC = aanbieder.settings()
    return settings.OIDC


@pytest.fixture
def reis(sso):
    return Reis()


@pytest.fixture
def redactie(db):
    """The group of the ministry that gives a role."""
    return Groepsrol.objects.create(groep="portaal-redactie", rol=Rol.REDACTEUR)


@pytest.fixture
def gemeente(db):
    """A gemeente whose numbers the beheerder filled in."""
    found = voorbeeldstad()
    Organisatienummer.objects.create(gemeente=found, soort="kvk", nummer="00000012")
    Organisatienummer.objects.create(gemeente=found, soort="oin", nummer="00000003000000120000")
    return found


@pytest.fixture(scope="session")
def vervalsende_server():
    with vervalser.running() as started:
        yield started


@pytest.fixture
def vals(vervalsende_server, settings, redactie):
    """A provider that forges, and a portal that trusts it."""
    cache.clear()
    adres = "http://{}:{}".format(*vervalsende_server.server_address)
    vervalsende_server.vervalser = vervalser.Vervalser(adres)
    own = {"adres": adres, "client_id": vervalser.CLIENT, "geheim": "geheim"}
    settings.OIDC = settings.OIDC | {"rijk": settings.OIDC["rijk"] | own}
    return vervalsende_server.vervalser


@pytest.fixture
def client_van_iemand():
    return Client(headers={"host": "localhost"})
