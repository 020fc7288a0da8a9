"""Ends sessions by the clock, remembers of whom they were, and clears what was kept once it is done."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import auth, messages

from agenda.sessies import beleid, terug
from agenda.sessies.beleid import Einde
from agenda.sessies.invoer import teruggave
from agenda.sessies.opslag import VORIGE, owner_of_ended

REDIRECTS = {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER}


class SessieMiddleware:
    """Stands after MessageMiddleware, and before anything else that asks who is signed in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        account = self.check(request)
        response = self.get_response(request)
        if account and request.session.get(auth.SESSION_KEY) != account:
            request.session[VORIGE] = account
        if request.method == "POST" and response.status_code in REDIRECTS:
            teruggave(request).clear(terug.previous_page(request))
        return response

    def check(self, request) -> str | None:
        """End the session if it is over; else note that it is in use. Returns whose session it is or was."""
        account = request.session.get(auth.SESSION_KEY)
        if account is None:
            return self.ended_elsewhere(request)
        reden = beleid.einde(request.session)
        if reden is None and request.user.is_authenticated:
            request.session.touch()
            return account
        auth.logout(request)
        request.session[VORIGE] = account
        messages.warning(request, beleid.melding(reden or Einde.GEWIJZIGD))
        return account

    def ended_elsewhere(self, request) -> str | None:
        """Whose session this was until somebody ended it in another browser; None if nobody did."""
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        if not key or not request.session.is_empty():
            return None
        if account := owner_of_ended(key):
            request.session[VORIGE] = account
            messages.warning(request, beleid.melding(Einde.ELDERS))
        return account
