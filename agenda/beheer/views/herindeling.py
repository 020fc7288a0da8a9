"""The page on which a beheerder moves the people of a gemeente that is no more."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from agenda.access import Permission, audience
from agenda.accounts import overzetten as verbs
from agenda.accounts.vers import vers_aangemeld
from agenda.models import Gemeente
from agenda.naslag import pagina


@audience(Permission.ACCOUNTS_BEHEREN)
def overzicht(request):
    titel, onder = "Accounts na een herindeling", ["beheer", "accounts"]
    gemeenten = verbs.te_doen()
    return pagina.detail(request, "beheer/herindeling.html", titel, programma=None, onder=onder, gemeenten=gemeenten)


@audience(Permission.ACCOUNTS_BEHEREN)
@require_POST
@vers_aangemeld
def overzetten(request, code):
    gemeente = get_object_or_404(Gemeente.objects.visible_to(request.user), code=code)
    aantal = verbs.overzetten(gemeente, by=request.user)
    messages.success(request, f"{aantal} {'account is' if aantal == 1 else 'accounts zijn'} overgezet.")
    return redirect("herindeling")
