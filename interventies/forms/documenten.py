"""Forms of the files of an interventie or evaluatie: adding one, and saying who reads it."""

from agenda.naslag.documentforms import UploadForm
from agenda.naslag.forms import verplicht
from interventies.forms.palet import BevestigForm, RedenForm
from interventies.models import Interventiedocument
from interventies.palet import documenten


class DocumentForm(UploadForm):
    """A file, and what it is."""

    field_order = ["document", "omschrijving", "klaargezet"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        veld = self.fields["omschrijving"]
        veld.help_text = "Bijvoorbeeld: het handboek voor trainers."
        veld.error_messages |= verplicht("Vul in wat dit document is, bijvoorbeeld: het handboek voor trainers.")

    def toevoegen(self) -> Interventiedocument | None:
        return self.give(documenten.toevoegen)


class OpenbaarForm(BevestigForm):
    """The decision that everybody may read a document."""

    def adres(self, document):
        return document.houder.get_absolute_url()

    def melding(self, document):
        return f"‘{document}’ is voor iedereen, zodra openbaar is waar het bij hoort."


class AfschermForm(RedenForm):
    """Why a document is for the staff again."""

    def adres(self, document):
        return document.houder.get_absolute_url()

    def melding(self, document):
        return f"‘{document}’ is alleen nog voor medewerkers."
