"""The gallery of all components, and the page for a form that was sent without a valid token."""

import logging
from http import HTTPStatus
from uuid import uuid4

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse, HttpResponseBadRequest, HttpResponseServerError
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from agenda.access import PUBLIC, audience
from agenda.sessies.invoer import filled, page_after_new_token
from agenda.ui.component import component
from agenda.ui.voorbeelden import GROEPEN, VoorbeeldForm, voorbeelden

logger = logging.getLogger(__name__)


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
    """A number for who reports the fault, that stands in the log beside what went wrong; nothing more."""
    kenmerk = uuid4().hex[:10]
    logger.error("Fout %s bij %s", kenmerk, request.method, exc_info=True)
    return HttpResponseServerError(render_to_string("500.html", {"kenmerk": kenmerk}))


def csrf_failure(request, reason=""):
    """Django calls this view when the token of a form is missing or old; an old one costs no typed work."""
    if page := page_after_new_token(request):
        return redirect(page)
    request.weigering = "formulier zonder geldig kenmerk"
    return render(request, "403_csrf.html", status=403)
