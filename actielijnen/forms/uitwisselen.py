"""The form with which an import begins."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join

from actielijnen.begroting.plafond import Geweigerd
from actielijnen.models import Import
from actielijnen.uitwisselen import stappen
from actielijnen.uitwisselen.resources import NIET_VERPLICHT, koppen
from agenda.bestanden import BestandGeweigerd
from agenda.bestanden.ontvangst import ontvangen
from agenda.naslag.forms import verplicht
from agenda.uitwisselen.lezen import Onleesbaar

KIES = "Kies een CSV- of Excel-bestand, bijvoorbeeld betalingen.xlsx."
SOORTEN = (".csv", ".xlsx")


def _uitleg() -> str:
    regels = (
        (label, ", ".join(f"{kop} (mag leeg)" if kop in NIET_VERPLICHT else kop for kop in koppen(soort)))
        for soort, label in Import.Soort.choices
    )
    lijst = format_html_join("", "<li><strong>{}</strong>: {}</li>", regels)
    return format_html("<p>De eerste rij noemt de kolommen. Ten hoogste 100.000 rijen.</p><ul>{}</ul>", lijst)


class ImportForm(forms.Form):
    """Which kind of rows, and the file; `eerder` is the import that took in this very file before."""

    eerder: Import | None = None

    soort = forms.ChoiceField(
        label="Wat staat er in het bestand?",
        choices=Import.Soort.choices,
        widget=forms.RadioSelect,
        error_messages=verplicht("Kies wat er in het bestand staat, bijvoorbeeld Betalingen."),
    )
    bestand = forms.FileField(
        label="Bestand (CSV of Excel)",
        widget=forms.FileInput(attrs={"accept": ",".join(SOORTEN)}),
        error_messages={"required": KIES, "invalid": KIES},
        allow_empty_file=True,  # the rules for uploads say it, with the name
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self["bestand"].help_text = _uitleg()

    def clean_bestand(self):
        upload = self.cleaned_data["bestand"]
        if not upload.name.lower().endswith(SOORTEN):
            raise ValidationError(f"‘{upload.name}’ is geen CSV- of Excel-bestand. {KIES}")
        return upload

    def innemen(self, programma, *, by) -> Import | None:
        """Begin the import; None if the file was refused, and then this form says why."""
        try:
            upload = ontvangen(self.cleaned_data["bestand"], by=by)
            return stappen.innemen(programma, self.cleaned_data["soort"], upload, by=by)
        except (BestandGeweigerd, Geweigerd, Onleesbaar) as fout:
            self.eerder = getattr(fout, "eerder", None)
            self.add_error("bestand", str(fout))
            return None
