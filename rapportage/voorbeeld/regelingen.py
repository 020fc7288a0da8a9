"""The regelingen of the example: one that another ministry grants, with amounts, and one that takes applications."""

from datetime import date, datetime
from decimal import Decimal

from agenda.access import Rol
from agenda.klok import AMSTERDAM
from agenda.models import Bron, Gebied, Programma
from rapportage.laden.rijen import Rijenzetter
from rapportage.voorbeeld.aanvraagformulier import SECTIES
from rapportage.voorbeeld.mensen import op
from rapportage.voorbeeld.programma import CODE, MEER_GEMEENTEN, PLAN, zet_bron
from subsidies.models import Medeondertekening, Regeling, Regelingtermijn, RegelingVersie, Thema, Toekenning
from subsidies.regelingen import formulier, openstellen, vastleggen

WIJK, JEUGD = "sterke-wijk", "weerbare-jeugd"
TOEKENNING, HERBEREKEND, BESTEMMING = (
    "voorbeeld-toekenning-2026",
    "voorbeeld-herberekening-2026",
    "voorbeeld-bestemming",
)
GEBIEDEN = ["Voorbeeldstad Oost", "Voorbeelddam Centrum", "Voorbeeldrade Noord"]

# fmt: off
#    sleutel                        titel                                              dag
BRONNEN = [
    ("voorbeeld-regeling-wijk-1",   "Regeling sterke wijk, eerste publicatie",         date(2025, 10, 1)),
    ("voorbeeld-regeling-wijk-2",   "Regeling sterke wijk, wijziging",                 date(2026, 3, 2)),
    ("voorbeeld-regeling-jeugd",    "Regeling weerbare jeugd",                         date(2026, 6, 1)),
    (TOEKENNING,                    "Brief over de toekenningen 2026 en 2027",         date(2026, 1, 15)),
    (HERBEREKEND,                   "Brief over de herberekening van 2027",            date(2026, 9, 7)),
    (BESTEMMING,                    "Opgave van de gemeenten over integrale middelen", date(2026, 4, 20)),
]

MINISTER = "Minister van Voorbeeldzaken"
#    regeling vs omschrijving                     door   ambt                  bron                         van   t/m
VERSIES = [
    (WIJK,  1, "twee hoofdthema’s",            "BZK", MINISTER,              "voorbeeld-regeling-wijk-1", 2026, 2028),
    (WIJK,  2, "drie hoofdthema’s, wijziging", "BZK", MINISTER,              "voorbeeld-regeling-wijk-2", 2026, 2028),
    (JEUGD, 1, "eerste ronde",                 "SZW", "Voorbeeldminister SZW", "voorbeeld-regeling-jeugd", 2027, 2028),
]

#    regeling versie volgorde soort         naam                         van de Agenda  komt na
THEMAS = [
    (WIJK,    1,     1,       "hoofdthema", "samen sterk in de buurt",   True,          None),
    (WIJK,    1,     2,       "hoofdthema", "leren en werken",           False,         None),
    (WIJK,    1,     3,       "integraal",  "integrale middelen",        False,         None),
    (WIJK,    2,     1,       "hoofdthema", "samenleven in de buurt",    True,          1),
    (WIJK,    2,     2,       "hoofdthema", "leren en werken",           False,         2),
    (WIJK,    2,     3,       "hoofdthema", "groen in de straat",        False,         None),
    (WIJK,    2,     4,       "integraal",  "integrale middelen",        False,         3),
    (JEUGD,   1,     1,       "hoofdthema", "jongeren doen mee",         True,          None),
]

#    gebied                  jaar  samenleven  leren    integraal   (euro, versie 2)
TOEGEKEND = [
    ("Voorbeeldstad Oost",   2026, 400_000,    650_000, 300_000),
    ("Voorbeeldstad Oost",   2027, 420_000,    650_000, 300_000),
    ("Voorbeelddam Centrum", 2026, 250_000,    380_000, 160_000),
    ("Voorbeelddam Centrum", 2027, 250_000,    380_000, 160_000),
    ("Voorbeeldrade Noord",  2026, 180_000,    210_000, 90_000),
]
TIJDVAK = {
    "aanvragen_vanaf": datetime(2026, 11, 2, 9, 0, tzinfo=AMSTERDAM),
    "aanvragen_tot": datetime(2027, 1, 31, 23, 59, tzinfo=AMSTERDAM),
    "storing_verlengt": RegelingVersie.Verlenging.DUUR,
}
#    termijn                           weken  grondslag
TERMIJNEN = [
    ("aanvraag aanvullen",             4,     "artikel 7 van de Regeling weerbare jeugd (voorbeeld)"),
    ("beslissen op de aanvraag",       13,    "artikel 8 van de Regeling weerbare jeugd (voorbeeld)"),
]
BESTEMD = [("Voorbeeldstad Oost", 2026, 240_000), ("Voorbeelddam Centrum", 2026, 60_000)]
# fmt: on
KOLOMMEN = ("samenleven in de buurt", "leren en werken", "integrale middelen")


def vul(zetter: Rijenzetter, programma: Programma) -> str:
    """Put the regelingen there, and register once what was allotted and earmarked."""
    for sleutel, titel, dag in BRONNEN:
        zet_bron(zetter, sleutel, f"VOORBEELD: {titel}", dag)
    _regelingen(zetter)
    if Toekenning.objects.filter(thema__versie__regeling__programma=programma).exists():
        return "ongewijzigd"
    wijk = RegelingVersie.objects.get(regeling__programma=programma, regeling__sleutel=WIJK, volgorde=2)
    _toekennen(wijk)
    _bestemmen(wijk)
    _openen(RegelingVersie.objects.get(regeling__programma=programma, regeling__sleutel=JEUGD))
    return "nieuw"


def _regelingen(zetter: Rijenzetter) -> None:
    for sleutel, naam, rol, code in (
        (WIJK, "Regeling sterke wijk", "medefinancier", ""),
        (JEUGD, "Regeling weerbare jeugd", "verstrekker", "VWJ"),
    ):
        vast = {"kenmerkcode": code, "citeertitel": naam, "instrument": "specifieke uitkering (SPUK)", "rol_szw": rol}
        zetter.zet(Regeling, ["programma", "sleutel"], {"programma": CODE, "sleutel": sleutel} | vast)
    for sleutel, volgorde, omschrijving, ministerie, ambt, bron, van, tot in VERSIES:
        naam = {"regeling": [CODE, sleutel], "volgorde": volgorde, "omschrijving": omschrijving, "verstrekker": ambt}
        rest = {
            "verstrekt_door": ministerie,
            "bron": bron,
            "van_jaar": van,
            "tot_en_met_jaar": tot,
            "gebieden": GEBIEDEN + [naam for *_, (_, naam) in MEER_GEMEENTEN] * (sleutel == JEUGD),
        }
        zetter.zet(RegelingVersie, ["regeling", "volgorde"], naam | rest)
        ondertekening = {"versie": [CODE, sleutel, volgorde], "ministerie": ministerie, "ambt": ambt}
        zetter.zet(Medeondertekening, ["versie", "ambt"], ondertekening)
    for sleutel, versie, volgorde, soort, naam, van_agenda, na in THEMAS:
        rij = {"versie": [CODE, sleutel, versie], "volgorde": volgorde, "soort": soort, "naam": naam, "bron": PLAN}
        na = {"opvolger_van": [CODE, sleutel, versie - 1, na]} if na else {}
        zetter.zet(Thema, ["versie", "volgorde"], rij | {"is_van_agenda": van_agenda} | na)
    for volgorde, (naam, aantal, grondslag) in enumerate(TERMIJNEN, start=1):
        rij = {"versie": [CODE, JEUGD, 1], "volgorde": volgorde, "naam": naam, "aantal": aantal, "eenheid": "weken"}
        wet = {"regelsoort": "ministeriele_regeling", "grondslag": grondslag}
        zetter.zet(Regelingtermijn, ["versie", "volgorde"], rij | wet)


def _toekennen(wijk: RegelingVersie) -> None:
    """What the other ministry allotted, and one amount that it recomputed later."""
    bron, later = (Bron.objects.get(sleutel=sleutel) for sleutel in (TOEKENNING, HERBEREKEND))
    with op(date(2026, 3, 9), Rol.BEHANDELAAR) as by:
        for rij, (gebied, jaar, *bedragen) in enumerate(TOEGEKEND, start=2):
            gebied = Gebied.objects.select_related("gemeente").get(naam=gebied)
            vast = {"jaar": jaar, "gemeente": gebied.gemeente, "bron": bron, "vindplaats": f"bijlage, rij {rij}"}
            for naam, bedrag in zip(KOLOMMEN, bedragen, strict=True):
                vastleggen.toekenning(wijk.themas.get(naam=naam), gebied, bedrag=Decimal(bedrag), **vast, by=by)
    with op(date(2026, 9, 14), Rol.BEHANDELAAR) as by:
        oud = Toekenning.objects.get(gebied__naam="Voorbeelddam Centrum", thema__naam=KOLOMMEN[0], jaar=2027)
        nieuw = {"bedrag": Decimal(265_000), "bron": later, "vindplaats": "bijlage, rij 5"}
        vastleggen.verbeteren(oud, **nieuw, reden="De indexatie van 2027 is verwerkt.", by=by)


def _bestemmen(wijk: RegelingVersie) -> None:
    """What gemeenten chose themselves for the theme of the programma, out of their integrale middelen."""
    bron = Bron.objects.get(sleutel=BESTEMMING)
    with op(date(2026, 5, 4), Rol.BELEIDSMEDEWERKER) as by:
        for rij, (gebied, jaar, bedrag) in enumerate(BESTEMD, start=1):
            waar = {"gebied": Gebied.objects.get(naam=gebied), "jaar": jaar, "vindplaats": f"opgave {rij}"}
            vastleggen.bestemming(wijk.themas.get(naam=KOLOMMEN[0]), bedrag=Decimal(bedrag), bron=bron, **waar, by=by)


def zet_formulier(versie: RegelingVersie) -> None:
    """The form that gemeenten fill in, fixed before the version opens."""
    with op(date(2026, 10, 6), Rol.BELEIDSMEDEWERKER) as by:
        made = formulier.opstellen(versie, SECTIES, by=by)
    with op(date(2026, 10, 7), Rol.PROGRAMMAMANAGER) as by:
        formulier.vaststellen(made, by=by)


def _openen(jeugd: RegelingVersie) -> None:
    """The only regeling of the portal that takes applications, and that is invented."""
    with op(date(2026, 10, 5), Rol.BELEIDSMEDEWERKER) as by:
        openstellen.voorwaarden_vastleggen(
            jeugd,
            grondslag="Voorbeeldbesluit (Stb. 2026, 9999)",
            kanaal="artikel 5 van de Regeling weerbare jeugd (voorbeeld)",
            mandaatbesluit="Voorbeeldmandaat (Stcrt. 2026, 99999)",
            geen_sisa_code_omdat="een voorbeeld heeft geen code",
            verdeelwijze=RegelingVersie.Verdeelwijze.VASTE_BEDRAGEN,
            **TIJDVAK,
            by=by,
        )
    zet_formulier(jeugd)
    with op(date(2026, 10, 12), Rol.PROGRAMMAMANAGER) as by:
        openstellen.openstellen(jeugd, by=by)
