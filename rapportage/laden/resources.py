"""The reference lists that come as CSV: which column is which field, and what identifies a row."""

from django.core.exceptions import ValidationError
from import_export import fields, resources, widgets
from import_export.instance_loaders import CachedInstanceLoader

from agenda.models import Bron, Gebied, GebiedAlias, Gemeente, Ministerie, Provincie


class SleutelWidget(widgets.ForeignKeyWidget):
    """Finds a record by its natural key, asking the database for each key once."""

    def __init__(self, model, field):
        super().__init__(model, field=field)
        self._gevonden = {}

    def clean(self, value, row=None, **kwargs):
        if value not in self._gevonden:
            try:
                self._gevonden[value] = super().clean(value, row=row, **kwargs)
            except self.model.DoesNotExist:
                raise ValueError(f"{self.model._meta.verbose_name} ‘{value}’ bestaat niet") from None
        return self._gevonden[value]


def _verwijzing(naam: str, model, sleutel: str) -> fields.Field:
    return fields.Field(attribute=naam, column_name=naam, widget=SleutelWidget(model, sleutel))


class ZonderVerschil:
    """Stands in for the coloured differences per row, which nobody looks at and which cost a query each."""

    def __init__(self, *_):
        pass

    def compare_with(self, *_):
        pass


class NaslagResource(resources.ModelResource):
    """A reference list: a known row that is equal is left alone, and a wrong value is an error."""

    class Meta:
        skip_unchanged = True
        report_skipped = True
        use_transactions = False
        skip_html_diff = True

    def get_diff_class(self):
        return ZonderVerschil

    def get_queryset(self):
        verwijzingen = [veld.name for veld in self._meta.model._meta.fields if veld.is_relation]
        return super().get_queryset().select_related(*verwijzingen)

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        """Check the values of the columns; what holds between rows is for the database to refuse."""
        fouten = dict(import_validation_errors or {})
        uitgezonderd = {veld.name for veld in instance._meta.fields if veld.is_relation or veld.null}
        try:
            instance.clean_fields(exclude=uitgezonderd | fouten.keys())
        except ValidationError as fout:
            fouten |= fout.error_dict
        if fouten:
            raise ValidationError(fouten)


class MinisterieResource(NaslagResource):
    """Ministries with their TOOI identification."""

    class Meta(NaslagResource.Meta):
        model = Ministerie
        import_id_fields = ["afkorting"]
        fields = ["afkorting", "naam", "tooi_uri"]


class ProvincieResource(NaslagResource):
    """Provinces with their CBS code."""

    class Meta(NaslagResource.Meta):
        model = Provincie
        import_id_fields = ["code"]
        fields = ["code", "naam"]


class GemeenteResource(NaslagResource):
    """Municipalities with their CBS code; a herindeling fills opgegaan_op and opvolger."""

    provincie = _verwijzing("provincie", Provincie, "code")
    opvolger = _verwijzing("opvolger", Gemeente, "code")

    class Meta(NaslagResource.Meta):
        model = Gemeente
        import_id_fields = ["code"]
        instance_loader_class = CachedInstanceLoader
        fields = [
            "code",
            "naam_cbs",
            "naam",
            "provincie",
            "tooi_uri",
            "bestaat_vanaf",
            "opgegaan_op",
            "opvolger",
            "inwoners_2021",
        ]


class GebiedResource(NaslagResource):
    """Focusgebieden with the gemeente they lie in."""

    gemeente = _verwijzing("gemeente", Gemeente, "code")
    bron = _verwijzing("bron", Bron, "sleutel")

    class Meta(NaslagResource.Meta):
        model = Gebied
        import_id_fields = ["nummer"]
        fields = ["nummer", "naam", "gemeente", "bron", "rd_x", "rd_y"]


class GebiedAliasResource(NaslagResource):
    """Other spellings of a focusgebied."""

    gebied = _verwijzing("gebied", Gebied, "naam")
    bron = _verwijzing("bron", Bron, "sleutel")

    class Meta(NaslagResource.Meta):
        model = GebiedAlias
        import_id_fields = ["gebied", "naam"]
        fields = ["gebied", "naam", "bron"]
