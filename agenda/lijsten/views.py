"""One answer for every list: the page, or the same list as a file."""

import tempfile

from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from agenda.access import Permission, require
from agenda.lijsten import adres
from agenda.lijsten.bestand import MEDIATYPE, WRITERS, csv_lines, filename, record_export
from agenda.lijsten.lijst import Lijst
from agenda.lijsten.taken import export_later
from agenda.middleware import ONGELDIG

DIRECT = 10_000  # rows; a larger file is made in the background


@require_safe
def show_list(request, klasse: type[Lijst], *, template: str = "lijsten/lijst.html", **context):
    """The list of the address for this reader; with `?formaat=` as a file, with a fault status 400."""
    lijst = klasse(request.GET, request.user)
    formaat = request.GET.get(adres.FORMAAT)
    if formaat and not lijst.fouten:
        return export(request, lijst, formaat)
    if lijst.fouten:
        request.weigering = ONGELDIG
    context = {"lijst": lijst, "programma": lijst.programma, "inleiding": "", **context}
    return render(request, template, context, status=400 if lijst.fouten else 200)


def export(request, lijst: Lijst, formaat: str):
    require(request.user, Permission.EXPORTEREN)
    if lijst.aantal > DIRECT:
        return redirect("taak", export_later(lijst, formaat, by=request.user).pk)
    record_export(lijst, formaat, by=request.user)
    if formaat == "csv":
        response = StreamingHttpResponse(csv_lines(lijst), content_type=MEDIATYPE[formaat])
        response["Content-Disposition"] = f'attachment; filename="{filename(lijst, formaat)}"'
        return response
    file = tempfile.TemporaryFile()  # noqa: SIM115  the response closes it
    for _ in WRITERS[formaat](lijst, file):
        pass
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=filename(lijst, formaat), content_type=MEDIATYPE[formaat])
