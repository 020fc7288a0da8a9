"""What every request passes: no view runs for somebody outside its audience."""

from collections.abc import Iterable
from http import HTTPStatus
from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.forms import BaseForm
from django.http.request import split_domain_port
from django.shortcuts import render
from django.template.loader import render_to_string

from agenda.access import GeenToegang, admits
from agenda.checks import audience_of
from agenda.herkomst import account_of
from agenda.levensloop import NietMogelijk
from agenda.sessies.invoer import page_after_sign_in
from agenda.sessies.terug import page_to_return_to

ONGELDIG = "formulier met fouten"  # in the security log: what a validation refused (BIO2 8.15.01)
LOOPBACK_NAMES = {"localhost", "127.0.0.1", "[::1]"}
NIET_NODIG = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
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
            return redirect_to_login(page_after_sign_in(request))
        raise GeenToegang("Uw account heeft geen toegang tot deze pagina.")


class KoppenMiddleware:
    """What a browser may not do with a page, and that it keeps none of somebody who is signed in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response["Permissions-Policy"] = NIET_NODIG
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        if account_of(getattr(request, "user", None)):
            response["Cache-Control"] = "private, no-store"  # else the back button shows it after signing out
        return response


class WayOnMiddleware:
    """A refusal of the framework without words, or of a step by a levensloop, gets a page with a way on."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            response.content = render_to_string("405.html")
        return response

    def process_exception(self, request, exception):
        if not isinstance(exception, NietMogelijk):
            return None
        context = {"uitleg": str(exception), "vorige": page_to_return_to(request)}
        return render(request, "409.html", context, status=HTTPStatus.CONFLICT)


class FormulierMiddleware:
    """A form that comes back with its faults was refused: the status says so, whichever view answered."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method != "POST" or response.status_code != HTTPStatus.OK:
            return response
        if has_faults(getattr(request, "verstuurd", [])):
            response.status_code, request.weigering = HTTPStatus.BAD_REQUEST, ONGELDIG
        elif has_faults(forms_of_library(response)):
            response.status_code, request.weigering = HTTPStatus.BAD_REQUEST, ""  # signing in has lines of its own
        return response


def has_faults(forms: Iterable[BaseForm]) -> bool:
    """Whether the view found faults; a form at which it did not look is not judged here."""
    return any(form.is_bound and form._errors for form in forms)


def forms_of_library(response) -> list[BaseForm]:
    """The forms on a page of allauth or of Django's admin, which make their own."""
    shown = (getattr(response, "context_data", None) or {}).values()
    return [form for each in shown if isinstance(form := getattr(each, "form", each), BaseForm)]


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
