"""What people fill in for a scenario: what it is for, its steps, and the decision about it."""

from django import forms

from actielijnen.begroting.mutaties import Besluit
from actielijnen.forms.boeken import Bedrag, MetReden, RegelKeuze
from actielijnen.forms.velden import bron_keuze, lange_tekst
from actielijnen.forms.vooruitzicht import Weigerbaar
from actielijnen.models import Budget, Moment, Scenariostap
from agenda.models import Programma
from agenda.naslag.forms import verplicht


class ScenarioForm(Weigerbaar):
    """What a scenario is called and which question it answers."""

    naam = forms.CharField(
        label="Naam",
        max_length=120,
        help_text="Kort, bijvoorbeeld: Training een jaar later.",
        error_messages=verplicht("Vul de naam van het scenario in."),
    )
    doel = lange_tekst(
        "Doel",
        hulp="Welke vraag dit scenario beantwoordt.",
        leeg="Schrijf op welke vraag dit scenario beantwoordt.",
        rijen=3,
    )


class StapForm(Weigerbaar):
    """One change: on one line, or from one line to another."""

    soort = forms.ChoiceField(
        label="Wat verandert er?",
        choices=Scenariostap.Soort.choices,
        widget=forms.RadioSelect,
        error_messages=verplicht("Kies wat er verandert, bijvoorbeeld ‘Verlagen’."),
    )
    bedrag = Bedrag()
    budget = forms.ChoiceField(
        label="Welk budget?",
        choices=[(Budget.BEIDE, "verplichtingen en kas"), *Budget.choices[:2]],
        help_text="Vertragen gaat alleen over kas; dat kiest het portaal dan voor u.",
        error_messages=verplicht("Kies over welk budget het gaat."),
    )
    reden = lange_tekst("Reden", hulp="Waarom deze stap.", leeg="Schrijf op waarom u deze stap zet.", rijen=2)

    field_order = ["soort", "regel", "naar", "bedrag", "budget", "reden"]

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["regel"] = RegelKeuze(programma, "Begrotingsregel")
        self.fields["naar"] = RegelKeuze(
            programma,
            "Naar welke regel?",
            required=False,
            empty_label="Geen: het gaat over één regel",
            help_text="Alleen bij verschuiven en vertragen.",
        )
        self.order_fields(self.field_order)

    @property
    def velden(self) -> dict:
        is_te_laat = self.cleaned_data["soort"] == Scenariostap.Soort.VERTRAGEN
        is_open = self.cleaned_data["budget"] == Budget.BEIDE
        return self.cleaned_data | ({"budget": Budget.KAS} if is_te_laat and is_open else {})


class AanneemForm(MetReden, Weigerbaar):
    """The decision to book a scenario: where it stands, and why."""

    moment = forms.ChoiceField(
        label="In welk begrotingsstuk?",
        choices=[("", "Kies een begrotingsstuk"), *Moment.choices],
        error_messages=verplicht("Kies in welk begrotingsstuk dit staat."),
    )
    begrotingsjaar = forms.IntegerField(
        label="Begrotingsjaar",
        required=False,
        min_value=2000,
        max_value=2100,
        help_text="Het jaar van het begrotingsstuk, bijvoorbeeld 2026. Leeg bij een brief aan de Kamer.",
        error_messages={"invalid": "Vul een jaar in, bijvoorbeeld 2026."},
    )
    vindplaats = forms.CharField(
        label="Vindplaats",
        max_length=200,
        help_text="Waar het in de bron staat, bijvoorbeeld: tabel 3.",
        error_messages=verplicht("Vul in waar het in de bron staat, bijvoorbeeld: tabel 3."),
    )
    reden = lange_tekst(
        "Reden", hulp="Deze reden staat bij elke mutatie.", leeg="Schrijf op waarom dit gebeurt.", rijen=3
    )

    field_order = ["moment", "begrotingsjaar", "bron", "vindplaats", "reden", "reden_overschrijding"]

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bron"] = bron_keuze(programma)
        self.fields["bron"].required = True
        self.fields["bron"].help_text = "Het document waarin dit besluit staat."
        self.fields["bron"].empty_label = "Kies een bron"
        self.fields["bron"].error_messages |= verplicht("Kies de bron waarin dit besluit staat.")
        self.order_fields(self.field_order)

    def clean(self):
        ingevuld = super().clean()
        if not ingevuld.get("begrotingsjaar") and ingevuld.get("moment") not in (None, Moment.KAMERBRIEF):
            self.add_error("begrotingsjaar", "Vul het jaar van het begrotingsstuk in, bijvoorbeeld 2026.")
        return ingevuld

    @property
    def velden(self) -> dict:
        return {"besluit": Besluit(**self.cleaned_data)}


class VerwerpForm(Weigerbaar):
    """Why a scenario is put aside."""

    reden = lange_tekst("Reden", hulp="De reden staat in het logboek.", leeg="Schrijf op waarom.", rijen=3)
