"""The filters of a list: what is chosen now (chips), and what was asked but cannot be."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.formats import date_format, number_format

from agenda.lijsten import adres
from agenda.money import lees_bedrag

NIET_BEWAARD = "tekst niet bewaard"
ONBEKEND = "unknown"  # what Django's choice of yes, no or neither sends for neither


@dataclass(frozen=True)
class Chip:
    """One filter that applies: name, value in words, the address without it, and its value for the log.

    `sleutel` is the value as the address names it, and "" for what somebody typed: that can be of a person, and
    the log is never changed. A choice has its key and not its words, for its words can be the name of a person too.
    """

    kop: str
    waarde: str
    weg: str
    sleutel: str

    @property
    def tekst(self) -> str:
        return f"{self.kop}: {self.waarde}"

    @property
    def tekst_voor_logboek(self) -> str:
        return f"{self.kop}: {self.sleutel}" if self.sleutel else f"{self.kop} ({NIET_BEWAARD})"


@dataclass(frozen=True)
class Fout:
    """Something in the address that the list cannot do, the address without it, and the field it stands in."""

    tekst: str
    weg: str
    veld: str = ""


class GetalVeld(forms.DecimalField):
    """A number as the Dutch write it: 10.000 is ten thousand, never ten."""

    widget = forms.TextInput
    longest = 20  # characters; no amount of this ministry is longer

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if len(value) > self.longest:
            raise forms.ValidationError(f"Dit getal is te lang. Schrijf hooguit {self.longest} tekens.")
        try:
            return lees_bedrag(value)
        except ValueError as fout:
            text = f"‘{value}’ is geen getal. Schrijf bijvoorbeeld 10.000 of 2,50."
            raise forms.ValidationError(text) from fout


class DatumVeld(forms.DateField):
    """A date as the Dutch write it, 31-12-2024; also 2024-12-31."""

    def to_python(self, value):
        try:
            return super().to_python(value)
        except forms.ValidationError as fout:
            text = f"‘{value}’ is geen datum. Schrijf bijvoorbeeld 31-12-2024."
            raise forms.ValidationError(text) from fout


class GetalFilter(django_filters.NumberFilter):
    """A number of any column. In a column of whole numbers "vanaf 2,50" means from 3, not from 2."""

    field_class = GetalVeld

    def filter(self, queryset, value):
        # Django cuts a Decimal down to a whole number for such a column, but rounds a float the right way
        is_fraction = value is not None and value % 1 != 0
        return super().filter(queryset, float(value) if is_fraction else value)

    def get_max_validator(self):
        """None: the limit of the parent class is a float, and no number people type comes near it."""
        return None


class DatumFilter(django_filters.DateFilter):
    field_class = DatumVeld


def chips(form: forms.Form, vraag: QueryDict) -> list[Chip]:
    """What is chosen in a checked `form`, in the order of its fields."""
    return [chip for name in form.fields for chip in chips_of(form, name, vraag)]


def chips_of(form: forms.Form, name: str, vraag: QueryDict) -> Iterator[Chip]:
    if name not in form.cleaned_data:
        return
    value, field, kop = form.cleaned_data[name], form.fields[name], str(form[name].label)
    if hasattr(field, "choices"):
        raw = vraag.getlist(name) if is_multiple(field) else [vraag.get(name)]
        chosen = dict.fromkeys(filter(None, raw))
        labels = {str(key): str(label) for key, label in flat(field.choices)} if chosen else {}
        for each in chosen:
            yield Chip(kop, labels[each], adres.without_value(vraag, name, each), each)
    elif value not in (None, ""):
        words = in_words(value)
        yield Chip(kop, words, adres.changed(vraag, zonder=[name]), "" if isinstance(value, str) else words)


def flat(choices) -> Iterator[tuple]:
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label


def in_words(value) -> str:
    """A value as a person would say it."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, int | Decimal):
        return number_format(value.normalize() if isinstance(value, Decimal) else value, force_grouping=True)
    return str(value)


def fouten(form: forms.Form, vraag: QueryDict) -> Iterator[Fout]:
    """What is wrong in the address: values that a filter cannot take, and names that are no filter."""
    for name in form.fields:
        for message in messages_of(form, name, vraag):
            yield Fout(f"{form[name].label}: {message}", adres.changed(vraag, zonder=[name]), form[name].id_for_label)
    for name in vraag:
        if name not in form.fields and name not in adres.EIGEN:
            labels = ", ".join(str(form[each].label) for each in form.fields) or "geen"
            yield Fout(f"Deze lijst heeft geen filter ‘{name}’. Wel: {labels}.", adres.changed(vraag, zonder=[name]))


def messages_of(form: forms.Form, name: str, vraag: QueryDict) -> list[str]:
    """The faults that the field finds, and the two that Django passes over in silence."""
    values = [each.strip() for each in vraag.getlist(name)]
    if name in form.errors:
        return form.errors[name]
    if len(values) > 1 and not is_multiple(form.fields[name]):
        return ["dit filter staat meer dan één keer in het adres. Kies één waarde."]
    ignored = [each for each in values if each and each != ONBEKEND]
    if ignored and form.cleaned_data[name] is None:
        return [f"‘{ignored[0]}’ is geen keuze van dit filter. Kies een waarde uit de lijst."]
    return []


def is_multiple(field: forms.Field) -> bool:
    return getattr(field.widget, "allow_multiple_selected", False)
