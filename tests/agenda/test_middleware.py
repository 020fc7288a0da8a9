"""No view runs for somebody outside its audience, and the demo door opens only on this machine."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import ResolverMatch

from agenda.access import PUBLIC, SIGNED_IN, GeenToegang, Permission, Rol, audience
from agenda.middleware import AudienceMiddleware, is_demo_open
from agenda.models import Gebruiker


def answer(request):
    return HttpResponse("de pagina")


def passing(user, who, address="/werk/?jaar=2024"):
    """What the middleware answers instead of the view; None lets the view run."""

    def view(request): ...

    request = RequestFactory().get(address)
    request.user = user
    request.resolver_match = ResolverMatch(view, (), {})
    marked = audience(who)(view) if who else view
    return AudienceMiddleware(answer).process_view(request, marked, (), {})


def somebody(*rollen):
    return Gebruiker(email="iemand@portaal.invalid", naam="Iemand", rollen=list(rollen))


def test_the_anonymous_see_a_public_page():
    assert passing(AnonymousUser(), PUBLIC) is None


def test_the_anonymous_are_sent_to_sign_in_and_come_back_where_they_were():
    response = passing(AnonymousUser(), SIGNED_IN)
    assert (response.status_code, response.url) == (302, "/account/inloggen/?next=/werk/%3Fjaar%3D2024")


def test_who_has_the_right_passes():
    assert passing(somebody(Rol.REDACTEUR), Permission.BRIEF_SCHRIJVEN) is None


def test_who_lacks_the_right_is_refused():
    with pytest.raises(GeenToegang, match="geen toegang tot deze pagina"):
        passing(somebody(Rol.AUDITOR), Permission.BRIEF_SCHRIJVEN)


def test_a_view_without_audience_does_not_run_even_for_the_programmamanager():
    with pytest.raises(ImproperlyConfigured, match="zegt niet wie hem mag openen"):
        passing(somebody(Rol.PROGRAMMAMANAGER), None)


def demo_request(host="localhost", **meta):
    return RequestFactory().get("/demo/", headers={"host": host}, **meta)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "localhost:8000", "[::1]:8000", "[::1]"])
def test_the_demo_door_opens_on_this_machine(settings, host):
    settings.PORTAAL_DEMO, settings.ALLOWED_HOSTS = True, ["*"]
    assert is_demo_open(demo_request(host))


@pytest.mark.parametrize(
    ("host", "meta"),
    [
        ("portaal.example.nl", {}),
        ("localhost.example.nl", {}),
        ("192.168.1.5:8000", {}),
        ("localhost", {"REMOTE_ADDR": "192.168.1.7"}),
        ("localhost", {"HTTP_X_FORWARDED_FOR": "192.168.1.7"}),
        ("localhost", {"HTTP_X_FORWARDED_PROTO": "https"}),
        ("localhost", {"HTTP_X_FORWARDED_HOST": "portaal.example.nl"}),
        ("localhost", {"HTTP_X_REAL_IP": "192.168.1.7"}),
        ("localhost", {"HTTP_FORWARDED": "for=192.168.1.7"}),
        ("localhost", {"HTTP_VIA": "1.1 proxy"}),
        ("127.0.0.1:8000", {"SERVER_PROTOCOL": "HTTP/1.0"}),
        ("localhost", {"REMOTE_ADDR": ""}),
    ],
)
def test_the_demo_door_stays_shut_for_another_machine(settings, host, meta):
    settings.PORTAAL_DEMO, settings.ALLOWED_HOSTS = True, ["*"]
    assert not is_demo_open(demo_request(host, **meta))


def test_the_demo_door_stays_shut_when_the_demo_is_off(settings):
    settings.PORTAAL_DEMO = False
    assert not is_demo_open(demo_request())
