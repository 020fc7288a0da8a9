"""The story of an activiteit: messages, plans that were given up and steps, the newest first."""

from dataclasses import dataclass
from datetime import datetime

from actielijnen.models import Activiteit, Gezondheid, Verplaatsing, Voortgangsbericht
from actielijnen.perioden import periode
from agenda.audit import sentence
from agenda.models import AuditRegel
from agenda.models.gebruikers import in_words

STAPPEN = (
    "activiteit_maken",
    "activiteit_wijzigen",
    "activiteit_starten",
    "activiteit_afronden",
    "activiteit_stoppen",
    "activiteit_heropenen",
)
TOON = {Gezondheid.OP_KOERS: "succes", Gezondheid.AANDACHT: "waarschuwing", Gezondheid.IN_DE_KNEL: "fout"}


@dataclass(frozen=True)
class Gebeurtenis:
    """One thing that happened, as the page tells it."""

    moment: datetime
    titel: str
    uitleg: str = ""
    door: str = ""
    gezondheid: str = ""
    toon: str = ""
    sluit: str = ""
    is_open_risico: bool = False


def tijdlijn(activiteit: Activiteit, user) -> list[Gebeurtenis]:
    """Everything that happened to `activiteit`, as `user` may see it."""
    berichten = list(activiteit.berichten.for_list())
    gesloten = {bericht.sluit_id for bericht in berichten if bericht.sluit_id}
    regels = AuditRegel.objects.visible_to(user).about(activiteit).filter(actie__in=STAPPEN)
    found = [
        *(_bericht(bericht, gesloten) for bericht in berichten),
        *(_verplaatsing(each) for each in activiteit.verplaatsingen.for_list()),
        *(_stap(regel) for regel in regels),
    ]
    return sorted(found, key=lambda each: each.moment, reverse=True)


def _bericht(bericht: Voortgangsbericht, gesloten: set[int]) -> Gebeurtenis:
    return Gebeurtenis(
        moment=bericht.op,
        titel=bericht.get_soort_display(),
        uitleg=bericht.tekst,
        door=bericht.door.naam,
        gezondheid=bericht.get_gezondheid_display(),
        toon=TOON[Gezondheid(bericht.gezondheid)],
        sluit=bericht.sluit.tekst if bericht.sluit else "",
        is_open_risico=bericht.soort == Voortgangsbericht.Soort.RISICO and bericht.pk not in gesloten,
    )


def _verplaatsing(each: Verplaatsing) -> Gebeurtenis:
    titel = f"Verplaatst: {periode(each.was_van, each.was_tot)} werd {periode(each.wordt_van, each.wordt_tot)}"
    return Gebeurtenis(each.op, titel, uitleg=each.reden, door=each.door.naam)


def _stap(regel: AuditRegel) -> Gebeurtenis:
    return Gebeurtenis(
        regel.moment, sentence(regel), uitleg=regel.details.get("reden", ""), door=in_words(regel.rollen)
    )
