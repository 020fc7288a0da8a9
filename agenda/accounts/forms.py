"""The forms for signing in."""

from allauth.account.forms import LoginForm
from django import forms

from agenda.access import Rol


class InloggenForm(LoginForm):
    """E-mail address and password; capitals in the address do not matter."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        adres, wachtwoord = self.fields["login"], self.fields["password"]
        adres.label = "E-mailadres"
        adres.error_messages["required"] = "Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."
        adres.widget = forms.EmailInput(attrs={"autocomplete": "username"})
        wachtwoord.label = "Wachtwoord"
        wachtwoord.error_messages["required"] = "Vul uw wachtwoord in."
        wachtwoord.widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})


class DemoForm(forms.Form):
    """The role somebody chooses at the demo door; the portal itself is no role to play."""

    rol = forms.ChoiceField(choices=[keuze for keuze in Rol.choices if keuze[0] != Rol.SYSTEEM])
