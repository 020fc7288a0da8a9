"""Gemeenten and the focusgebieden in them."""

import django_filters
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect

from agenda.access import Permission, audience
from agenda.herindeling import in_woorden
from agenda.lijsten.kolommen import Kolom, Soort
from agenda.lijsten.lijst import Lijst
from agenda.lijsten.views import show_list
from agenda.models import Gebied, Gemeente, Provincie
from agenda.naslag import pagina
from agenda.naslag.aanhalingen import distinct_bronnen
from agenda.naslag.hierover import feiten_over
from agenda.naslag.programma import chosen_programma, elsewhere
from agenda.ui.landkaart import Punt, landkaart


class GemeenteFilter(django_filters.FilterSet):
    """By name, provincie, and whether a focusgebied lies in it."""

    naam = django_filters.CharFilter(method="of_any_time", label="Zoek op naam, ook een oude")
    provincie = django_filters.ModelChoiceFilter(
        queryset=Provincie.objects.all(), to_field_name="code", label="Provincie", empty_label="Alle provincies"
    )
    focusgebied = django_filters.BooleanFilter(method="with_gebied", label="Met focusgebied")

    class Meta:
        model = Gemeente
        fields = []

    def of_any_time(self, gemeenten, naam, waarde):
        """Those called so, and those in which one called so went up."""
        eerder = gemeenten.filter(voorgangers__naam__icontains=waarde)
        return gemeenten.filter(Q(naam__icontains=waarde) | Q(pk__in=eerder.values("pk")))

    def with_gebied(self, gemeenten, naam, waarde):
        return gemeenten.filter(aantal_gebieden__gt=0) if waarde else gemeenten.filter(aantal_gebieden=0)


class GemeentenLijst(Lijst):
    """All gemeenten of the Netherlands; of an example programma only its own, which do not exist."""

    titel = "Gemeenten"
    per_programma = True
    filterset = GemeenteFilter
    sortering = "naam"
    kolommen = [
        Kolom("naam", "Gemeente", sorteer="naam", link=Gemeente.get_absolute_url),
        Kolom("code", "CBS-code", sorteer="code"),
        Kolom("provincie", "Provincie", sorteer="provincie__naam"),
        Kolom("aantal_gebieden", "Focusgebieden", soort=Soort.GETAL, sorteer="aantal_gebieden"),
        Kolom("herindeling", "Herindeling", waarde=in_woorden),
        Kolom("inwoners_2021", "Inwoners (2021)", soort=Soort.GETAL, sorteer="inwoners_2021"),
    ]

    def queryset(self):
        return Gemeente.objects.visible_to(self.user).filter(is_voorbeeld=self.is_voorbeeld).for_list()


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    return show_list(
        request,
        GemeentenLijst,
        template="naslag/lijst.html",
        inleiding="De gemeenten met hun CBS-code, en in welke een focusgebied ligt.",
        **pagina.frame("gemeenten"),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, code):
    gemeenten = Gemeente.objects.visible_to(request.user).select_related("provincie", "opvolger")
    gemeente = get_object_or_404(gemeenten, code=code)
    programma = chosen_programma(request)
    if own := elsewhere(request, programma, gemeente):
        return redirect(own)
    gebieden = list(Gebied.objects.visible_to(request.user).filter(gemeente=gemeente).for_list())
    return pagina.detail(
        request,
        "naslag/gemeente.html",
        gemeente.naam,
        programma=programma,
        onder=["gemeenten"],
        gemeente=gemeente,
        gebieden=gebieden,
        bronnen=distinct_bronnen(gebieden),
        voorgangers=Gemeente.objects.visible_to(request.user).filter(opvolger=gemeente),
        vragen=programma.open_vragen.about("gemeenten").unanswered(),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def focusgebieden(request):
    programma = chosen_programma(request)
    gebieden = list(
        Gebied.objects.visible_to(request.user).filter(gemeente__is_voorbeeld=programma.is_voorbeeld).for_list()
    )
    return pagina.overzicht(
        request,
        "naslag/focusgebieden.html",
        "focusgebieden",
        programma=programma,
        gebieden=gebieden,
        bronnen=distinct_bronnen(gebieden),
        aantal_gemeenten=len({gebied.gemeente_id for gebied in gebieden}),
        kaart=kaart(gebieden) if gebieden and not programma.is_voorbeeld else None,
        feiten=feiten_over(programma, "nplv"),
    )


def kaart(gebieden):
    """The map with the gemeenten in which the gebieden lie."""
    return landkaart(
        "Kaart van Nederland met de focusgebieden",
        [
            Punt(
                gebied.nummer,
                gebied.naam,
                gebied.gemeente.code,
                gebied.rd_x,
                gebied.rd_y,
                gebied.gemeente.get_absolute_url(),
            )
            for gebied in gebieden
        ],
    )
