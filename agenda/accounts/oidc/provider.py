"""allauth's OpenID Connect with what the NL GOV profile asks more: a nonce, always PKCE, and nothing from the query."""

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider

from agenda.accounts.oidc import id_token
from agenda.accounts.oidc.kanaal import Kanaal
from agenda.accounts.oidc.toelaten import person_key


class OidcProvider(OpenIDConnectProvider):
    """One way to sign in. What the provider claims travels with the sign-in and is not stored."""

    id = "oidc"
    oauth2_adapter_class = Kanaal

    def get_pkce_params(self) -> dict:
        params = generate_code_challenge()
        return params | {"nonce": id_token.nonce(params["code_verifier"])}

    def get_auth_params(self) -> dict:
        return {"acr_values": " ".join(acr)} if (acr := self.app.settings["acr"]) else {}

    def get_redirect_from_request_kwargs(self, request) -> dict:
        return {"process": AuthProcess.LOGIN, "next_url": get_next_redirect_url(request)}

    def sociallogin_from_response(self, request, response):
        login = super().sociallogin_from_response(request, response)
        login.claims = response
        return login

    def extract_uid(self, data) -> str:
        return person_key(data)

    def extract_extra_data(self, data) -> dict:
        return {}

    def extract_common_fields(self, data) -> dict:
        return {}

    def extract_email_addresses(self, data) -> list:
        return []
