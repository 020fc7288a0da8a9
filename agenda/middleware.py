"""What every request passes: no view runs for somebody outside its audience."""

from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.http.request import split_domain_port

from agenda.access import GeenToegang, admits
from agenda.checks import audience_of

LOOPBACK_NAMES = {"localhost", "127.0.0.1", "[::1]"}
MARKS_OF_A_PROXY = ("HTTP_VIA", "HTTP_FORWARDED", "HTTP_X_FORWARDED", "HTTP_X_REAL_IP")


class AudienceMiddleware:
    """Refuses a view without audience, sends the anonymous to sign in, and refuses who lacks the right."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
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
    """Whether the demo door may open: demo on, and both the address asked for and the asker are this machine."""
    hostname, _ = split_domain_port(request.get_host())
    return (
        settings.PORTAAL_DEMO
        and hostname in LOOPBACK_NAMES
        and is_loopback(request.META["REMOTE_ADDR"])
        and not came_through_proxy(request)
    )


def is_loopback(address: str) -> bool:
    """Whether `address` is this machine's own; on a Unix socket there is none, and a proxy is asking."""
    return bool(address) and ip_address(address).is_loopback


def came_through_proxy(request) -> bool:
    """Whether a proxy passed the request on: on this machine its address looks like ours.

    nginx as it comes adds no header at all, but speaks HTTP/1.0; a browser has not done so for decades.
    """
    marked = any(name.startswith(MARKS_OF_A_PROXY) for name in request.META)
    return marked or request.META.get("SERVER_PROTOCOL") == "HTTP/1.0"
