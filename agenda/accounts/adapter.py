"""How allauth behaves here: nobody signs up by himself, and who signs in is recorded and lands on his own page."""

from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import resolve_url
from django.urls import reverse

from agenda import audit, berichten, weigeringen
from agenda.access import GeenToegang
from agenda.accounts.landing import landing_page
from agenda.accounts.meldingen import MELDINGEN
from agenda.accounts.vers import is_fresh

WACHTWOORD = "reauthenticate"
# How somebody can confirm who he is, by allauth's name for it.
MANIEREN = {
    WACHTWOORD: "Met uw wachtwoord",
    "mfa_reauthenticate": "Met een code uit uw authenticator-app of een herstelcode",
    "mfa_reauthenticate:webauthn": "Met een passkey",
}


class Aanmelding(AuthenticationBackend):
    """E-mail address and password; the account of the portal itself has none that anybody can type."""


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from a beheerder, an invitation or single sign-on; never from a form that anybody fills in."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer ze allebei.",
        "enter_current_password": "Dit is niet uw huidige wachtwoord. Vul het wachtwoord in waarmee u inlogt.",
        "incorrect_password": "Dit wachtwoord klopt niet. Vul het wachtwoord in waarmee u inlogt.",
        "rate_limited": "U hebt dit te vaak geprobeerd. Probeer het over vijf minuten opnieuw.",
        "too_many_login_attempts": "Er is te vaak een verkeerd wachtwoord of een verkeerde code ingevuld. Probeer het "
        "over vijf minuten opnieuw.",
    }

    def is_open_for_signup(self, request):
        return False

    def respond_user_inactive(self, request, user):
        raise GeenToegang("Dit account is geblokkeerd. Vraag uw beheerder om hulp.")

    @transaction.atomic
    def login(self, request, user):
        super().login(request, user)
        audit.record(user, "inloggen", by=user)

    def get_login_redirect_url(self, request):
        return resolve_url(landing_page(request.user))

    def get_password_change_redirect_url(self, request):
        return reverse("account_login")

    def is_reauthentication_required(self, *, app, **kwargs) -> bool:
        """One rule for the pages of allauth and for our own decisions."""
        return not is_fresh(self.request)

    def pre_authenticate(self, request, **credentials):
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            weigeringen.schrijf(request, "te vaak een verkeerd wachtwoord", "geweigerd")
            raise

    def authentication_failed(self, request, **credentials):
        """What was typed stays out of the log: it may be a password in the wrong field."""
        weigeringen.schrijf(request, "inloggen", "mislukt")

    def send_password_reset_mail(self, user, email, context):
        """Through the outbox, with the address of the portal itself: a Host header is whatever somebody sends."""
        berichten.mail(user.email, "wachtwoord_vergeten", pad=urlsplit(context["password_reset_url"]).path)

    def get_reauthentication_methods(self, user):
        """Who has a second factor confirms with that: a password alone can be seen over a shoulder."""
        ways = [each | {"description": MANIEREN[each["id"]]} for each in super().get_reauthentication_methods(user)]
        return [each for each in ways if each["id"] != WACHTWOORD] if len(ways) > 1 else ways

    def add_message(self, request, level, message_template=None, message_context=None, extra_tags="", message=None):
        if text := message or MELDINGEN[message_template]:
            messages.add_message(request, level, text, extra_tags)
