"""Ends sessions by the clock, remembers of whom they were, and clears what was kept once it is done."""

from http import HTTPStatus

from django.contrib import auth, messages

from agenda.sessies import beleid, terug
from agenda.sessies.beleid import Einde
from agenda.sessies.invoer import VORIGE, teruggave

REDIRECTS = {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER}


class SessieMiddleware:
    """Stands after MessageMiddleware, and before anything else that asks who is signed in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        self.check(request)
        response = self.get_response(request)
        if request.method == "POST" and response.status_code in REDIRECTS:
            teruggave(request).clear(terug.previous_page(request))
        return response

    def check(self, request) -> None:
        """End the session if it is over; else note that it is in use."""
        account = request.session.get(auth.SESSION_KEY)
        if account is None:
            return
        reden = beleid.einde(request.session)
        if reden is None and request.user.is_authenticated:
            request.session.touch()
            return
        auth.logout(request)
        request.session[VORIGE] = account
        messages.warning(request, beleid.melding(reden or Einde.GEWIJZIGD))
