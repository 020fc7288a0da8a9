"""Reading a reference list from a file, with a preview first, and writing it to one that can be read back."""

from django.http import HttpResponse
from import_export.admin import ImportExportMixin
from import_export.formats.base_formats import CSV, XLSX
from import_export.tmp_storages import CacheStorage

from agenda import audit
from agenda.lijsten.bestand import BOM, MEDIATYPE

ONLEESBAAR = (
    "Dit bestand is niet te lezen. Kies bij ‘Formaat’ wat het is. Gaat het dan nog niet? Sla het in Excel opnieuw op "
    "als Excel-werkmap (.xlsx) of als ‘CSV UTF-8’."
)


class Csv(CSV):
    """CSV as Excel writes it: here with semicolons and a mark in front, elsewhere with commas."""

    def create_dataset(self, in_stream, **kwargs):
        text = in_stream.decode("utf-8-sig") if isinstance(in_stream, bytes) else in_stream.removeprefix(BOM)
        heading = text.partition("\n")[0]
        return super().create_dataset(text, delimiter=";" if ";" in heading else ",", **kwargs)


class Uitwisseling(ImportExportMixin):
    """Comes in as XLSX or CSV, goes out as XLSX. What is uploaded waits in the cache until the preview is approved."""

    import_formats = [XLSX, Csv]
    import_template_name = "beheer/importeren.html"
    tmp_storage_class = CacheStorage
    skip_admin_log = True  # each row is in the audit trail already

    def has_import_permission(self, request):
        return self.admin_site.has_permission(request)

    has_export_permission = has_import_permission

    def add_data_read_fail_error_to_form(self, form, e):
        form.add_error("import_file", ONLEESBAAR)

    def export_action(self, request):
        """The rows that the screen shows, all pages, at once as a file."""
        rows, naam = self.get_export_queryset(request), self.model._meta.verbose_name_plural
        filters = request.GET.urlencode() or "geen"
        details = {"lijst": naam, "aantal": len(rows), "vorm": "Excel", "filters": filters}
        audit.record(self.model, "exporteren", by=request.user, **details)
        response = HttpResponse(self.get_export_data(XLSX(), request, rows), content_type=MEDIATYPE["xlsx"])
        response["Content-Disposition"] = f'attachment; filename="{naam}.xlsx"'
        return response
