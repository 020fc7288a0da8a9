"""Probes for whoever runs the portal: is the process alive, and can it reach its database."""

from django.db import DatabaseError, connection
from django.http import JsonResponse

from agenda.access import PUBLIC, audience
from agenda.ui.views import OPNIEUW


@audience(PUBLIC)
def live(request):
    return JsonResponse({"status": "ok"})


@audience(PUBLIC)
def ready(request):
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "database niet bereikbaar"}, status=503, headers={"Retry-After": str(OPNIEUW)})
    return JsonResponse({"status": "ok"})
