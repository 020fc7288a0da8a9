"""The gallery of all components, and the page for a form that was sent without a valid token."""

import logging
import sys
from http import HTTPStatus
from uuid import uuid4

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseBadRequest, HttpResponseServerError
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from agenda.access import PUBLIC, audience
from agenda.sessies.invoer import filled, page_after_new_token
from agenda.ui.component import component
from agenda.ui.voorbeelden import GROEPEN, VoorbeeldForm, voorbeelden

logger = logging.getLogger(__name__)
OPNIEUW = 60  # seconds after which a browser may try again


@audience(PUBLIC)
def stijlgids(request):
    """All components with example values; the example form shows its errors when it is sent."""
    form = filled(request, VoorbeeldForm)
    groepen = {naam: [component(each) for each in onderdelen] for naam, onderdelen in GROEPEN.items()}
    context = voorbeelden(request.GET.get("pagina", "4")) | {"form": form, "groepen": groepen}
    return render(request, "stijlgids/index.html", context)


def bad_request(request, exception):
    """Of a body that is too large the status says so; Django has one for all that it mistrusts."""
    if isinstance(exception, RequestDataTooBig):
        return HttpResponse(render_to_string("413.html"), status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return HttpResponseBadRequest(render_to_string("400.html"))


def server_error(request):
    """A number for who reports the fault, that stands in the log beside what went wrong; nothing more.

    A database that is away is no fault of the portal: then the page says that it comes back.
    """
    if is_database_away(sys.exception()):
        return unavailable()
    kenmerk = uuid4().hex[:10]
    logger.error("Fout %s bij %s", kenmerk, request.method, exc_info=True)
    return HttpResponseServerError(render_to_string("500.html", {"kenmerk": kenmerk}))


def is_database_away(fault: BaseException | None) -> bool:
    """Whether `fault` means that no database answers: SQLSTATE class 08 or 57P, or none because nobody spoke."""
    if not isinstance(fault, (InterfaceError, OperationalError)):
        return False
    state = getattr(fault.__cause__, "sqlstate", None) or ""
    return not state or state.startswith(("08", "57P"))


def unavailable():
    """The page for as long as the database is away."""
    logger.error("De databank is niet bereikbaar.")
    headers = {"Retry-After": str(OPNIEUW), "Cache-Control": "no-store"}
    return HttpResponse(render_to_string("503.html"), status=HTTPStatus.SERVICE_UNAVAILABLE, headers=headers)


def csrf_failure(request, reason=""):
    """Django calls this view when the token of a form is missing or old; an old one costs no typed work."""
    if page := page_after_new_token(request):
        return redirect(page)
    request.weigering = "formulier zonder geldig kenmerk"
    return render(request, "403_csrf.html", status=403)
