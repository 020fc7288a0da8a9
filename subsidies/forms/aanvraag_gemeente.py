"""What somebody of a gemeente does with an aanvraag besides answering its questions."""

from django import forms
from django.urls import reverse

from actielijnen.forms.boeken import Boekformulier
from subsidies.aanvragen import indienen
from subsidies.models import Aanvraag


class OverAanvraag(Boekformulier):
    """Something that is done once with one aanvraag."""

    def __init__(self, aanvraag: Aanvraag, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.aanvraag = aanvraag


class IntrekForm(OverAanvraag):
    """That the gemeente takes its aanvraag back; a reason is not needed."""

    reden = forms.CharField(
        label="Waarom trekt u de aanvraag in?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="U hoeft geen reden te geven. Schrijf geen namen van personen op.",
    )

    def schrijf(self, by):
        return indienen.intrekken(self.aanvraag, reden=self.cleaned_data["reden"], by=by)

    def melding(self, aanvraag):
        return "De aanvraag is ingetrokken. U kunt opnieuw aanvragen zolang de regeling open is."

    def adres(self, aanvraag):
        return reverse("gemeente-aanvragen")
