"""Forms of the library: research that is new to it, and citing it at an interventie."""

from django import forms

from actielijnen.forms.velden import Dag, lange_tekst
from agenda.models import Bron, Programma
from agenda.naslag.forms import BronKeuze, verplicht
from interventies.forms.palet import OverInterventie, Paletform
from interventies.models import Interventie
from interventies.palet import onderzoek


class OnderzoekForm(Paletform):
    """What is known of a piece of research."""

    titel = forms.CharField(label="Titel", error_messages=verplicht("Vul de titel van het onderzoek in."))
    verwijzing = forms.CharField(
        label="Verwijzing",
        help_text="Zoals in een voetnoot: auteurs, titel en jaar.",
        error_messages=verplicht("Vul in hoe een voetnoot het noemt: auteurs, titel en jaar."),
    )
    url = forms.CharField(label="Webadres", required=False, help_text="Bijvoorbeeld https://www.voorbeeld.nl/rapport.")
    datum = Dag(
        "Vul een dag in, bijvoorbeeld 01-03-2026.",
        label="Verschenen op",
        required=False,
        help_text="Leeg: het onderzoek draagt geen datum.",
    )

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.programma = programma

    def schrijf(self, by):
        velden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "sleutel"}
        gegevens = onderzoek.Publicatiegegevens(**velden)
        return onderzoek.toevoegen(gegevens, is_voorbeeld=self.programma.is_voorbeeld, by=by)

    def melding(self, bron):
        return f"‘{bron}’ staat in de bibliotheek. Interventies en brieven kunnen het nu aanhalen."


class AanhaalForm(OverInterventie):
    """Which bron, where in it, and what it says."""

    bron = BronKeuze(
        label="Bron",
        queryset=Bron.objects.none(),
        empty_label="Kies een bron",
        help_text="Staat het onderzoek er niet bij? Voeg het eerst toe aan de bibliotheek.",
        error_messages=verplicht("Kies een bron uit de lijst."),
    )
    vindplaats = forms.CharField(label="Vindplaats", required=False, help_text="Bijvoorbeeld: hoofdstuk 3.")
    waarvoor = lange_tekst(
        "Wat zegt de bron over deze interventie?", hulp="In een paar zinnen.", leeg="Schrijf op wat.", rijen=3
    )

    def __init__(self, interventie: Interventie, *args, **kwargs):
        super().__init__(interventie, *args, **kwargs)
        voorbeeld = {"soort": Bron.Soort.VOORBEELD}
        bronnen = Bron.objects.filter(**voorbeeld) if interventie.is_voorbeeld else Bron.objects.exclude(**voorbeeld)
        self.fields["bron"].queryset = bronnen.order_by("titel")

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("bron", "vindplaats", "waarvoor")}
        onderzoek.aanhalen(self.interventie, **velden, by=by)
        return self.interventie

    def melding(self, interventie):
        return "De bron is aangehaald."
