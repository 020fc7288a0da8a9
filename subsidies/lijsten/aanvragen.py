"""The list of aanvragen that were received."""

import django_filters

from agenda.lijsten import Kolom, Lijst, Soort
from subsidies.lijsten.du import GemeenteFilter, gemeente
from subsidies.models import Aanvraag, RegelingVersie

Status = Aanvraag.Status
TOON = {Status.CONCEPT: "info", Status.INGEDIEND: "succes", Status.INGETROKKEN: "waarschuwing"}
ONTVANGEN = [(status.value, status.label) for status in (Status.INGEDIEND, Status.INGETROKKEN)]


class AanvraagFilter(GemeenteFilter):
    """Also by version and status."""

    versie = django_filters.ChoiceFilter(field_name="versie_id", label="Regeling", empty_label="Alle regelingen")
    status = django_filters.ChoiceFilter(choices=ONTVANGEN, label="Status", empty_label="Alle statussen")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        versies = RegelingVersie.objects.filter(aanvragen__in=self.queryset).select_related("regeling").distinct()
        self.filters["versie"].field.choices = [(str(versie.pk), str(versie)) for versie in versies]


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
    ]

    def queryset(self):
        aanvragen = Aanvraag.objects.visible_to(self.user).filter(versie__regeling__programma=self.programma)
        return aanvragen.for_list()
