"""The pages of one's own account, for signing out, and for choosing a role in the demo."""

from allauth.account.internal.flows.login import record_authentication
from allauth.usersessions.models import UserSession
from django.contrib import auth, messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from agenda import audit
from agenda.access import PUBLIC, SIGNED_IN, Rol, audience
from agenda.accounts.demo import ROLLEN, demo_account, in_a_sentence
from agenda.accounts.forms import DemoForm
from agenda.accounts.landing import landing_page
from agenda.accounts.oidc import address_after_signing_out
from agenda.accounts.overzicht import overzicht
from agenda.accounts.sessies import beeindigen, sessions
from agenda.middleware import is_demo_open
from agenda.sessies.invoer import filled
from agenda.sessies.terug import asked_for


@audience(SIGNED_IN)
def account(request):
    return render(request, "accounts/account.html", overzicht(request))


@audience(SIGNED_IN)
@require_http_methods(["GET", "POST"])
def sessies(request):
    """All open sessions; POST ends the one with the number in `sessie`, or with `andere` all but this one."""
    found = sessions(request.user)
    if request.method == "GET":
        return render(request, "accounts/sessies.html", {"sessies": found})
    choice = request.POST.get("sessie")
    ended = [each for each in found if not each.is_current() and choice in ("andere", str(each.pk))]
    beeindigen(ended, by=request.user)
    messages.success(request, "U bent daar uitgelogd." if ended else "Er was geen andere sessie meer om te beëindigen.")
    return redirect("usersessions_list")


@audience(PUBLIC)
@require_POST
def afbreken(request):
    """Stop between the password and the second step: nobody was signed in yet."""
    if not request.user.is_authenticated:
        request.session.flush()
    return redirect("account_login")


@audience(SIGNED_IN)
@require_POST
def uitloggen(request):
    then = address_after_signing_out(request) or "home"  # asks the provider: no transaction waits for the network
    with transaction.atomic():
        audit.record(request.user, "uitloggen", by=request.user)
        auth.logout(request)
    messages.success(request, "U bent uitgelogd.")
    return redirect(then)


@audience(SIGNED_IN)
@never_cache
@require_http_methods(["GET", "POST"])
def demo_bevestigen(request):
    """Before a decision: in the demo a button stands for a password."""
    if not is_demo_open(request):
        raise Http404("De demo staat uit.")
    if request.method == "POST":
        record_authentication(request, request.user, method="demo", reauthenticated=True)
        return redirect(asked_for(request) or landing_page(request.user))
    rollen = [in_a_sentence(Rol(rol)) for rol in request.user.rollen]
    return render(request, "accounts/demo_bevestigen.html", {"rollen": rollen})


@audience(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
@transaction.atomic
def demo(request):
    if not is_demo_open(request):
        raise Http404("De demo staat uit.")
    form = filled(request, DemoForm)
    if not form.is_valid():
        rollen = [(rol, in_a_sentence(rol), uitleg) for rol, uitleg in ROLLEN.items()]
        return render(request, "accounts/demo.html", {"rollen": rollen, "form": form})
    gebruiker = demo_account(Rol(form.cleaned_data["rol"]))
    auth.login(request, gebruiker, backend="agenda.accounts.adapter.Aanmelding")
    UserSession.objects.create_from_request(request)
    audit.record(gebruiker, "inloggen_demo", by=gebruiker)
    return redirect(asked_for(request) or landing_page(gebruiker))
