"""allauth's pages for second factors where ours differ, and who has a reason to open them."""

import json
from collections.abc import Callable
from functools import wraps
from urllib.parse import quote

from allauth.account.adapter import get_adapter
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.mfa.webauthn.internal.auth import begin_registration
from allauth.mfa.webauthn.views import AddWebAuthnView, ReauthenticateWebAuthnView
from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, resolve_url

from agenda.accounts.adapter import WACHTWOORD
from agenda.accounts.landing import landing_page
from agenda.accounts.tweede_factor import Soort, is_required, may_remove_one

LAATSTE = (
    "U hebt een tweede factor nodig, dus de laatste kunt u niet weghalen. Voeg eerst een andere toe, bijvoorbeeld een "
    "passkey."
)


def only_with(reason: Callable, view: Callable) -> Callable:
    """`view` for a user for whom `reason` holds; others go back to the page of their account."""

    @wraps(view)
    def page(request, *args, **kwargs):
        return view(request, *args, **kwargs) if reason(request.user) else redirect("account")

    return page


def while_another_remains(view: Callable) -> Callable:
    """A `view` that removes a factor, not for who would be left without the one he needs."""

    @wraps(view)
    def page(request, *args, **kwargs):
        if may_remove_one(request.user):
            return view(request, *args, **kwargs)
        messages.error(request, LAATSTE)
        return redirect("mfa_index")

    return page


def has_password(user) -> bool:
    return user.has_usable_password()


def has_app(user) -> bool:
    return Authenticator.objects.filter(user=user, type=Soort.TOTP).exists()


def has_recovery_codes(user) -> bool:
    return Authenticator.objects.filter(user=user, type=Soort.RECOVERY_CODES).exists()


def can_confirm(user) -> bool:
    return bool(get_adapter().get_reauthentication_methods(user))


def can_confirm_with_password(user) -> bool:
    return any(each["id"] == WACHTWOORD for each in get_adapter().get_reauthentication_methods(user))


def as_json(options) -> str:
    return json.dumps(options, cls=DjangoJSONEncoder)


class Beveiliging(IndexView):
    """The factors of an account, and whether it needs one first."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        found = context["authenticators"]
        is_set_up = Soort.TOTP in found or Soort.WEBAUTHN in found
        codes = found.get(Soort.RECOVERY_CODES)
        return context | {
            "app": found.get(Soort.TOTP),
            "passkeys": found.get(Soort.WEBAUTHN, []),
            "codes_over": len(codes.get_unused_codes()) if codes else None,
            "is_set_up": is_set_up,
            "is_required": is_required(self.request.user),
        }


class TweedeStap(AuthenticateView):
    """The second step of signing in."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        options = context["js_data"]["request_options"]
        return context | {
            "opties": as_json(options),
            "has_passkey": bool(options["publicKey"].get("allowCredentials")),
        }


class Herstelcodes(ViewRecoveryCodesView):
    """The codes, once. The file is made of the page itself, because nothing shows them a second time."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        text = "\r\n".join(["Herstelcodes voor " + self.request.user.email, *context["unused_codes"], ""])
        return context | {
            "bestand": f"data:text/plain;charset=utf-8,{quote(text)}",
            "verder": resolve_url(landing_page(self.request.user)),
        }


class PasskeyToevoegen(AddWebAuthnView):
    """A passkey that lies on the device and asks for a PIN or finger, so that it can sign in by itself."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        options = begin_registration(self.request.user, passwordless=True)
        return context | {"opties": as_json(options)}


class PasskeyBevestigen(ReauthenticateWebAuthnView):
    """Confirming with a passkey; what goes wrong is told here, not at the page for signing in."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"opties": as_json(context["js_data"]["request_options"])}

    def form_invalid(self, form):
        super().form_invalid(form)  # tells what is wrong
        return HttpResponseRedirect(self.request.get_full_path())
