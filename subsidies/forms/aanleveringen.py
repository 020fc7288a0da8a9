"""The form with which a file of allotments is delivered."""

from django import forms
from django.core.exceptions import ValidationError

from agenda.bestanden import BestandGeweigerd
from agenda.bestanden.ontvangst import ontvangen
from agenda.models import Bron
from agenda.naslag.forms import BronKeuze, verplicht
from agenda.uitwisselen.lezen import Onleesbaar
from subsidies.models import Aanlevering, RegelingVersie
from subsidies.regelingen.openstellen import GeenIntake
from subsidies.uitwisselen import stappen

KIES = "Kies een CSV- of Excel-bestand, bijvoorbeeld toekenningen.xlsx."
SOORTEN = (".csv", ".xlsx")
UITLEG = (
    f"De eerste rij noemt de kolommen: {', '.join(stappen.VERPLICHT)}. Bij een ander bedrag ook Reden wijziging. "
    "De gemeentecode is 06 of GM met vier cijfers. Een rij met ‘Totaal’ rekent het portaal na."
)


class AanleverForm(forms.Form):
    """According to which bron, and the file."""

    bron = BronKeuze(
        label="Bron",
        queryset=Bron.objects.none(),
        empty_label="Kies een bron",
        help_text="Het stuk waarmee het ministerie de bedragen bekendmaakte. Voeg het eerst toe bij Bronnen.",
        error_messages=verplicht("Kies de bron van deze bedragen."),
    )
    bestand = forms.FileField(
        label="Bestand (CSV of Excel)",
        help_text=UITLEG,
        widget=forms.FileInput(attrs={"accept": ",".join(SOORTEN)}),
        error_messages={"required": KIES, "invalid": KIES},
        allow_empty_file=True,  # the rules for uploads say it, with the name
    )

    def __init__(self, versie: RegelingVersie, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.versie = versie
        self.fields["bron"].queryset = Bron.objects.of(versie.regeling.programma).order_by("titel")

    def clean_bestand(self):
        upload = self.cleaned_data["bestand"]
        if not upload.name.lower().endswith(SOORTEN):
            raise ValidationError(f"‘{upload.name}’ is geen CSV- of Excel-bestand. {KIES}")
        return upload

    def innemen(self, *, by) -> Aanlevering | None:
        """Take the file in; None if it was refused, and then this form says why."""
        try:
            upload = ontvangen(self.cleaned_data["bestand"], by=by)
            return stappen.innemen(self.versie, upload, bron=self.cleaned_data["bron"], by=by)
        except (BestandGeweigerd, GeenIntake, Onleesbaar) as fout:
            self.add_error("bestand", str(fout))
            return None
