"""What the portal says after an action at the pages of allauth, which names each message by a template."""

# None: the page itself says enough.
# fmt: off
MELDINGEN: dict[str, str | None] = {
    "account/messages/logged_in.txt":              None,
    "account/messages/logged_out.txt":             None,
    "account/messages/password_changed.txt":       "Uw wachtwoord is gewijzigd.",
    "mfa/messages/recovery_codes_generated.txt":   None,
    "mfa/messages/totp_activated.txt":             "Uw authenticator-app is ingesteld.",
    "mfa/messages/totp_deactivated.txt":           "Uw authenticator-app is weggehaald.",
    "mfa/messages/webauthn_added.txt":             "Uw passkey is toegevoegd.",
    "mfa/messages/webauthn_removed.txt":           "Uw passkey is weggehaald.",
}
# fmt: on
