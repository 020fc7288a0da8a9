"""Forms of the naslag: a peildatum and a new version of a feit."""

from django import forms
from django.core.exceptions import ValidationError

from agenda import feiten
from agenda.cijfers.vastgelegd import tekst_van
from agenda.models import Bron, FeitVersie, Kwalificatie, Weergave
from agenda.money import lees_bedrag
from agenda.ui.formulieren import FilterRenderer


def verplicht(wat: str) -> dict[str, str]:
    """The messages of a field: what is missing, and how to fill it in."""
    return {
        "required": wat,
        "invalid_choice": f"Deze keuze bestaat niet (meer). {wat}",
        "max_length": TE_LANG,
    }


TE_LANG = "Deze tekst is te lang: maak hem korter. U gebruikte %(show_value)s tekens, er passen er %(limit_value)s."

# How a value is typed, by the way the feit is written.
INVULHULP = {
    Weergave.BEDRAG: "Het hele bedrag in euro, bijvoorbeeld 313.327 of 1.234,50.",
    Weergave.MILJOEN: "Het hele bedrag in euro. Schrijf bij 6,3 miljoen: 6.300.000.",
    Weergave.AANTAL: "Een getal, bijvoorbeeld 7 of 1.250.",
    Weergave.WOORD: "Een getal in cijfers, bijvoorbeeld 3. Een brief schrijft het als woord.",
    Weergave.JAAR: "Een jaartal, bijvoorbeeld 2025.",
    Weergave.TEKST: "De woorden van de bron, bijvoorbeeld: mei 2024.",
}


class PeildatumForm(forms.Form):
    """The day of which a reader wants to know what held."""

    default_renderer = FilterRenderer
    peildatum = forms.DateField(
        label="Peildatum",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": "Vul een peildatum in, bijvoorbeeld 31-12-2024.",
            "invalid": "Deze datum bestaat niet. Schrijf een datum als 31-12-2024.",
        },
    )


class BronKeuze(forms.ModelChoiceField):
    """Bronnen, with a warning at those that a letter never chooses by date."""

    def label_from_instance(self, bron):
        return bron.titel if bron.bekend_sinds else f"{bron.titel} (zonder datum)"


def op_een_regel(tekst: str) -> str:
    """What was typed in a large field, without its line ends: the register keeps one line."""
    return " ".join(tekst.split())


class VersieKeuze(forms.ModelChoiceField):
    """Versions of feiten: what they say, and according to which bron."""

    def label_from_instance(self, versie):
        return f"{versie.feit.naam}: {tekst_van(versie)} ({versie.bron}, {versie.vindplaats})"


class VersieForm(forms.Form):
    """A new version of a feit, by which nothing of earlier versions changes."""

    waarde = forms.CharField(label="Waarde", error_messages=verplicht("Vul de waarde in die de bron noemt."))
    kwalificatie = forms.ChoiceField(
        label="Hoe precies is de waarde?",
        choices=[("", "Kies hoe precies de bron is"), *Kwalificatie.choices],
        help_text="Neem het woord over dat de bron gebruikt. Zegt de bron niets? Kies dan ‘exact’.",
        error_messages=verplicht("Kies hoe precies de waarde is, bijvoorbeeld ‘exact’ of ‘ruim’."),
    )
    betreft = forms.CharField(
        label="Periode waarover de waarde gaat",
        max_length=60,
        required=False,
        help_text="Bijvoorbeeld 2023–2025, of: eind 2024.",
        error_messages={"max_length": TE_LANG},
    )
    bron = BronKeuze(
        label="Bron",
        queryset=Bron.objects.none(),
        empty_label="Kies een bron",
        help_text="Een brief gebruikt nooit een waarde uit een bron zonder datum.",
        error_messages=verplicht("Kies de bron die deze waarde noemt."),
    )
    vindplaats = forms.CharField(
        label="Vindplaats",
        max_length=200,
        help_text="Waar het in de bron staat, bijvoorbeeld: pagina 3, tweede alinea.",
        error_messages=verplicht("Vul in waar de waarde in de bron staat, bijvoorbeeld: pagina 3, tweede alinea."),
    )
    vervangt = VersieKeuze(
        label="Vervangt deze versie een eerdere?",
        queryset=FeitVersie.objects.none(),
        required=False,
        empty_label="Nee, deze versie komt erbij",
        help_text="Alleen als de eerdere versie fout is. De eerdere versie blijft zichtbaar.",
        error_messages=verplicht("Kies een versie uit de lijst."),
    )
    reden = forms.CharField(
        label="Reden",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Verplicht als u een eerdere versie vervangt, bijvoorbeeld: tikfout hersteld.",
    )

    def __init__(self, feit, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.feit = feit
        self.fields["bron"].queryset = Bron.objects.of(feit.programma).order_by("titel")
        self.fields["waarde"].help_text = INVULHULP[Weergave(feit.weergave)]
        self.fields["vervangt"].queryset = FeitVersie.objects.latest_of([feit]).for_list()

    def clean_waarde(self):
        waarde = self.cleaned_data["waarde"]
        if self.feit.weergave == Weergave.TEKST:
            return waarde
        try:
            return lees_bedrag(waarde)
        except ValueError:
            hulp = INVULHULP[Weergave(self.feit.weergave)]
            raise ValidationError(f"‘{waarde}’ is geen getal dat past. {hulp}") from None

    def clean_reden(self):
        return op_een_regel(self.cleaned_data["reden"])

    def clean(self):
        gegevens = super().clean()
        if gegevens.get("vervangt") and not gegevens.get("reden"):
            self.add_error("reden", "Vul in waarom u de eerdere versie vervangt, bijvoorbeeld: tikfout hersteld.")
        if "bron" in gegevens and "vervangt" in gegevens and self._is_al_vastgelegd(gegevens):
            self.add_error(
                "vervangt",
                "Van deze bron is al een waarde vastgelegd. Kies hier welke versie u vervangt, "
                "of kies een andere bron.",
            )
        return gegevens

    def _is_al_vastgelegd(self, gegevens) -> bool:
        zelfde = self.feit.versies.filter(bron=gegevens["bron"], nummer_bron="")
        return zelfde.filter(vervangt=gegevens["vervangt"]).exists()

    def vastleggen(self, *, by) -> bool:
        """Record the version; what the verb refuses becomes an error of the form."""
        try:
            feiten.vastleggen(self.feit, **self.cleaned_data, by=by)
        except ValidationError as fout:
            weigering(self, fout, {"getal": "waarde", "tekst": "waarde"})
        return not self.errors


def weigering(form: forms.Form, fout: ValidationError, namen: dict[str, str]) -> None:
    """Put the messages of a refused verb at the fields they are about."""
    if not hasattr(fout, "error_dict"):
        form.add_error(None, fout)
        return
    for veld, fouten in fout.error_dict.items():
        naam = namen.get(veld, veld)
        form.add_error(naam if naam in form.fields else None, fouten)
