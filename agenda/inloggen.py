"""How django-allauth is set: nobody signs up by himself, an account is made or invited, or comes by single sign-on."""

ACCOUNT_ADAPTER = "agenda.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is proven by the invitation that was sent to it
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to somebody whom the portal does not know
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = False  # the session ends with the browser
ACCOUNT_RATE_LIMITS = {
    "formulier": "60/m/user",
    "formulier_anoniem": "20/m/ip",
    "kostbaar": "30/m/ip",
    "upload": "10/m/user",
    "uitnodiging": "20/h/user",
}
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "agenda.accounts.wachtwoord.Herstellink"  # noqa: S105  a class
PASSWORD_RESET_TIMEOUT = 3600  # seconds that the link of ‘wachtwoord vergeten’ works
ACCOUNT_FORMS = {
    "change_password": "agenda.accounts.forms.WachtwoordWijzigenForm",
    "login": "agenda.accounts.forms.InloggenForm",
    "reauthenticate": "agenda.accounts.forms.BevestigenForm",
    "reset_password": "agenda.accounts.forms.WachtwoordVergetenForm",
    "reset_password_from_key": "agenda.accounts.forms.WachtwoordKiezenForm",
}
MFA_ADAPTER = "agenda.accounts.tweede_factor.MfaAdapter"
MFA_FORMS = {
    "activate_totp": "agenda.accounts.forms.AppInstellenForm",
    "add_webauthn": "agenda.accounts.forms.PasskeyToevoegenForm",
    "authenticate": "agenda.accounts.forms.CodeForm",
    "authenticate_webauthn": "agenda.accounts.forms.PasskeyForm",
    "edit_webauthn": "agenda.accounts.forms.PasskeyHernoemenForm",
    "login_webauthn": "agenda.accounts.forms.PasskeyInloggenForm",
    "reauthenticate": "agenda.accounts.forms.CodeBevestigenForm",
    "reauthenticate_webauthn": "agenda.accounts.forms.PasskeyBevestigenForm",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the invitation proved the address
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Agenda V&WS"
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a passkey is possession and a PIN or finger: two factors
SOCIALACCOUNT_ADAPTER = "agenda.accounts.oidc.adapter.SsoAdapter"
SOCIALACCOUNT_EMAIL_REQUIRED = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # never by a matching e-mail address: that would be account theft
SOCIALACCOUNT_STORE_TOKENS = False
