"""Writing about an aanvraag: messages to the other side, notes of the staff, and whom to reach."""

from django import forms

from actielijnen.forms.velden import lange_tekst
from agenda.naslag.forms import verplicht
from subsidies.aanvragen import contact, gesprek
from subsidies.forms.aanvraag_gemeente import OverAanvraag
from subsidies.models import Aanvraag, Contactgegevens, Formuliersectie


class BerichtForm(OverAanvraag):
    """A message to the other side, about the whole aanvraag or about one section."""

    sectie = forms.ModelChoiceField(
        Formuliersectie.objects.none(),
        label="Waarover gaat het?",
        required=False,
        empty_label="De hele aanvraag",
        error_messages=verplicht("Kies een onderdeel uit de lijst."),
    )
    tekst = lange_tekst(
        "Uw bericht",
        hulp="U kunt een bericht niet wijzigen. Noem alleen namen van personen als het nodig is.",
        leeg="Schrijf een bericht, bijvoorbeeld: de begroting van 2027 volgt op 3 december.",
    )

    def __init__(self, aanvraag: Aanvraag, *args, **kwargs):
        super().__init__(aanvraag, *args, **kwargs)
        self.fields["sectie"].queryset = aanvraag.formulier.secties.all()

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("tekst", "sectie")}
        return gesprek.schrijven(self.aanvraag, **velden, by=by)

    def melding(self, bericht):
        return "Uw bericht is verstuurd."

    def adres(self, bericht):
        return self.aanvraag.adres_berichten if bericht.van_gemeente else self.aanvraag.adres_berichten_staf


class NotitieForm(OverAanvraag):
    """Something that only staff reads."""

    tekst = lange_tekst(
        "Notitie voor collega’s",
        hulp="De gemeente ziet dit niet. U kunt een notitie niet wijzigen.",
        leeg="Schrijf een notitie, bijvoorbeeld: gebeld, de partner tekent volgende week.",
    )

    def schrijf(self, by):
        return gesprek.noteren(self.aanvraag, self.cleaned_data["tekst"], by=by)

    def melding(self, notitie):
        return "Uw notitie is bewaard."

    def adres(self, notitie):
        return self.aanvraag.get_absolute_url()


def _regel(label: str, autocomplete: str, fout: str, lengte: int, **options) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, max_length=lengte, widget=widget, error_messages=verplicht(fout), **options)


class ContactForm(OverAanvraag):
    """Whom to reach, and what may come electronically."""

    naam = _regel("Naam", "name", "Vul de naam in van wie wij kunnen bereiken, bijvoorbeeld A. de Vries.", 120)
    functie = _regel("Functie", "organization-title", "", 120, required=False)
    email = forms.EmailField(
        label="E-mailadres",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages=verplicht("Vul een e-mailadres in, bijvoorbeeld naam@gemeente.nl.")
        | {"invalid": "Dit is geen e-mailadres. Schrijf het als naam@gemeente.nl."},
    )
    telefoon = forms.RegexField(
        r"^[0-9 +()-]{6,30}$",
        label="Telefoonnummer",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        error_messages={"invalid": "Dit is geen telefoonnummer. Schrijf het als 070 123 45 67 of +31 70 123 45 67."},
    )
    elektronisch = forms.MultipleChoiceField(
        label="Wat mag het ministerie elektronisch sturen?",
        choices=Contactgegevens.Soort.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="U verklaart dat uw gemeente daarvoor elektronisch te bereiken is. Wat u niet aankruist, stuurt het "
        "ministerie per post.",
        error_messages=verplicht("Kies uit de lijst."),
    )

    def __init__(self, aanvraag: Aanvraag, *args, by, **kwargs):
        kwargs["initial"] = contact.voorstel(aanvraag, by) | (kwargs.get("initial") or {})
        super().__init__(aanvraag, *args, **kwargs)

    def schrijf(self, by):
        velden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "sleutel"}
        return contact.vastleggen(self.aanvraag, **velden, by=by)

    def melding(self, contactgegevens):
        return "De contactgegevens zijn bewaard."

    def adres(self, contactgegevens):
        return self.aanvraag.adres_gemeente
