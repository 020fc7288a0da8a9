"""What every request passes: no view runs for somebody outside its audience."""

from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.http.request import split_domain_port

from agenda.access import GeenToegang, admits
from agenda.checks import KNOWN_THIRD_PARTY, audience_of

LOOPBACK_NAMES = {"localhost", "127.0.0.1", "[::1]"}


class AudienceMiddleware:
    """Refuses a view without audience, sends the anonymous to sign in, and refuses who lacks the right."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match._func_path in KNOWN_THIRD_PARTY:
            return None
        who = audience_of(view)
        if who is None:
            raise ImproperlyConfigured(
                f"{view.__module__}.{view.__qualname__} zegt niet wie hem mag openen. Zet er @audience(…) op."
            )
        if admits(who, request.user):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        raise GeenToegang("U heeft geen toegang tot deze pagina. Vraag uw beheerder erom.")


def is_demo_open(request) -> bool:
    """Whether the demo door may open: demo on, and both the address asked for and the asker are this machine.

    A proxy on the same machine also looks like this machine, so a forwarded request is refused.
    """
    hostname, _ = split_domain_port(request.get_host())
    forwarded = "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META
    return (
        settings.PORTAAL_DEMO
        and hostname in LOOPBACK_NAMES
        and not forwarded
        and ip_address(request.META["REMOTE_ADDR"]).is_loopback
    )
