"""How allauth behaves here: nobody signs up by himself, and who signs in is recorded and lands on his own page."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.db import transaction
from django.shortcuts import resolve_url

from agenda import audit
from agenda.access import GeenToegang
from agenda.accounts.landing import landing_page


class Aanmelding(AuthenticationBackend):
    """E-mail address and password; the account of the portal itself has none that anybody can type."""


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from a beheerder, an invitation or single sign-on; never from a form that anybody fills in."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer ze allebei.",
        "too_many_login_attempts": "Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het over vijf minuten "
        "opnieuw.",
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
