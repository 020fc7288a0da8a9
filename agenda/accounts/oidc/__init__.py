"""Single sign-on by OpenID Connect: staff of the ministry, and officials of gemeenten through eHerkenning.

What a sign-in must satisfy follows the NL GOV profile for OpenID Connect; who comes in is in `toelaten`.
"""

from agenda.accounts.oidc.views import address_after_signing_out, opnieuw_aanmelden, signed_in_with

__all__ = ["address_after_signing_out", "opnieuw_aanmelden", "signed_in_with"]
