"""Reference lists that can be exchanged as a file: which column is which field, and what identifies a row."""

from django.core.exceptions import ValidationError
from import_export import fields, resources, widgets

from agenda import audit
from agenda.lijsten.bestand import escaped, unescaped
from agenda.models import Gemeente, Organisatienummer, Provincie

HOOGSTENS = 2000  # rows, so that a preview can be read and a request stays short


class Verwijzing(widgets.ForeignKeyWidget):
    """Finds a record by its code, and says which code is none."""

    def clean(self, value, row=None, **kwargs):
        try:
            return super().clean(value, row=row, **kwargs)
        except self.model.DoesNotExist:
            raise ValueError(f"{self.model._meta.verbose_name} ‘{value}’ bestaat niet") from None


def verwijzing(naam: str, model) -> fields.Field:
    return fields.Field(attribute=naam, column_name=naam, widget=Verwijzing(model, "code"))


class NaslagResource(resources.ModelResource):
    """Text that a spreadsheet would run as a formula leaves with an apostrophe, and comes back without it."""

    class Meta:
        skip_unchanged = True
        report_skipped = True
        use_transactions = True
        clean_model_instances = True

    def before_import(self, dataset, **kwargs):
        if missing := [naam for naam in self._meta.import_id_fields if naam not in (dataset.headers or [])]:
            columns = ", ".join(self.fields[naam].column_name for naam in self.get_import_order())
            raise ValidationError(
                f"Op de eerste regel ontbreekt: {', '.join(missing)}. Daar horen deze namen te staan: {columns}."
            )
        if len(dataset) > HOOGSTENS:
            raise ValidationError(f"Dit bestand heeft {len(dataset)} rijen. Hoogstens {HOOGSTENS} kan in één keer.")

    def before_import_row(self, row, **kwargs):
        row.update({kop: unescaped(waarde) for kop, waarde in row.items() if isinstance(waarde, str)})

    def export_field(self, field, instance, **kwargs):
        waarde = super().export_field(field, instance, **kwargs)
        return escaped(waarde) if isinstance(waarde, str) else waarde

    def after_save_instance(self, instance, row, **kwargs):
        audit.record(instance, "naslag_importeren", by=kwargs["user"], wat=str(instance))


class GemeenteResource(NaslagResource):
    """Gemeenten by their CBS code."""

    provincie = verwijzing("provincie", Provincie)
    opvolger = verwijzing("opvolger", Gemeente)

    class Meta(NaslagResource.Meta):
        model = Gemeente
        import_id_fields = ["code"]
        fields = ["code", "naam_cbs", "naam", "provincie", "tooi_uri", "bestaat_vanaf", "opgegaan_op", "opvolger"]


class OrganisatienummerResource(NaslagResource):
    """Numbers of gemeenten, by kind and number."""

    gemeente = verwijzing("gemeente", Gemeente)

    class Meta(NaslagResource.Meta):
        model = Organisatienummer
        import_id_fields = ["soort", "nummer"]
        fields = ["gemeente", "soort", "nummer"]
