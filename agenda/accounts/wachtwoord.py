"""The rule for the length of a password, in Dutch: Django has no translation of it."""

from django.contrib.auth.password_validation import MinimumLengthValidator


class LengteValidator(MinimumLengthValidator):
    """At least `min_length` characters."""

    def get_error_message(self):
        return f"Dit wachtwoord is te kort. Gebruik minstens {self.min_length} tekens."

    def get_help_text(self):
        return f"Uw wachtwoord heeft minstens {self.min_length} tekens."
