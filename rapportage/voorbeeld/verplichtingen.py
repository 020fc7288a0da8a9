"""What the example commits and pays: opdrachten of 2026 with their course, and what is reserved for later years."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle, islice
from random import Random

from actielijnen.begroting import plannen, verplichten
from actielijnen.models import Begrotingsregel, Reservering, Verplichting
from agenda.access import Rol
from agenda.models import Programma
from rapportage.voorbeeld.mensen import op
from rapportage.voorbeeld.programma import DEKKINGSBRON, JAREN

SEED = 2026
TOT = date(2026, 11, 20)  # what would come later, has not happened yet
STAP = Decimal(250)  # euro; amounts are multiples of it
Gebeurtenis = tuple[date, Callable[[Programma], None]]
Soort = Verplichting.Soort

# What the opdrachten of a post are for, each with the kind of verplichting that it is.
WAARVOOR = {
    1: [
        (Soort.OPDRACHT, "Handreiking voor jongerenwerkers"),
        (Soort.OPDRACHT, "Bijeenkomsten over weerbaarheid"),
        (Soort.CONTRACT, "Redactie van de kennisbank"),
    ],
    2: [
        (Soort.OPDRACHT, "Mentoren in de buurt"),
        (Soort.OPDRACHT, "Gesprekken op school"),
        (Soort.EVALUATIEONDERZOEK, "Evaluatie van een aanpak"),
        (Soort.OPDRACHT, "Training voor ouders"),
        (Soort.CONTRACT, "Begeleiding van een proef"),
    ],
    3: [
        (Soort.CONTRACT, "Netwerk van gemeenten"),
        (Soort.OPDRACHT, "Adviseur voor een gemeente"),
        (Soort.OPDRACHT, "Leerkring voor beleidsmakers"),
    ],
    4: [(Soort.OPDRACHT, "Verkenning van nieuw beleid"), (Soort.OPDRACHT, "Werkatelier")],
    5: [(Soort.CONTRACT, "Zalen en drukwerk"), (Soort.OPDRACHT, "Vertaling en ondertiteling")],
}

# fmt: off
#    post dekkingsbron aantal  samen (euro), in 2026
OPDRACHTEN = [
    (1, "",           14,     310_000),
    (2, "",           26,   1_330_000),
    (2, DEKKINGSBRON,  4,     150_000),
    (3, "",           18,     520_000),
    (4, "",            6,     140_000),
    (5, "",            6,      70_000),
]

# What happens to an opdracht: days after its begin, verb, percentage of its amount. The last line is the rarest.
# At its begin it is planned when that will be paid: each time a bit sooner than it comes, and what no step pays last.
VERLOPEN = [
    [(21, "betalen", 30), (120, "betalen", 30), (240, "betalen", 30)],
    [(14, "betalen", 50), (95, "betalen", 50)],
    [(21, "betalen", 40), (75, "betalen", 30)],
    [(30, "betalen", 40), (100, "betalen", 48), (130, "bijstellen", -12)],
    [(25, "betalen", 45), (70, "bijstellen", 10), (115, "betalen", 55)],
    [(20, "betalen", 60), (80, "betalen", 40), (140, "terugontvangen", 6)],
]

#    post jaar       bedrag  dag                 waarvoor
RESERVERINGEN = [
    (2, JAREN[0],   40_000, date(2026, 3, 9),   "Offerte voor een proef die niet doorging"),
    (2, JAREN[0],   60_000, date(2026, 10, 12), "Aanvraag van Voorbeelddam"),
    (3, JAREN[0],   25_000, date(2026, 11, 2),  "Toezegging aan het netwerk van gemeenten"),
    (1, JAREN[1],  120_000, date(2026, 9, 21),  "Kennisbank, tweede jaar"),
    (2, JAREN[1],  480_000, date(2026, 9, 28),  "Vervolg van vier aanpakken"),
    (3, JAREN[1],  210_000, date(2026, 10, 5),  "Netwerk van gemeenten, tweede jaar"),
    (1, JAREN[2],   90_000, date(2026, 10, 19), "Kennisbank, derde jaar"),
    (2, JAREN[2],  260_000, date(2026, 10, 26), "Eindevaluatie van het programma"),
]
# fmt: on
TE_VROEG = timedelta(days=20)  # how much sooner than it comes a payment is planned
REST_NA = timedelta(days=60)  # how long after its last step the rest of an opdracht is planned
VERVALT = date(2026, 4, 20)  # the day on which the first of these lapses
PARTIJEN = [
    "Stichting Verzonnen Kracht",
    "Adviesbureau Denkbeeld",
    "Bureau Bedacht Onderzoek",
    "Vereniging Buurtwerk Nergenshuizen",
    "Hogeschool Voorbeeldland",
    "Coöperatie Fictie en Co",
]


@dataclass(frozen=True)
class Opdracht:
    """One verplichting as the example tells it: what it is, when it begins and how it goes on."""

    post: int
    dekkingsbron: str
    bedrag: Decimal
    begin: date
    verloop: list[tuple[int, str, int]]
    velden: dict

    @property
    def kenmerk(self) -> str:
        return self.velden["kenmerk"]

    def gebeurtenissen(self) -> Iterator[Gebeurtenis]:
        yield self.begin, self.aangaan
        for nummer, (dagen, verb, procent) in enumerate(self.verloop, start=1):
            dag = werkdag(self.begin + timedelta(days=dagen))
            if dag <= TOT:
                yield dag, self._stap(dag, verb, self.bedrag * procent / 100, nummer)

    def aangaan(self, programma: Programma) -> None:
        regel = regel_van(programma, self.post, self.begin.year, self.dekkingsbron)
        with op(self.begin, Rol.BUDGETHOUDER) as by:
            made = verplichten.aangaan(regel, bedrag=self.bedrag, datum=self.begin, by=by, **self.velden)
            plannen.plannen(made, self.planning(), by=by)

    def planning(self) -> list[tuple[date, Decimal]]:
        """Per month (its first day) what is planned to be paid in it, in euro; together the whole amount."""
        delen = [(dagen, self.bedrag * procent / 100) for dagen, verb, procent in self.verloop if verb == "betalen"]
        rest = self.bedrag - sum(bedrag for _, bedrag in delen)
        momenten = [(self.begin + timedelta(days=dagen) - TE_VROEG, bedrag) for dagen, bedrag in delen]
        momenten += [(self.begin + timedelta(days=self.verloop[-1][0]) + REST_NA, rest)] if rest else []
        per_maand: dict[date, Decimal] = defaultdict(Decimal)
        for dag, bedrag in momenten:
            per_maand[max(dag, self.begin).replace(day=1)] += bedrag
        return sorted(per_maand.items())

    def _stap(self, dag: date, verb: str, bedrag: Decimal, nummer: int) -> Callable[[Programma], None]:
        def zet(programma: Programma) -> None:
            verplichting = Verplichting.objects.get(programma=programma, kenmerk=self.kenmerk)
            reden = "Afgerekend: minder uren dan gepland." if bedrag < 0 else "Er doet een school meer mee."
            velden = {"reden": reden} if verb == "bijstellen" else {"kenmerk": f"F-{self.kenmerk[-3:]}-{nummer}"}
            with op(dag, Rol.BUDGETHOUDER) as by:
                getattr(verplichten, verb)(verplichting, bedrag=bedrag, datum=dag, by=by, **velden)

        return zet


def opdrachten() -> list[Opdracht]:
    """All opdrachten of 2026, the same in every run: the draws come from one seed."""
    random = Random(SEED)  # noqa: S311  no secret, but the same example everywhere
    gevonden = []
    for post, dekkingsbron, aantal, samen in OPDRACHTEN:
        waarvoor = islice(cycle(WAARVOOR[post]), aantal)
        for bedrag, (soort, omschrijving) in zip(verdeeld(Decimal(samen), aantal, random), waarvoor, strict=True):
            velden = {
                "kenmerk": f"VB-2026-{len(gevonden) + 1:03d}",
                "soort": soort,
                "omschrijving": omschrijving,
                "wederpartij": random.choice(PARTIJEN),
            }
            if post == 5:
                velden["toelichting"] = "Hoort bij geen actielijn: kosten van het programma zelf."
            vanaf = date(2026, 6, 8) if dekkingsbron else date(2026, 1, 12)
            begin = werkdag(vanaf + timedelta(days=random.randrange((date(2026, 11, 1) - vanaf).days)))
            verloop = random.choices(VERLOPEN, weights=[6, 5, 5, 2, 2, 1])[0]
            gevonden.append(Opdracht(post, dekkingsbron, bedrag, begin, verloop, velden))
    return gevonden


def verdeeld(samen: Decimal, aantal: int, random: Random) -> list[Decimal]:
    """`samen` (euro) in `aantal` unequal parts, each a multiple of STAP; the last part takes what is left."""
    gewichten = [random.uniform(0.4, 1.8) for _ in range(aantal)]
    delen = [samen * Decimal(gewicht) / Decimal(sum(gewichten)) // STAP * STAP for gewicht in gewichten[:-1]]
    return [*delen, samen - sum(delen)]


def werkdag(dag: date) -> date:
    """The first Monday to Friday from `dag` on."""
    return dag + timedelta(days=max(0, 7 - dag.weekday()) if dag.weekday() > 4 else 0)


def reserveringen() -> Iterator[Gebeurtenis]:
    for post, jaar, bedrag, dag, waarvoor in RESERVERINGEN:

        def reserveer(programma, post=post, jaar=jaar, bedrag=bedrag, dag=dag, waarvoor=waarvoor) -> None:
            with op(dag, Rol.BUDGETHOUDER) as by:
                regel = regel_van(programma, post, jaar)
                verplichten.reserveren(regel, bedrag=Decimal(bedrag), omschrijving=waarvoor, datum=dag, by=by)

        yield dag, reserveer
    yield VERVALT, laat_vervallen


def laat_vervallen(programma: Programma) -> None:
    with op(VERVALT, Rol.BUDGETHOUDER) as by:
        verplichten.vervallen(Reservering.objects.van(programma).get(omschrijving=RESERVERINGEN[0][-1]), by=by)


def gebeurtenissen() -> list[Gebeurtenis]:
    """Everything that happens in the ledger of the example besides the mutaties."""
    return [*(stap for opdracht in opdrachten() for stap in opdracht.gebeurtenissen()), *reserveringen()]


def regel_van(programma: Programma, post: int, jaar: int, dekkingsbron: str = "") -> Begrotingsregel:
    regels = Begrotingsregel.objects.van(programma).filter(post__nummer=post, jaar=jaar)
    return regels.get(dekkingsbron__naam=dekkingsbron) if dekkingsbron else regels.get(dekkingsbron=None)
