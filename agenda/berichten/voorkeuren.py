"""When somebody wants which mail: the choices per kind of message."""

from django.db import transaction

from agenda.berichten.soorten import SOORTEN, Soort, find
from agenda.models import Deel, Gebruiker, Mailvoorkeur


def kinds_for(gebruiker: Gebruiker) -> list[Soort]:
    """The kinds of message that `gebruiker` can get in the inbox."""
    return [soort for soort in SOORTEN.values() if soort.deel != Deel.ALLEEN_MAIL and soort.is_for(gebruiker)]


def chosen(gebruiker: Gebruiker) -> dict[str, str]:
    """When `gebruiker` gets mail, by the name of each kind; without a choice as the kind itself says."""
    own = dict(gebruiker.mailvoorkeuren.values_list("soort", "keuze"))
    return {soort.naam: own.get(soort.naam, soort.mail) for soort in kinds_for(gebruiker)}


@transaction.atomic
def kiezen(keuzes: dict[str, str], *, by: Gebruiker) -> None:
    """Keep the choices of `by`, by the name of each kind. Raises ValueError for a mail that cannot be switched off."""
    for naam, keuze in keuzes.items():
        if find(naam).verplicht:
            raise ValueError(f"De mail ‘{find(naam).onderwerp}’ staat altijd aan, omdat hij het account beschermt.")
        Mailvoorkeur.objects.update_or_create(gebruiker=by, soort=naam, defaults={"keuze": keuze})
