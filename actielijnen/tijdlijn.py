"""The story of an activiteit or a mijlpaal: messages, plans that were given up and steps, the newest first."""

from dataclasses import dataclass
from datetime import datetime

from actielijnen.models import Activiteit, Gezondheid, Mijlpaal, Verplaatsing, Voortgangsbericht
from actielijnen.perioden import periode
from agenda.models import AuditRegel
from agenda.models.gebruikers import in_words

# What the log says of a step, as the story of one record tells it; the rest of the log is told in other words below.
# fmt: off
STAPPEN = {
    "activiteit_maken":     "Gemaakt: gepland van {van} tot en met {tot}",
    "activiteit_wijzigen":  "Gewijzigd: {wat}",
    "activiteit_starten":   "Gestart op {dag}",
    "activiteit_afronden":  "Afgerond op {dag}",
    "activiteit_stoppen":   "Gestopt op {dag}",
    "activiteit_heropenen": "Heropend: loopt weer",
    "mijlpaal_maken":       "Gemaakt: gepland op {dag}",
    "mijlpaal_toewijzen":   "Gewijzigd: {wat}",
    "mijlpaal_realiseren":  "Gehaald op {dag}",
    "mijlpaal_terugnemen":  "Toch niet gehaald",
    "mijlpaal_vervallen":   "Vervallen",
    "mijlpaal_herstellen":  "Gaat toch door",
}
# fmt: on
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
    found = [
        *(_bericht(bericht, gesloten) for bericht in berichten),
        *(_verplaatsing(each) for each in activiteit.verplaatsingen.for_list()),
        *_stappen(activiteit, user),
    ]
    return sorted(found, key=lambda each: each.moment, reverse=True)


def verloop(mijlpaal: Mijlpaal, user) -> list[Gebeurtenis]:
    """Everything that happened to `mijlpaal` in the portal, as `user` may see it."""
    found = [*(_verplaatsing(each) for each in mijlpaal.verplaatsingen.for_list()), *_stappen(mijlpaal, user)]
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
    was = periode(each.was_van, each.was_tot) or "nog geen dag"
    titel = f"Verplaatst naar {periode(each.wordt_van, each.wordt_tot)}"
    return Gebeurtenis(each.op, titel, uitleg=f"Eerst gepland: {was}.\n\n{each.reden}", door=each.door.naam)


def _stappen(record, user) -> list[Gebeurtenis]:
    regels = AuditRegel.objects.visible_to(user).about(record).filter(actie__in=STAPPEN).for_list()
    return [
        Gebeurtenis(
            regel.moment,
            STAPPEN[regel.actie].format_map(regel.details),
            uitleg=regel.details.get("reden", ""),
            door=regel.naam or in_words(regel.rollen),
        )
        for regel in regels
    ]
