"""DU's of the example in every status: each step on its day, among all else that happens to the money."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from actielijnen.begroting.mutaties import Besluit
from actielijnen.models import Begrotingsregel, Moment
from agenda.access import Rol
from agenda.models import Bron, Gemeente, Programma
from rapportage.voorbeeld.mensen import op, voor
from rapportage.voorbeeld.programma import PLAN
from subsidies import terugkoppelen
from subsidies.du import aanmelden, akkoord, geld, voorstellen
from subsidies.models import Aanmelding, Decentralisatieuitkering, Fondsuitkering

C = Decentralisatieuitkering.Circulaire
BEHANDELAAR, BUDGETHOUDER = Rol.BEHANDELAAR, Rol.BUDGETHOUDER
Gebeurtenis = tuple[date, Callable[[Programma], None]]
POST = 3  # Samenwerken met gemeenten

# fmt: off
#    gemeente            dag                 wat zij van plan is
AANMELDINGEN = [
    ("Voorbeeldstad",    date(2026, 1, 19),  "Gastlessen over mediawijsheid op vijf scholen, met ouders erbij."),
    ("Nieuw-Voorbeeld",  date(2026, 4, 13),  "Dialoogavonden in drie dorpen."),
    ("Voorbeeldrade",    date(2026, 11, 9),  "Weerbaarheidstrainingen voor jongeren van 12 tot en met 18 jaar."),
]

#    gemeente           jaar    bedrag  dag                doel                                            verloop
UITKERINGEN = [
    ("Voorbeeldstad",   2026,   30_000, date(2026, 2, 2), "Gastlessen over mediawijsheid op vijf scholen.", "betaald"),
    ("Voorbeelddam",    2026,   18_500, date(2026, 3, 2), "Een netwerk van jongerenwerkers.", "circulaire"),
    ("Nieuw-Voorbeeld", 2026,   12_250, date(2026, 5, 11), "Dialoogavonden in drie dorpen.", "overboeking"),
    ("Voorbeelddam",    2027,   20_000, date(2026, 9, 28), "Een vervolg op het netwerk.", "akkoord"),
    ("Voorbeeldrade",   2026,    9_000, date(2026, 6, 8), "Een buurtfeest met gesprekken.", "afgewezen"),
    ("Nieuw-Voorbeeld", 2027,   40_000, date(2026, 9, 7), "Een jongerencentrum.", "ingetrokken"),
    ("Voorbeeldstad",   2027,   32_000, date(2026, 11, 16), "Gastlessen op alle scholen.", "voorstel"),
]
# fmt: on
TERUGGEKOPPELD_OP = date(2026, 10, 26)
TERUGKOPPELING = "De gastlessen werken het best als de leraar in de klas blijft."


def gebeurtenissen() -> Iterator[Gebeurtenis]:
    """Each aanmelding, proposal and step, and what a gemeente told, on its day."""
    for naam, dag, plan in AANMELDINGEN:
        yield dag, lambda programma, naam=naam, dag=dag, plan=plan: _aanmelden(naam, dag, plan)
    for naam, jaar, bedrag, dag, doel, verloop in UITKERINGEN:
        voorstel = (naam, jaar, Decimal(bedrag), dag, doel)
        yield dag, lambda programma, voorstel=voorstel: _voorstellen(programma, *voorstel)
        for stapdag, zet in VERLOPEN[verloop]:
            yield stapdag, lambda programma, zet=zet, dag=stapdag, doel=doel: zet(_uitkering(programma, doel), dag)
    yield TERUGGEKOPPELD_OP, lambda programma: _terugkoppelen()


def _gemeente(naam: str) -> Gemeente:
    return Gemeente.objects.get(naam=naam, is_voorbeeld=True)


def _uitkering(programma: Programma, doel: str) -> Decentralisatieuitkering:
    return Decentralisatieuitkering.objects.for_page().get(programma=programma, doel=doel)


def _aanmelden(naam: str, dag: date, plan: str) -> None:
    with voor(_gemeente(naam), dag) as by:
        aanmelden.aanmelden(by.gemeente, plan=plan, by=by)


def _voorstellen(programma: Programma, naam: str, jaar: int, bedrag: Decimal, dag: date, doel: str) -> None:
    """The proposal, which takes over an open aanmelding of the gemeente."""
    gemeente = _gemeente(naam)
    voorstel = voorstellen.Voorstel(
        gemeente=gemeente,
        uitkeringsjaar=jaar,
        bedrag=bedrag,
        doel=doel,
        regel=Begrotingsregel.objects.van(programma).get(post__nummer=POST, jaar=jaar),
        bron=Bron.objects.get(sleutel=PLAN),
        vindplaats="paragraaf 3",
        fondsuitkering=Fondsuitkering.objects.get(sleutel="du"),
        aanmelding=Aanmelding.objects.filter(gemeente=gemeente, status="open").first(),
    )
    with op(dag, BEHANDELAAR) as by:
        voorstellen.voorstellen(programma, voorstel, by=by)


def _akkoord(uitkering, dag: date) -> None:
    with voor(uitkering.gemeente, dag) as by:
        akkoord.akkoord(uitkering, by=by)


def _niet_akkoord(uitkering, dag: date) -> None:
    with voor(uitkering.gemeente, dag) as by:
        akkoord.afwijzen(uitkering, reden="Wij hebben nu geen mensen om dit te doen.", by=by)


def _intrekken(uitkering, dag: date) -> None:
    with op(dag, BEHANDELAAR) as by:
        voorstellen.intrekken(uitkering, reden="Dit past niet bij het programma.", by=by)


def _in_het_voorjaar(uitkering, dag: date) -> None:
    _overboeken(uitkering, dag, Moment.EERSTE_SUPPLETOIRE, "voorbeeld-voorjaarsnota-2026")


def _in_het_najaar(uitkering, dag: date) -> None:
    _overboeken(uitkering, dag, Moment.TWEEDE_SUPPLETOIRE, "voorbeeld-najaarsnota-2026")


def _overboeken(uitkering, dag: date, moment: Moment, bron: str) -> None:
    reden = f"Overboeking naar het gemeentefonds: {uitkering} voor {uitkering.gemeente}."
    besluit = Besluit(moment, 2026, Bron.objects.get(sleutel=bron), "tabel 4", reden)
    with op(dag, BUDGETHOUDER) as by:
        geld.overboeken(uitkering, besluit=besluit, by=by)


def _in_mei(uitkering, dag: date) -> None:
    with op(dag, BEHANDELAAR) as by:
        geld.opnemen(uitkering, soort=C.MEI, jaar=2026, paragraaf="3.2", betaalmaand=date(2026, 7, 1), by=by)


def _in_september(uitkering, dag: date) -> None:
    with op(dag, BEHANDELAAR) as by:
        geld.opnemen(uitkering, soort=C.SEPTEMBER, jaar=2026, paragraaf="4.1", betaalmaand=date(2026, 12, 1), by=by)


def _betalen(uitkering, dag: date) -> None:
    with op(dag, BEHANDELAAR) as by:
        geld.betalen(uitkering, betaalmaand=date(2026, 7, 1), by=by)


def _terugkoppelen() -> None:
    with voor(_gemeente("Voorbeeldstad"), TERUGGEKOPPELD_OP) as by:
        terugkoppelen.terugkoppelen(by.gemeente, tekst=TERUGKOPPELING, by=by)


VOORJAAR = date(2026, 5, 29)
# fmt: off
VERLOPEN: dict[str, list[tuple[date, Callable]]] = {
    "voorstel":    [],
    "akkoord":     [(date(2026, 10, 12), _akkoord)],
    "overboeking": [(date(2026, 6, 1),  _akkoord), (date(2026, 11, 20), _in_het_najaar)],
    "circulaire":  [(date(2026, 3, 23), _akkoord), (VOORJAAR, _in_het_voorjaar), (date(2026, 9, 21), _in_september)],
    "betaald":     [(date(2026, 2, 16), _akkoord), (VOORJAAR, _in_het_voorjaar), (date(2026, 6, 1),  _in_mei),
                    (date(2026, 8, 3),  _betalen)],
    "afgewezen":   [(date(2026, 6, 22), _niet_akkoord)],
    "ingetrokken": [(date(2026, 9, 21), _intrekken)],
}
# fmt: on
