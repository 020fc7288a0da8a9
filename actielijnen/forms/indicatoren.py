"""Forms of an indicator: what it measures, a value, another number, and the decision about that."""

from django import forms

from actielijnen.forms.velden import Dag, Getal, Handeling, actielijn_keuze, activiteit_keuze, bron_keuze, lange_tekst
from actielijnen.models import Indicator, IndicatorWaarde
from agenda import klok
from agenda.models import Programma
from agenda.naslag.forms import verplicht

WAARDE = "Vul de waarde in, bijvoorbeeld 1.250 of 7,5."


class IndicatorForm(Handeling):
    """What is measured, of what, and what is better."""

    naam = forms.CharField(
        label="Naam",
        max_length=160,
        help_text="Kort, bijvoorbeeld: Getrainde jongerenwerkers.",
        error_messages=verplicht("Vul de naam van de indicator in."),
    )
    definitie = lange_tekst(
        "Wat wordt precies geteld of gemeten?",
        hulp="Zo dat een ander tot hetzelfde getal komt.",
        leeg="Vul in wat precies wordt geteld, bijvoorbeeld: jongerenwerkers die de training hebben afgemaakt.",
        rijen=3,
    )
    eenheid = forms.CharField(
        label="Eenheid",
        max_length=40,
        help_text="Bijvoorbeeld: personen, of: procent.",
        error_messages=verplicht("Vul de eenheid in, bijvoorbeeld: personen."),
    )
    richting = forms.ChoiceField(
        label="Wat is beter?",
        choices=Indicator.Richting.choices,
        widget=forms.RadioSelect,
        error_messages=verplicht("Kies of een hoger of een lager getal beter is."),
    )

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["activiteit"] = activiteit_keuze(programma)
        self.fields["actielijn"] = actielijn_keuze(programma)


class Getalsvelden(Handeling):
    """A number with where it comes from."""

    waarde = Getal(label="Waarde", help_text="Bijvoorbeeld 1.250 of 7,5.", error_messages=verplicht(WAARDE))
    vindplaats = forms.CharField(
        label="Waar komt de waarde vandaan?",
        max_length=200,
        help_text="Bijvoorbeeld: opgave van de gemeenten, week 12.",
        error_messages=verplicht("Vul in waar de waarde vandaan komt, bijvoorbeeld: opgave van de gemeenten, week 12."),
    )

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bron"] = bron_keuze(programma)


class WaardeForm(Getalsvelden):
    """A nulmeting, a streefwaarde or a measured value."""

    soort = forms.ChoiceField(
        label="Soort waarde",
        choices=IndicatorWaarde.Soort.choices,
        widget=forms.RadioSelect,
        help_text="Een nulmeting is de stand vooraf. Een streefwaarde is wat u wilt bereiken.",
        error_messages=verplicht("Kies wat voor waarde dit is."),
    )
    peildatum = Dag(
        "Vul in over welke dag de waarde gaat.", label="Stand op", help_text="Bij een streefwaarde: wanneer."
    )
    field_order = ["soort", "waarde", "peildatum", "vindplaats", "bron"]

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(programma, *args, **kwargs)
        self.fields["peildatum"].initial = klok.vandaag()
        self.order_fields(self.field_order)


class CorrectieForm(Getalsvelden):
    """Another number for a value, and why."""

    reden = lange_tekst(
        "Reden",
        hulp="Een collega leest deze reden en beslist.",
        leeg="Vul in waarom de waarde niet klopt, bijvoorbeeld: twee wijken zijn dubbel geteld.",
        rijen=3,
    )


class BesluitForm(Handeling):
    """Accept or decline; who declines says why."""

    besluit = forms.ChoiceField(
        label="Wat is uw besluit?",
        choices=[("aannemen", "Aannemen: de nieuwe waarde geldt"), ("afwijzen", "Afwijzen: de oude waarde blijft")],
        widget=forms.RadioSelect,
        error_messages=verplicht("Kies aannemen of afwijzen."),
    )
    reden = forms.CharField(
        label="Waarom wijst u het voorstel af?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alleen nodig als u afwijst.",
    )

    @property
    def velden(self) -> dict:
        return {"reden": self.cleaned_data["reden"]} if self.is_afgewezen else {}

    @property
    def is_afgewezen(self) -> bool:
        return self.cleaned_data["besluit"] == "afwijzen"
