"""The mails that did not arrive, for who can do something about it."""

from dataclasses import dataclass
from datetime import datetime

from agenda.berichten.soorten import kind_of
from agenda.models import Mail

LAATSTE = 10  # that are shown; the number says how many there are


@dataclass(frozen=True)
class Mislukt:
    """One mail that failed: about what, for whom, when it was made and what went wrong."""

    onderwerp: str
    voor: str
    moment: datetime
    fout: str


def failed_mails() -> tuple[int, list[Mislukt]]:
    """How many mails failed, and the last of them. The words of the mail itself are not kept."""
    found = Mail.objects.filter(stand=Mail.Stand.MISLUKT).select_related("ontvanger").order_by("-aangemaakt_op")
    return found.count(), [
        Mislukt(kind_of(mail).onderwerp, getattr(mail.ontvanger, "naam", mail.aan), mail.aangemaakt_op, mail.fout)
        for mail in found[:LAATSTE]
    ]
