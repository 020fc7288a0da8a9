"""The list of aanvragen that were received."""

import django_filters
from django.db.models import Exists, OuterRef

from agenda.lijsten import Kolom, Lijst, Soort
from agenda.lijsten.filters import DatumFilter
from subsidies.lijsten.du import GemeenteFilter, gemeente
from subsidies.models import Aanvraag, RegelingVersie

Status = Aanvraag.Status
# fmt: off
TOON = {
    Status.CONCEPT:     "info",
    Status.INGEDIEND:   "info",
    Status.AANVULLING:  "waarschuwing",
    Status.COMPLEET:    "succes",
    Status.INGETROKKEN: "gewoon",
}
# fmt: on
ONTVANGEN = [(status.value, status.label) for status in Status if status != Status.CONCEPT]
# Who must do something now; else nobody.
# fmt: off
AAN_ZET = {
    Status.CONCEPT:    "gemeente",
    Status.AANVULLING: "gemeente",
    Status.INGEDIEND:  "ministerie",
    Status.COMPLEET:   "ministerie",
}
# fmt: on
ZETTEN = [("gemeente", "De gemeente"), ("ministerie", "Het ministerie"), ("niemand", "Niemand")]


class AanvraagFilter(GemeenteFilter):
    """Also by version, status, who must do something now, and when it was received."""

    versie = django_filters.ChoiceFilter(field_name="versie_id", label="Regeling", empty_label="Alle regelingen")
    status = django_filters.ChoiceFilter(choices=ONTVANGEN, label="Status", empty_label="Alle statussen")
    aan_zet = django_filters.ChoiceFilter(
        method="of_zet", choices=ZETTEN, label="Aan zet", empty_label="Wie dan ook aan zet is"
    )
    vanaf = DatumFilter(field_name="ontvangen_op", lookup_expr="date__gte", label="Ontvangen vanaf")
    tot_en_met = DatumFilter(field_name="ontvangen_op", lookup_expr="date__lte", label="Ontvangen tot en met")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        any_of_it = self.queryset.order_by().filter(versie=OuterRef("pk"))
        versies = RegelingVersie.objects.filter(Exists(any_of_it)).select_related("regeling")
        self.filters["versie"].field.choices = [(str(versie.pk), str(versie)) for versie in versies]

    def of_zet(self, records, name, value):
        return records.filter(status__in=[status for status in Status if AAN_ZET.get(status, "niemand") == value])


class AanvragenLijst(Lijst):
    """What gemeenten handed in; a concept is of the gemeente alone."""

    titel = "Aanvragen"
    per_programma = True
    filterset = AanvraagFilter
    sortering = "-ontvangen"
    kolommen = [
        Kolom("kenmerk", "Kenmerk", sorteer="kenmerk", link=Aanvraag.get_absolute_url),
        gemeente(),
        Kolom("versie", "Regeling", sorteer="versie__regeling__citeertitel"),
        Kolom("ontvangen", "Ontvangen", waarde="ontvangen_op", soort=Soort.DATUM, sorteer="ontvangen_op"),
        Kolom("status", "Status", waarde="get_status_display", sorteer="status", toon=lambda each: TOON[each.status]),
        Kolom("aan_zet", "Aan zet", waarde=lambda each: dict(ZETTEN)[AAN_ZET.get(each.status, "niemand")]),
    ]

    def queryset(self):
        aanvragen = Aanvraag.objects.visible_to(self.user).filter(versie__regeling__programma=self.programma)
        return aanvragen.for_list()
