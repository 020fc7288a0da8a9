"""The pages on the way to a provider and back: begin, return, refusal, and signing in again before a decision."""

import logging
import time
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.db import transaction
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from requests import RequestException

from agenda import audit
from agenda.access import PUBLIC, audience
from agenda.accounts.landing import landing_page
from agenda.accounts.oidc import aanbieders, toelaten
from agenda.accounts.oidc.kanaal import Kanaal
from agenda.accounts.oidc.weigeringen import NAMEN, TEKSTEN, Weigering, woorden
from agenda.models import Gebruiker, Programma

LOGGER = logging.getLogger("portaal.aanmelden")
CAUSE = 300  # characters of what went wrong, for who has to mend it
AGAIN = {"prompt": "login", "max_age": "0"}  # the provider must ask, however short ago it did


@audience(PUBLIC)
@never_cache
@require_GET
def aanmelden(request, aanbieder):
    """Send the browser to the provider. A link and no form: a form's answer may lead only where the CSP allows."""
    if request.user.is_authenticated:
        return redirect(landing_page(request.user))
    if aanbieders.find(aanbieder) is None:
        return redirect("account_login")
    try:
        return get_adapter().get_provider(request, aanbieder).redirect_from_request(request)
    except (OAuth2Error, RequestException) as fault:
        return refuse(request, aanbieder, Weigering("onbereikbaar", oorzaak=str(fault)))


@audience(PUBLIC)
@never_cache
@require_GET
def terug(request, aanbieder):
    if aanbieders.find(aanbieder) is None:
        return redirect("account_login")
    return OAuth2CallbackView.adapter_view(Kanaal(request, aanbieder))(request)


def admit(request, sociallogin) -> Gebruiker:
    """The account of who came back. Raises Weigering; leaves at once if it was only to sign in again.

    Also then the account follows what the provider says now, so nobody decides with a role that he lost there.
    """
    aanbieder = aanbieders.find(sociallogin.account.provider)
    if (began := sociallogin.state.get("data")) and request.user.is_authenticated:
        toelaten.require_same_person(aanbieder, sociallogin.claims, request.user, began)
        toelaten.toelaten(aanbieder, sociallogin.claims)
        confirm(request, sociallogin.account)
        raise ImmediateHttpResponse(redirect(sociallogin.get_redirect_url(request)))
    return toelaten.toelaten(aanbieder, sociallogin.claims)


@transaction.atomic
def confirm(request, account) -> None:
    """Note in the session, as allauth does for passwords, that the person has just shown who he is."""
    record_authentication(
        request, request.user, "socialaccount", provider=account.provider, uid=account.uid, reauthenticated=True
    )
    audit.record(request.user, "opnieuw_aanmelden", by=request.user, aanbieder=account.provider)


def refuse(request, aanbieder: str, weigering: Weigering):
    """The page that says why and what to do; nothing stays of the attempt but a line in the security log."""
    request.weigering = f"aanmelden via {aanbieder}: {weigering.reden}"
    LOGGER.warning("%s: %r", request.weigering, f"{' '.join(weigering.feiten.values())} {weigering.oorzaak}"[:CAUSE])
    if not request.user.is_authenticated:
        request.session.flush()
    programma = Programma.objects.huidig()
    context = {
        "woorden": woorden(weigering, aanbieder),
        "contact": programma.contact if programma else "",
        "terug": resolve_url(landing_page(request.user) if request.user.is_authenticated else "account_login"),
    }
    return render(request, "accounts/oidc/geweigerd.html", context, status=TEKSTEN[weigering.reden][0])


# --- For others: signing in again, and signing out ---------------------------------------------------------------


def signed_in_with(request) -> str | None:
    """The name of the provider with which this session began; None for an account of the portal itself."""
    records = get_authentication_records(request, request.user)
    return next((each["provider"] for each in records if each["method"] == "socialaccount"), None)


def opnieuw_aanmelden(request, next: str):
    """The page with the link by which who signed in with a provider signs in anew there, and then goes to `next`.

    A page and no redirect: after a form the browser may be led only where the CSP allows, and a provider may send
    it on to a host that we do not know.
    On return the session holds a record with `reauthenticated`, as after a password. Raises ValueError for who
    has no provider.
    """
    naam = signed_in_with(request)
    if naam is None or aanbieders.find(naam) is None:
        raise ValueError("Deze sessie begon niet bij een aanbieder die het portaal nu kent.")
    provider = get_adapter().get_provider(request, naam)
    began = {"account": request.user.pk, "sinds": int(time.time())}
    params = provider.get_auth_params() | AGAIN
    try:
        adres = provider.redirect(request, AuthProcess.LOGIN, next, began, auth_params=params)["Location"]
    except (OAuth2Error, RequestException) as fault:
        return refuse(request, naam, Weigering("onbereikbaar", oorzaak=str(fault)))
    return render(request, "accounts/oidc/opnieuw.html", {"adres": adres, "aanbieder": NAMEN[naam]})


def address_after_signing_out(request) -> str:
    """Where the session at the provider ends too, which then sends the browser home; empty if there is no such.

    No id_token goes along: it would have to be kept, and it would stand in the address bar.
    """
    aanbieder = aanbieders.find(signed_in_with(request) or "")
    if aanbieder is None:
        return ""
    try:
        address = Kanaal(request, aanbieder.naam).openid_config.get("end_session_endpoint", "")
    except (OAuth2Error, RequestException):
        return ""
    if not address.startswith(f"{aanbieder.origin}/"):
        return ""
    home = request.build_absolute_uri(resolve_url("home"))
    return f"{address}?{urlencode({'client_id': aanbieder.client_id, 'post_logout_redirect_uri': home})}"
