"""Loads everything of the programma, in an order in which each row finds what it refers to."""

from pathlib import Path

from django.db import models, transaction
from django.db.models import Q

from actielijnen.models import (
    Actielijn,
    Begrotingspost,
    Begrotingsregel,
    Dekkingsbron,
    Mijlpaal,
    Raad,
    SamenhangendProgramma,
)
from agenda import audit
from agenda.models import (
    Bron,
    OpenVraag,
    Programma,
    ProgrammaAlias,
    ProgrammaPeriode,
    ProgrammaTekst,
    Tegenspraak,
    TegenspraakVariant,
)
from interventies.models import Project, Term, TermVermelding
from rapportage.laden.begroting import laad_mutaties
from rapportage.laden.bestanden import GEGEVENS, LaadFout, lees_toml, plek
from rapportage.laden.feiten import laad_feiten, laatste_van
from rapportage.laden.naslag import laad_csv
from rapportage.laden.resources import (
    GebiedAliasResource,
    GebiedResource,
    GemeenteResource,
    MinisterieResource,
    ProvincieResource,
)
from rapportage.laden.rijen import Rijenzetter
from rapportage.laden.verslag import Verslag
from rapportage.models import Toezegging, Vindplaats
from subsidies.models import (
    Fondsuitkering,
    Medeondertekening,
    Praktijkvoorbeeld,
    Regeling,
    Regelingstuk,
    RegelingVersie,
    Thema,
)

# fmt: off
NASLAG = [
    ("ministeries.csv",          MinisterieResource),
    ("provincies.csv",           ProvincieResource),
    ("gemeenten.csv",            GemeenteResource),
]
NASLAG_MET_BRON = [
    ("focusgebieden.csv",        GebiedResource),
    ("focusgebied_aliassen.csv", GebiedAliasResource),
]

# File, name of the row in it, model, natural key. `programma` at the top of a file goes for all its rows.
GROND = [
    ("bronnen.toml",      "bron",              Bron,                  ["sleutel"]),
    ("programma.toml",    "kern",              Programma,             ["code"]),
    ("programma.toml",    "alias",             ProgrammaAlias,        ["programma", "naam"]),
    ("programma.toml",    "periode",           ProgrammaPeriode,      ["programma", "omschrijving", "bron"]),
    ("programma.toml",    "tekst",             ProgrammaTekst,        ["programma", "soort", "volgorde"]),
]
OP_FEITEN = [
    ("begroting.toml",    "actielijn",         Actielijn,             ["programma", "nummer"]),
    ("begroting.toml",    "post",              Begrotingspost,        ["programma", "nummer"]),
    ("begroting.toml",    "regel",             Begrotingsregel,       ["post", "jaar", "dekkingsbron"]),
    ("begroting.toml",    "dekkingsbron",      Dekkingsbron,          ["programma", "naam"]),
    ("uitvoering.toml",   "samenhang",         SamenhangendProgramma, ["programma", "naam"]),
    ("uitvoering.toml",   "raad",              Raad,                  ["programma"]),
    ("uitvoering.toml",   "mijlpaal",          Mijlpaal,              ["programma", "sleutel"]),
    ("uitvoering.toml",   "project",           Project,               ["programma", "sleutel"]),
    ("termen.toml",       "term",              Term,                  ["lijst", "naam"]),
    ("termen.toml",       "vermelding",        TermVermelding,        ["term", "woorden", "bron"]),
    ("regelingen.toml",   "regeling",          Regeling,              ["programma", "sleutel"]),
    ("regelingen.toml",   "versie",            RegelingVersie,        ["regeling", "volgorde"]),
    ("regelingen.toml",   "medeondertekening", Medeondertekening,     ["versie", "ambt"]),
    ("regelingen.toml",   "thema",             Thema,                 ["versie", "volgorde"]),
    ("fondsuitkeringen.toml", "fondsuitkering", Fondsuitkering,       ["sleutel"]),
    ("regelingen.toml",   "stuk",              Regelingstuk,          ["versie", "soort", "is_concept"]),
    ("regelingen.toml",   "voorbeeld",         Praktijkvoorbeeld,     ["regeling", "volgorde"]),
    ("toezeggingen.toml", "toezegging",        Toezegging,            ["programma", "sleutel"]),
    ("toezeggingen.toml", "vindplaats",        Vindplaats,            ["toezegging", "verwijzing"]),
    ("tegenspraken.toml", "tegenspraak",       Tegenspraak,           ["programma", "nummer"]),
    ("tegenspraken.toml", "variant",           TegenspraakVariant,    ["tegenspraak", "letter"]),
    ("open_vragen.toml",  "vraag",             OpenVraag,             ["programma", "sleutel"]),
]
# fmt: on

KEUZE = ("stand", "keuze", "herkomst_keuze")
DAGEN = ("gepland_op", "gerealiseerd_op", "bron_realisatie")


@transaction.atomic
def laad(*, by, map: Path = GEGEVENS) -> Verslag:
    """Load the data files of `map` as `by`, all or nothing. Raises LaadFout."""
    verslag = Verslag()
    zetter = Rijenzetter(verslag)
    for naam, resource in NASLAG:
        laad_csv(map, naam, resource, verslag)
    _laad_tabellen(GROND, map, zetter)
    for naam, resource in NASLAG_MET_BRON:
        laad_csv(map, naam, resource, verslag)
    _laad_feiten(map, zetter, by=by)
    _laad_tabellen(OP_FEITEN, map, zetter)
    laad_mutaties("begroting.toml", lees_toml(map, "begroting.toml"), zetter, by=by)
    if not verslag.is_ongewijzigd:
        aantallen = {uitkomst: verslag.totaal(uitkomst) for uitkomst in Verslag.UITKOMSTEN}
        audit.record(Programma, "laden", by=by, **aantallen)
    return verslag


def _laad_feiten(map: Path, zetter: Rijenzetter, *, by) -> None:
    bestanden = sorted((map / "feiten").glob("*.toml"))
    if not bestanden:
        raise LaadFout(f"De map {map / 'feiten'} bevat geen bestanden met feiten.")
    bekend = laatste_van(by)
    for bestand in bestanden:
        naam = f"feiten/{bestand.name}"
        laad_feiten(naam, lees_toml(map, naam), bekend, zetter, by=by)


def _laad_tabellen(tabellen: list[tuple], map: Path, zetter: Rijenzetter) -> None:
    inhoud: dict[str, dict] = {}
    for bestand, rijnaam, model, sleutel in tabellen:
        if bestand not in inhoud:
            inhoud[bestand] = lees_toml(map, bestand)
        vast = _vaste_velden(inhoud[bestand], model)
        for nummer, rij in enumerate(inhoud[bestand].get(rijnaam, []), start=1):
            with plek(bestand, f"{rijnaam} {nummer}"):
                rij = _zonder_keuze_van_mensen(model, vast | rij)
                zetter.zet(model, sleutel, rij, programma=inhoud[bestand].get("programma", ""))


def _vaste_velden(inhoud: dict, model: type[models.Model]) -> dict:
    heeft_programma = any(veld.name == "programma" for veld in model._meta.fields)
    return {"programma": inhoud["programma"]} if heeft_programma and "programma" in inhoud else {}


def _zonder_keuze_van_mensen(model: type[models.Model], rij: dict) -> dict:
    """What somebody decided in the portal is never put back to the proposal of the file."""
    van_mensen = ()
    if model is Tegenspraak and _is_bevestigd(rij):
        van_mensen = KEUZE
    elif model is Mijlpaal and _is_bijgehouden(rij):
        van_mensen = DAGEN
    return {veld: waarde for veld, waarde in rij.items() if veld not in van_mensen}


def _is_bevestigd(rij: dict) -> bool:
    """Whether somebody made the choice of this tegenspraak in the portal."""
    zelfde = Tegenspraak.objects.filter(programma__code=rij["programma"], nummer=rij["nummer"])
    return zelfde.filter(stand=Tegenspraak.Stand.BEVESTIGD).exists()


def _is_bijgehouden(rij: dict) -> bool:
    """Whether somebody gave this mijlpaal another day in the portal than its file did."""
    mijlpalen = Mijlpaal.objects.filter(programma__code=rij["programma"], sleutel=rij["sleutel"])
    return mijlpalen.filter(Q(verplaatsingen__isnull=False) | Q(gerealiseerd_door__isnull=False)).exists()
