"""The form with which a file of maxima is taken over."""

from django import forms
from django.core.exceptions import ValidationError

from agenda.uitwisselen.lezen import Onleesbaar
from subsidies.models import RegelingVersie
from subsidies.uitwisselen import maxima

SOORTEN = (".csv", ".xlsx")
GROOTSTE = 2 * 1024 * 1024  # bytes; far more than all gemeenten, themes and years need
KIES = "Kies een CSV- of Excel-bestand, bijvoorbeeld maxima.xlsx."


class MaximaForm(forms.Form):
    """A file that replaces all maxima of a version."""

    bestand = forms.FileField(
        label="Bestand (CSV of Excel)",
        help_text=f"De eerste rij noemt de kolommen: {', '.join(maxima.KOPPEN)}. Laat Gebied leeg als het maximum "
        "voor de hele gemeente geldt. Het bestand vervangt alle maxima die er nu staan.",
        widget=forms.FileInput(attrs={"accept": ",".join(SOORTEN)}),
        error_messages={"required": KIES, "invalid": KIES, "empty": "Dit bestand is leeg. Kies een ander bestand."},
    )

    def __init__(self, versie: RegelingVersie, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.versie = versie
        self.rijen: list[tuple[int, dict[str, str]]] = []  # what is wrong in the file, row by row

    def clean_bestand(self):
        upload = self.cleaned_data["bestand"]
        if not upload.name.lower().endswith(SOORTEN):
            raise ValidationError(f"‘{upload.name}’ is geen CSV- of Excel-bestand. {KIES}")
        if upload.size > GROOTSTE:
            raise ValidationError(f"‘{upload.name}’ is te groot: er passen 2 MB in. {KIES}")
        return upload

    def innemen(self, *, by) -> int | None:
        """How many maxima there are now; None if the file was refused, and then this form says why."""
        upload = self.cleaned_data["bestand"]
        try:
            return maxima.innemen(self.versie, upload.file, upload.name, by=by)
        except Onleesbaar as fout:
            self.add_error("bestand", str(fout))
        except maxima.FouteRijen as fout:
            self.rijen = fout.rijen
            aantal = len(fout.rijen)
            rijen = "In één rij klopt iets niet" if aantal == 1 else f"In {aantal} rijen klopt iets niet"
            self.add_error("bestand", f"{rijen}. Er is niets overgenomen. Verbeter het bestand en kies het opnieuw.")
        return None
