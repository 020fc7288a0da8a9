"""Making an account for somebody, with roles and a password that fit the rules."""

from collections.abc import Iterable, Iterator

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from agenda import audit
from agenda.access import GEMEENTELIJK, TOE_TE_KENNEN, may_combine
from agenda.models import Gebruiker, Gemeente

ROLLEN = [rol.value for rol in TOE_TE_KENNEN]

NIET_SAMEN = (
    "Deze rollen gaan niet samen in één account. Een auditor en een raadslid hebben geen andere rol, en een "
    "gemeentelijke rol gaat niet samen met een rol bij het ministerie."
)


@transaction.atomic
def maken(
    email: str, *, naam: str, rollen: Iterable[str], wachtwoord: str, by: Gebruiker, gemeente: str = ""
) -> Gebruiker:
    """The new account, recorded as made by `by`; `gemeente` is a CBS code.

    Raises ValidationError with everything that is wrong, in Dutch.
    """
    gebruiker = Gebruiker(email=email.lower(), naam=naam, rollen=list(dict.fromkeys(rollen)))
    gebruiker.gemeente = Gemeente.objects.filter(code=gemeente).first()
    gebruiker.set_password(wachtwoord)
    fouten = [*faults(gebruiker, gemeente), *messages(validate_password, wachtwoord, gebruiker)]
    if fouten:
        raise ValidationError(fouten)
    gebruiker.save(force_insert=True)
    audit.record(gebruiker, "account_maken", by=by, toegekende_rollen=gebruiker.rollen)
    return gebruiker


def faults(gebruiker: Gebruiker, gemeente: str) -> Iterator[str]:
    """What is wrong with the account, apart from its password."""
    for check in (gebruiker.clean_fields, gebruiker.validate_unique):
        yield from messages(check, exclude=["password", "rollen"])
    for rol in gebruiker.rollen:
        if rol not in ROLLEN:
            yield f"De rol ‘{rol}’ bestaat niet. Kies uit: {', '.join(ROLLEN)}."
    if not gebruiker.rollen:
        yield f"Geef minstens één rol. Kies uit: {', '.join(ROLLEN)}."
    if not may_combine(gebruiker.rollen) and set(gebruiker.rollen) <= set(ROLLEN):
        yield NIET_SAMEN
    if gemeente and gebruiker.gemeente is None:
        yield f"De gemeente ‘{gemeente}’ bestaat niet. Geef de CBS-code, bijvoorbeeld GM0363."
    is_gemeentelijk = bool(GEMEENTELIJK & set(gebruiker.rollen))
    if is_gemeentelijk and not gemeente:
        yield "Een gemeentelijke rol hoort bij een gemeente. Geef de CBS-code, bijvoorbeeld GM0363."
    if gemeente and not is_gemeentelijk:
        yield "Alleen een gemeentelijke rol hoort bij een gemeente. Laat de gemeente leeg."


def messages(check, *arguments, **options) -> list[str]:
    """What `check` has against it; nothing if it passes."""
    try:
        check(*arguments, **options)
    except ValidationError as fout:
        return fout.messages
    return []
