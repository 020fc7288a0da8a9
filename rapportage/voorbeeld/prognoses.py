"""What the example expects to pay in 2026: two prognoses, each fixed by another than who made it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from actielijnen.begroting import prognose as verbs
from actielijnen.begroting.prognose import Invulling
from actielijnen.models import Aanname, Prognose
from agenda.access import Rol
from agenda.models import Programma
from rapportage.voorbeeld.mensen import op

JAAR = 2026
DREMPEL = Decimal(25_000)  # euro
STAP = Decimal(5_000)  # euro; what is expected to come is a multiple of it
Soort = Aanname.Soort


@dataclass(frozen=True)
class Ronde:
    """One time at which everybody says what is still to come."""

    naam: str
    peildatum: date
    gemaakt: date
    vastgesteld: date
    benut: Decimal  # which part of the kas that is free then will be spent on what is new
    verklaringen: dict[int, str]


# fmt: off
RONDES = [
    Ronde("april 2026", date(2026, 4, 30), date(2026, 5, 6), date(2026, 5, 8), Decimal("0.90"), {
        1: "Een onderzoek begint een jaar later.",
        2: "Niet elke school kan voor de zomer beginnen.",
        3: "Kleine gemeenten hebben meer tijd nodig voor hun plan.",
    }),
    Ronde("augustus 2026", date(2026, 8, 31), date(2026, 9, 3), date(2026, 9, 7), Decimal("0.55"), {
        1: "De redactie van de kennisbank kreeg later een opdracht dan gedacht.",
        2: "Twee aanpakken beginnen pas in 2027. De betalingen schuiven mee.",
        3: "De leerkring voor beleidsmakers begint een half jaar later.",
        4: "Er zijn minder werkateliers dan gepland.",
    }),
]

AANNAMES = [
    # soort                 laag    verwacht  hoog    waarom
    (Soort.TE_LAAT,        "0.05", "0.10",   "0.20", "Ervaring: facturen van december komen vaak in januari."),
    (Soort.GAAT_NIET_DOOR, "0.10", "0.30",   "0.60", "Niet elke offerte wordt een opdracht."),
]
# fmt: on


def gebeurtenissen() -> list[tuple[date, Callable[[Programma], None]]]:
    """Making and fixing each prognose, on its day."""
    return [
        gebeurtenis
        for ronde in RONDES
        for gebeurtenis in (
            (ronde.gemaakt, lambda programma, ronde=ronde: maken(programma, ronde)),
            (ronde.vastgesteld, lambda programma, ronde=ronde: vaststellen(programma, ronde)),
        )
    ]


def maken(programma: Programma, ronde: Ronde) -> None:
    with op(ronde.gemaakt, Rol.BUDGETHOUDER) as by:
        made = verbs.maken(programma, jaar=JAAR, naam=ronde.naam, peildatum=ronde.peildatum, drempel=DREMPEL, by=by)
        per_post = {}
        for rij in made.regels.select_related("regel__post"):
            per_post.setdefault(rij.regel.post, {})[rij.regel_id] = Invulling(rij.uit_openstaand, nieuw(rij, ronde))
        for post, regels in per_post.items():
            verklaring = ronde.verklaringen.get(post.nummer, "")
            verbs.invullen(made, post, regels=regels, verklaring=verklaring, by=by)
        for soort, laag, verwacht, hoog, reden in AANNAMES:
            band = {"laag": Decimal(laag), "verwacht": Decimal(verwacht), "hoog": Decimal(hoog)}
            verbs.aannemen(made, soort, **band, reden=reden, by=by)


def nieuw(rij, ronde: Ronde) -> Decimal:
    """Euro of the kas that is still free, for what has no verplichting yet."""
    return max(-rij.afwijking, Decimal(0)) * ronde.benut // STAP * STAP


def vaststellen(programma: Programma, ronde: Ronde) -> None:
    with op(ronde.vastgesteld, Rol.PROGRAMMAMANAGER) as by:
        verbs.vaststellen(Prognose.objects.get(programma=programma, jaar=JAAR, naam=ronde.naam), by=by)
