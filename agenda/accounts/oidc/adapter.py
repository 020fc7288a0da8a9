"""What allauth asks us about a sign-in with a provider: which there are, who comes in, and what went wrong."""

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthError
from requests import RequestException

from agenda.accounts.oidc import views
from agenda.accounts.oidc.aanbieders import aanbieders
from agenda.accounts.oidc.provider import OidcProvider
from agenda.accounts.oidc.verbinding import Verbinding
from agenda.accounts.oidc.weigeringen import Weigering


class SsoAdapter(DefaultSocialAccountAdapter):
    """Providers come from the settings only; who comes in decides `toelaten`."""

    def list_apps(self, request, provider=None, client_id=None) -> list[SocialApp]:
        return [
            SocialApp(
                provider=OidcProvider.id,
                provider_id=each.naam,
                name=each.naam,
                client_id=each.client_id,
                settings={"server_url": each.adres, "scope": each.scopes, "acr": each.acr},
            )
            for each in aanbieders()
            if provider in (None, each.naam) and client_id in (None, each.client_id)
        ]

    def get_provider(self, request, provider, client_id=None) -> OidcProvider:
        return OidcProvider(request, app=self.get_app(request, provider, client_id))

    def get_requests_session(self) -> Verbinding:
        return Verbinding()

    def authenticate_by_email(self, login) -> None:
        """Never: an address proves nothing about who has the account."""

    def pre_social_login(self, request, sociallogin) -> None:
        try:
            sociallogin.user = views.admit(request, sociallogin)
        except Weigering as weigering:
            answer = views.refuse(request, sociallogin.account.provider, weigering)
            raise ImmediateHttpResponse(answer) from weigering

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None) -> None:
        """Every failure on the way back gets our page."""
        if error == AuthError.CANCELLED:
            weigering = Weigering("afgebroken")
        else:
            reden = "onbereikbaar" if isinstance(exception, RequestException) else "mislukt"
            weigering = Weigering(reden, oorzaak=f"{error} {exception or ''}".strip())
        raise ImmediateHttpResponse(views.refuse(request, provider.sub_id, weigering))
