"""What nobody loads and beheer has pages for: an account, an invitation, a number and a group."""

import secrets

from agenda import klok
from agenda.access import Rol
from agenda.models import Gebruiker, Gemeente, Groepsrol, Organisatienummer, Uitnodiging
from agenda.models.uitnodigingen import GELDIG, fingerprint


def pages_of(model: str, record) -> dict[str, dict]:
    """The arguments of the pages of Django's admin about a record."""
    return {f"admin:{model}_{stap}": {"object_id": record.pk} for stap in ("change", "delete", "history")}


def number_of(gemeente) -> dict[str, dict]:
    """The pages about a number of `gemeente`; none in a test that has no gemeente."""
    if gemeente is None:
        return {}
    nummer = f"{Organisatienummer.objects.count():08}"
    return pages_of("agenda_organisatienummer", Organisatienummer.objects.create(gemeente=gemeente, nummer=nummer))


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
    groepsrol = Groepsrol.objects.create(groep=token, rol=Rol.REDACTEUR)
    return (
        number_of(gemeente or Gemeente.objects.first())
        | pages_of("agenda_groepsrol", groepsrol)
        | {
            "account-beheren": {"pk": account.pk},
            "account-handeling": {"pk": account.pk, "naam": "blokkeren"},
            "uitnodiging": {"pk": uitnodiging.pk},
            "uitnodiging-stap": {"pk": uitnodiging.pk, "naam": "opnieuw"},
            "collega-stap": {"pk": uitnodiging.pk, "naam": "intrekken"},
            "uitnodiging-aannemen": {"token": token},
        }
    )
