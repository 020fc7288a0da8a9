"""The list of all uitvoeringen: what runs where, and how many it reaches."""

import django_filters
from django.db.models import Q

from agenda import klok
from agenda.lijsten import Kolom, Lijst, Soort
from interventies.models import Interventie, Uitvoering

TOON = {"Gepland": "gewoon", "Loopt": "info", "Afgelopen": "succes", "Vervallen": "gewoon"}


def stand_op(dag) -> dict[str, Q]:
    """What each stand is in the days of an uitvoering."""
    geldt, begonnen, voorbij = Q(vervallen_op=None), Q(van__lte=dag), Q(van__lte=dag, tot__lt=dag)
    return {
        "gepland": geldt & Q(van__gt=dag),
        "loopt": geldt & begonnen & ~voorbij,
        "afgelopen": geldt & voorbij,
        "vervallen": ~geldt,
    }


class UitvoeringFilter(django_filters.FilterSet):
    """By interventie or organisation, gemeente, and stand."""

    zoek = django_filters.CharFilter(method="with_words", label="Zoek op interventie of uitvoerder")
    gemeente = django_filters.CharFilter(field_name="gemeente__naam", lookup_expr="icontains", label="Gemeente")
    stand = django_filters.ChoiceFilter(
        choices=[(stand, stand.capitalize()) for stand in stand_op(None)],
        method="with_stand",
        label="Stand",
        empty_label="Alle",
    )

    def with_words(self, uitvoeringen, name, value):
        return uitvoeringen.filter(Q(interventie__laatste__naam__icontains=value) | Q(uitvoerder__icontains=value))

    def with_stand(self, uitvoeringen, name, value):
        return uitvoeringen.filter(stand_op(klok.vandaag())[value])


class UitvoeringenLijst(Lijst):
    """What runs where; of an example programma what was made up."""

    titel = "Uitvoeringen"
    per_programma = True
    filterset = UitvoeringFilter
    sortering = "-van"
    kolommen = [
        Kolom("nummer", "Nummer", sorteer="nummer", link=Uitvoering.get_absolute_url),
        Kolom(
            "interventie",
            "Interventie",
            sorteer="interventie__laatste__naam",
            link=lambda each: Interventie.get_absolute_url(each.interventie),
        ),
        Kolom("plek", "Waar", sorteer="gemeente__naam"),
        Kolom("uitvoerder", "Door", sorteer="uitvoerder"),
        Kolom("van", "Van", soort=Soort.DATUM, sorteer="van"),
        Kolom("tot", "Tot en met", soort=Soort.DATUM, sorteer="tot"),
        Kolom("stand", "Stand", toon=lambda each: TOON[each.stand]),
        Kolom("gepland", "Bereik gepland", waarde="bereik_gepland", soort=Soort.GETAL, sorteer="bereik_gepland"),
        Kolom("bereikt", "Bereikt", soort=Soort.GETAL, sorteer="bereikt"),
        Kolom("geteld_hoe", "Hoe geteld", waarde=lambda each: each.geteld_hoe or each.telwijze),
    ]

    def queryset(self):
        uitvoeringen = Uitvoering.objects.visible_to(self.user)
        return uitvoeringen.filter(interventie__is_voorbeeld=self.is_voorbeeld).for_list()
