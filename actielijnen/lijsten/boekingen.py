"""What the lists of the ledger share: filters on post, year, dekkingsbron and period, and sums per dekkingsbron."""

from decimal import Decimal

import django_filters
from django.db.models import Sum
from django.utils.functional import cached_property

from actielijnen.overzicht.keuzes import Indeling, indeling, van_dekkingsbron, van_jaar
from agenda.lijsten import DatumFilter, Kolom, Soort

ALLE_POSTEN, ALLE_JAREN, ALLE_BRONNEN = "Alle posten", "Alle jaren", "Alle dekkingsbronnen"


class BoekingFilter(django_filters.FilterSet):
    """By the line that something is booked on; `weg` leads from a record to that line."""

    weg = "regel__"

    post = django_filters.ChoiceFilter(method="of_post", label="Post", empty_label=ALLE_POSTEN)
    jaar = django_filters.ChoiceFilter(method="of_jaar", label="Jaar", empty_label=ALLE_JAREN)
    dekkingsbron = django_filters.ChoiceFilter(method="of_dekkingsbron", label="Dekkingsbron", empty_label=ALLE_BRONNEN)

    def __init__(self, *args, indeling: Indeling, **kwargs):
        """What can be chosen is what the programma has lines for, so that also an empty cell leads here."""
        super().__init__(*args, **kwargs)
        self.filters["post"].field.choices = indeling.keuzes_post
        self.filters["jaar"].field.choices = indeling.keuzes_jaar
        self.filters["dekkingsbron"].field.choices = indeling.keuzes_dekkingsbron

    def of_post(self, records, name, value):
        return records.filter(**{f"{self.weg}post__nummer": value})

    def of_jaar(self, records, name, value):
        return records.filter(van_jaar(value, self.weg))

    def of_dekkingsbron(self, records, name, value):
        return records.filter(van_dekkingsbron(value, self.weg))


class DatumBoekingFilter(BoekingFilter):
    """Also by the day of the booking."""

    van = DatumFilter(field_name="datum", lookup_expr="gte", label="Vanaf")
    tot = DatumFilter(field_name="datum", lookup_expr="lte", label="Tot en met")


class Boekingen:
    """Makes a Lijst one of rows of the ledger: money of others is never added to that of the programma itself."""

    per_programma = True
    weg = "regel__"

    def filter_options(self) -> dict:
        return {"indeling": indeling(self.programma)}

    @cached_property
    def sommen(self) -> list[tuple[str, str]]:
        """Per dekkingsbron what each column that adds up comes to."""
        kolommen = [kolom for kolom in self.kolommen if kolom.som]
        return [
            (f"{kolom.kop}{van(bron)}", kolom.text(sommen[kolom.som]))
            for bron, sommen in self.opgeteld(f"{self.weg}dekkingsbron__naam").items()
            for kolom in kolommen
        ]

    def opgeteld(self, per: str) -> dict[str | None, dict[str, Decimal]]:
        """The sums of the columns, by the value of the field `per`."""
        namen = [kolom.som for kolom in self.kolommen if kolom.som]
        found = self.records.order_by(per).values(per).annotate(**{f"som_{naam}": Sum(naam) for naam in namen})
        return {each[per]: {naam: each[f"som_{naam}"] for naam in namen} for each in found}


def van(bron: str | None) -> str:
    """Whose money a sum is, where it is not the programma's own."""
    return f", {bron}" if bron else ""


def begrotingsregel(weg: str = "regel") -> Kolom:
    """The line that something is booked on: post, year or period, and the dekkingsbron if it is not the own budget."""
    return Kolom("regel", "Begrotingsregel", waarde=weg, sorteer=f"{weg.replace('.', '__')}__post__nummer")


def datum() -> Kolom:
    return Kolom("datum", "Datum", soort=Soort.DATUM, sorteer="datum")
