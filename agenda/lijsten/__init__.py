"""Lists: columns and filters declared once, for the screen, CSV and XLSX.

    class GemeenteLijst(Lijst):
        titel = "Gemeenten"
        filterset = GemeenteFilter                     # a django_filters.FilterSet
        sortering = "naam"                             # or "-naam"
        kolommen = [Kolom("naam", "Gemeente", sorteer="naam"), …]

        def queryset(self):
            return Gemeente.objects.for_list()         # self.user and self.programma are there

    @audience(Permission.PROGRAMMA_INZIEN)
    def gemeenten(request):
        return show_list(request, GemeenteLijst)

One filter is one field: from and to are two filters, each with its own label.
The page, `?formaat=csv`, `xlsx` and `ods` have the same filters, order, columns and rows.
"""

from agenda.lijsten.filters import DatumFilter, GetalFilter
from agenda.lijsten.kolommen import Kolom, Soort
from agenda.lijsten.lijst import Lijst
from agenda.lijsten.views import show_list

__all__ = ["DatumFilter", "GetalFilter", "Kolom", "Lijst", "Soort", "show_list"]
