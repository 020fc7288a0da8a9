"""The page behind the link of an invitation: who invited for what, and choosing a password."""

from http import HTTPStatus

from django.contrib import auth, messages
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from agenda.access import PUBLIC, audience
from agenda.accounts import uitnodigen
from agenda.beheer.forms import WachtwoordForm
from agenda.sessies.invoer import filled

GEDAAN = "Uw account is klaar. Log in met uw e-mailadres en het wachtwoord dat u net koos."


@audience(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
def aannemen(request, token):
    """Sends no address to another page: the link is a secret until it is used."""
    response = answer(request, token)
    response["Referrer-Policy"] = "strict-origin"  # ‘no-referrer’ would also take the Origin from our own form
    return response


def answer(request, token):
    try:
        return form_page(request, token)
    except uitnodigen.NietGeldig:
        return render(request, "beheer/uitnodiging_werkt_niet.html", status=HTTPStatus.GONE)


def form_page(request, token):
    uitnodiging = uitnodigen.find(token)
    form = filled(request, WachtwoordForm)
    if request.method == "POST" and form.carry_out(uitnodigen.aannemen, token):
        auth.logout(request)  # whoever was signed in here is not who was invited
        messages.success(request, GEDAAN)
        return redirect("account_login")
    return render(request, "beheer/uitnodiging_aannemen.html", {"form": form, "uitnodiging": uitnodiging})
