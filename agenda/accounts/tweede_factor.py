"""The second factor: who needs one (BIO2 5.17.01), how its secret is kept, and allauth's words for it in Dutch."""

from base64 import urlsafe_b64encode
from functools import cache
from hashlib import sha256

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

from agenda.access import may_change

Soort = Authenticator.Type
FACTOREN = (Soort.TOTP, Soort.WEBAUTHN)  # recovery codes stand in for a factor, they are none
NAMEN = {
    Soort.TOTP: "authenticator-app",
    Soort.WEBAUTHN: "passkey",
    Soort.RECOVERY_CODES: "herstelcodes",
}
GEZIEN = "tweede_factor_ingesteld"  # in the session, so that an ordinary page needs no query for it


class MfaAdapter(DefaultMFAAdapter):
    """Secrets are encrypted with a key derived from SECRET_KEY; the messages are Dutch."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Deze code klopt niet, is al gebruikt of is verlopen. Wacht tot de app een nieuwe code toont "
        "en vul die in.",
        "cannot_generate_recovery_codes": "Herstelcodes horen bij een tweede factor. Stel eerst een authenticator-app "
        "of passkey in.",
    }

    def encrypt(self, text: str) -> str:
        return locks().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return locks().decrypt(encrypted_text).decode()

    def generate_authenticator_name(self, user, type) -> str:
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": settings.MFA_TOTP_ISSUER}


@cache
def locks() -> MultiFernet:
    """The key of now, and the earlier ones of SECRET_KEY_FALLBACKS, with which old secrets can still be read."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (sha256(b"portaal.tweede-factor:" + key.encode()).digest() for key in keys)
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])


def factors(user):
    """The authenticator app and passkeys of `user`."""
    return Authenticator.objects.filter(user=user, type__in=FACTOREN)


def signs_in_here(user) -> bool:
    """Not who comes by single sign-on: a factor of our own would still work after the account there is shut."""
    return not SocialAccount.objects.filter(user=user).exists()


def is_required(user) -> bool:
    """Whether `user` may not work without: a local account that can change something."""
    return user.is_authenticated and user.has_usable_password() and may_change(user)


def must_set_up(request) -> bool:
    """Whether the visitor needs a second factor and has none; asks the database until there is one."""
    if not is_required(request.user) or request.session.get(GEZIEN):
        return False
    if factors(request.user).exists():
        request.session[GEZIEN] = True
        return False
    return True


def may_remove_one(user) -> bool:
    """Whether `user` can work without one of his factors."""
    return not is_required(user) or factors(user).count() > 1
