"""The choice of what to see of the money that flows to gemeenten."""

from collections.abc import Iterable

from django import forms

from agenda.naslag.forms import verplicht
from agenda.ui.formulieren import FilterRenderer
from rapportage.geldstromen.stromen import Geldstroom

# Per field of which the rows give the choices: what it says when nothing is chosen.
ALLES = {
    "gebied": "Alle gebieden",
    "jaar": "Alle jaren",
    "instrument": "Alle instrumenten",
    "thema": "Alle thema’s",
}


class GeldstromenForm(forms.Form):
    """By name (also an old one), gebied, year, instrument and theme."""

    default_renderer = FilterRenderer
    naam = forms.CharField(label="Zoek op naam, ook een oude", required=False, max_length=80)
    gebied = forms.ChoiceField(
        label="Gebied", required=False, error_messages=verplicht("Kies een gebied uit de lijst.")
    )
    jaar = forms.ChoiceField(label="Jaar", required=False, error_messages=verplicht("Kies een jaar uit de lijst."))
    instrument = forms.ChoiceField(
        label="Instrument", required=False, error_messages=verplicht("Kies een instrument uit de lijst.")
    )
    thema = forms.ChoiceField(label="Thema", required=False, error_messages=verplicht("Kies een thema uit de lijst."))

    def __init__(self, rijen: Iterable[Geldstroom], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.rijen = list(rijen)
        for veld, leeg in ALLES.items():
            waarden = sorted({str(getattr(each, veld)) for each in self.rijen} - {""})
            self.fields[veld].choices = [("", leeg), *((each, each) for each in waarden)]

    @property
    def gekozen(self) -> dict[str, str]:
        """What is chosen, by field; nothing of a form with a fault."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde} if self.is_valid() else {}

    @property
    def gekozen_voor_logboek(self) -> list[str]:
        """What is chosen, without what somebody typed: that can be a name."""
        return [
            self[naam].label if naam == "naam" else f"{self[naam].label}: {waarde}"
            for naam, waarde in self.gekozen.items()
        ]

    def gefilterd(self) -> list[Geldstroom]:
        """The rows that fit; none when the address asks something that cannot be."""
        return [each for each in self.rijen if self._past(each)] if self.is_valid() else []

    def _past(self, rij: Geldstroom) -> bool:
        gekozen = dict(self.gekozen)
        naam = gekozen.pop("naam", "").casefold()
        is_zo = all(str(getattr(rij, veld)) == waarde for veld, waarde in gekozen.items())
        return is_zo and (naam in rij.gemeente.naam.casefold() or naam in rij.toen.naam.casefold())
