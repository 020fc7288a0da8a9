"""What somebody of a gemeente does with an aanvraag besides answering its questions."""

from django import forms
from django.urls import reverse

from actielijnen.forms.boeken import OPNIEUW, Boekformulier
from actielijnen.forms.velden import lange_tekst
from agenda.models import Gebruiker
from agenda.naslag.forms import verplicht
from subsidies.aanvragen import indienen, ondertekenen
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
        return "De aanvraag is ingetrokken. Zolang de regeling open is, kunt u opnieuw aanvragen."

    def adres(self, aanvraag):
        return reverse("gemeente-aanvragen")


class TekenvraagForm(OverAanvraag):
    """Which colleague is asked to sign."""

    aan = forms.ModelChoiceField(
        Gebruiker.objects.none(),
        label="Wie vraagt u te tekenen?",
        empty_label="Kies een collega",
        help_text="Uw collega krijgt een bericht, leest de antwoorden en tekent, of laat weten waarom niet.",
        error_messages=verplicht("Kies een collega uit de lijst."),
    )

    def __init__(self, aanvraag: Aanvraag, *args, by: Gebruiker, **kwargs):
        super().__init__(aanvraag, *args, **kwargs)
        self.fields["aan"].queryset = ondertekenen.tekenbevoegden(aanvraag).exclude(pk=by.pk)

    def schrijf(self, by):
        return ondertekenen.vragen(self.aanvraag, aan=self.cleaned_data["aan"], by=by)

    def melding(self, handtekening):
        return f"U vroeg {handtekening.aan} om te tekenen. U krijgt bericht. Wijzig intussen geen antwoord."

    def adres(self, handtekening):
        return self.aanvraag.adres_gemeente


class Tekenform(OverAanvraag):
    """What a second person does with the answers of one save: the ones that were on the page."""

    bewaard = forms.IntegerField(min_value=0, widget=forms.HiddenInput, error_messages=verplicht(OPNIEUW))

    def __init__(self, aanvraag: Aanvraag, *args, **kwargs):
        kwargs["initial"] = {"bewaard": aanvraag.bewaard} | (kwargs.get("initial") or {})
        super().__init__(aanvraag, *args, **kwargs)

    def adres(self, handtekening):
        return self.aanvraag.adres_gemeente


class OndertekenForm(Tekenform):
    """Who signs, as what, and on which mandate."""

    naam = forms.CharField(
        label="Uw naam",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages=verplicht("Vul uw naam in, bijvoorbeeld A. de Vries."),
    )
    functie = forms.CharField(
        label="Uw functie",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
        error_messages=verplicht("Vul uw functie in, bijvoorbeeld hoofd Sociaal Domein."),
    )
    mandaat = forms.CharField(
        label="Op grond waarvan mag u tekenen?",
        max_length=200,
        help_text="Bijvoorbeeld: Mandaatbesluit 2026, artikel 3.",
        error_messages=verplicht("Schrijf op waarom u mag tekenen, bijvoorbeeld Mandaatbesluit 2026, artikel 3."),
    )

    def __init__(self, aanvraag: Aanvraag, *args, by: Gebruiker, **kwargs):
        kwargs["initial"] = {"naam": by.naam} | (kwargs.get("initial") or {})
        super().__init__(aanvraag, *args, **kwargs)

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("naam", "functie", "mandaat", "bewaard")}
        return ondertekenen.zetten(self.aanvraag, **velden, by=by)

    def melding(self, handtekening):
        return "U hebt de aanvraag ondertekend. Wie u erom vroeg, krijgt bericht en kan haar indienen."


class NietOndertekenForm(Tekenform):
    """Why a second person does not sign."""

    reden = lange_tekst(
        "Waarom tekent u niet?",
        hulp="Uw collega’s lezen dit in de tijdlijn van de aanvraag. Schrijf geen namen van andere personen op.",
        leeg="Schrijf op waarom u niet tekent, bijvoorbeeld: het bedrag van 2027 klopt niet met de begroting.",
    )

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("reden", "bewaard")}
        return ondertekenen.weigeren(self.aanvraag, **velden, by=by)

    def melding(self, handtekening):
        return "U tekent de aanvraag niet. Wie u erom vroeg, krijgt bericht."
