"""The list of praktijkkaders: which texts lie with which gemeente, and which may be quoted."""

import django_filters
from django.utils.timezone import localtime

from agenda.lijsten import Kolom, Lijst, Soort
from interventies.models import Praktijkkader

Status = Praktijkkader.Status
# fmt: off
TOON = {
    Status.GEVRAAGD:    "info",
    Status.TOEGESTEMD:  "succes",
    Status.GEWEIGERD:   "waarschuwing",
    Status.INGETROKKEN: "waarschuwing",
    Status.VERVALLEN:   "gewoon",
}
# fmt: on


class KaderFilter(django_filters.FilterSet):
    """By words, gemeente and status."""

    zoek = django_filters.CharFilter(field_name="titel", lookup_expr="icontains", label="Zoek op titel")
    gemeente = django_filters.CharFilter(
        field_name="uitvoering__gemeente__naam", lookup_expr="icontains", label="Gemeente"
    )
    status = django_filters.ChoiceFilter(choices=Status.choices, label="Status", empty_label="Alle statussen")


class KadersLijst(Lijst):
    """Texts about uitvoeringen; of an example programma those of invented gemeenten."""

    titel = "Praktijkvoorbeelden"
    per_programma = True
    filterset = KaderFilter
    sortering = "-nummer"
    kolommen = [
        Kolom("nummer", "Nummer", sorteer="nummer", link=lambda each: each.get_absolute_url()),
        Kolom("titel", "Titel", sorteer="titel"),
        Kolom("interventie", "Interventie", waarde="uitvoering.interventie"),
        Kolom("gemeente", "Gemeente", waarde="gemeente_in_woorden", sorteer="uitvoering__gemeente__naam"),
        Kolom(
            "gevraagd_op",
            "Gevraagd op",
            waarde=lambda each: localtime(each.gevraagd_op).date(),
            soort=Soort.DATUM,
            sorteer="gevraagd_op",
        ),
        Kolom("status", "Status", waarde="get_status_display", sorteer="status", toon=lambda each: TOON[each.status]),
    ]

    def queryset(self):
        kaders = Praktijkkader.objects.visible_to(self.user)
        return kaders.filter(uitvoering__gemeente__is_voorbeeld=self.is_voorbeeld).for_list()
