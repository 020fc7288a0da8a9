"""Forms to add the document itself to a bron, and to take it away."""

from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html, format_html_join

from agenda.bestanden import BestandGeweigerd
from agenda.bestanden.ontvangst import find_klaargezet, ontvangen
from agenda.bestanden.regels import REGELS, UPLOAD
from agenda.bestanden.verwijderen import wissen
from agenda.models import Bestand, Brondocument
from agenda.models.brondocumenten import Document
from agenda.naslag import brondocumenten
from agenda.naslag.forms import op_een_regel, verplicht, weigering
from agenda.sessies.invoer import filled

KIES = "Kies het document, bijvoorbeeld besluit.pdf."
UITLEG = format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((regel.tekst,) for regel in REGELS)))


class UploadForm(forms.Form):
    """One document for a record. An upload is stored at once, so that a fault in another field does not lose it."""

    document = forms.FileField(
        label="Document",
        widget=forms.FileInput(attrs={"accept": ",".join(f".{extensie}" for extensie in UPLOAD)}),
        error_messages={"required": KIES, "invalid": KIES},
        allow_empty_file=True,  # our own rule says it, with the name
    )
    omschrijving = forms.CharField(
        label="Omschrijving",
        help_text="Bijvoorbeeld: de brief zonder bijlagen.",
        error_messages=verplicht("Vul in wat dit document is, bijvoorbeeld: de brief zonder bijlagen."),
    )
    klaargezet = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, houder, by, data=None, files=None, **kwargs):
        super().__init__(data, files, **kwargs)
        self.houder, self.by = houder, by
        self._keep(find_klaargezet(by, self.data.get("klaargezet") or self.initial.get("klaargezet", "")))

    @classmethod
    def sent(cls, request, houder):
        """The form as it was sent, or as it is then without the upload that the button ‘zonder’ drops."""
        if "zonder" in request.POST:
            return cls.without_upload(houder, request.user, request.POST)
        return filled(request, cls, houder, request.user)

    @classmethod
    def without_upload(cls, houder, by, data):
        """The form with what was typed, after the upload that waited for it was taken away."""
        if upload := find_klaargezet(by, data.get("klaargezet", "")):
            wissen(upload)
        typed = cls.base_fields.keys() - {"document", "klaargezet"}
        return cls(houder, by, initial={naam: data.get(naam) for naam in typed})

    def _keep(self, upload: Bestand | None) -> None:
        """Hold on to an upload that is stored; then another need not be chosen."""
        self.upload = upload
        veld = self["document"]
        veld.help_text = UITLEG
        if upload:
            veld.field.required = False
            veld.label = "Een ander document kiezen"
            bewaard = format_html("‘{}’ ({}) is al opgeslagen.", upload, filesizeformat(upload.grootte))
            veld.help_text = format_html("<p><strong>{}</strong></p>{}", bewaard, UITLEG)
            self.data = self.data.copy()
            self.data["klaargezet"] = str(upload.pk)

    def clean_document(self):
        if chosen := self.cleaned_data["document"]:
            try:
                upload = ontvangen(chosen, by=self.by)
            except BestandGeweigerd as fout:
                raise ValidationError(str(fout)) from None
            if self.upload:
                wissen(self.upload)
            self._keep(upload)
        return self.upload

    def clean_omschrijving(self):
        return op_een_regel(self.cleaned_data["omschrijving"])

    def give(self, verb, **velden):
        """What `verb` made of the upload for the record; what it refuses becomes an error of the form."""
        try:
            return verb(self.houder, self.upload, omschrijving=self.cleaned_data["omschrijving"], **velden, by=self.by)
        except ValidationError as fout:
            weigering(self, fout, {})
        return None


class DocumentForm(UploadForm):
    """The document of a bron, and which version it is."""

    versie = forms.ChoiceField(
        label="Welke versie is dit?",
        choices=Brondocument.Versie.choices,
        widget=forms.RadioSelect,
        error_messages=verplicht("Kies welke versie dit is, bijvoorbeeld ‘Definitief’."),
    )
    field_order = ["document", "versie", "omschrijving", "klaargezet"]

    def toevoegen(self) -> Brondocument | None:
        return self.give(brondocumenten.toevoegen, versie=self.cleaned_data["versie"])


class VerwijderForm(forms.Form):
    """Why a document goes."""

    reden = forms.CharField(
        label="Waarom verwijdert u dit document?",
        help_text="De reden blijft staan, met uw naam. Bijvoorbeeld: verkeerd bestand.",
        error_messages=verplicht("Vul in waarom u het document verwijdert, bijvoorbeeld: verkeerd bestand."),
    )

    def clean_reden(self):
        return op_een_regel(self.cleaned_data["reden"])

    def verwijderen(self, verb: Callable, document: Document, *, by) -> bool:
        """Whether `verb` took the document away; what it refuses becomes an error of the form."""
        try:
            verb(document, reden=self.cleaned_data["reden"], by=by)
        except ValidationError as fout:
            weigering(self, fout, {})
        return not self.errors
