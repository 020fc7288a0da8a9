"""The history of a record for a page of beheer: its lines of the audit trail, with who did it."""

from django.utils.formats import date_format

from agenda import klok
from agenda.audit import sentence
from agenda.models import AuditRegel, Gebruiker

LAATSTE = 50


def geschiedenis(subject) -> list[dict]:
    """The latest lines about `subject` as lines of the tijdlijn, the newest first."""
    regels = list(AuditRegel.objects.about(subject)[:LAATSTE])
    namen = Gebruiker.objects.in_bulk({regel.account for regel in regels})
    return [_gebeurtenis(regel, namen.get(regel.account)) for regel in regels]


def _gebeurtenis(regel: AuditRegel, door: Gebruiker | None) -> dict:
    return {
        "titel": sentence(regel),
        "moment": date_format(regel.moment.astimezone(klok.AMSTERDAM), r"j F Y, H.i \u\u\r"),
        "uitleg": f"Reden: {reden}" if (reden := regel.details.get("reden", "")) else "",
        "door": f"door {door.naam}" if door else f"door account {regel.account}",
    }
