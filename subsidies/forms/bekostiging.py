"""The form that says what pays for an uitvoering."""

from django import forms

from actielijnen.models import Verplichting
from agenda.models import Programma
from agenda.naslag.forms import verplicht
from interventies.forms.uitvoeringen import OverUitvoering
from interventies.models import Uitvoering
from subsidies import bekostigen
from subsidies.models import Thema

EEN = "Kies een verplichting of een thema van een regeling, en niet allebei."


class ThemaKeuze(forms.ModelChoiceField):
    """A theme with its regeling and year."""

    def label_from_instance(self, thema):
        return f"{thema.versie.regeling}, {thema.versie.nummer}: {thema}"


class BekostigForm(OverUitvoering):
    """A verplichting of SZW, or a theme of a regeling."""

    verplichting = forms.ModelChoiceField(
        Verplichting.objects.none(),
        label="Verplichting",
        required=False,
        empty_label="Geen verplichting",
        help_text="Een contract of opdracht van het ministerie van SZW.",
        error_messages=verplicht("Kies een verplichting uit de lijst."),
    )
    thema = ThemaKeuze(
        Thema.objects.none(),
        label="Thema van een regeling",
        required=False,
        empty_label="Geen regeling",
        help_text="Ook als een ander ministerie de regeling verstrekt.",
        error_messages=verplicht("Kies een thema uit de lijst."),
    )

    def __init__(self, uitvoering: Uitvoering, programma: Programma, *args, **kwargs):
        super().__init__(uitvoering, *args, **kwargs)
        themas = Thema.objects.filter(versie__regeling__programma=programma).select_related("versie__regeling")
        self.fields["verplichting"].queryset = programma.verplichtingen.order_by("kenmerk")
        self.fields["thema"].queryset = themas.order_by("versie__regeling", "-versie__volgorde", "volgorde")

    def clean(self):
        gekozen = [self.cleaned_data.get(naam) for naam in ("verplichting", "thema")]
        if not self.errors and gekozen.count(None) != 1:
            self.add_error("verplichting", EEN)
        return self.cleaned_data

    def schrijf(self, by):
        verplichting, thema = self.cleaned_data["verplichting"], self.cleaned_data["thema"]
        if verplichting:
            self.bekostiging = bekostigen.uit_verplichting(self.uitvoering, verplichting, by=by)
        else:
            self.bekostiging = bekostigen.uit_regeling(self.uitvoering, thema, by=by)
        return self.uitvoering

    def melding(self, uitvoering):
        if self.bekostiging.signaal:
            return "Vastgelegd, met een signaal: volgens de scopetoets is de interventie buiten de scope."
        return "Vastgelegd wie betaalt."
