"""Forms of an activiteit: what it is, when it is, a step, and how it goes."""

import json

from django import forms
from django.core.exceptions import ValidationError

from actielijnen.activiteiten.activiteit import gezien_van
from actielijnen.activiteiten.botsing import Botsing
from actielijnen.forms.velden import Dag, EigenaarKeuze, Handeling, actielijn_keuze, bron_keuze, lange_tekst
from actielijnen.models import Activiteit, Gezondheid, Voortgangsbericht
from agenda import klok
from agenda.models import Programma
from agenda.naslag.forms import verplicht, weigering

NIET_HEEL = "Dit formulier is niet compleet. Open de pagina opnieuw en vul het nog eens in."


class GegevensForm(Handeling):
    """What an activiteit is called, what it is for and whose it is."""

    naam = forms.CharField(
        label="Naam",
        max_length=160,
        help_text="Kort, bijvoorbeeld: Training voor jongerenwerkers.",
        error_messages=verplicht("Vul de naam van de activiteit in."),
    )
    doel = lange_tekst("Doel", hulp="Wat deze activiteit moet opleveren.", leeg="Vul in wat de activiteit oplevert.")
    eigenaar = EigenaarKeuze()

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["actielijn"] = actielijn_keuze(programma)
        self.fields["bron"] = bron_keuze(programma)

    @property
    def velden(self) -> dict:
        return self.cleaned_data | self.cleaned_data["eigenaar"]

    @staticmethod
    def waarden_van(activiteit: Activiteit) -> dict:
        """What the form shows of an activiteit that exists."""
        return {
            "naam": activiteit.naam,
            "doel": activiteit.doel,
            "eigenaar": EigenaarKeuze.waarde_van(activiteit),
            "actielijn": activiteit.actielijn_id,
            "bron": activiteit.bron_id,
            "gezien": gezien_van(activiteit),
        }


class WijzigActiviteitForm(GegevensForm):
    """The same, with what the page showed, so that two people can change one activiteit and lose nothing."""

    gezien = forms.JSONField(widget=forms.HiddenInput, error_messages={"required": NIET_HEEL, "invalid": NIET_HEEL})

    def clean_gezien(self):
        if not isinstance(gezien := self.cleaned_data["gezien"], dict):
            raise ValidationError(NIET_HEEL)
        return gezien

    def voer_uit(self, verb, *onderwerp, by):
        """As the parent; after a Botsing the page has shown what stands there now."""
        try:
            return verb(*onderwerp, **self.velden, by=by)
        except ValidationError as fout:
            weigering(self, fout, self.namen)
            if isinstance(fout, Botsing):
                self.data = self.data.copy()
                self.data["gezien"] = json.dumps(fout.stand)
            return None


class NieuweActiviteitForm(GegevensForm):
    """The same with its plan."""

    gepland_van = Dag("Vul in wanneer de activiteit begint.", label="Gepland begin")
    gepland_tot = Dag("Vul in wanneer de activiteit klaar is.", label="Gepland einde", help_text="Tot en met deze dag.")

    field_order = ["naam", "doel", "actielijn", "eigenaar", "gepland_van", "gepland_tot", "bron"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(self.field_order)


class VerplaatsForm(Handeling):
    """Another plan, and why."""

    gepland_van = Dag("Vul het nieuwe begin in.", label="Nieuw begin")
    gepland_tot = Dag("Vul het nieuwe einde in.", label="Nieuw einde", help_text="Tot en met deze dag.")
    reden = lange_tekst(
        "Reden",
        hulp="Iedereen die het programma ziet, leest deze reden bij de oude planning.",
        leeg="Vul in waarom u de planning verandert, bijvoorbeeld: de gemeente begint na de zomer.",
    )


class StapForm(Handeling):
    """The day on which a step was taken."""

    op = Dag("Vul in op welke dag dit gebeurde.", label="Op welke dag?")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag()


class StapMetRedenForm(StapForm):
    """A step that needs a reason."""

    reden = lange_tekst("Reden", hulp="De reden staat in de tijdlijn.", leeg="Vul in waarom u dit doet.", rijen=3)


class BerichtForm(Handeling):
    """How an activiteit goes."""

    soort = forms.ChoiceField(
        label="Soort bericht",
        choices=Voortgangsbericht.Soort.choices,
        widget=forms.RadioSelect,
        error_messages=verplicht("Kies wat voor bericht dit is."),
    )
    gezondheid = forms.ChoiceField(
        label="Hoe gaat het nu met de activiteit?",
        choices=Gezondheid.choices,
        widget=forms.RadioSelect,
        error_messages=verplicht("Kies hoe het nu gaat, bijvoorbeeld ‘Op koers’."),
    )
    tekst = lange_tekst(
        "Bericht",
        hulp="Een bericht blijft staan zoals u het schrijft. Noem geen namen van mensen.",
        leeg="Schrijf wat er te melden is, bijvoorbeeld: twee van de drie trainingen zijn gegeven.",
    )
    peildatum = Dag("Vul in over welke dag het bericht gaat.", label="Stand op")

    def __init__(self, activiteit: Activiteit, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["peildatum"].initial = klok.vandaag()
        self.fields["sluit"] = RisicoKeuze(
            activiteit.berichten.open_risicos(),
            label="Handelt dit besluit een risico af?",
            required=False,
            empty_label="Nee",
            error_messages=verplicht("Kies een open risico uit de lijst."),
        )


class RisicoKeuze(forms.ModelChoiceField):
    """Risks by their first words."""

    def label_from_instance(self, bericht):
        eerste = bericht.tekst.partition("\n")[0]
        return eerste if len(eerste) <= 80 else f"{eerste[:79]}…"
