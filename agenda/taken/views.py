"""The page on which somebody follows a Taak; it works without JavaScript."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from agenda import taken
from agenda.access import SIGNED_IN, audience
from agenda.models import Taak
from agenda.taken.uitvoering import naam_van

VERVERS = 3  # seconds


@audience(SIGNED_IN)
@require_safe
def taak(request, pk):
    taak = find(request, pk)
    is_still = request.GET.get("verversen") == "uit"
    response = render(request, "taken/taak.html", {"taak": taak, "naam": naam_van(taak), "is_still": is_still})
    if taak.is_open and not is_still:
        response["Refresh"] = str(VERVERS)
    return response


@audience(SIGNED_IN)
@require_POST
def annuleren(request, pk):
    taken.annuleren(find(request, pk))
    return redirect("taak", pk)


def find(request, pk) -> Taak:
    return get_object_or_404(Taak.objects.visible_to(request.user).select_related("resultaat"), pk=pk)
