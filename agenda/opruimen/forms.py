"""What the second person fills in: per regel a reason to keep it, or one reason to reject the whole list."""

from django import forms

from agenda.models import Vernietigingslijst

MAX = 200


class BesluitForm(forms.Form):
    """A field per regel; empty means that it may go."""

    besluit = forms.ChoiceField(choices=[("bevestigen", "Bevestigen"), ("afwijzen", "Afwijzen")])
    reden = forms.CharField(
        label="Waarom wijst u de hele lijst af?",
        required=False,
        max_length=MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, lijst: Vernietigingslijst, **kwargs):
        super().__init__(*args, **kwargs)
        self.regels = list(lijst.regels.all())
        for regel in self.regels:
            self.fields[f"bewaren_{regel.pk}"] = forms.CharField(
                label=f"Bewaren omdat ({regel})", required=False, max_length=MAX
            )

    def clean(self):
        if self.cleaned_data.get("besluit") == "afwijzen" and not self.cleaned_data.get("reden"):
            self.add_error("reden", "Vul in waarom u de lijst afwijst, bijvoorbeeld: er loopt nog een bezwaar.")
        return self.cleaned_data

    @property
    def bewaren(self) -> dict[int, str]:
        """The reasons that were given, by regel."""
        given = {regel.pk: self.cleaned_data[f"bewaren_{regel.pk}"] for regel in self.regels}
        return {pk: reden for pk, reden in given.items() if reden}
