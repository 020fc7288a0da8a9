"""The example itself: its programma, bronnen, gemeenten, gebieden, actielijnen and posten, all invented."""

from datetime import date

from actielijnen.models import Actielijn, Begrotingspost, Begrotingsregel, Dekkingsbron
from agenda.models import Bron, Gebied, Gemeente, Programma, ProgrammaPeriode, ProgrammaTekst
from rapportage.laden.rijen import Rijenzetter

CODE = "voorbeeld-2026"
JAREN = (2026, 2027, 2028)
PLAN = "voorbeeld-programmaplan"

# fmt: off
#    sleutel                           titel                                               dag
BRONNEN = [
    (PLAN,                             "Programmaplan 2026–2028",                          date(2025, 9, 1)),
    ("voorbeeld-ontwerpbegroting-2026", "Ontwerpbegroting 2026",                           date(2025, 9, 16)),
    ("voorbeeld-amendement-2026",      "Amendement op de begroting 2026",                  date(2025, 11, 25)),
    ("voorbeeld-voorjaarsnota-2026",   "1e suppletoire begroting 2026 (Voorjaarsnota)",    date(2026, 5, 29)),
    ("voorbeeld-ontwerpbegroting-2027", "Ontwerpbegroting 2027",                           date(2026, 9, 15)),
    ("voorbeeld-najaarsnota-2026",     "2e suppletoire begroting 2026 (Najaarsnota)",      date(2026, 11, 20)),
]

#    CBS-code   naam                gebied (nummer, naam)
GEMEENTEN = [
    ("GM9999", "Voorbeeldstad",    (901, "Voorbeeldstad Oost")),
    ("GM9998", "Voorbeelddam",     (902, "Voorbeelddam Centrum")),
    ("GM9997", "Nieuw-Voorbeeld",  None),
    ("GM9996", "Voorbeeldrade",    (903, "Voorbeeldrade Noord")),
    ("GM9995", "Voorbeelddorp",    None),
    ("GM9994", "Oud-Voorbeeld",    None),
    ("GM9993", "Voorbeeldgaarde",  None),
]

# Those that apply with them: 56 more, each with a gebied of its own.
BEGIN, EIND = ("Voorbeeld", "Proef", "Bedacht"), """hoven veen burg horst beek kerk loo wijk broek oord
    land zijl heem meer woude hage mond sluis donk""".split()
MEER_GEMEENTEN = [
    (f"GM99{nummer:02}", naam, (903 + nummer, f"{naam} Centrum"))
    for nummer, naam in enumerate([f"{begin}{eind}" for eind in EIND for begin in BEGIN][:56], start=1)
]

#    CBS-code   opgegaan op        in (één: opvolger, meer: verdeeld)
HERINDELINGEN = {
    "GM9995":   (date(2027, 1, 1), ["GM9998"]),
    "GM9994":   (date(2026, 1, 1), ["GM9997"]),
    "GM9993":   (date(2026, 1, 1), ["GM9999", "GM9996"]),
}
PROVINCIE = "PV22"

#    nummer  naam                            actielijn   hard plafond
POSTEN = [
    (1, "Kennis verzamelen en delen",        True,       True),
    (2, "Aanpakken beproeven in de wijk",    True,       True),
    (3, "Samenwerken met gemeenten",         True,       True),
    (4, "Beleid vernieuwen",                 True,       False),
    (5, "Materieel en onvoorzien",           False,      True),
]
TEKSTEN = [
    ("doel",         "Bewoners van Voorbeeldstad voelen zich gezien en doen mee in hun buurt."),
    ("doelgroep",    "Jongeren van 12 tot en met 27 jaar in bedachte gemeenten, en wie met hen werkt."),
    ("scope",        "Voorkomen dat jongeren zich afkeren van de samenleving."),
    ("buiten_scope", "Opsporing en straf."),
]
# fmt: on
DEKKINGSBRON = "Buurtkracht (voorbeeld)"


def vul(zetter: Rijenzetter) -> Programma:
    """Put the rows there that everything else hangs from; known rows stay as they are."""
    for sleutel, titel, dag in BRONNEN:
        zet_bron(zetter, sleutel, f"VOORBEELD: {titel}", dag)
    programma = zetter.zet(
        Programma,
        ["code"],
        {
            "code": CODE,
            "naam": "Voorbeeldprogramma 2026–2028",
            "korte_naam": "het Voorbeeldprogramma",
            "soort": Programma.Soort.VOORBEELD,
            "ministerie": "SZW",
            "contact": "",
            "contact_bron": PLAN,
        },
    )
    zetter.zet(
        ProgrammaPeriode,
        ["programma", "omschrijving", "bron"],
        {
            "programma": CODE,
            "omschrijving": "2026 tot en met 2028",
            "van_jaar": JAREN[0],
            "tot_en_met_jaar": JAREN[-1],
            "bron": PLAN,
            "is_geldend": True,
        },
    )
    for volgorde, (soort, tekst) in enumerate(TEKSTEN, start=1):
        rij = {"programma": CODE, "soort": soort, "tekst": tekst, "bron": PLAN, "volgorde": volgorde}
        zetter.zet(ProgrammaTekst, ["programma", "soort", "volgorde"], rij)
    for code, naam, gebied in [*GEMEENTEN, *MEER_GEMEENTEN]:
        _gemeente(zetter, code, naam, gebied)
    _posten(zetter)
    return programma


def zet_bron(zetter: Rijenzetter, sleutel: str, titel: str, dag: date) -> None:
    rij = {"sleutel": sleutel, "soort": Bron.Soort.VOORBEELD, "titel": titel, "datum": dag, "bekend_sinds": dag}
    toelichting = "Dit stuk bestaat niet. Het is bedacht voor het Voorbeeldprogramma."
    zetter.zet(Bron, ["sleutel"], rij | {"bekend_precisie": "dag", "toelichting": toelichting})


def _gemeente(zetter: Rijenzetter, code: str, naam: str, gebied: tuple[int, str] | None) -> None:
    rij = {"code": code, "naam": naam, "naam_cbs": naam, "provincie": PROVINCIE, "is_voorbeeld": True}
    opgegaan_op, over = HERINDELINGEN.get(code, (None, []))
    rij |= {"opgegaan_op": opgegaan_op, "is_verdeeld": len(over) > 1}
    rij |= {"opvolger": over[0]} if len(over) == 1 else {"verdeeld_over": over}
    zetter.zet(Gemeente, ["code"], rij)
    if gebied:
        nummer, naam = gebied
        plek = {"rd_x": 0, "rd_y": 0}  # nowhere: an invented gemeente is never on the map
        zetter.zet(Gebied, ["nummer"], {"nummer": nummer, "naam": naam, "gemeente": code, "bron": PLAN} | plek)


def _posten(zetter: Rijenzetter) -> None:
    bron = {"naam": DEKKINGSBRON, "ministerie": "BZK", "doel": "Buurtprojecten in Voorbeeldstad", "bron": PLAN}
    zetter.zet(Dekkingsbron, ["programma", "naam"], {"programma": CODE} | bron)
    for nummer, naam, is_actielijn, is_hard in POSTEN:
        vast = {"programma": CODE, "nummer": nummer, "naam": naam}
        if is_actielijn:
            zetter.zet(Actielijn, ["programma", "nummer"], vast | {"bron": PLAN})
        lijn = {"actielijn": [CODE, nummer]} if is_actielijn else {}
        zetter.zet(Begrotingspost, ["programma", "nummer"], vast | lijn)
        for jaar in JAREN:
            _regel(zetter, nummer, jaar, is_indicatief=not is_hard)
    _regel(zetter, 2, JAREN[0], is_indicatief=False, dekkingsbron=DEKKINGSBRON)


def _regel(zetter: Rijenzetter, post: int, jaar: int, *, is_indicatief: bool, **velden) -> None:
    rij = {"post": [CODE, post], "jaar": jaar, "periode": str(jaar), "is_indicatief": is_indicatief} | velden
    zetter.zet(Begrotingsregel, ["post", "jaar", "dekkingsbron"], rij, programma=CODE)
