"""The pages for signing in, signing out and choosing a role in the demo."""

from django.contrib import auth
from django.contrib.auth.views import LoginView
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from agenda import audit
from agenda.access import PUBLIC, SIGNED_IN, Permission, Rol, audience, may
from agenda.accounts.demo import ROLLEN, demo_account
from agenda.accounts.forms import DemoForm, InloggenForm
from agenda.middleware import is_demo_open


class InloggenView(LoginView):
    """Sign in with e-mail address and password."""

    audience = PUBLIC
    authentication_form = InloggenForm
    template_name = "accounts/inloggen.html"
    redirect_authenticated_user = True
    extra_context = {"titel": "Inloggen"}

    def get_context_data(self, **kwargs):
        return super().get_context_data(is_demo_open=is_demo_open(self.request), **kwargs)

    def get_default_redirect_url(self):
        return resolve_url(_landing_page(self.request.user))

    @transaction.atomic
    def form_valid(self, form):
        response = super().form_valid(form)
        audit.record(self.request.user, "inloggen", by=self.request.user)
        return response


@audience(SIGNED_IN)
@require_POST
@transaction.atomic
def uitloggen(request):
    audit.record(request.user, "uitloggen", by=request.user)
    auth.logout(request)
    return redirect("home")


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
    auth.login(request, gebruiker, backend="django.contrib.auth.backends.ModelBackend")
    audit.record(gebruiker, "inloggen_demo", by=gebruiker)
    return redirect(_landing_page(gebruiker))


def _landing_page(user) -> str:
    return "werk" if may(user, Permission.PROGRAMMA_INZIEN) else "home"
