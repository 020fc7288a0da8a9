"""One conversation with a provider: where it lives, what it answers to a code, and whether that can be believed."""

import secrets
import time
from pathlib import Path
from urllib.parse import quote_plus

import jwt
from allauth.socialaccount.models import SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.utils import build_absolute_uri
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.core.cache import cache
from django.urls import reverse

from agenda.accounts.oidc import aanbieders, id_token
from agenda.accounts.oidc.verbinding import Verbinding

REMEMBERED = 300  # seconds that the addresses of a provider are kept
NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")
ASSERTION_LIFE = 60  # seconds in which the provider must use our signed statement
STATEMENT = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

# How somebody signed in counts only when it is signed; userinfo is not.
ONDERTEKEND = {"acr", "amr", "auth_time"}


class Kanaal(OpenIDConnectOAuth2Adapter):
    """Asks a provider for tokens and believes nothing in them that it did not check."""

    def __init__(self, request, naam: str):
        super().__init__(request, naam)
        self.aanbieder = aanbieders.find(naam)
        self.verifier = ""

    @property
    def openid_config(self) -> dict:
        """Where the provider has its addresses. Raises OAuth2Error, RequestException."""
        address = f"{self.aanbieder.adres.rstrip('/')}/.well-known/openid-configuration"
        found = cache.get_or_set(f"oidc:{address}", lambda: ask("GET", address), REMEMBERED)
        if not all(isinstance(found.get(name), str) for name in NEEDED):
            raise OAuth2Error(f"{address} noemt niet alles van {', '.join(NEEDED)}")
        if found["issuer"] != self.aanbieder.adres:
            raise OAuth2Error(f"de aanbieder noemt zich {found['issuer']}, niet {self.aanbieder.adres}")
        return found

    def get_callback_url(self, request, app) -> str:
        address = reverse("oidc_terug", args=[self.aanbieder.naam])
        return build_absolute_uri(request, address, self.redirect_uri_protocol)

    def get_access_token_data(self, request, app, client, pkce_code_verifier=None) -> dict:
        """The answer of the token endpoint. Raises OAuth2Error, also if another provider sent the browser back."""
        self.require_sender(request.GET.get("iss"))
        if not pkce_code_verifier:
            raise OAuth2Error("deze aanmelding begon zonder PKCE")
        self.verifier = pkce_code_verifier
        question = {
            "grant_type": "authorization_code",
            "code": request.GET["code"],
            "redirect_uri": client.callback_url,
            "code_verifier": pkce_code_verifier,
        }
        answer = ask("POST", self.access_token_url, data=question | self.proof(), auth=self.credentials())
        if not isinstance(answer.get("access_token"), str):
            raise OAuth2Error("de aanbieder geeft geen access_token")
        return answer

    def require_sender(self, sender: str | None) -> None:
        """Raise OAuth2Error unless our provider sent the browser back (RFC 9207, against mix-up)."""
        is_promised = self.openid_config.get("authorization_response_iss_parameter_supported") is True
        if sender != self.aanbieder.adres and (sender or is_promised):
            raise OAuth2Error(f"het antwoord komt van {sender}")

    def credentials(self) -> tuple[str, str] | None:
        """Name and secret for HTTP Basic (RFC 6749 2.3.1), if we have a secret."""
        geheim = self.aanbieder.geheim
        return (quote_plus(self.aanbieder.client_id), quote_plus(geheim)) if geheim else None

    def proof(self) -> dict:
        """Proves by our key who asks (private_key_jwt, RFC 7523), if we have no secret."""
        if self.aanbieder.geheim:
            return {}
        key = load_pem_private_key(Path(self.aanbieder.sleutel).read_bytes(), password=None)
        now, naam = int(time.time()), self.aanbieder.client_id
        claims = {"iss": naam, "sub": naam, "aud": self.aanbieder.adres, "jti": secrets.token_urlsafe()}
        claims |= {"iat": now, "exp": now + ASSERTION_LIFE}
        algorithm = "ES256" if isinstance(key, EllipticCurvePrivateKey) else "PS256"
        return {
            "client_id": naam,
            "client_assertion_type": STATEMENT,
            "client_assertion": jwt.encode(claims, key, algorithm),
        }

    def parse_token(self, data) -> SocialToken:
        return SocialToken(token=data["access_token"])

    def complete_login(self, request, app, token, response, **kwargs):
        """The sign-in with its claims; what the signed id_token says goes before what userinfo says."""
        claims = id_token.verify(
            response.get("id_token"),
            keys=ask("GET", self.openid_config["jwks_uri"]).get("keys"),
            issuer=self.aanbieder.adres,
            client_id=self.aanbieder.client_id,
            nonce=id_token.nonce(self.verifier),
        )
        if "userinfo_endpoint" in self.openid_config:
            more = ask("GET", self.profile_url, headers={"Authorization": f"Bearer {token.token}"})
            if more.get("sub") != claims["sub"]:
                raise OAuth2Error("userinfo gaat over iemand anders dan het id_token")
            claims = {name: value for name, value in more.items() if name not in ONDERTEKEND} | claims
        return self.get_provider().sociallogin_from_response(request, claims)


def ask(method: str, address: str, **options) -> dict:
    """The JSON object that `address` answers. Raises RequestException if there is none, OAuth2Error at a refusal."""
    with Verbinding() as session:
        response = session.request(method, address, **options)
    if response.status_code in (400, 401, 403):
        raise OAuth2Error(f"{address} weigert: {response.text[:200]}")
    response.raise_for_status()
    found = response.json()
    if not isinstance(found, dict):
        raise OAuth2Error(f"{address} geeft geen object")
    return found
