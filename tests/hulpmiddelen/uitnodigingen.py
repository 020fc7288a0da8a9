"""An account and an invitation to walk to: the arguments of the routes of beheer."""

import secrets

from agenda import klok
from agenda.access import Rol
from agenda.models import Gebruiker, Uitnodiging
from agenda.models.uitnodigingen import GELDIG, fingerprint


def arguments(gemeente=None) -> dict[str, dict]:
    """New records, so that nobody stands in the way of another; the invitation is for `gemeente` if there is one."""
    token = secrets.token_hex(16)
    uitnodiging = Uitnodiging.objects.create(
        email=f"{token}@uitgenodigd.invalid",
        naam="Anna de Vries",
        rollen=[Rol.GEMEENTELIJK_AANVRAGER if gemeente else Rol.REDACTEUR],
        gemeente=gemeente,
        door=Gebruiker.objects.systeem(),
        vingerafdruk=fingerprint(token),
        geldig_tot=klok.nu() + GELDIG,
    )
    account = Gebruiker.objects.create_user(
        f"{token}@voorbeeld.invalid", naam="Bo Jansen", rollen=[Rol.BELEIDSMEDEWERKER]
    )
    return {
        "account-beheren": {"pk": account.pk},
        "account-handeling": {"pk": account.pk, "naam": "blokkeren"},
        "uitnodiging": {"pk": uitnodiging.pk},
        "uitnodiging-stap": {"pk": uitnodiging.pk, "naam": "opnieuw"},
        "collega-stap": {"pk": uitnodiging.pk, "naam": "intrekken"},
        "uitnodiging-aannemen": {"token": token},
    }
