"""Forms of a praktijkkader: the text for a letter, and what the gemeente answers."""

from django import forms

from actielijnen.forms.velden import lange_tekst
from agenda.naslag.forms import verplicht
from interventies.forms.palet import Paletform
from interventies.models import Praktijkkader, Uitvoering
from interventies.palet import toestemming


class KaderForm(Paletform):
    """The title and text of a box in a letter, as the gemeente will read them."""

    titel = forms.CharField(
        label="Titel",
        help_text="Bijvoorbeeld: Ouders aan tafel in Voorbeeldstad.",
        error_messages=verplicht("Vul een titel in, bijvoorbeeld: Ouders aan tafel in Voorbeeldstad."),
    )
    tekst = lange_tekst(
        "Tekst",
        hulp="Zoals zij in de brief komt. Zonder getallen, en zonder namen van personen.",
        leeg="Schrijf de tekst zoals zij in de brief komt.",
        rijen=8,
    )

    def __init__(self, uitvoering: Uitvoering, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.uitvoering = uitvoering

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("titel", "tekst")}
        return toestemming.vragen(self.uitvoering, **velden, by=by)

    def melding(self, kader):
        return f"De gemeente {kader.gemeente} krijgt bericht. Pas met haar toestemming kan de tekst in een brief."


class AntwoordForm(Paletform):
    """Why the gemeente does not agree, or no longer; `verb` is what it then does."""

    reden = lange_tekst(
        "Waarom?",
        hulp="Het ministerie leest dit. Schrijf ook op wat er anders moet, als u dat weet.",
        leeg=toestemming.GEEN_REDEN,
        rijen=3,
    )

    def __init__(self, kader: Praktijkkader, verb, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kader, self.verb = kader, verb

    def schrijf(self, by):
        self.verb(self.kader, reden=self.cleaned_data["reden"], by=by)
        return self.kader

    def melding(self, kader):
        return f"Uw antwoord is vastgelegd: {kader.get_status_display().lower()}. Het ministerie krijgt bericht."

    def adres(self, kader):
        return kader.adres_gemeente
