"""Reading a reference list from a file, with a preview first, and writing it to one that can be read back."""

from collections.abc import Iterator

from django.contrib import messages
from django.contrib.admin.views.main import ERROR_FLAG, IGNORED_PARAMS, PAGE_VAR, SEARCH_VAR
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from import_export.admin import ImportExportMixin
from import_export.formats.base_formats import CSV, XLSX
from import_export.forms import ImportForm
from import_export.tmp_storages import CacheStorage

from agenda import audit
from agenda.beheer.resources import HOOGSTENS
from agenda.bestanden import BestandGeweigerd
from agenda.bestanden.ontvangst import ontvangen
from agenda.lijsten.bestand import BOM, MEDIATYPE
from agenda.lijsten.filters import NIET_BEWAARD

ONLEESBAAR = (
    "Dit bestand is niet te lezen. Kies bij ‘Formaat’ wat het is. Gaat het dan nog niet? Sla het in Excel opnieuw op "
    "als Excel-werkmap (.xlsx) of als ‘CSV UTF-8’."
)

VOORBIJ = "Dit voorbeeld is al uitgevoerd of te oud. Kijk in de lijst wat erin staat, of kies het bestand opnieuw."

NO_FILTER = {*IGNORED_PARAMS, PAGE_VAR, ERROR_FLAG, "_changelist_filters"}  # what else stands in the address

KIES = "Kies een bestand, bijvoorbeeld een Excel-werkmap (.xlsx)."
FORMAAT = "Kies wat voor bestand het is: XLSX voor een Excel-werkmap, of CSV."


class ImporterenForm(ImportForm):
    """Which file, and what kind it is; the file is judged as every other upload of `by`, and goes after a day."""

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        bestand, formaat = self.fields["import_file"], self.fields["format"]
        bestand.label, bestand.help_text = "Bestand", "Een Excel-werkmap (.xlsx), of CSV zoals Excel het opslaat."
        bestand.error_messages |= {
            "required": KIES,
            "empty": "Dit bestand is leeg. Kies een bestand met op de eerste regel de namen van de kolommen.",
        }
        formaat.label, formaat.help_text = "Formaat", FORMAAT
        formaat.error_messages |= dict.fromkeys(("required", "invalid_choice"), FORMAAT)

    def clean_import_file(self):
        upload = self.cleaned_data["import_file"]
        if not upload.name.lower().endswith((".xlsx", ".csv")):
            raise ValidationError(f"‘{upload.name}’ is geen CSV- of Excel-bestand. {KIES}")
        try:
            ontvangen(upload, by=self.by)
        except BestandGeweigerd as fout:
            raise ValidationError(str(fout)) from None
        upload.seek(0)
        return upload


class Csv(CSV):
    """CSV as Excel writes it: here with semicolons and a mark in front, elsewhere with commas."""

    def create_dataset(self, in_stream, **kwargs):
        text = in_stream.decode("utf-8-sig") if isinstance(in_stream, bytes) else in_stream.removeprefix(BOM)
        heading = text.partition("\n")[0]
        return super().create_dataset(text, delimiter=";" if ";" in heading else ",", **kwargs)


class Uitwisseling(ImportExportMixin):
    """Comes in as XLSX or CSV, goes out as XLSX. What is uploaded waits in the cache until the preview is approved."""

    import_formats = [XLSX, Csv]
    import_form_class = ImporterenForm
    import_template_name = "beheer/importeren.html"
    tmp_storage_class = CacheStorage
    skip_admin_log = True  # each row is in the audit trail already

    def has_import_permission(self, request):
        return self.admin_site.has_permission(request)

    has_export_permission = has_import_permission

    def get_import_form_kwargs(self, request):
        return super().get_import_form_kwargs(request) | {"by": request.user}

    @method_decorator(require_POST)
    def process_import(self, request, **kwargs):
        """Only what a preview shows that still waits: one that was carried out, or is a day old, is gone."""
        if self.is_waiting(self.create_confirm_form(request)):
            return super().process_import(request, **kwargs)
        messages.error(request, VOORBIJ)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_import")

    def is_waiting(self, form) -> bool:
        """Whether `form` names a file that waits, in a form that we read."""
        numbers = map(str, range(len(self.import_formats)))
        return (
            form.is_valid()
            and form.cleaned_data["format"] in numbers
            and CacheStorage(name=form.cleaned_data["import_file_name"]).read() is not None
        )

    def get_import_context_data(self, **kwargs):
        """The columns of the file with an example, and what makes two rows the same."""
        (resource,) = self.resource_classes
        uitleg = {"kolommen": resource().uitleg(), "sleutel": resource().sleutel, "hoogstens": HOOGSTENS}
        return super().get_import_context_data(**kwargs) | uitleg

    def add_data_read_fail_error_to_form(self, form, e):
        form.add_error("import_file", ONLEESBAAR)

    def export_action(self, request):
        """The rows that the screen shows, all pages, at once as a file."""
        rows, naam = self.get_export_queryset(request), self.model._meta.verbose_name_plural
        filters = "; ".join(self.filters_voor_logboek(request.GET)) or "geen"
        details = {"lijst": naam, "aantal": len(rows), "vorm": "Excel", "filters": filters}
        audit.record(self.model, "exporteren", by=request.user, **details)
        response = HttpResponse(self.get_export_data(XLSX(), request, rows), content_type=MEDIATYPE["xlsx"])
        response["Content-Disposition"] = f'attachment; filename="{naam}.xlsx"'
        return response

    def filters_voor_logboek(self, vraag: QueryDict) -> Iterator[str]:
        """Which filters apply; of those only the choices that the screen offers, for the log is never changed."""
        for naam, waarde in vraag.items():
            if naam == SEARCH_VAR and waarde:
                yield f"Zoekterm ({NIET_BEWAARD})"
            elif naam not in NO_FILTER:
                yield f"{naam}: {waarde}" if self.offers(naam, waarde) else f"{naam} ({NIET_BEWAARD})"

    def offers(self, naam: str, waarde: str) -> bool:
        """Whether the filter `naam`, such as provincie__id__exact, has `waarde` as a choice of its list."""
        veld = naam.split("__")[0]
        return veld in self.list_filter and (
            waarde.isdecimal() or waarde in dict(self.model._meta.get_field(veld).flatchoices)
        )
