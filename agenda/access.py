"""Who may do what: every role and its statutory verbs on one page, and the mark each view carries."""

from collections.abc import Callable
from enum import StrEnum

from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices


class Permission(StrEnum):
    """A verb somebody is entitled to."""

    PROGRAMMA_INZIEN = "programma_inzien"
    FEIT_VASTLEGGEN = "feit_vastleggen"
    TEGENSPRAAK_KIEZEN = "tegenspraak_kiezen"
    BRIEF_SCHRIJVEN = "brief_schrijven"
    BRIEF_AANBIEDEN = "brief_aanbieden"
    EXPORTEREN = "exporteren"


class Rol(TextChoices):
    """What somebody is in the portal; issue-independent, named as the ministry names them."""

    PROGRAMMAMANAGER = "programmamanager", "Programmamanager"
    BELEIDSMEDEWERKER = "beleidsmedewerker", "Beleidsmedewerker"
    REDACTEUR = "redacteur", "Redacteur"
    BUDGETHOUDER = "budgethouder", "Budgethouder"
    AUDITOR = "auditor", "Auditor"
    GEMEENTELIJK_AANVRAGER = "gemeentelijk_aanvrager", "Gemeentelijk aanvrager"
    SYSTEEM = "systeem", "Het portaal zelf"


P = Permission
_INZIEN = frozenset({P.PROGRAMMA_INZIEN, P.EXPORTEREN})

# fmt: off
RECHTEN: dict[Rol, frozenset[Permission]] = {
    Rol.PROGRAMMAMANAGER:       _INZIEN | {P.FEIT_VASTLEGGEN, P.TEGENSPRAAK_KIEZEN, P.BRIEF_SCHRIJVEN, P.BRIEF_AANBIEDEN},
    Rol.BELEIDSMEDEWERKER:      _INZIEN | {P.FEIT_VASTLEGGEN, P.TEGENSPRAAK_KIEZEN, P.BRIEF_SCHRIJVEN},
    Rol.REDACTEUR:              _INZIEN | {P.BRIEF_SCHRIJVEN, P.BRIEF_AANBIEDEN},
    Rol.BUDGETHOUDER:           _INZIEN,
    Rol.AUDITOR:                _INZIEN,
    Rol.GEMEENTELIJK_AANVRAGER: frozenset(),
    Rol.SYSTEEM:                _INZIEN | {P.FEIT_VASTLEGGEN, P.BRIEF_SCHRIJVEN, P.BRIEF_AANBIEDEN},
}
# fmt: on

PUBLIC = "public"
SIGNED_IN = "signed_in"


class GeenToegang(PermissionDenied):
    """Somebody lacks the right for an operation; the message says which right, in Dutch."""


def permissions(user) -> frozenset[Permission]:
    """All permissions that the roles of `user` give together; none when not signed in or blocked.

    A role that no longer exists gives nothing: one odd row must not shut every page for that person.
    """
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    return frozenset().union(*(RECHTEN.get(rol, ()) for rol in user.rollen))


def may(user, permission: Permission) -> bool:
    return permission in permissions(user)


def require(user, permission: Permission) -> None:
    """Raise GeenToegang unless `user` has `permission`."""
    if not may(user, permission):
        raise GeenToegang(f"U heeft het recht ‘{permission.replace('_', ' ')}’ niet.")


def audience(who: Permission | str) -> Callable:
    """Mark a view with who may open it: a Permission, SIGNED_IN or PUBLIC. Checked by the middleware."""

    def mark(view):
        view.audience = who
        return view

    return mark


def admits(who: Permission | str, user) -> bool:
    """Whether `user` belongs to the audience `who`."""
    if who == PUBLIC:
        return True
    if who == SIGNED_IN:
        return user.is_authenticated and user.is_active
    return may(user, who)
