"""Which roles somebody may get: the rules that hold wherever roles are given."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError

from agenda.access import GEMEENTELIJK, TOE_TE_KENNEN, may_combine

ROLLEN = [rol.value for rol in TOE_TE_KENNEN]
KIES = f"Kies uit: {', '.join(ROLLEN)}."
NIET_SAMEN = (
    "Deze rollen gaan niet samen in één account. Een auditor en een raadslid hebben geen andere rol, en een "
    "gemeentelijke rol gaat niet samen met een rol bij het ministerie."
)
GEMEENTE_NODIG = "Een gemeentelijke rol hoort bij een gemeente. Geef op welke gemeente dat is."
GEMEENTE_TE_VEEL = "Alleen een gemeentelijke rol hoort bij een gemeente. Laat de gemeente leeg."


def check_roles(rollen: Iterable[str], *, has_gemeente: bool) -> None:
    """Raises ValidationError, by field and in Dutch, unless one account can have all `rollen` (functiescheiding)."""
    rollen = set(rollen)
    fouten = {
        "rollen": [f"De rol ‘{rol}’ bestaat niet. {KIES}" for rol in sorted(rollen - set(ROLLEN))],
        "gemeente": [],
    }
    if not rollen:
        fouten["rollen"].append(f"Geef minstens één rol. {KIES}")
    elif not fouten["rollen"] and not may_combine(rollen):
        fouten["rollen"].append(NIET_SAMEN)
    if GEMEENTELIJK & rollen and not has_gemeente:
        fouten["gemeente"].append(GEMEENTE_NODIG)
    if has_gemeente and not GEMEENTELIJK & rollen:
        fouten["gemeente"].append(GEMEENTE_TE_VEEL)
    if found := {veld: meldingen for veld, meldingen in fouten.items() if meldingen}:
        raise ValidationError(found)
