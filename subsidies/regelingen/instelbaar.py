"""Whether the settings of a version can still change: until it takes aanvragen."""

from agenda.access import Permission, require
from agenda.levensloop import NietMogelijk
from agenda.models import Gebruiker
from subsidies.models import RegelingVersie


def instelbaar(versie: RegelingVersie, *, by: Gebruiker) -> RegelingVersie:
    """The version as it is now, locked. Raises GeenToegang, and NietMogelijk once it takes aanvragen."""
    require(by, Permission.REGELING_BIJHOUDEN)
    versie = RegelingVersie.objects.select_for_update(of=["self"]).select_related("regeling").get(pk=versie.pk)
    if not versie.is_registratie:
        raise NietMogelijk(f"{versie} staat open voor aanvragen; de voorwaarden liggen dan vast.")
    return versie
