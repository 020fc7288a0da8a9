"""What happens in the example: activiteiten, mijlpalen and an indicator, told up to the autumn of 2026."""

from datetime import date
from decimal import Decimal

from actielijnen.activiteiten import activiteit as verbs
from actielijnen.activiteiten import indicatoren, mijlpalen, voortgang
from actielijnen.models import Actielijn, Activiteit, Indicator, Mijlpaal
from agenda.access import Rol
from agenda.models import Bron, Programma
from rapportage.voorbeeld.mensen import op
from rapportage.voorbeeld.programma import PLAN

BELEID, MANAGER, BUDGET = Rol.BELEIDSMEDEWERKER, Rol.PROGRAMMAMANAGER, Rol.BUDGETHOUDER

# fmt: off
#    naam                              lijn  van               tot                eigenaar  doel
ACTIVITEITEN = [
    ("Kennisbank voor jongerenwerkers", 1, date(2026, 1, 5),   date(2026, 9, 30),  BELEID,  "Jongerenwerkers vinden op één plek wat werkt."),
    ("Buurtateliers in Voorbeeldstad",  2, date(2026, 3, 2),   date(2027, 6, 30),  BELEID,  "Jongeren maken samen iets voor hun buurt."),
    ("Mentoren op school",              2, date(2026, 9, 1),   date(2028, 6, 30),  BELEID,  "Leerlingen hebben een mentor uit de buurt."),
    ("Leerkring van gemeenten",         3, date(2026, 2, 2),   date(2028, 12, 15), MANAGER, "Vier gemeenten leren van elkaar."),
    ("Verkenning nieuw beleid",         4, date(2027, 1, 11),  date(2027, 12, 17), MANAGER, "Duidelijk is wat na 2028 nodig is."),
    ("Communicatieplan",             None, date(2026, 1, 12),  date(2026, 4, 30),  MANAGER, "Iedereen die meedoet, weet wat er gebeurt."),
]

#    dag                activiteit                         wie      wat
STAPPEN = [
    (date(2026, 1, 5),  "Kennisbank voor jongerenwerkers", BELEID,  "starten"),
    (date(2026, 1, 12), "Communicatieplan",                MANAGER, "starten"),
    (date(2026, 2, 9),  "Leerkring van gemeenten",         MANAGER, "starten"),
    (date(2026, 3, 9),  "Buurtateliers in Voorbeeldstad",  BELEID,  "starten"),
    (date(2026, 5, 12), "Communicatieplan",                MANAGER, "afronden"),
]

#    dag                activiteit                         soort        gezondheid    tekst
BERICHTEN = [
    (date(2026, 4, 1),  "Kennisbank voor jongerenwerkers", "voortgang", "op_koers",   "De eerste dertig artikelen staan klaar."),
    (date(2026, 6, 22), "Kennisbank voor jongerenwerkers", "risico",    "aandacht",   "De bouwer levert twee maanden later."),
    (date(2026, 7, 6),  "Kennisbank voor jongerenwerkers", "besluit",   "aandacht",   "De kennisbank gaat in december open."),
    (date(2026, 6, 29), "Buurtateliers in Voorbeeldstad",  "voortgang", "op_koers",   "Er zijn twee ateliers met veertig jongeren."),
    (date(2026, 11, 9), "Buurtateliers in Voorbeeldstad",  "risico",    "in_de_knel", "De huur van het derde atelier is opgezegd."),
    (date(2026, 10, 5), "Leerkring van gemeenten",         "voortgang", "op_koers",   "De derde bijeenkomst was in Voorbeelddam."),
]

#    naam                            activiteit                          gepland            gehaald
MIJLPALEN = [
    ("Eerste atelier open",          "Buurtateliers in Voorbeeldstad",   date(2026, 4, 1),  date(2026, 4, 8)),
    ("Derde atelier open",           "Buurtateliers in Voorbeeldstad",   date(2026, 12, 1), None),
    ("Kennisbank open",              "Kennisbank voor jongerenwerkers",  date(2026, 9, 30), None),
]

METINGEN = [  # dag, soort, waarde
    (date(2026, 3, 2),   "nulmeting",    0),
    (date(2027, 6, 30),  "streefwaarde", 120),
    (date(2026, 6, 29),  "meetwaarde",   40),
    (date(2026, 9, 28),  "meetwaarde",   65),
]
# fmt: on
BESLUIT = "De bouwer levert later."


def vul(programma: Programma) -> str:
    """Make what happens in the example, once."""
    if Activiteit.objects.filter(programma=programma).exists():
        return "ongewijzigd"
    bron = Bron.objects.get(sleutel=PLAN)
    with op(date(2025, 12, 1), BELEID) as by:
        for naam, lijn, van, tot, rol, doel in ACTIVITEITEN:
            actielijn = Actielijn.objects.get(programma=programma, nummer=lijn) if lijn else None
            velden = {"naam": naam, "doel": doel, "actielijn": actielijn, "eigenaar_rol": rol, "bron": bron}
            verbs.maken(programma, **velden, gepland_van=van, gepland_tot=tot, by=by)
    _mijlpalen(programma)
    for dag, naam, rol, verb in STAPPEN:
        with op(dag, rol) as by:
            getattr(verbs, verb)(_activiteit(programma, naam), op=dag, by=by)
    _berichten(programma)
    _verschuiven(programma)
    _meten(programma)
    return "nieuw"


def _activiteit(programma: Programma, naam: str) -> Activiteit:
    return Activiteit.objects.get(programma=programma, naam=naam)


def _mijlpalen(programma: Programma) -> None:
    for naam, van, gepland, gehaald in MIJLPALEN:
        with op(date(2025, 12, 1), BELEID) as by:
            activiteit = _activiteit(programma, van)
            velden = {"activiteit": activiteit, "eigenaar_rol": BELEID, "gepland_op": gepland}
            mijlpaal = mijlpalen.maken(programma, naam=naam, **velden, by=by)
        if gehaald:
            with op(gehaald, BELEID) as by:
                mijlpalen.realiseren(mijlpaal, op=gehaald, by=by)


def _berichten(programma: Programma) -> None:
    for dag, naam, soort, gezondheid, tekst in BERICHTEN:
        activiteit = _activiteit(programma, naam)
        sluit = activiteit.berichten.open_risicos().first() if soort == "besluit" else None
        with op(dag, BELEID) as by:
            velden = {"soort": soort, "gezondheid": gezondheid, "tekst": tekst, "peildatum": dag, "sluit": sluit}
            voortgang.melden(activiteit, **velden, by=by)


def _verschuiven(programma: Programma) -> None:
    """The kennisbank comes later, and so does its mijlpaal."""
    with op(date(2026, 7, 6), BELEID) as by:
        kennisbank = _activiteit(programma, "Kennisbank voor jongerenwerkers")
        plan = {"gepland_van": kennisbank.gepland_van, "gepland_tot": date(2026, 12, 18)}
        verbs.verplaatsen(kennisbank, **plan, reden=BESLUIT, by=by)
        mijlpaal = Mijlpaal.objects.get(programma=programma, naam="Kennisbank open")
        mijlpalen.verplaatsen(mijlpaal, gepland_op=date(2026, 12, 10), reden=BESLUIT, by=by)


def _meten(programma: Programma) -> None:
    """How many young people take part; one number was counted double and is corrected."""
    with op(date(2026, 3, 2), BELEID) as by:
        indicator = indicatoren.maken(
            programma,
            naam="Jongeren in de buurtateliers",
            definitie="Jongeren van 12 tot en met 27 jaar die minstens drie keer kwamen.",
            eenheid="jongeren",
            richting=Indicator.Richting.HOGER,
            activiteit=_activiteit(programma, "Buurtateliers in Voorbeeldstad"),
            by=by,
        )
    for dag, soort, waarde in METINGEN:
        with op(min(dag, date(2026, 10, 1)), BELEID) as by:
            velden = {"soort": soort, "waarde": Decimal(waarde), "peildatum": dag, "vindplaats": "presentielijsten"}
            meting = indicatoren.vastleggen(indicator, **velden, by=by)
    correctie = {
        "waarde": Decimal(61),
        "vindplaats": "presentielijsten, nageteld",
        "reden": "Vier stonden er dubbel in.",
    }
    with op(date(2026, 10, 12), BUDGET) as by:
        voorstel = indicatoren.correctie_voorstellen(meting, **correctie, by=by)
    with op(date(2026, 10, 14), MANAGER) as by:
        indicatoren.correctie_aannemen(voorstel, by=by)
