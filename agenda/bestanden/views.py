"""Downloading a file: always as an attachment, never as a page."""

from django.core.files.storage import default_storage
from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from agenda.access import SIGNED_IN, GeenToegang, audience
from agenda.models import Bestand


@audience(SIGNED_IN)
@require_safe
def bestand(request, pk):
    return serve(get_object_or_404(Bestand.objects.visible_to(request.user), pk=pk))


def serve(bestand: Bestand) -> FileResponse:
    """The file as a download. The caller has checked who asks; what is not released or has expired is refused here."""
    if not bestand.is_vrijgegeven:
        raise GeenToegang(f"‘{bestand.naam}’ is {bestand.get_scanstand_display()} en kan niet worden geopend.")
    if bestand.is_verlopen:
        until = date_format(bestand.bewaren_tot, "j F Y")
        raise GeenToegang(f"‘{bestand.naam}’ was te downloaden tot en met {until}. Maak het bestand opnieuw.")
    response = FileResponse(
        default_storage.open(bestand.plaats),
        as_attachment=True,
        filename=bestand.naam,
        content_type=bestand.mediatype,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
