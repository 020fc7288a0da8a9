"""The form that adds a document to a verplichting."""

from actielijnen.begroting import documenten
from actielijnen.models import Verplichtingsdocument
from agenda.naslag.documentforms import UploadForm
from agenda.naslag.forms import verplicht


class DocumentForm(UploadForm):
    """A contract, an opdracht, or what else belongs with a verplichting."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        veld = self.fields["omschrijving"]
        veld.help_text = "Bijvoorbeeld: getekend contract."
        veld.error_messages |= verplicht("Vul in wat dit document is, bijvoorbeeld: getekend contract.")

    def toevoegen(self) -> Verplichtingsdocument | None:
        return self.give(documenten.toevoegen)
