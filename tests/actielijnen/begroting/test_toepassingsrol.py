"""Every verb of the ledger as the role that the portal runs as: the tests are the owner, who may do everything."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib import import_module
from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection, transaction

from actielijnen import begroting
from actielijnen.begroting import (
    documenten,
    herschikken,
    jaarafsluiting,
    mutaties,
    plannen,
    prognose,
    regels,
    scenario,
    verplichten,
)
from actielijnen.begroting.eenmalig import eenmalig
from actielijnen.begroting.mutaties import Besluit
from actielijnen.begroting.prognose import Invulling
from actielijnen.models import Begrotingsjaar, Begrotingsregel, Herschikking, Prognose, Reservering, Scenario
from actielijnen.models import Verplichting as Contract
from actielijnen.uitwisselen import stappen
from agenda import klok
from agenda.access import Rol
from agenda.bestanden import bewaar
from agenda.models import Bestand, Gebruiker
from agenda.taken import run_pending
from tests.agenda.bestanden.voorbeelden import GOED
from tests.hulpmiddelen.begroting import boek, verplicht
from tests.hulpmiddelen.databank import as_application

IN_2027 = datetime(2027, 3, 1, 9, tzinfo=UTC)
DAG, MAAND = date(2026, 5, 1), date(2027, 4, 1)
RIJEN = "Post;Jaar;Kenmerk;Soort;Omschrijving;Wederpartij;Bedrag;Datum\n2;2026;V9;contract;Zaal;Voorbeeld BV;40;01-02-2026\n"
TIEN = Decimal(10)


@dataclass
class Kantoor:
    """What the owner made before: the people, the lines, and one record for each verb to work on."""

    houder: Gebruiker
    manager: Gebruiker
    beslisser: Gebruiker
    lijn: Begrotingsregel
    later: Begrotingsregel
    ander: Begrotingsregel
    besluit: Besluit
    contract: Contract
    reservering: Reservering
    upload: Bestand
    rijen: Bestand
    herschikking: Herschikking
    jaar: Begrotingsjaar
    prognose: Prognose
    scenario: Scenario

    @property
    def programma(self):
        return self.lijn.programma


@pytest.fixture
def kantoor(regel, stuk, account, budgethouder):
    besluit = Besluit("eerste_suppletoire", 2027, stuk(2027), "tabel 1", "besloten")
    with klok.vastgezet(IN_2027):
        lijn, later, ander = regel(2026, 1000), regel(2027, 1000), regel(2027, 1000, nummer=3)
        boek(lijn, 1, bron=stuk(2027), by=budgethouder, moment="slotwet", begrotingsjaar=2026)
        contract = verplicht(lijn, "V1", 100, by=budgethouder)
        verplichten.betalen(contract, bedrag=TIEN, datum=DAG, kenmerk="F1", by=budgethouder)
        bedenksel = scenario.maken(lijn.programma, naam="Minder", doel="Wat als?", by=budgethouder)
        for soort, naar, budget in (("verlagen", None, "beide"), ("verschuiven", ander, "kas")):
            velden = {"soort": soort, "regel": later, "naar": naar, "budget": budget, "bedrag": TIEN, "reden": "kan"}
            scenario.toevoegen(bedenksel, **velden, by=budgethouder)
        velden = {"naam": "maart 2027", "peildatum": IN_2027.date(), "drempel": Decimal(10_000)}
        yield Kantoor(
            houder=budgethouder,
            manager=account(Rol.PROGRAMMAMANAGER),
            beslisser=account(Rol.BESLISSER),
            lijn=lijn,
            later=later,
            ander=ander,
            besluit=besluit,
            contract=contract,
            reservering=verplichten.reserveren(lijn, bedrag=TIEN, omschrijving="plan", datum=DAG, by=budgethouder),
            upload=bewaar(GOED["brief.pdf"], "contract.pdf", by=budgethouder, zelf_gemaakt=False),
            rijen=bewaar(RIJEN.encode(), "rijen.csv", by=budgethouder, zelf_gemaakt=False),
            herschikking=herschikken.voorstellen(
                later, ander, budget="beide", bedrag=TIEN, besluit=besluit, by=budgethouder
            ),
            jaar=jaarafsluiting.voorstellen(lijn.programma, 2026, by=budgethouder),
            prognose=prognose.maken(lijn.programma, jaar=2027, **velden, by=budgethouder),
            scenario=bedenksel,
        )


def vul_in(k: Kantoor):
    rij = k.prognose.regels.get(regel=k.later)
    invulling = Invulling(uit_openstaand=rij.uit_openstaand, nieuw=TIEN, reden="")
    return prognose.invullen(k.prognose, k.later.post, regels={k.later.pk: invulling}, verklaring="later", by=k.houder)


def beiden_akkoord(k: Kantoor):
    for wie in (k.manager, k.beslisser):
        herschikken.akkoord(k.herschikking, by=wie)


def nieuw_document(k: Kantoor):
    made = documenten.toevoegen(k.contract, k.upload, omschrijving="getekend contract", by=k.houder)
    documenten.lezen(made, by=k.manager)
    return made


def neem_in_en_boek(k: Kantoor):
    imp = stappen.innemen(k.programma, "verplichtingen", k.rijen, by=k.houder)
    run_pending()
    stappen.bevestigen(imp, by=k.houder)
    run_pending()
    assert list(imp.rijen.values_list("oordeel", flat=True)) == ["geboekt"]


BETALING = {"bedrag": TIEN, "datum": DAG}
AANNAME = {"laag": Decimal(0), "verwacht": Decimal("0.1"), "hoog": Decimal("0.2"), "reden": "ervaring"}
STAP = {"soort": "verhogen", "budget": "beide", "bedrag": TIEN, "reden": "extra"}

# fmt: off
VERBS: dict[str, Callable[[Kantoor], object]] = {
    "documenten.lezen":           nieuw_document,
    "documenten.toevoegen":       nieuw_document,
    "documenten.verwijderen":     lambda k: documenten.verwijderen(nieuw_document(k), reden="dubbel", by=k.houder),
    "herschikken.afwijzen":       lambda k: herschikken.afwijzen(k.herschikking, reden="nee", by=k.manager),
    "herschikken.akkoord":        beiden_akkoord,
    "herschikken.voorstellen":    lambda k: herschikken.voorstellen(k.later, k.ander, budget="kas", bedrag=TIEN, besluit=k.besluit, by=k.houder),
    "jaarafsluiting.afsluiten":   lambda k: jaarafsluiting.afsluiten(k.jaar, by=k.manager),
    "jaarafsluiting.terugnemen":  lambda k: jaarafsluiting.terugnemen(k.jaar, by=k.houder),
    "jaarafsluiting.voorstellen": lambda k: jaarafsluiting.terugnemen(k.jaar, by=k.houder) or jaarafsluiting.voorstellen(k.programma, 2026, by=k.houder),
    "mutaties.boek_besloten":     lambda k: mutaties.boek_besloten([(k.later, "kas", "beleidsmatig", TIEN)], k.besluit, by=k.houder),
    "mutaties.boeken":            lambda k: mutaties.boeken([(k.later, "kas", "beleidsmatig", TIEN)], k.besluit, by=k.houder),
    "mutaties.kasschuiven":       lambda k: mutaties.kasschuiven(k.lijn, k.later, bedrag=TIEN, besluit=k.besluit, by=k.houder),
    "mutaties.muteren":           lambda k: mutaties.muteren(k.later, budget="kas", soort="beleidsmatig", bedrag=-TIEN, besluit=k.besluit, by=k.houder),
    "plannen.plannen":            lambda k: [plannen.plannen(k.contract, [(MAAND, TIEN)], by=k.houder) for _ in "12"],
    "prognose.aannemen":          lambda k: [prognose.aannemen(k.prognose, "te_laat", **AANNAME, by=k.houder) for _ in "12"],
    "prognose.invullen":          lambda k: [vul_in(k) for _ in "12"],
    "prognose.maken":             lambda k: prognose.maken(k.programma, jaar=2027, naam="later", peildatum=DAG, drempel=TIEN, by=k.houder),
    "prognose.ophalen":           lambda k: prognose.ophalen(k.prognose, by=k.houder),
    "prognose.vaststellen":       lambda k: prognose.vaststellen(k.prognose, by=k.manager),
    "regels.toevoegen":           lambda k: regels.toevoegen(k.lijn.post, jaar=2028, dekkingsbron=None, is_indicatief=False, by=k.houder),
    "scenario.aannemen":          lambda k: scenario.aannemen(k.scenario, besluit=k.besluit, by=k.houder),
    "scenario.maken":             lambda k: scenario.maken(k.programma, naam="Meer", doel="Wat als?", by=k.houder),
    "scenario.toevoegen":         lambda k: scenario.toevoegen(k.scenario, regel=k.later, **STAP, by=k.houder),
    "scenario.verwerpen":         lambda k: scenario.verwerpen(k.scenario, reden="nee", by=k.houder),
    "scenario.weghalen":          lambda k: scenario.weghalen(k.scenario, 1, by=k.houder),
    "verplichten.aangaan":        lambda k: verplicht(k.lijn, "V2", 10, by=k.houder, reservering=k.reservering),
    "verplichten.betalen":        lambda k: eenmalig(uuid4(), lambda: str(verplichten.betalen(k.contract, **BETALING, kenmerk="F2", by=k.houder))),
    "verplichten.bijstellen":     lambda k: verplichten.bijstellen(k.contract, **BETALING, reden="meer", by=k.houder),
    "verplichten.reserveren":     lambda k: verplichten.reserveren(k.lijn, **BETALING, omschrijving="plan", by=k.houder),
    "verplichten.terugontvangen": lambda k: verplichten.terugontvangen(k.contract, **BETALING, kenmerk="T1", by=k.houder),
    "verplichten.vervallen":      lambda k: verplichten.vervallen(k.reservering, by=k.houder),
    "import":                     neem_in_en_boek,
}
# fmt: on


def verbs() -> Iterator[str]:
    """What can be done with the ledger: every public function of it that asks who does it."""
    for each in pkgutil.iter_modules(begroting.__path__):
        module = import_module(f"{begroting.__name__}.{each.name}")
        for naam, function in inspect.getmembers(module, inspect.isfunction):
            is_own = function.__module__ == module.__name__ and not naam.startswith("_")
            if is_own and "by" in inspect.signature(function).parameters:
                yield f"{each.name}.{naam}"


def refusal(verb: Callable, kantoor: Kantoor) -> str:
    """What the database says that the portal may not; empty if it may. Nothing of it stays."""
    try:
        with transaction.atomic():
            verb(kantoor)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            transaction.set_rollback(True)
    except ProgrammingError as refused:
        return str(refused).splitlines()[0]
    return ""


def test_every_verb_of_the_ledger_is_in_this_table():
    assert set(verbs()) == VERBS.keys() - {"import"}


def test_the_portal_may_carry_out_every_verb_of_the_ledger(kantoor):
    with as_application():
        refused = {naam: said for naam, verb in VERBS.items() if (said := refusal(verb, kantoor))}
    assert refused == {}
