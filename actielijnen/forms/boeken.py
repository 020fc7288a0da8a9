"""What every form of a booking has: amounts as people type them, lines to choose from, and that it books once."""

from decimal import Decimal
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from actielijnen.begroting.eenmalig import eenmalig
from actielijnen.begroting.plafond import Geweigerd
from actielijnen.begroting.standen import stand_van
from actielijnen.models import Begrotingsregel
from agenda.models import Programma
from agenda.money import euro, lees_bedrag
from agenda.naslag.forms import verplicht
from agenda.waarden import GRENS

OPNIEUW = "Dit formulier is niet compleet. Open de pagina opnieuw en vul het nog eens in."
TOCH = "Het bedrag past niet op deze regel. De regel is indicatief: schrijf op waarom u dit toch boekt."


class Bedrag(forms.CharField):
    """An amount in euro, as the Dutch write it."""

    def __init__(self, wat: str = "Vul het bedrag in, bijvoorbeeld 250.000 of 1.234,50.", **options):
        hulp = "In euro, bijvoorbeeld 250.000 of 1.234,50."
        options = {"label": "Bedrag", "help_text": hulp, "max_length": 40, "error_messages": verplicht(wat)} | options
        super().__init__(**options)
        self.widget.attrs |= {"inputmode": "decimal", "class": "ptl-invoer--bedrag"}

    def prepare_value(self, value):
        return euro(value).removeprefix("€\u00a0") if isinstance(value, Decimal) else value

    def clean(self, value) -> Decimal | None:
        tekst = super().clean(value)
        if not tekst:
            return None
        try:
            bedrag = lees_bedrag(tekst)
        except ValueError as fout:
            raise ValidationError(str(fout)) from None
        if abs(bedrag) >= GRENS:
            raise ValidationError(f"‘{tekst}’ is te veel: een bedrag is minder dan 10 miljard euro.")
        return bedrag


class RegelKeuze(forms.ModelChoiceField):
    """A line of the begroting of one programma."""

    def __init__(self, programma: Programma, label: str = "Begrotingsregel", *, leeg="een begrotingsregel", **options):
        regels = Begrotingsregel.objects.van(programma).met_namen()
        fouten = verplicht(f"Kies {leeg} uit de lijst.")
        options = {"empty_label": "Kies een begrotingsregel", "error_messages": fouten} | options
        super().__init__(regels, label=label, **options)

    def label_from_instance(self, regel):
        jaar = regel.jaar or f"{regel.periode}, niet verdeeld over jaren"
        soort = "indicatief" if regel.is_indicatief else "hard plafond"
        return f"{regel.post} – {jaar} – {regel.dekkingsbron or 'eigen begroting'} ({soort})"


class Boekformulier(forms.Form):
    """A form that books once, however often it is sent; what the verb refuses becomes an error at its field."""

    sleutel = forms.UUIDField(
        initial=uuid4, widget=forms.HiddenInput, error_messages={"required": OPNIEUW, "invalid": OPNIEUW}
    )
    namen: dict[str, str] = {}  # fields of a verb that this form calls otherwise

    def schrijf(self, by):
        """Book what was filled in and answer with the record. Raises Geweigerd."""
        raise NotImplementedError

    def melding(self, record) -> str:
        """What has changed, for who booked it."""
        raise NotImplementedError

    def adres(self, record) -> str:
        return record.get_absolute_url()

    def boek(self, *, by) -> str | None:
        """Where the result stands; None if it was refused, and then this form says why. Raises AlVerstuurd."""

        def boeking() -> str:
            self.record = self.schrijf(by)
            return self.adres(self.record)

        try:
            return eenmalig(self.cleaned_data["sleutel"], boeking)
        except Geweigerd as fout:
            self.weiger(fout)
            return None

    def weiger(self, fout: Geweigerd) -> None:
        naam = self.namen.get(fout.veld, fout.veld)
        self.add_error(naam if naam in self.fields else None, str(fout))


class MetReden(forms.Form):
    """Where a line is indicatief: why more is booked than there is. It is asked for when it turns out to be needed."""

    reden_overschrijding = forms.CharField(
        label="Waarom boekt u dit toch?",
        required=False,
        max_length=2000,
        widget=forms.HiddenInput,
        help_text="Uw reden blijft bij de boeking staan.",
        error_messages=verplicht(TOCH),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        given = self.data if self.is_bound else self.initial
        if given.get(self.add_prefix("reden_overschrijding")):
            self._toon_reden()

    def _toon_reden(self) -> None:
        self.fields["reden_overschrijding"].widget = forms.Textarea(attrs={"rows": 3})

    def weiger(self, fout: Geweigerd) -> None:
        if fout.veld == "reden_overschrijding":
            self._toon_reden()
            self.fields["reden_overschrijding"].required = True  # as the page now shows it
        super().weiger(fout)


def nieuwe_stand(regel: Begrotingsregel) -> str:
    """How a line stands after a booking, as a sentence."""
    stand = stand_van(regel)
    return f"Op ‘{regel}’ is nu {euro(stand.beschikbaar)} vrij beschikbaar en {euro(stand.kasruimte)} kas over."
