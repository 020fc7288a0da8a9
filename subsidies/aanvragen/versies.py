"""What was handed in and what became of it: every time the gemeente handed in is a version that stays readable."""

from dataclasses import dataclass
from datetime import datetime

from agenda.models import Gebruiker
from subsidies.aanvragen.stand import Stand, stand_van
from subsidies.models import Aanvraag, Formuliervraag


@dataclass(frozen=True)
class Versie:
    """One time that it was handed in; `bij` is the save that it rests on. The last one counts."""

    nummer: int
    ontvangen_op: datetime
    door: Gebruiker
    bij: int
    geldt: bool


@dataclass(frozen=True)
class Wijziging:
    """A question with its answer before and after, as a reader sees them; empty is no answer."""

    vraag: Formuliervraag
    was: str
    werd: str


def versies(aanvraag: Aanvraag) -> list[Versie]:
    """All times that `aanvraag` was handed in, the first on top; none for a concept."""
    if aanvraag.ontvangen_op is None:
        return []
    aangevuld = list(aanvraag.aanvullingen.filter(ontvangen_op__isnull=False).select_related("ingediend_door"))
    eerste = aangevuld[0].van if aangevuld else aanvraag.ingediend_bij
    rows = [(aanvraag.ontvangen_op, aanvraag.ingediend_door, eerste)]
    rows += [(each.ontvangen_op, each.ingediend_door, each.tot) for each in aangevuld]
    return [Versie(nummer, *row, geldt=nummer == len(rows)) for nummer, row in enumerate(rows, start=1)]


def versie(aanvraag: Aanvraag, nummer: int) -> tuple[Versie, Stand, list[Wijziging]]:
    """One version with its answers, and what changed since the one before it. Raises LookupError."""
    alle = versies(aanvraag)
    if not 1 <= nummer <= len(alle):
        raise LookupError(f"Aanvraag {aanvraag} heeft geen versie {nummer}.")
    stand = stand_van(aanvraag, bij=alle[nummer - 1].bij)
    was = stand_van(aanvraag, bij=alle[nummer - 2].bij) if nummer > 1 else stand
    return alle[nummer - 1], stand, wijzigingen(was, stand)


def wijzigingen(was: Stand, werd: Stand) -> list[Wijziging]:
    """Each question of which the answer is another one, in the order of the form."""
    before, after = _antwoorden(was), _antwoorden(werd)
    vragen = sorted(before.keys() | after.keys(), key=lambda vraag: vraag.volgorde)
    both = [Wijziging(vraag, before.get(vraag, ""), after.get(vraag, "")) for vraag in vragen]
    return [each for each in both if each.was != each.werd]


def _antwoorden(stand: Stand) -> dict[Formuliervraag, str]:
    return {each.vraag: each.tekst for deel in stand.secties for each in deel.antwoorden}
