"""Forms of a mijlpaal: new, assigned, on another day, reached, called off, and these two taken back."""

from django import forms

from actielijnen.forms.velden import (
    Dag,
    EigenaarKeuze,
    Handeling,
    actielijn_keuze,
    activiteit_keuze,
    bron_keuze,
    lange_tekst,
)
from actielijnen.models import Mijlpaal
from agenda import klok
from agenda.models import Programma
from agenda.naslag.forms import verplicht


class ToewijsForm(Handeling):
    """What a mijlpaal belongs to and who looks after it."""

    eigenaar = EigenaarKeuze(required=False)

    field_order = ["naam", "gepland_op", "activiteit", "actielijn", "eigenaar", "toelichting", "bron"]

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["activiteit"] = activiteit_keuze(programma)
        self.fields["actielijn"] = actielijn_keuze(programma)
        self.order_fields(self.field_order)

    @property
    def velden(self) -> dict:
        return self.cleaned_data | self.cleaned_data["eigenaar"]

    @staticmethod
    def waarden_van(mijlpaal: Mijlpaal) -> dict:
        """What the form shows of a mijlpaal that exists; the actielijn of its activiteit goes without saying."""
        return {
            "activiteit": mijlpaal.activiteit_id,
            "actielijn": None if mijlpaal.activiteit_id else mijlpaal.actielijn_id,
            "eigenaar": EigenaarKeuze.waarde_van(mijlpaal),
        }


class NieuweMijlpaalForm(ToewijsForm):
    """A mijlpaal that somebody makes in the portal."""

    naam = forms.CharField(
        label="Naam",
        max_length=160,
        help_text="Kort, bijvoorbeeld: Eerste training gegeven.",
        error_messages=verplicht("Vul de naam van de mijlpaal in."),
    )
    gepland_op = Dag("Vul in op welke dag de mijlpaal gehaald moet zijn.", label="Gepland op")
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bijvoorbeeld wanneer de mijlpaal is gehaald.",
    )

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(programma, *args, **kwargs)
        self.fields["bron"] = bron_keuze(programma)
        self.order_fields(self.field_order)


class VerplaatsForm(Handeling):
    """Another day, and why."""

    gepland_op = Dag("Vul de nieuwe dag in.", label="Nieuwe dag")
    reden = lange_tekst(
        "Reden",
        hulp="Iedereen die het programma ziet, leest deze reden bij de oude dag.",
        leeg="Vul in waarom de dag verandert, bijvoorbeeld: de zaal is pas in juni vrij.",
        rijen=3,
    )


class RealiseerForm(Handeling):
    """The day on which it was reached, and the bron that says so if there is one."""

    op = Dag("Vul in op welke dag de mijlpaal is gehaald.", label="Gehaald op")

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag()
        self.fields["bron"] = bron_keuze(programma)


class TerugneemForm(Handeling):
    """Why it was not reached after all."""

    reden = lange_tekst(
        "Reden",
        hulp="De reden staat in de geschiedenis van deze mijlpaal.",
        leeg="Vul in waarom de mijlpaal toch niet is gehaald, bijvoorbeeld: verkeerde mijlpaal gekozen.",
        rijen=3,
    )


class VervalForm(Handeling):
    """Why it will not be reached any more."""

    reden = lange_tekst(
        "Reden",
        hulp="Iedereen die het programma ziet, leest deze reden bij de mijlpaal.",
        leeg="Vul in waarom de mijlpaal vervalt, bijvoorbeeld: het congres gaat dit jaar niet door.",
        rijen=3,
    )


class HerstelForm(Handeling):
    """Why it goes on after all."""

    reden = lange_tekst(
        "Reden",
        hulp="De reden staat in de geschiedenis van deze mijlpaal.",
        leeg="Vul in waarom de mijlpaal toch doorgaat, bijvoorbeeld: er is toch een zaal gevonden.",
        rijen=3,
    )
