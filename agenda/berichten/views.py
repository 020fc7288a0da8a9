"""The inbox, and the page on which somebody chooses the mail that goes with it."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agenda.access import SIGNED_IN, audience
from agenda.berichten import voorkeuren
from agenda.berichten.forms import MailForm
from agenda.berichten.soorten import Soort, kind_of
from agenda.berichten.sturen import lezen
from agenda.models import Bericht
from agenda.sessies.invoer import filled

PER_PAGINA = 25
ONGELEZEN = "ongelezen"


@audience(SIGNED_IN)
@never_cache
@require_safe
def inbox(request):
    berichten = Bericht.objects.visible_to(request.user)
    is_ongelezen = request.GET.get("toon") == ONGELEZEN
    informatie = berichten.informatie()
    if is_ongelezen:
        informatie = informatie.unread()
    pagina = Paginator(informatie, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "te_doen": with_kind(berichten.te_doen()),
        "informatie": with_kind(pagina),
        "pagina": pagina,
        "aantal": pagina.paginator.count,
        "is_ongelezen": is_ongelezen,
    }
    return render(request, "berichten/inbox.html", context)


def with_kind(berichten) -> list[tuple[Bericht, Soort]]:
    return [(bericht, kind_of(bericht)) for bericht in berichten]


@audience(SIGNED_IN)
@never_cache
@require_safe
def bericht(request, pk):
    """To what the message is about; following it is reading it."""
    berichten = Bericht.objects.visible_to(request.user).filter(pk=pk)
    found = get_object_or_404(berichten)
    lezen(berichten)
    return redirect(found.adres)


@audience(SIGNED_IN)
@require_POST
def gelezen(request):
    lezen(Bericht.objects.visible_to(request.user).informatie())
    return redirect("berichten")


@audience(SIGNED_IN)
@require_http_methods(["GET", "POST"])
def mailinstellingen(request):
    form = filled(request, MailForm, gebruiker=request.user)
    if form.is_valid():
        voorkeuren.kiezen(form.cleaned_data, by=request.user)
        messages.success(request, "Uw keuzes voor mail zijn opgeslagen.")
        return redirect("mailinstellingen")
    context = {
        "form": form,
        "altijd": [soort for soort in voorkeuren.kinds_for(request.user) if soort.verplicht],
        "als_bestand": not settings.EMAIL_URL,
        "kruimelpad": {"kruimels": [("Berichten", reverse("berichten"))], "hier": "Mail"},
    }
    return render(request, "berichten/mailinstellingen.html", context)
