"""‘Mijn gegevens’: what the portal keeps of whoever asks, as a page and as a file."""

from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from agenda import audit, klok
from agenda.access import SIGNED_IN, audience
from agenda.inzage import gegevens_van


@audience(SIGNED_IN)
@never_cache
@require_safe
def gegevens(request):
    return render(request, "inzage/gegevens.html", {"delen": gegevens_van(request.user)})


@audience(SIGNED_IN)
@never_cache
@require_safe
@transaction.atomic
def download(request):
    audit.record(request.user, "gegevens_downloaden", by=request.user)
    inhoud = {
        "account": request.user.pk,
        "gemaakt_op": klok.nu(),
        "gegevens": [
            {"doel": deel.verwerking.naam, "van_u": deel.rijen, "door_u_gedaan": deel.kenmerken}
            for deel in gegevens_van(request.user)
        ],
    }
    response = JsonResponse(inhoud, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    return response
