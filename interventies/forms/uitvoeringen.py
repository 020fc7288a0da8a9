"""Forms of an uitvoering: where and when, what was counted, and another last day."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from actielijnen.forms.velden import Dag, Getal, lange_tekst
from agenda import klok
from agenda.models import Gebied, Gemeente
from agenda.naslag.forms import verplicht
from interventies.forms.palet import OverInterventie, Paletform
from interventies.models import Interventie, Uitvoering
from interventies.palet import uitvoeren

MEESTE = 20_000_000  # people; more than live in the Netherlands is a mistake of typing
TELWIJZE = "Bijvoorbeeld: verschillende deelnemers op de presentielijst."


class Aantal(Getal):
    """A number of people."""

    def __init__(self, **options):
        wat = "Vul een aantal mensen in, bijvoorbeeld 120."
        super().__init__(error_messages=verplicht(wat), max_length=20, **options)
        self.widget.attrs |= {"inputmode": "numeric", "class": "ptl-invoer--bedrag"}

    def clean(self, value) -> int | None:
        if not self.required and not (value or "").strip():
            return None
        aantal = super().clean(value)
        if aantal < 0 or aantal % 1 or aantal > MEESTE:
            raise ValidationError(f"‘{value}’ kan geen aantal mensen zijn. Schrijf bijvoorbeeld 120.")
        return int(aantal)


class InzetForm(OverInterventie):
    """Where, by whom, when, and how many people are meant to be reached."""

    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label="Gemeente",
        empty_label="Kies een gemeente",
        error_messages=verplicht("Kies een gemeente uit de lijst."),
    )
    gebied = forms.ModelChoiceField(
        Gebied.objects.none(),
        label="Focusgebied",
        required=False,
        empty_label="Geen focusgebied",
        help_text="Alleen als de uitvoering in een focusgebied van deze gemeente is.",
        error_messages=verplicht("Kies een focusgebied uit de lijst."),
    )
    wijk = forms.CharField(label="Wijk of buurt", required=False, help_text="Mag leeg blijven.")
    uitvoerder = forms.CharField(
        label="Wie doet het?",
        help_text="De organisatie, nooit een persoon.",
        error_messages=verplicht("Vul in welke organisatie het doet."),
    )
    van = Dag("Vul in wanneer het begint, bijvoorbeeld 01-03-2026.", label="Van")
    tot = Dag(
        "Vul een dag in, bijvoorbeeld 31-12-2026.",
        label="Tot en met",
        required=False,
        help_text="Leeg: er is nog geen einde.",
    )
    bereik_gepland = Aantal(
        label="Hoeveel mensen moet het bereiken?", required=False, help_text="Leeg: dat is niet gepland."
    )
    telwijze = forms.CharField(label="Hoe worden zij geteld?", required=False, help_text=TELWIJZE)

    def __init__(self, interventie: Interventie, *args, **kwargs):
        super().__init__(interventie, *args, **kwargs)
        bestaat = Q(opgegaan_op=None) | Q(opgegaan_op__gt=klok.vandaag())
        gemeenten = Gemeente.objects.filter(bestaat, is_voorbeeld=interventie.is_voorbeeld)
        self.fields["gemeente"].queryset = gemeenten
        self.fields["gebied"].queryset = Gebied.objects.filter(gemeente__in=gemeenten)

    def schrijf(self, by):
        velden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "sleutel"}
        return uitvoeren.vastleggen(self.interventie, uitvoeren.Inzet(**velden), by=by)

    def melding(self, uitvoering):
        return f"Uitvoering {uitvoering} in {uitvoering.plek} is vastgelegd."


class OverUitvoering(Paletform):
    """A form about one uitvoering."""

    def __init__(self, uitvoering: Uitvoering, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.uitvoering = uitvoering


class BereikForm(OverUitvoering):
    """How many people were reached, and how they were counted."""

    aantal = Aantal(label="Hoeveel mensen zijn er bereikt?", help_text="Vanaf het begin van de uitvoering.")
    telwijze = forms.CharField(
        label="Hoe zijn zij geteld?",
        help_text=TELWIJZE,
        error_messages=verplicht(uitvoeren.GEEN_TELWIJZE),
    )
    tot = Dag("Vul in tot wanneer is geteld, bijvoorbeeld 31-12-2026.", label="Geteld tot en met")

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("aantal", "telwijze", "tot")}
        uitvoeren.tellen(self.uitvoering, **velden, by=by)
        return self.uitvoering

    def melding(self, uitvoering):
        return "Het bereik is vastgelegd. Eerdere tellingen blijven staan."


class EindeForm(OverUitvoering):
    """Another last day, and why."""

    tot = Dag("Vul in tot wanneer het loopt, bijvoorbeeld 31-12-2026.", label="Loopt tot en met")
    reden = lange_tekst("Waarom?", hulp="Uw reden blijft staan.", leeg="Schrijf op waarom.", rijen=3)

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("tot", "reden")}
        uitvoeren.eindigen(self.uitvoering, **velden, by=by)
        return self.uitvoering

    def melding(self, uitvoering):
        return f"De uitvoering loopt tot en met {uitvoering.tot:%d-%m-%Y}."
