"""What the example may spend: the mutaties of 2025 and 2026 on its years, as a real begroting gets them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from actielijnen.begroting import herschikken
from actielijnen.begroting.mutaties import Besluit, boeken, kasschuiven
from actielijnen.models import Begrotingsregel, Budget, Moment, Mutatie, MutatieSoort
from agenda.access import Rol
from agenda.models import Bron, Programma
from rapportage.voorbeeld.mensen import op
from rapportage.voorbeeld.programma import DEKKINGSBRON, JAREN

V, K = Budget.VERPLICHTINGEN, Budget.KAS
S = MutatieSoort

# Euro per post and year: (verplichtingen, kas). What is committed in a year is partly paid in the next.
# fmt: off
ONTWERP_2026 = {
    1: ((  420_000,   340_000), (  430_000,   420_000), (  400_000,   450_000)),
    2: ((1_850_000, 1_420_000), (1_900_000, 1_850_000), (1_600_000, 1_950_000)),
    3: ((  640_000,   510_000), (  660_000,   640_000), (  600_000,   700_000)),
    4: ((  180_000,   150_000), (  180_000,   180_000), (  150_000,   170_000)),
    5: ((  110_000,   100_000), (  110_000,   110_000), (   90_000,   100_000)),
}

#    post jaar  budget soort             bedrag    waarom
AMENDEMENT = [
    (3, 2026, V, S.BELEIDSMATIG,      60_000, "De Kamer wil meer steun voor kleine gemeenten."),
    (3, 2026, K, S.BELEIDSMATIG,      45_000, "De Kamer wil meer steun voor kleine gemeenten."),
    (3, 2027, K, S.BELEIDSMATIG,      15_000, "De Kamer wil meer steun voor kleine gemeenten."),
]
VOORJAARSNOTA = [
    (1, 2026, V, S.BELEIDSMATIG,     -25_000, "Een onderzoek begint een jaar later."),
    (1, 2027, V, S.BELEIDSMATIG,      25_000, "Een onderzoek begint een jaar later."),
    (2, 2026, V, S.OVERBOEKING_UIT, -120_000, "Overboeking voor buurtprojecten die een ander uitvoert."),
    (2, 2026, K, S.OVERBOEKING_UIT, -120_000, "Overboeking voor buurtprojecten die een ander uitvoert."),
    (4, 2026, V, S.DESALDERING,       12_500, "Ontvangst van een congres: er mag evenveel meer uit."),
    (4, 2026, K, S.DESALDERING,       12_500, "Ontvangst van een congres: er mag evenveel meer uit."),
]
ONTWERP_2027 = [
    (2, 2027, V, S.BELEIDSMATIG,     150_000, "Twee aanpakken gaan naar meer gemeenten."),
    (2, 2027, K, S.BELEIDSMATIG,     100_000, "Twee aanpakken gaan naar meer gemeenten."),
    (2, 2028, K, S.BELEIDSMATIG,      50_000, "Twee aanpakken gaan naar meer gemeenten."),
    (5, 2028, V, S.BELEIDSMATIG,     -10_000, "De kosten van het programma dalen in het laatste jaar."),
    (5, 2028, K, S.BELEIDSMATIG,     -10_000, "De kosten van het programma dalen in het laatste jaar."),
]
NAJAARSNOTA = [
    (4, 2026, K, S.BELEIDSMATIG,     -20_000, "Een opdracht wordt in 2027 betaald en niet in 2026."),
    (4, 2027, K, S.BELEIDSMATIG,      20_000, "Een opdracht wordt in 2027 betaald en niet in 2026."),
]
# fmt: on
KASSCHUIF, HERSCHIKKING = Decimal(140_000), Decimal(15_000)
VAN_DE_ANDER = Decimal(200_000)


def oorspronkelijk(programma: Programma) -> None:
    """The first begroting of the three years, and what parliament changed in it before it was adopted."""
    besluit = Besluit(
        Moment.ONTWERPBEGROTING, 2026, _bron("ontwerpbegroting-2026"), "tabel 1", "Begin van het programma."
    )
    rijen = [
        (_regel(programma, post, jaar), budget, S.OORSPRONKELIJK, Decimal(bedrag))
        for post, jaren in ONTWERP_2026.items()
        for jaar, bedragen in zip(JAREN, jaren, strict=True)
        for budget, bedrag in zip((V, K), bedragen, strict=True)
    ]
    with op(date(2025, 9, 16), Rol.BUDGETHOUDER) as by:
        boeken(rijen, besluit, by=by)
    with op(date(2025, 11, 25), Rol.BUDGETHOUDER) as by:
        _boek(programma, AMENDEMENT, Moment.AMENDEMENT, 2026, "amendement-2026", by)


def voorjaar(programma: Programma) -> None:
    """1e suppletoire begroting 2026, with money of another ministry and kas that moves to 2027."""
    van, naar = _regel(programma, 2, 2026), _regel(programma, 2, 2027)
    besluit = Besluit(
        Moment.EERSTE_SUPPLETOIRE, 2026, _bron("voorjaarsnota-2026"), "tabel 3", "Buurtprojecten betalen later."
    )
    ander = van.post.regels.get(dekkingsbron__naam=DEKKINGSBRON)
    with op(date(2026, 5, 29), Rol.BUDGETHOUDER) as by:
        _boek(programma, VOORJAARSNOTA, Moment.EERSTE_SUPPLETOIRE, 2026, "voorjaarsnota-2026", by)
        kasschuiven(van, naar, bedrag=KASSCHUIF, besluit=besluit, by=by)
        boeken([(ander, budget, S.OVERBOEKING_IN, VAN_DE_ANDER) for budget in (V, K)], besluit, by=by)


def prinsjesdag(programma: Programma) -> None:
    with op(date(2026, 9, 15), Rol.BUDGETHOUDER) as by:
        _boek(programma, ONTWERP_2027, Moment.ONTWERPBEGROTING, 2027, "ontwerpbegroting-2027", by)


def najaar(programma: Programma) -> None:
    """2e suppletoire begroting 2026; moving budget between two posts takes a proposal and two others who agree."""
    besluit = Besluit(
        Moment.TWEEDE_SUPPLETOIRE,
        2026,
        _bron("najaarsnota-2026"),
        "tabel 2",
        "Er is meer vraag naar kennis dan gedacht.",
    )
    with op(date(2026, 11, 16), Rol.BUDGETHOUDER) as by:
        voorstel = herschikken.voorstellen(
            _regel(programma, 3, 2026),
            _regel(programma, 1, 2026),
            budget=V,
            bedrag=HERSCHIKKING,
            besluit=besluit,
            by=by,
        )
    with op(date(2026, 11, 17), Rol.PROGRAMMAMANAGER) as by:
        herschikken.akkoord(voorstel, by=by)
    with op(date(2026, 11, 18), Rol.BESLISSER) as by:
        herschikken.akkoord(voorstel, by=by)
    with op(date(2026, 11, 20), Rol.BUDGETHOUDER) as by:
        _boek(programma, NAJAARSNOTA, Moment.TWEEDE_SUPPLETOIRE, 2026, "najaarsnota-2026", by)


GEBEURTENISSEN: list[tuple[date, Callable[[Programma], None]]] = [
    (date(2025, 9, 16), oorspronkelijk),
    (date(2026, 5, 29), voorjaar),
    (date(2026, 9, 15), prinsjesdag),
    (date(2026, 11, 16), najaar),
]


def is_gevuld(programma: Programma) -> bool:
    return Mutatie.objects.van(programma).exists()


def _boek(programma: Programma, tabel: list[tuple], moment: str, jaar: int, bron: str, by) -> None:
    """Book a table; rows with the same reason are one decision."""
    for waarom in dict.fromkeys(rij[-1] for rij in tabel):
        besluit = Besluit(moment, jaar, _bron(bron), "tabel 3", waarom)
        rijen = [
            (_regel(programma, post, year), budget, soort, Decimal(bedrag))
            for post, year, budget, soort, bedrag, reden in tabel
            if reden == waarom
        ]
        boeken(rijen, besluit, by=by)


def _regel(programma: Programma, post: int, jaar: int) -> Begrotingsregel:
    return Begrotingsregel.objects.van(programma).get(post__nummer=post, jaar=jaar, dekkingsbron=None)


def _bron(sleutel: str) -> Bron:
    return Bron.objects.get(sleutel=f"voorbeeld-{sleutel}")
