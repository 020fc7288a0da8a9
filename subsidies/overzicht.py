"""What is known of a regeling: in short, and per gebied or gemeente. What no bron tells stays open."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from agenda.models import Bron, Gebied, Gemeente
from subsidies.models import Bestemming, Regeling, RegelingVersie, Thema, Toekenning


@dataclass(frozen=True)
class Regel:
    """What a gebied gets for a theme in a year, and what its gemeente earmarked for it (euro); None is not known."""

    gebied: Gebied
    thema: Thema
    jaar: int
    gemeente: Gemeente | None
    toegekend: Decimal | None
    bestemming: Bestemming | None
    bronnen: list[Bron]

    @property
    def bestemd(self) -> Decimal | None:
        return self.bestemming.bedrag if self.bestemming else None


def van_de_agenda(regeling: Regeling) -> RegelingVersie | None:
    """The newest version that has a theme to which the programma contributes."""
    versies = RegelingVersie.objects.filter(regeling=regeling, themas__is_van_agenda=True)
    return versies.for_page().order_by("-volgorde").first()


def regels(regeling: Regeling, *, gebieden: Iterable[Gebied] = (), gemeenten: Collection[int] = ()) -> list[Regel]:
    """What is registered for `gebieden`, or for the gemeenten with these numbers: per year, theme and gebied."""
    waar = Q(gebied__in=gebieden)
    van = Q(gemeente__in=gemeenten) if gemeenten else waar
    toegekend = _per_sleutel(Toekenning, regeling, van, "gemeente")
    bestemd = _per_sleutel(Bestemming, regeling, waar, "thema__versie__regeling__programma")
    gevonden = []
    for sleutel in toegekend | bestemd:
        een, ander = toegekend.get(sleutel), bestemd.get(sleutel)
        rij = een or ander
        bronnen = list({each.bron_id: each.bron for each in (een, ander) if each}.values())
        wie, bedrag = (een.gemeente, een.bedrag) if een else (None, None)
        gevonden.append(Regel(rij.gebied, rij.thema, rij.jaar, wie, bedrag, ander, bronnen))
    return sorted(gevonden, key=lambda each: (each.jaar, each.thema.versie_id, each.thema.volgorde, each.gebied.nummer))


def _per_sleutel(model, regeling: Regeling, waar: Q, *meer: str) -> dict[tuple, Toekenning | Bestemming]:
    rijen = model.objects.geldend().filter(waar, thema__versie__regeling=regeling)
    rijen = rijen.select_related("gebied__gemeente", "thema", "bron", *meer)
    return {(each.jaar, each.thema_id, each.gebied_id): each for each in rijen}
