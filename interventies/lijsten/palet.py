"""The list of all interventies, published or not, for the staff."""

from datetime import date

import django_filters
from django.db.models import Q
from django.utils.timezone import localtime

from agenda.lijsten import Kolom, Lijst, Soort
from interventies.models import Interventie, InterventieVersie, Niveau, Term

Fase = Interventie.Fase
# fmt: off
TOON = {
    Fase.BESCHREVEN: "gewoon",
    Fase.TESTEN:     "info",
    Fase.DOEN:       "succes",
    Fase.GESTOPT:    "waarschuwing",
}
# fmt: on
NIET_BEOORDEELD = "niet_beoordeeld"
GEEN_TOETS = "geen"
# In a column that is called scopetoets one word will do.
SCOPE = {"binnen": "Binnen", "twijfel": "Twijfel", "buiten": "Buiten", GEEN_TOETS: "Nog niet getoetst"}


def niveau_in_woorden(interventie: Interventie) -> str:
    """The level that holds today, of a record of the list."""
    return Niveau(interventie.niveau).label if interventie.niveau else "Niet beoordeeld"


def openbaar_sinds(interventie: Interventie) -> date | None:
    return interventie.openbaar_sinds and localtime(interventie.openbaar_sinds).date()


class PaletFilter(django_filters.FilterSet):
    """By words, fase, scopetoets, evidence, term, and whether everybody sees it."""

    zoek = django_filters.CharFilter(method="with_words", label="Zoek op naam of samenvatting")
    fase = django_filters.ChoiceFilter(choices=Fase.choices, label="Fase", empty_label="Alle fasen")
    scope = django_filters.ChoiceFilter(
        choices=list(SCOPE.items()),
        method="with_scope",
        label="Scopetoets",
        empty_label="Alle",
    )
    bewijs = django_filters.ChoiceFilter(
        choices=[*Niveau.choices, (NIET_BEOORDEELD, "Niet beoordeeld")],
        method="with_bewijs",
        label="Bewijs",
        empty_label="Alle",
    )
    term = django_filters.ModelChoiceFilter(
        queryset=Term.objects.none(), method="with_term", label="Begrip", empty_label="Alle begrippen"
    )
    catalogus = django_filters.BooleanFilter(
        field_name="openbaar_sinds", lookup_expr="isnull", exclude=True, label="In de catalogus"
    )

    def __init__(self, *args, termen, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["term"].queryset = termen

    def with_words(self, interventies, name, value):
        return interventies.filter(Q(laatste__naam__icontains=value) | Q(laatste__samenvatting__icontains=value))

    def with_scope(self, interventies, name, value):
        return interventies.filter(scope=None if value == GEEN_TOETS else value)

    def with_bewijs(self, interventies, name, value):
        return interventies.filter(niveau=None if value == NIET_BEOORDEELD else value)

    def with_term(self, interventies, name, value):
        versies = InterventieVersie.objects.filter(termen=value)
        return interventies.filter(laatste__in=versies)


class InterventiesLijst(Lijst):
    """All interventies; of an example programma those that were made up."""

    titel = "Interventies"
    per_programma = True
    filterset = PaletFilter
    sortering = "naam"
    kolommen = [
        Kolom("naam", "Interventie", waarde="laatste.naam", sorteer="laatste__naam", link=Interventie.get_absolute_url),
        Kolom("fase", "Fase", waarde="get_fase_display", sorteer="fase", toon=lambda each: TOON[each.fase]),
        Kolom(
            "scope",
            "Scopetoets",
            waarde=lambda each: SCOPE[each.scope or GEEN_TOETS],
            sorteer="scope",
        ),
        Kolom("bewijs", "Bewijs", waarde=niveau_in_woorden),
        Kolom("versie", "Versie", waarde="laatste.nummer", soort=Soort.GETAL, sorteer="laatste__nummer"),
        Kolom(
            "gewijzigd",
            "Gewijzigd op",
            waarde=lambda each: localtime(each.laatste.op).date(),
            soort=Soort.DATUM,
            sorteer="laatste__op",
        ),
        Kolom("openbaar", "In catalogus sinds", waarde=openbaar_sinds, soort=Soort.DATUM, sorteer="openbaar_sinds"),
    ]

    def filter_options(self):
        return {"termen": Term.objects.visible_to(self.user)}

    def queryset(self):
        return Interventie.objects.visible_to(self.user).filter(is_voorbeeld=self.is_voorbeeld).for_list()
