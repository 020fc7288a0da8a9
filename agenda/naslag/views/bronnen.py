"""Bronnen: the list, and one bron with everything that rests on it."""

import django_filters
from django.shortcuts import get_object_or_404, redirect

from agenda.access import Permission, audience, may
from agenda.bestanden.ontvangst import is_scanner_bereikbaar
from agenda.lijsten.kolommen import Kolom, Soort
from agenda.lijsten.lijst import Lijst
from agenda.lijsten.views import show_list
from agenda.models import Bron, FeitVersie, TegenspraakVariant
from agenda.naslag import pagina
from agenda.naslag.aanhalingen import citing
from agenda.naslag.programma import chosen_programma, elsewhere
from agenda.templatetags.waarden import bekend


class BronFilter(django_filters.FilterSet):
    """By title and by kind."""

    titel = django_filters.CharFilter(lookup_expr="icontains", label="Zoek in de titel")
    soort = django_filters.MultipleChoiceFilter(choices=Bron.Soort.choices, label="Soort")

    class Meta:
        model = Bron
        fields = []


class BronnenLijst(Lijst):
    """All bronnen, with what they state; of an example programma only the invented ones."""

    titel = "Bronnen"
    per_programma = True
    filterset = BronFilter
    sortering = "-bekend"
    kolommen = [
        Kolom("titel", "Bron", sorteer="titel", link=Bron.get_absolute_url),
        Kolom("soort", "Soort", waarde="get_soort_display", sorteer="soort"),
        Kolom("bekend", "Bekend sinds", waarde=bekend, sorteer="bekend_sinds"),
        Kolom("verwijzing", "Verwijzing"),
        Kolom("aantal_feiten", "Feiten", soort=Soort.GETAL, sorteer="aantal_feiten"),
    ]

    def queryset(self):
        return Bron.objects.visible_to(self.user).of(self.programma).for_list()


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    return show_list(
        request,
        BronnenLijst,
        template="naslag/lijst.html",
        inleiding="De stukken waar alles in dit portaal op rust, met hoe zeker hun datum is.",
        **pagina.frame("bronnen"),
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, sleutel):
    bron = get_object_or_404(Bron.objects.visible_to(request.user), sleutel=sleutel)
    programma = chosen_programma(request)
    if own := elsewhere(request, programma, bron):
        return redirect(own)
    documenten = list(bron.documenten.for_list())
    waiting = any(document.is_in_quarantaine for document in documenten)
    return pagina.detail(
        request,
        "naslag/bron.html",
        bron.titel,
        programma=programma,
        onder=["feiten", "bronnen"],
        bron=bron,
        inleiding=bron.toelichting or "Wat deze bron zegt, en welke gegevens op de bron rusten.",
        versies=FeitVersie.objects.visible_to(request.user)
        .filter(bron=bron)
        .for_list()
        .order_by("feit__onderwerp", "feit__sleutel", "pk"),
        varianten=TegenspraakVariant.objects.visible_to(request.user)
        .filter(bronnen=bron)
        .select_related("tegenspraak__programma")
        .order_by("tegenspraak__nummer", "letter"),
        aanhalingen=citing(bron),
        documenten=documenten,
        mag_aanvullen=may(request.user, Permission.BRON_AANVULLEN),
        wacht=waiting,
        is_scanner_bereikbaar=waiting and is_scanner_bereikbaar(),
    )
