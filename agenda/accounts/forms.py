"""The forms for signing in."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm

from agenda.access import Rol


class InloggenForm(AuthenticationForm):
    """E-mail address and password; capitals in the address do not matter."""

    error_messages = {
        "invalid_login": "Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer ze allebei.",
        "inactive": "Dit account is geblokkeerd. Vraag uw beheerder om hulp.",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        adres = self.fields["username"]
        adres.label = "E-mailadres"
        adres.error_messages["required"] = "Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."
        adres.widget = forms.EmailInput(attrs={"autocomplete": "username", "maxlength": adres.max_length})
        self.fields["password"].label = "Wachtwoord"
        self.fields["password"].error_messages["required"] = "Vul uw wachtwoord in."

    def clean_username(self) -> str:
        return self.cleaned_data["username"].lower()


class DemoForm(forms.Form):
    """The role somebody chooses at the demo door; the portal itself is no role to play."""

    rol = forms.ChoiceField(choices=[keuze for keuze in Rol.choices if keuze[0] != Rol.SYSTEEM])
