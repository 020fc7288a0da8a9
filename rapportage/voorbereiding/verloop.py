"""The story of a point: what was asked, what changed, and who said that it was done."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime

from agenda.models import AuditRegel
from agenda.models.gebruikers import in_words
from rapportage.models import Sjabloonpunt, Voorbereidingspunt

# fmt: off
STAPPEN = {
    "voorbereidingspunt_toevoegen": "Toegevoegd",
    "voorbereidingspunt_wijzigen":  "Gewijzigd: {wat}",
    "voorbereiding_gereedmelden":   "Gereed gemeld",
    "voorbereiding_heropenen":      "Heropend",
    "sjabloonpunt_toevoegen":       "Toegevoegd",
    "sjabloonpunt_wijzigen":        "Gewijzigd: {wat}",
    "sjabloonpunt_vervallen":       "Vervallen",
}
# fmt: on


@dataclass(frozen=True)
class Gebeurtenis:
    """One thing that happened, as the component tijdlijn tells it."""

    titel: str
    moment: str
    uitleg: str
    door: str


def verloop(punt: Sjabloonpunt | Voorbereidingspunt, user) -> list[Gebeurtenis]:
    """Everything that happened to `punt`, the newest first, as `user` may see it."""
    regels = AuditRegel.objects.visible_to(user).about(punt).filter(actie__in=STAPPEN).for_list()
    return [
        Gebeurtenis(
            STAPPEN[regel.actie].format_map(regel.details),
            _moment(regel.moment),
            regel.details.get("notitie") or regel.details.get("reden", ""),
            regel.naam or in_words(regel.rollen),
        )
        for regel in regels
    ]


def _moment(moment: datetime) -> str:
    return f"{date_format(localtime(moment), 'j F Y, H.i')} uur"
