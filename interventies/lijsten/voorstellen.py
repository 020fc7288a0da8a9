"""The list of approaches that gemeenten propose."""

import django_filters
from django.db.models import Q
from django.utils.timezone import localtime

from agenda.lijsten import Kolom, Lijst, Soort
from interventies.models import Interventie, Interventievoorstel

Status = Interventievoorstel.Status
# fmt: off
TOON = {
    Status.INGEDIEND:      "waarschuwing",
    Status.IN_BEHANDELING: "info",
    Status.OVERGENOMEN:    "succes",
    Status.AFGEWEZEN:      "gewoon",
    Status.INGETROKKEN:    "gewoon",
}
# fmt: on


class VoorstelFilter(django_filters.FilterSet):
    """By words, gemeente and status."""

    zoek = django_filters.CharFilter(method="with_words", label="Zoek op naam of wat het is")
    gemeente = django_filters.CharFilter(method="of_gemeente", label="Gemeente")
    status = django_filters.ChoiceFilter(choices=Status.choices, label="Status", empty_label="Alle statussen")

    def with_words(self, voorstellen, name, value):
        return voorstellen.filter(Q(naam__icontains=value) | Q(wat__icontains=value))

    def of_gemeente(self, voorstellen, name, value):
        nu = Q(gemeente__naam__icontains=value) | Q(gemeente__opvolger__naam__icontains=value)
        return voorstellen.filter(nu)


class VoorstellenLijst(Lijst):
    """What gemeenten propose; of an example programma what invented gemeenten do."""

    titel = "Voorstellen van gemeenten"
    per_programma = True
    filterset = VoorstelFilter
    sortering = "-ingediend_op"
    kolommen = [
        Kolom("nummer", "Nummer", sorteer="nummer", link=Interventievoorstel.get_absolute_url),
        Kolom("naam", "Aanpak", sorteer="naam"),
        Kolom("gemeente", "Gemeente", waarde="gemeente_in_woorden", sorteer="gemeente__naam"),
        Kolom(
            "ingediend_op",
            "Ingediend op",
            waarde=lambda each: localtime(each.ingediend_op).date(),
            soort=Soort.DATUM,
            sorteer="ingediend_op",
        ),
        Kolom("status", "Status", waarde="get_status_display", sorteer="status", toon=lambda each: TOON[each.status]),
        Kolom(
            "interventie",
            "Interventie",
            link=lambda each: each.interventie and Interventie.get_absolute_url(each.interventie),
        ),
    ]

    def queryset(self):
        voorstellen = Interventievoorstel.objects.visible_to(self.user)
        return voorstellen.filter(gemeente__is_voorbeeld=self.is_voorbeeld).for_list()
