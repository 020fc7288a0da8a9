"""The pages for signing out and choosing a role in the demo."""

from django.contrib import auth
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from agenda import audit
from agenda.access import PUBLIC, SIGNED_IN, Rol, audience
from agenda.accounts.demo import ROLLEN, demo_account
from agenda.accounts.forms import DemoForm
from agenda.accounts.landing import landing_page
from agenda.accounts.oidc import address_after_signing_out
from agenda.middleware import is_demo_open


@audience(SIGNED_IN)
@require_POST
@transaction.atomic
def uitloggen(request):
    then = address_after_signing_out(request) or "home"
    audit.record(request.user, "uitloggen", by=request.user)
    auth.logout(request)
    return redirect(then)


@audience(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
@transaction.atomic
def demo(request):
    if not is_demo_open(request):
        raise Http404("De demo staat uit.")
    form = DemoForm(request.POST or None)
    if not form.is_valid():
        return render(request, "accounts/demo.html", {"rollen": ROLLEN, "form": form})
    gebruiker = demo_account(Rol(form.cleaned_data["rol"]))
    auth.login(request, gebruiker, backend="agenda.accounts.adapter.Aanmelding")
    audit.record(gebruiker, "inloggen_demo", by=gebruiker)
    return redirect(landing_page(gebruiker))
