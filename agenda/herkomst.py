"""Who acts and from where: of a request the account and its IP address, else the command or the werker.

It is known by itself wherever something is written, so that no operation has to pass it on.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from ipaddress import ip_address

from django.conf import settings
from django.utils.functional import empty

WERKER = "werker"


def nobody() -> int | None:
    return None


@dataclass(frozen=True)
class Herkomst:
    """`actor` gives the number of the account, or None; it is asked at each write, since one can sign in halfway."""

    vanaf: str = ""
    actor: Callable[[], int | None] = nobody


UNKNOWN = Herkomst()
_herkomst: ContextVar[Herkomst] = ContextVar("herkomst", default=UNKNOWN)


def herkomst() -> Herkomst:
    """Of what happens now; empty outside a request, a command and the werker."""
    return _herkomst.get()


@contextmanager
def acting(vanaf: str, actor: Callable[[], int | None] = nobody) -> Iterator[None]:
    """Let everything in the block count as done from `vanaf`."""
    token = _herkomst.set(Herkomst(vanaf, actor))
    try:
        yield
    finally:
        _herkomst.reset(token)


def command_in(arguments: list[str]) -> str:
    """What a line says that was written by `manage.py` with these arguments."""
    name = arguments[1] if len(arguments) > 1 else "help"
    return WERKER if name == WERKER else f"opdracht {name}"


class HerkomstMiddleware:
    """A request acts as who is signed in, from its IP address; stands after AuthenticationMiddleware."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with acting(client_address(request), lambda: account_of(request.user)):
            return self.get_response(request)


def account_of(user) -> int | None:
    """The number of `user`, if it is known who that is: finding out costs queries, and may itself write.

    Before AuthenticationMiddleware there is no user at all (None).
    """
    if user is None or getattr(user, "_wrapped", user) is empty:
        return None
    return user.pk


def client_address(request) -> str:
    """The IP address that asks, in one spelling; empty on a Unix socket.

    Anybody can write an X-Forwarded-For. Each proxy of ours adds one address at its end, so with n of them
    (setting AANTAL_PROXYS) the n-th from the end is the first that ours saw. Anything else is not believed.
    """
    trusted = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    passed_on = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if 0 < trusted <= len(passed_on):
        return spelled(passed_on[-trusted]) or spelled(request.META["REMOTE_ADDR"])
    return spelled(request.META["REMOTE_ADDR"])


def spelled(address: str) -> str:
    try:
        return str(ip_address(address.strip()))
    except ValueError:
        return ""
