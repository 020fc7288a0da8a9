"""The forms of a bestemming: what a gemeente earmarked, and another amount in its place."""

from django import forms

from actielijnen.forms.boeken import Bedrag
from actielijnen.forms.velden import Handeling
from agenda.models import Bron
from agenda.naslag.forms import BronKeuze, verplicht
from subsidies.forms.du import Jaar
from subsidies.models import Bestemming, RegelingVersie, Thema


class MetBron(Handeling):
    """An amount in euro, and where it stands."""

    bedrag = Bedrag(help_text="In euro, bijvoorbeeld 40.000. Bestemde de gemeente niets? Vul dan 0 in.")
    bron = BronKeuze(
        label="Bron",
        queryset=Bron.objects.none(),
        empty_label="Kies een bron",
        help_text="Het stuk waarin de gemeente dit opgaf. Voeg het eerst toe bij Bronnen.",
        error_messages=verplicht("Kies de bron van dit bedrag."),
    )
    vindplaats = forms.CharField(
        label="Vindplaats",
        max_length=200,
        help_text="Waar het in de bron staat, bijvoorbeeld: opgave 3.",
        error_messages=verplicht("Vul in waar het in de bron staat, bijvoorbeeld: opgave 3."),
    )

    def __init__(self, versie: RegelingVersie, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bron"].queryset = Bron.objects.of(versie.regeling.programma).order_by("titel")


class BestemmingForm(MetBron):
    """For which gebied, theme and year."""

    field_order = ["gebied", "thema", "jaar"]

    def __init__(self, versie: RegelingVersie, *args, **kwargs):
        super().__init__(versie, *args, **kwargs)
        themas = versie.themas.exclude(soort=Thema.Soort.INTEGRAAL)
        self.fields["gebied"] = _keuze("Gebied", versie.gebieden.all(), "Kies een gebied")
        self.fields["thema"] = _keuze("Thema", themas, "Kies een thema")
        self.fields["jaar"] = Jaar(label="Jaar")
        self.order_fields(self.field_order)


class VerbeterForm(MetBron):
    """Another amount, and why."""

    reden = forms.CharField(
        label="Waarom wordt het bedrag anders?",
        max_length=200,
        help_text="Bijvoorbeeld: de gemeente stuurde een nieuwe opgave.",
        error_messages=verplicht("Vul in waarom het bedrag anders wordt."),
    )

    def __init__(self, bestemming: Bestemming, *args, **kwargs):
        super().__init__(bestemming.thema.versie, *args, **kwargs)


def _keuze(label: str, queryset, leeg: str) -> forms.ModelChoiceField:
    fouten = verplicht(f"{leeg} uit de lijst.")
    return forms.ModelChoiceField(queryset, label=label, empty_label=leeg, error_messages=fouten)
