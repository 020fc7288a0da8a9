"""The forms for signing in and for securing an account: allauth's, with our labels, hints and errors."""

from allauth.account import forms as account
from allauth.account.fields import SetPasswordField
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError

from agenda.access import Rol

GROEP = 4  # characters of a secret that somebody types at a time
APP_OF_HERSTELCODE = "De 6 cijfers uit uw authenticator-app. Of een herstelcode van 8 cijfers, die werkt één keer."


def adres() -> forms.EmailField:
    errors = {
        "required": "Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.",
        "invalid": "Dit is geen e-mailadres. Vul er een in zoals naam@voorbeeld.nl.",
    }
    widget = forms.EmailInput(attrs={"autocomplete": "username"})
    return forms.EmailField(label="E-mailadres", widget=widget, error_messages=errors)


def wachtwoord(label: str) -> forms.CharField:
    """The password that somebody has; spaces count."""
    widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
    return forms.CharField(
        label=label, strip=False, widget=widget, error_messages={"required": "Vul uw wachtwoord in."}
    )


class NieuwWachtwoord(SetPasswordField):
    """A new password, judged by our rules."""

    def __init__(self):
        hint = "Minstens 12 tekens. Een zin die alleen u kent is makkelijk te onthouden en moeilijk te raden."
        super().__init__(label="Nieuw wachtwoord", help_text=hint)
        self.error_messages["required"] = "Vul een nieuw wachtwoord in."
        del self.widget.attrs["placeholder"]


def herhaald_wachtwoord() -> forms.CharField:
    return forms.CharField(
        label="Nieuw wachtwoord, nog een keer",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Vul het nieuwe wachtwoord nog een keer in."},
    )


def code(hint: str) -> forms.CharField:
    """A code from an app, from paper or from a message; spaces in it do not matter."""
    widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})
    return forms.CharField(label="Code", help_text=hint, widget=widget, error_messages={"required": "Vul de code in."})


class InloggenForm(account.LoginForm):
    """E-mail address and password; capitals in the address do not matter."""

    password = wachtwoord("Wachtwoord")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"] = adres()


class BevestigenForm(account.ReauthenticateForm):
    """The password once more, before something that must not happen on an unlocked computer."""

    password = wachtwoord("Wachtwoord")


class HerhaalMixin:
    """The same new password twice."""

    def clean(self):
        cleaned = super(account.PasswordVerificationMixin, self).clean()
        if {"password1", "password2"} <= cleaned.keys() and cleaned["password1"] != cleaned["password2"]:
            self.add_error("password2", "Dit is niet hetzelfde wachtwoord. Vul twee keer hetzelfde in.")
        return cleaned


class WachtwoordWijzigenForm(HerhaalMixin, account.ChangePasswordForm):
    oldpassword = wachtwoord("Huidig wachtwoord")
    password1 = NieuwWachtwoord()
    password2 = herhaald_wachtwoord()


class WachtwoordVergetenForm(account.ResetPasswordForm):
    """Asks for a link; the answer is the same for every address."""

    email = adres()

    def clean_email(self):
        """Only a local account has a password to forget; whoever signs in otherwise must not get one this way."""
        email = super().clean_email()
        self.users = [user for user in self.users if user.has_usable_password()]
        return email


class WachtwoordKiezenForm(HerhaalMixin, account.ResetPasswordKeyForm):
    password1 = NieuwWachtwoord()
    password2 = herhaald_wachtwoord()


class CodeForm(mfa.AuthenticateForm):
    """The second step of signing in."""

    code = code(APP_OF_HERSTELCODE)


class CodeBevestigenForm(mfa.ReauthenticateForm):
    code = code(APP_OF_HERSTELCODE)


class AppInstellenForm(totp.ActivateTOTPForm):
    """Proves that the app knows the secret."""

    code = code("De 6 cijfers die de app nu toont.")

    @property
    def sleutel(self) -> str:
        """The secret for who cannot scan a picture: `ABCD EFGH …`."""
        return " ".join(self.secret[start : start + GROEP] for start in range(0, len(self.secret), GROEP))


class PasskeyMixin:
    """A passkey that is refused gets words of its own: nobody typed a code."""

    def clean_credential(self):
        try:
            return super().clean_credential()
        except ValidationError as fault:
            if fault.code != "incorrect_code":
                raise
            raise ValidationError(
                "Deze passkey past niet bij uw account, of het duurde te lang. Probeer het opnieuw."
            ) from fault


class PasskeyForm(PasskeyMixin, webauthn.AuthenticateWebAuthnForm):
    """The second step of signing in."""


class PasskeyInloggenForm(PasskeyMixin, webauthn.LoginWebAuthnForm):
    """Signing in with a passkey alone."""


class PasskeyBevestigenForm(PasskeyMixin, webauthn.ReauthenticateWebAuthnForm):
    """Confirming with a passkey."""


def passkeynaam(required: bool) -> forms.CharField:
    return forms.CharField(
        label="Naam van de passkey",
        max_length=60,
        required=required,
        help_text="Waaraan u hem herkent, bijvoorbeeld: laptop van het werk.",
        error_messages={"required": "Geef de passkey een naam."},
    )


class PasskeyToevoegenForm(webauthn.AddWebAuthnForm):
    """A new passkey with its name; always one that needs a PIN or finger, so that it is two factors in one."""

    name = passkeynaam(required=False)  # the device has the passkey by now, so a name must not get in the way
    passwordless = None

    def add_error(self, field, error):
        """Whatever is wrong with what the browser sent, is wrong with the passkey and not with a field."""
        if field == "name":
            super().add_error(field, error)
        elif not self.non_field_errors():
            super().add_error(None, "De passkey is niet toegevoegd. Druk op ‘Passkey toevoegen’ en volg uw browser.")


class PasskeyHernoemenForm(webauthn.EditWebAuthnForm):
    name = passkeynaam(required=True)


class DemoForm(forms.Form):
    """The role somebody chooses at the demo door; the portal itself is no role to play."""

    rol = forms.ChoiceField(choices=[keuze for keuze in Rol.choices if keuze[0] != Rol.SYSTEEM])
