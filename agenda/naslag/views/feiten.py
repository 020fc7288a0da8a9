"""Feiten: the list, one feit with all its versions, and a new version."""

import django_filters
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from agenda import klok
from agenda.access import Permission, audience, may
from agenda.cijfers.vastgelegd import cijfer_uit_feit
from agenda.lijsten.kolommen import Kolom, Soort
from agenda.lijsten.lijst import Lijst
from agenda.lijsten.views import show_list
from agenda.models import Feit, onderwerpen
from agenda.naslag import pagina
from agenda.naslag.forms import PeildatumForm, VersieForm
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled
from agenda.templatetags.waarden import voluit


class FeitFilter(django_filters.FilterSet):
    """By name and by subject."""

    naam = django_filters.CharFilter(lookup_expr="icontains", label="Zoek in de naam")
    onderwerp = django_filters.ChoiceFilter(label="Onderwerp", empty_label="Alle onderwerpen")
    tegenspraak = django_filters.BooleanFilter(
        field_name="tegenspraken", lookup_expr="isnull", exclude=True, distinct=True, label="Met tegenspraak"
    )

    class Meta:
        model = Feit
        fields = []

    def __init__(self, *args, **kwargs):
        """The subjects to choose from are those of the feiten that this reader may see."""
        super().__init__(*args, **kwargs)
        namen = self.queryset.order_by("onderwerp").values_list("onderwerp", flat=True).distinct()
        self.filters["onderwerp"].field.choices = [(naam, onderwerpen.naam(naam)) for naam in namen]


def vandaag(feit: Feit) -> str:
    """What holds today, as a text writes it; or that nothing does."""
    cijfer = cijfer_uit_feit(feit, klok.vandaag())
    return voluit(cijfer, feit) if cijfer.tekst else "geen waarde"


class FeitenLijst(Lijst):
    """All feiten of a programma with what holds today."""

    titel = "Feiten"
    per_programma = True
    filterset = FeitFilter
    sortering = "onderwerp"
    kolommen = [
        Kolom("naam", "Feit", sorteer="naam", link=Feit.get_absolute_url),
        Kolom("onderwerp", "Onderwerp", waarde=lambda feit: onderwerpen.naam(feit.onderwerp), sorteer="onderwerp"),
        Kolom("waarde", "Geldt vandaag", waarde=vandaag),
        Kolom("versies", "Versies", waarde=lambda feit: len(feit.versies.all()), soort=Soort.GETAL),
        Kolom(
            "tegenspraken",
            "Tegenspraak",
            waarde=lambda feit: ", ".join(t.nummer for t in feit.tegenspraken.all()),
        ),
    ]

    def queryset(self):
        return Feit.objects.visible_to(self.user).of(self.programma).for_list()


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    return show_list(
        request,
        FeitenLijst,
        template="naslag/lijst.html",
        inleiding="Wat het portaal mag zeggen: elk feit met zijn waarde van vandaag, zijn bronnen en eerdere versies.",
        **pagina.frame("feiten"),
    )


def _feit(request, sleutel) -> Feit:
    feiten = Feit.objects.visible_to(request.user).of(chosen_programma(request)).for_page()
    return get_object_or_404(feiten.named(sleutel)[:1])


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, sleutel):
    feit = _feit(request, sleutel)
    form = PeildatumForm({"peildatum": request.GET.get("peildatum", klok.vandaag())})
    return pagina.detail(
        request,
        "naslag/feit.html",
        feit.naam,
        programma=feit.programma,
        onder=["feiten"],
        feit=feit,
        form=form,
        cijfer=cijfer_uit_feit(feit, form.cleaned_data["peildatum"]) if form.is_valid() else None,
        mag_vastleggen=may(request.user, Permission.FEIT_VASTLEGGEN),
    )


@audience(Permission.FEIT_VASTLEGGEN)
def nieuwe_versie(request, sleutel):
    feit = _feit(request, sleutel)
    form = filled(request, VersieForm, feit)
    if form.is_valid() and form.vastleggen(by=request.user):
        messages.success(request, f"De nieuwe versie van ‘{feit.naam}’ is vastgelegd.")
        return redirect(feit)
    return pagina.detail(
        request,
        "naslag/nieuwe_versie.html",
        f"Nieuwe versie van ‘{feit.naam}’",
        programma=feit.programma,
        onder=["feiten"],
        feit=feit,
        form=form,
    )
