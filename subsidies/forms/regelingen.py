"""The forms of a version of a regeling: on what its intake rests, and the file of a document."""

from django import forms
from django.core.exceptions import ValidationError

from agenda.naslag.documentforms import UploadForm
from agenda.naslag.forms import TE_LANG, weigering
from subsidies.models import RegelingVersie
from subsidies.regelingen import openstellen, stukken


def _regel(label: str, voorbeeld: str) -> forms.CharField:
    """One line that may be empty until it is known."""
    return forms.CharField(
        label=label,
        help_text=f"Bijvoorbeeld: {voorbeeld}.",
        max_length=200,
        required=False,
        error_messages={"max_length": TE_LANG},
    )


class VoorwaardenForm(forms.Form):
    """What must be known before a version takes applications. Empty means: not known yet."""

    grondslag = _regel("Wettelijke grondslag, met Stb. of Stcrt.", "artikel 2 van het Besluit, Stb. 2022, 452")
    kanaal = _regel("Waar staat dat aanvragen via dit portaal gaat?", "artikel 6, tweede lid, van de regeling")
    mandaatbesluit = _regel("Mandaatbesluit", "Mandaatbesluit SZW, Stcrt. 2026, 1")
    geen_sisa_code_omdat = _regel("Reden dat er geen SiSa-code is", "de code is aangevraagd")
    verdeelwijze = forms.ChoiceField(
        label="Hoe wordt het geld verdeeld?",
        choices=[("", "Niet bekend"), *RegelingVersie.Verdeelwijze.choices],
        required=False,
        error_messages={"invalid_choice": "Kies een verdeelwijze uit de lijst."},
    )

    def clean_grondslag(self):
        grondslag = self.cleaned_data["grondslag"]
        if grondslag and not openstellen.has_vindplaats(grondslag):
            raise ValidationError(
                "Noem het nummer van het Staatsblad of de Staatscourant, bijvoorbeeld Stb. 2022, 452."
            )
        return grondslag

    def vastleggen(self, versie: RegelingVersie, *, by) -> None:
        openstellen.voorwaarden_vastleggen(versie, **self.cleaned_data, by=by)


class StukForm(UploadForm):
    """The file of a document that is known to exist."""

    omschrijving = None  # the document says itself what it is

    def toevoegen(self):
        try:
            return stukken.toevoegen(self.houder, self.upload, by=self.by)
        except ValidationError as fout:
            weigering(self, fout, {})
            return None
