"""Reference lists that can be exchanged as a file: which column is which field, and what identifies a row."""

from collections import Counter
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db.models import BooleanField, DateField, ForeignKey
from django.utils.text import capfirst
from import_export import fields, resources, widgets

from agenda import audit
from agenda.lijsten.bestand import escaped, unescaped
from agenda.models import Gemeente, Organisatienummer, Provincie
from agenda.uitwisselen.rijen import Datum

HOOGSTENS = 2000  # rows, so that a preview can be read and a request stays short


class Verwijzing(widgets.ForeignKeyWidget):
    """Finds a record by its code, and says which code is none."""

    def clean(self, value, row=None, **kwargs):
        try:
            return super().clean(value, row=row, **kwargs)
        except self.model.DoesNotExist:
            raise ValueError(f"{self.model._meta.verbose_name} ‘{value}’ bestaat niet") from None


class Dag(Datum):
    """A day as people write it or as Excel keeps it; empty is unknown. Never 12/31/2026: what is 1/2/2026 then?"""

    def clean(self, value, row=None, **kwargs) -> date | None:
        if isinstance(value, datetime):
            return value.date()
        return super().clean(value) if value else None

    def render(self, value, obj=None, **kwargs):
        if kwargs.get("force_native_type"):
            return value
        return f"{value:%d-%m-%Y}" if value else ""


class JaNee(widgets.BooleanWidget):
    """Yes or no in the words of people and of Excel; what is neither is refused, and never taken for no."""

    WOORDEN = {"": False, "ja": True, "1": True, "true": True, "nee": False, "0": False, "false": False}

    def clean(self, value, row=None, **kwargs) -> bool:
        word = str("" if value is None else value).strip().lower()
        if word not in self.WOORDEN:
            raise ValueError(f"‘{value}’ is geen ja of nee. Schrijf: ja, nee, of laat het leeg.")
        return self.WOORDEN[word]

    def render(self, value, obj=None, **kwargs):
        return "ja" if value else "nee"


def verwijzing(naam: str, model) -> fields.Field:
    return fields.Field(attribute=naam, column_name=naam, widget=Verwijzing(model, "code"))


# What the explanation of a column adds for a kind of field.
SCHRIJFWIJZE = {
    BooleanField: "Schrijf ja of nee; leeg is nee.",
    DateField: "Schrijf bijvoorbeeld 31-12-2026.",
    ForeignKey: "Schrijf de code.",
}


class NaslagResource(resources.ModelResource):
    """Text that a spreadsheet would run as a formula leaves with an apostrophe, and comes back without it.

    `voorbeeld` is one row as it can stand in a file, by column.
    """

    voorbeeld: dict[str, str]
    WIDGETS_MAP = resources.ModelResource.WIDGETS_MAP | {"DateField": Dag, "BooleanField": JaNee}

    class Meta:
        skip_unchanged = True
        report_skipped = True
        use_transactions = True
        clean_model_instances = True

    @property
    def sleutel(self) -> str:
        """The columns by which a row is known, in words."""
        return " en ".join(self.fields[naam].column_name for naam in self._meta.import_id_fields)

    def uitleg(self) -> list[tuple[str, str, bool, str]]:
        """Each column: its name, what it stands for, whether a row cannot do without, and an example."""
        found = []
        for naam in self.get_import_order():
            veld = self._meta.model._meta.get_field(naam)
            choices = ", ".join(str(each) for each, _ in veld.choices or [])
            words = [f"{capfirst(veld.verbose_name)}.", veld.help_text, choices and f"Een van: {choices}."]
            words.append(SCHRIJFWIJZE.get(type(veld)))
            kop, is_nodig = self.fields[naam].column_name, not (veld.blank or isinstance(veld, BooleanField))
            found.append((kop, " ".join(filter(None, words)), is_nodig, self.voorbeeld[kop]))
        return found

    def before_import(self, dataset, **kwargs):
        if missing := [naam for naam in self._meta.import_id_fields if naam not in (dataset.headers or [])]:
            columns = ", ".join(self.fields[naam].column_name for naam in self.get_import_order())
            raise ValidationError(
                f"Op de eerste regel ontbreekt: {', '.join(missing)}. Daar horen deze namen te staan: {columns}."
            )
        if (rows := len(dataset)) > HOOGSTENS:
            del dataset[:]  # django-import-export goes on to the rows after a fault of the whole file
            raise ValidationError(f"Dit bestand heeft {rows} rijen. Hoogstens {HOOGSTENS} kan in één keer.")
        if twice := self.twice(dataset):
            del dataset[:]
            raise ValidationError(f"Meer dan één rij heeft als {self.sleutel}: {twice}. Laat er één van staan.")

    def twice(self, dataset) -> str:
        """What stands in the file more than once, in words; of two rows about one record nobody knows which holds."""
        koppen = [self.fields[naam].column_name for naam in self._meta.import_id_fields]
        times = Counter(" ".join(str(row[kop]).strip() for kop in koppen) for row in dataset.dict)
        return ", ".join(key for key, number in times.items() if number > 1)

    def before_import_row(self, row, **kwargs):
        row.update({kop: unescaped(waarde) for kop, waarde in row.items() if isinstance(waarde, str)})

    def export_field(self, field, instance, **kwargs):
        waarde = super().export_field(field, instance, **kwargs)
        return escaped(waarde) if isinstance(waarde, str) else waarde

    def after_save_instance(self, instance, row, **kwargs):
        audit.record(instance, "naslag_importeren", by=kwargs["user"], wat=str(instance))


class GemeenteResource(NaslagResource):
    """Gemeenten by their CBS code."""

    voorbeeld = {
        "code": "GM0363", "naam_cbs": "Amsterdam", "naam": "Amsterdam", "provincie": "PV27",
        "tooi_uri": "https://identifier.overheid.nl/tooi/id/gemeente/gm0363",
        "bestaat_vanaf": "", "opgegaan_op": "", "opvolger": "", "is_verdeeld": "nee",
    }  # fmt: skip

    provincie = verwijzing("provincie", Provincie)
    opvolger = verwijzing("opvolger", Gemeente)

    class Meta(NaslagResource.Meta):
        model = Gemeente
        import_id_fields = ["code"]
        fields = ["code", "naam_cbs", "naam", "provincie", "tooi_uri", "bestaat_vanaf", "opgegaan_op", "opvolger"]
        fields += ["is_verdeeld"]


class OrganisatienummerResource(NaslagResource):
    """Numbers of gemeenten, by kind and number."""

    voorbeeld = {"gemeente": "GM0363", "soort": "kvk", "nummer": "00000012"}

    gemeente = verwijzing("gemeente", Gemeente)

    class Meta(NaslagResource.Meta):
        model = Organisatienummer
        import_id_fields = ["soort", "nummer"]
        fields = ["gemeente", "soort", "nummer"]
