"""One row of a file: which column is what, and what is wrong with it, per column and in Dutch."""

import re
from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace

from django.core.exceptions import ValidationError
from import_export import fields, resources, widgets

from agenda.money import euro, lees_bedrag
from agenda.uitwisselen.lezen import ZONDER_KOP
from agenda.waarden import GRENS

FORMULE = re.compile(r"\s*[=+@＝＋＠\t]")
TE_VEEL = (
    "Deze rij heeft meer cellen dan er kolommen zijn; over is ‘{}’. Staat er een komma in een bedrag of tekst? "
    'Sla het bestand op met puntkomma’s tussen de cellen, of zet de cel tussen aanhalingstekens: "1.234,50".'
)
DATUMS = ("%d-%m-%Y", "%Y-%m-%d")


class Dubbel(ValidationError):
    """This row was booked before."""


class Tekst(widgets.Widget):
    """Words, obligatory if `leeg` says what to fill in; no longer than `veld` of the model takes."""

    def __init__(self, leeg: str = "", veld=None):
        self.leeg = leeg
        self.langst = veld.field.max_length if veld else None

    def clean(self, value, row=None, **kwargs):
        if not value and self.leeg:
            raise ValueError(self.leeg)
        if self.langst and len(value or "") > self.langst:
            raise ValueError(f"Dit zijn {len(value)} tekens; er passen er {self.langst}. Maak de tekst korter.")
        return value or ""


class Bedrag(widgets.Widget):
    def clean(self, value, row=None, **kwargs) -> Decimal:
        bedrag = lees_bedrag(value or "")
        if abs(bedrag) >= GRENS:
            raise ValueError(f"{euro(bedrag)} is te groot: het moet minder zijn dan 10 miljard.")
        return bedrag


class Datum(widgets.Widget):
    def clean(self, value, row=None, **kwargs) -> date:
        for vorm in DATUMS:
            try:
                return datetime.strptime(value or "", vorm).date()  # noqa: DTZ007  a date has no time zone
            except ValueError:
                continue
        raise ValueError(f"‘{value or ''}’ is geen datum. Schrijf bijvoorbeeld 31-12-2026.")


class Jaar(widgets.Widget):
    def clean(self, value, row=None, **kwargs) -> int | None:
        if not value:
            return None
        if not re.fullmatch(r"20[0-9]{2}", value):
            raise ValueError(f"‘{value}’ is geen jaar. Schrijf bijvoorbeeld 2026, of laat het leeg.")
        return int(value)


class Keuze(widgets.Widget):
    """One of the choices, by its code or as the screens write it."""

    def __init__(self, keuzes):
        self.keuzes = keuzes
        self.namen = {naam.lower(): waarde for waarde, label in keuzes.choices for naam in (waarde, label)}

    def clean(self, value, row=None, **kwargs):
        if (value or "").lower() not in self.namen:
            raise ValueError(f"‘{value or ''}’ kan niet. Kies uit: {', '.join(self.keuzes.values)}.")
        return self.keuzes(self.namen[value.lower()])


def kolom(kop: str, attribuut: str, widget) -> fields.Field:
    return fields.Field(attribute=attribuut, column_name=kop, widget=widget)


class Rij(resources.Resource):
    """A row becomes a record by a verb; what is wrong is said per column."""

    class Meta:
        skip_diff = True
        use_transactions = False

    def boek(self, rij):
        """Give the row to its verb. Raises ValidationError, by heading."""
        raise NotImplementedError

    def is_dubbel(self, rij) -> str:
        """Why `rij` is there already; empty if it is not."""
        raise NotImplementedError

    def get_or_init_instance(self, instance_loader, row):
        return SimpleNamespace(pk=None), True

    def before_import_row(self, row, **kwargs):
        if over := row.get(ZONDER_KOP):
            raise ValidationError(TE_VEEL.format(over))
        melding = "Dit is een formule. Plak alleen de waarde in het bestand, bijvoorbeeld 1.234,50."
        if fouten := {kop: melding for kop, cel in row.items() if FORMULE.match(cel)}:
            raise ValidationError(fouten)

    def import_instance(self, instance, row, **kwargs):
        """As the parent, with the errors by heading instead of by attribute."""
        fouten = {}
        for veld in self.get_import_fields():
            try:
                setattr(instance, veld.attribute, veld.widget.clean(row.get(veld.column_name, ""), row=row))
            except ValueError as fout:
                fouten[veld.column_name] = str(fout)
        if fouten:
            raise ValidationError(fouten)

    def save_instance(self, instance, is_create, row, **kwargs):
        if waarom := self.is_dubbel(instance):
            raise Dubbel(waarom)
        self.boek(instance)

    def save_m2m(self, instance, row, **kwargs):
        pass


def probeer(resource: Rij, cellen: dict[str, str], nummer: int) -> ValidationError | None:
    """Book one row, or say what is wrong with it: what a verb refuses, its own transaction has taken back.

    Raises what is no fault of the row.
    """
    gevonden = resource.import_row(cellen, None, row_number=nummer)
    if gevonden.errors:
        raise gevonden.errors[0].error
    return gevonden.validation_error


def per_kolom(fout: ValidationError) -> dict[str, str]:
    """What is wrong, by heading; what is about the row as a whole has an empty one."""
    if hasattr(fout, "error_dict"):
        return {kop: " ".join(teksten) for kop, teksten in fout.message_dict.items()}
    return {"": " ".join(fout.messages)}
