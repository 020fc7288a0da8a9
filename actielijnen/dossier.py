"""Everything of one verplichting on a page: its amounts, what happened, what is planned, its documents."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import groupby

from django.utils.formats import date_format
from django.utils.timezone import localtime

from actielijnen.begroting import verplichten
from actielijnen.models import Betaaltermijn, Betaling, Bijstelling, Verplichting
from agenda.audit import sentence
from agenda.models import AuditRegel
from agenda.money import euro


@dataclass(frozen=True)
class Boekregel:
    """One booking as a line of the story, as the component tijdlijn shows it."""

    titel: str
    moment: str
    door: str
    uitleg: str
    volgorde: tuple


def steps_of(record) -> list[tuple[str, AuditRegel]]:
    """What was decided about `record`, as sentences, for who may see the record itself."""
    return [(sentence(regel), regel) for regel in AuditRegel.objects.about(record).for_list().order_by("pk")]


@dataclass(frozen=True)
class Planning:
    """The termijnen that were planned together; `vervangen_op` is empty for what is planned now."""

    termijnen: list[Betaaltermijn]
    vervangen_op: datetime | None

    @property
    def door(self) -> str:
        return self.termijnen[0].gepland_door.naam

    @property
    def totaal(self) -> Decimal:
        return sum((termijn.bedrag for termijn in self.termijnen), Decimal(0))


@dataclass(frozen=True)
class Bedragen:
    """The amounts of a verplichting, in euro."""

    aangegaan: Decimal
    verplicht: Decimal
    betaald: Decimal

    @property
    def bijgesteld(self) -> Decimal:
        return self.verplicht - self.aangegaan

    @property
    def openstaand(self) -> Decimal:
        return self.verplicht - self.betaald


def bedragen(verplichting: Verplichting) -> Bedragen:
    verplicht = verplichten.verplicht_van(verplichting)
    return Bedragen(verplichting.bedrag, verplicht, verplichten.betaald_van(verplichting))


def gebeurtenissen(verplichting: Verplichting) -> list[Boekregel]:
    """What was booked on a verplichting, the newest first."""
    aangegaan = _regel(verplichting, f"Aangegaan voor {euro(verplichting.bedrag)}", verplichting.toelichting)
    bijstellingen = verplichting.bijstellingen.select_related("geboekt_door", "corrigeert")
    betalingen = verplichting.betalingen.select_related("geboekt_door", "corrigeert")
    rijen = [aangegaan, *map(_bijgesteld, bijstellingen), *map(_betaald, betalingen)]
    return sorted(rijen, key=lambda rij: rij.volgorde, reverse=True)


def plannen(verplichting: Verplichting) -> list[Planning]:
    """The planning of now, if there is one, and then those that it replaced, the last first."""
    rijen = sorted(verplichting.termijnen.select_related("gepland_door"), key=lambda rij: (rij.gepland_op, rij.maand))
    groepen = [list(groep) for _, groep in groupby(rijen, key=lambda rij: rij.gepland_op)]
    return [Planning(groep, groep[0].vervangen_op) for groep in reversed(groepen)]


def _bijgesteld(rij: Bijstelling) -> Boekregel:
    correctie = f"Correctie op de {bijstelling_in_woorden(rij.corrigeert)}." if rij.corrigeert else ""
    return _regel(rij, f"{rij.get_soort_display()} van {euro(abs(rij.bedrag))}", rij.reden, correctie)


def _betaald(rij: Betaling) -> Boekregel:
    correctie = f"Correctie op {rij.corrigeert.kenmerk} van {_dag(rij.corrigeert.datum)}." if rij.corrigeert else ""
    titel = f"{rij.get_soort_display()} van {euro(rij.bedrag)}, {rij.kenmerk}"
    return _regel(rij, titel, rij.omschrijving, correctie)


def _regel(rij, titel: str, *uitleg: str) -> Boekregel:
    toch = f"Meer dan er was, omdat: {rij.reden_overschrijding}" if rij.reden_overschrijding else ""
    geboekt = localtime(rij.geboekt_op)
    door = f"Geboekt door {rij.geboekt_door.naam} op {date_format(geboekt, 'j F Y, H.i')} uur"
    tekst = " ".join(filter(None, (*uitleg, toch)))
    return Boekregel(titel, _dag(rij.datum), door, tekst, (rij.datum, rij.geboekt_op))


def bijstelling_in_woorden(rij: Bijstelling) -> str:
    return f"{rij.get_soort_display().lower()} van {euro(abs(rij.bedrag))} van {_dag(rij.datum)}"


def _dag(datum) -> str:
    return date_format(datum, "j F Y")
