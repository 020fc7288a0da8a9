"""The forms about accounts and invitations."""

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.core.exceptions import ValidationError

from agenda.access import TOE_TE_KENNEN
from agenda.models import Gemeente
from agenda.naslag.forms import verplicht, weigering

ROLLEN = [(rol.value, rol.label) for rol in TOE_TE_KENNEN]
PRIVACY = "De reden komt in het logboek en blijft daar staan. Noem er geen privégegevens in."


def reden(label: str, voorbeeld: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=200,
        help_text=f"Bijvoorbeeld: {voorbeeld}. {PRIVACY}",
        error_messages=verplicht(f"Vul een reden in, bijvoorbeeld: {voorbeeld}."),
    )


class GemeenteKeuze(forms.ModelChoiceField):
    """A gemeente; one that does not exist says so."""

    def label_from_instance(self, gemeente):
        return f"{gemeente.naam} (VOORBEELD)" if gemeente.is_voorbeeld else gemeente.naam


class VerbForm(forms.Form):
    """A form that carries out a verb; what the verb refuses becomes an error of the form."""

    def carry_out(self, verb, *arguments, **options) -> bool:
        if not self.is_valid():
            return False
        try:
            self.outcome = verb(*arguments, **self.cleaned_data, **options)
        except ValidationError as fout:
            weigering(self, fout, {})
        return not self.errors


class BlokkerenForm(VerbForm):
    """Why somebody is shut out at once."""

    reden = reden("Waarom blokkeert u dit account?", "werkt hier niet meer")


class DeblokkerenForm(VerbForm):
    """Why somebody may come in again."""

    reden = reden("Waarom maakt u dit account weer open?", "terug van verlof")


class TweedeFactorForm(VerbForm):
    """That the identity was checked, and how."""

    gecontroleerd = forms.BooleanField(
        label="Ik heb gecontroleerd dat dit verzoek van deze persoon zelf komt",
        error_messages={"required": "Controleer eerst of het verzoek van deze persoon zelf komt, en vink dit aan."},
    )
    reden = reden("Hoe hebt u dat gecontroleerd, en waarom is dit nodig?", "telefoon kwijt, gebeld op het vaste nummer")

    def clean(self):
        gegevens = super().clean()
        gegevens.pop("gecontroleerd", None)  # it was needed to get here, and asks nothing of the verb
        return gegevens


class RollenVelden(VerbForm):
    """Which roles, and for which gemeente."""

    rollen = forms.MultipleChoiceField(
        label="Rollen",
        choices=ROLLEN,
        widget=forms.CheckboxSelectMultiple,
        help_text="Een auditor en een raadslid hebben geen andere rol.",
        error_messages=verplicht("Kies minstens één rol."),
    )
    gemeente = GemeenteKeuze(
        label="Gemeente",
        queryset=Gemeente.objects.filter(opgegaan_op__isnull=True),
        required=False,
        empty_label="Geen gemeente",
        help_text="Alleen bij een gemeentelijke rol.",
        error_messages=verplicht("Kies een gemeente uit de lijst."),
    )


class RollenForm(RollenVelden):
    """Other roles than those that stood there when the page opened."""

    reden = reden("Waarom wijzigt u de rollen?", "neemt het werk van een collega over")
    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_gezien(self):
        return [rol for rol in self.cleaned_data["gezien"].split(",") if rol]


class CollegaForm(VerbForm):
    """Who is invited; the rest follows from who invites."""

    naam = forms.CharField(
        label="Naam", max_length=120, error_messages=verplicht("Vul de naam in, bijvoorbeeld: Anna de Vries.")
    )
    email = forms.EmailField(
        label="E-mailadres",
        help_text="Het werkadres van deze persoon. Een adres van een groep kan niet.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages=verplicht("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.")
        | {"invalid": "Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl."},
    )


class UitnodigingForm(RollenVelden, CollegaForm):
    """Who is invited, for which roles."""

    field_order = ["naam", "email", "rollen", "gemeente"]


class WachtwoordForm(VerbForm):
    """The password that somebody chooses for a new account."""

    wachtwoord = forms.CharField(
        label="Kies een wachtwoord",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        help_text=" ".join(password_validators_help_texts()),
        error_messages=verplicht("Kies een wachtwoord van minstens 12 tekens."),
    )
    wachtwoord_nog_eens = forms.CharField(
        label="Typ het wachtwoord nog een keer",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        error_messages=verplicht("Typ het wachtwoord nog een keer."),
    )

    def clean(self):
        gegevens = super().clean()
        if gegevens.pop("wachtwoord_nog_eens", None) != gegevens.get("wachtwoord") and not self.errors:
            self.add_error("wachtwoord_nog_eens", "De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw.")
        return gegevens
