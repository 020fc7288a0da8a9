"""What somebody reads about his own account."""

from allauth.mfa.models import Authenticator

from agenda.access import Rol
from agenda.accounts.sessies import sessions
from agenda.accounts.tweede_factor import Soort, signs_in_here
from agenda.models import Gebruiker


def overzicht(request) -> dict:
    """Name, roles, ways to sign in and open sessions of the visitor."""
    user = request.user
    return {
        "gegevens": gegevens(user),
        "has_own_factors": signs_in_here(user),
        "manieren": ways_to_sign_in(user),
        "aantal_sessies": len(sessions(user)),
    }


def gegevens(user: Gebruiker) -> list[tuple[str, str]]:
    rows = [("Naam", user.naam), ("E-mailadres", user.email), ("Rollen", roles(user))]
    return [*rows, ("Gemeente", user.gemeente.naam)] if user.gemeente else rows


def roles(user: Gebruiker) -> str:
    """All roles in words; one that no longer exists is left out, as it gives no rights either."""
    return ", ".join(Rol(each).label for each in user.rollen if each in Rol.values) or "Geen"


def ways_to_sign_in(user: Gebruiker) -> list[tuple[str, str]]:
    """Each way with its state."""
    types = list(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    passkeys = types.count(Soort.WEBAUTHN)
    return [
        ("Wachtwoord", "Ingesteld" if user.has_usable_password() else "Niet nodig: u logt anders in"),
        ("Authenticator-app", "Ingesteld" if Soort.TOTP in types else "Niet ingesteld"),
        ("Passkeys", str(passkeys) if passkeys else "Geen"),
        ("Herstelcodes", "Gemaakt" if Soort.RECOVERY_CODES in types else "Geen"),
    ]
