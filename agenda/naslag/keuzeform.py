"""The form by which somebody decides what a new letter uses where bronnen contradict each other."""

import re

from django import forms
from django.core.exceptions import ValidationError

from agenda import feiten
from agenda.cijfers.vastgelegd import tekst_van
from agenda.models import FeitVersie
from agenda.naslag.forms import VersieKeuze, op_een_regel, verplicht, weigering


class WaardeKeuze(VersieKeuze):
    """The values that were ever stated of one feit, each once."""

    def label_from_instance(self, versie):
        datum = "" if versie.bekend_sinds else ", bron zonder datum"
        return f"{tekst_van(versie)} ({versie.bron}, {versie.vindplaats}{datum})"


class KeuzeForm(forms.Form):
    """What a new letter uses, and which value holds of each feit of which more than one was ever stated."""

    keuze = forms.CharField(
        label="Wat gebruikt een nieuwe brief?",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="In eigen woorden, bijvoorbeeld: nr. 367.",
        error_messages=verplicht("Vul in wat een nieuwe brief gebruikt, bijvoorbeeld: nr. 367."),
    )
    reden = forms.CharField(
        label="Waarom?",
        max_length=200,
        help_text="Hoe u dit weet, bijvoorbeeld: nagezien in het Kamerstuk. Hooguit 200 tekens.",
        error_messages=verplicht("Vul in waarom u dit kiest, bijvoorbeeld: nagezien in het Kamerstuk."),
    )

    def __init__(self, tegenspraak, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.tegenspraak = tegenspraak
        self.waarden = {}
        for feit in tegenspraak.feiten.prefetch_related("versies__bron"):
            if len(genoemd := feiten.waarden(feit)) > 1:
                self.waarden[f"versie_{feit.pk}"] = genoemd
                self.fields[f"versie_{feit.pk}"] = keuzeveld(feit, genoemd)
        self.order_fields(["keuze", *self.waarden, "reden"])

    def clean_keuze(self):
        return op_een_regel(self.cleaned_data["keuze"])

    def clean(self):
        gegevens = super().clean()
        for naam, genoemd in self.waarden.items():
            gekozen = gegevens.get(naam)
            if gekozen and spreekt_tegen(gegevens.get("keuze", ""), gekozen, genoemd):
                melding = f"Deze tekst noemt een andere waarde dan u hieronder kiest: ‘{tekst_van(gekozen)}’."
                self.add_error("keuze", ValidationError(f"{melding} Verander de tekst of de waarde."))
        return gegevens

    def kiezen(self, *, by) -> bool:
        """Record the choice; what the verb refuses becomes an error of the form."""
        gegevens = self.cleaned_data
        versies = [gegevens[naam] for naam in self.waarden if gegevens[naam]]
        try:
            feiten.kiezen(self.tegenspraak, gegevens["keuze"], gegevens["reden"], by=by, versies=versies)
        except ValidationError as fout:
            weigering(self, fout, {})
        return not self.errors


def keuzeveld(feit, genoemd: list[FeitVersie]) -> WaardeKeuze:
    """The field for one feit; nothing but a value will do as long as the versions of today disagree."""
    moet = feiten.is_oneens(feit)
    return WaardeKeuze(
        label=f"Welke waarde klopt van ‘{feit.naam}’?",
        queryset=FeitVersie.objects.filter(pk__in=[versie.pk for versie in genoemd]).for_list(),
        required=moet,
        empty_label="Kies een waarde" if moet else "Laat de waarde zoals zij nu is",
        help_text="De waarde die u kiest, gaat gelden. De andere blijven zichtbaar, en u kunt later anders kiezen.",
        error_messages=verplicht("Kies een waarde uit de lijst."),
    )


def spreekt_tegen(keuze: str, gekozen: FeitVersie, genoemd: list[FeitVersie]) -> bool:
    """Whether `keuze` names another value of the feit and not the chosen one.

    A text names a value when it has the value whole, or a word of it that the other value has not.
    """
    eigen = tekst_van(gekozen)
    if _gelijk(eigen) in _gelijk(keuze):
        return False
    for ander in (tekst_van(versie) for versie in genoemd if versie.pk != gekozen.pk):
        if _gelijk(ander) in _gelijk(keuze):
            return True
        if _woorden(keuze) & (_woorden(ander) - _woorden(eigen)) and not _woorden(keuze) & (
            _woorden(eigen) - _woorden(ander)
        ):
            return True
    return False


def _gelijk(tekst: str) -> str:
    return " ".join(tekst.casefold().split())


def _woorden(tekst: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*|\w{3,}", tekst.casefold()))
