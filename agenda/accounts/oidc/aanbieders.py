"""The providers of single sign-on as the settings describe them; without an address a provider is not there."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings


@dataclass(frozen=True)
class Aanbieder:
    """One provider: its address (the issuer), how we prove who we are, and what a sign-in must show."""

    naam: str
    knop: str
    adres: str
    client_id: str
    geheim: str
    sleutel: str
    scopes: list[str]
    acr: list[str]
    amr: list[str]
    claims: dict[str, str]

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a page may lead to."""
        parts = urlsplit(self.adres)
        return f"{parts.scheme}://{parts.netloc}"


def aanbieders() -> list[Aanbieder]:
    """Those that this installation has, in the order of their buttons."""
    return [Aanbieder(naam=naam, **each) for naam, each in settings.OIDC.items() if each["adres"]]


def find(naam: str) -> Aanbieder | None:
    return next((each for each in aanbieders() if each.naam == naam), None)
