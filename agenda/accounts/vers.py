"""A decision takes a fresh sign-in: who sits down at an open screen of another cannot decide."""

from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth.views import redirect_to_login

from agenda import klok
from agenda.access import GeenToegang
from agenda.accounts.oidc import opnieuw_aanmelden, signed_in_with
from agenda.middleware import is_demo_open
from agenda.sessies.invoer import keep


def vers_aangemeld(view, *, eerst=None):
    """Let `view` carry out a POST only after a sign-in of the last five minutes; what was typed is kept meanwhile.

    `eerst` is called with the request of who must sign in first, where it counts when somebody asked. Stands under
    @audience, so that who may not decide at all is refused first.
    """

    @wraps(view)
    def asking(request, *arguments, **named):
        if request.method == "POST" and not is_fresh(request):
            if eerst:
                eerst(request, *arguments, **named)
            return sign_in_again(request, keep(request, request.user.pk))
        return view(request, *arguments, **named)

    asking.vers_aangemeld = True
    return asking


def is_fresh(request) -> bool:
    return klok.nu().timestamp() - proven_at(request) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def proven_at(request) -> float:
    """When this person last proved to be who he is, in seconds since 1970.

    With single sign-on only a sign-in that we asked for counts: the first can rest on one of hours ago elsewhere.
    Who has a second factor proves it with that: a password alone can be seen over a shoulder.
    The demo door leaves no record; there the session began with it.
    """
    records = get_authentication_records(request, request.user)
    if not records:
        return request.session.begonnen_op.timestamp()
    if any(each["method"] == "mfa" for each in records):
        records = [each for each in records if each["method"] == "mfa"]
    proofs = [each["at"] for each in records if each["method"] != "socialaccount" or each.get("reauthenticated")]
    return max(proofs, default=0)


def sign_in_again(request, page: str):
    """To where this person can prove it again, and then to `page`."""
    if signed_in_with(request):
        return opnieuw_aanmelden(request, page)
    if ways := get_adapter().get_reauthentication_methods(request.user):
        return redirect_to_login(page, ways[-1]["url"])  # the strongest comes last: app, passkey
    if is_demo_open(request):
        return redirect_to_login(page, "demo-bevestigen")
    raise GeenToegang("Voor een besluit moet u net zijn ingelogd. Log uit, log opnieuw in en probeer het nog eens.")
