"""How many forms one account or address may send, and how many costly pages it may ask: more is a program."""

from http import HTTPStatus

from allauth.core import ratelimit
from allauth.core.internal.ratelimit import consume  # the only one that counts a GET too
from django.shortcuts import render

from agenda.sessies.invoer import VAN_AANMELDEN, keep

KOSTBAAR = {"catalogus-interventie-pdf", "gemeente-aanvraag-pdf"}  # only looking, but a second of work
VERSTUREN = {"collega-uitnodigen", "collega-stap", "uitnodiging-nieuw", "uitnodiging-stap"}
WACHT = 60  # seconds after which the oldest of the counted forms no longer counts


class GrenzenMiddleware:
    """Refuses a form or costly page too many before its view runs; how many is in ACCOUNT_RATE_LIMITS.

    Forms about signing in have limits of allauth of their own, per account that is tried and not only per address.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.url_name or ""
        if name in KOSTBAAR:
            is_free = consume(request, app="allauth.account", action="kostbaar", limit_get=True)
            return None if is_free else te_vaak(request, opnieuw=request.path)
        if request.method != "POST" or name.startswith(VAN_AANMELDEN):
            return None
        is_known = request.user.is_authenticated
        if all(ratelimit.consume(request, action=action) for action in actions(request, name)):
            return None
        return te_vaak(request, keep(request, request.user.pk) if is_known else "")


def actions(request, name: str) -> list[str]:
    """What this form counts as; an invitation mails somebody whom the portal does not know."""
    if not request.user.is_authenticated:
        return ["formulier_anoniem"]
    also = {"upload": request.FILES, "uitnodiging": name in VERSTUREN}
    return ["formulier", *(action for action, counts in also.items() if counts)]


def te_vaak(request, page: str = "", opnieuw: str = ""):
    """The page that asks to wait; `page` is where what was typed stands again, `opnieuw` what was only asked for."""
    context = {"verder": page, "opnieuw": opnieuw, "seconden": WACHT}
    answer = render(request, "te_veel.html", context, status=HTTPStatus.TOO_MANY_REQUESTS)
    answer["Retry-After"] = str(WACHT)
    return answer
