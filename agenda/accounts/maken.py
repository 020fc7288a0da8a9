"""Making an account for somebody, with roles and a password that fit the rules."""

from collections.abc import Iterable, Iterator

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction

from agenda import audit
from agenda.accounts.rollen import check_roles
from agenda.models import Gebruiker, Gemeente


@transaction.atomic
def maken(
    email: str, *, naam: str, rollen: Iterable[str], wachtwoord: str, by: Gebruiker | None = None, gemeente: str = ""
) -> Gebruiker:
    """The new account, recorded as made by `by`, or by itself after an invitation; `gemeente` is a CBS code.

    Raises ValidationError with everything that is wrong, in Dutch; what is wrong with the password by that field.
    """
    gebruiker = Gebruiker(email=email.lower(), naam=naam, rollen=list(dict.fromkeys(rollen)))
    gebruiker.gemeente = Gemeente.objects.filter(code=gemeente).first()
    gebruiker.set_password(wachtwoord)
    fouten = {
        NON_FIELD_ERRORS: list(faults(gebruiker, gemeente)),
        "wachtwoord": messages(validate_password, wachtwoord, gebruiker),
    }
    if any(fouten.values()):
        raise ValidationError({naam: each for naam, each in fouten.items() if each})
    gebruiker.save(force_insert=True)
    audit.record(gebruiker, "account_maken", by=by or gebruiker, toegekende_rollen=gebruiker.rollen)
    return gebruiker


def faults(gebruiker: Gebruiker, gemeente: str) -> Iterator[str]:
    """What is wrong with the account, apart from its password."""
    for check in (gebruiker.clean_fields, gebruiker.validate_unique):
        yield from messages(check, exclude=["password", "rollen"])
    yield from messages(check_roles, gebruiker.rollen, has_gemeente=bool(gemeente))
    if gemeente and gebruiker.gemeente is None:
        yield f"De gemeente ‘{gemeente}’ bestaat niet. Geef de CBS-code, bijvoorbeeld GM0363."


def messages(check, *arguments, **options) -> list[str]:
    """What `check` has against it; nothing if it passes."""
    try:
        check(*arguments, **options)
    except ValidationError as fout:
        return fout.messages
    return []
