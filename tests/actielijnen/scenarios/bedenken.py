"""Making scenario's in tests: one, its steps, and the decision about it."""

from decimal import Decimal

from actielijnen.begroting import scenario as verbs
from actielijnen.begroting.mutaties import Besluit
from actielijnen.models import Begrotingsregel, Scenario
from tests.hulpmiddelen.vooruitzicht import bron, budgethouder


def lijn(programma, nummer, jaar) -> Begrotingsregel:
    return Begrotingsregel.objects.met_namen().get(post__programma=programma, post__nummer=nummer, jaar=jaar)


def scenario(programma) -> Scenario:
    return verbs.maken(programma, naam="Later beginnen", doel="Wat als de training later begint?", by=budgethouder())


def stap(op, soort, nummer, jaar, bedrag, *, naar=None, budget="beide"):
    van = lijn(op.programma, nummer, jaar)
    heen = lijn(op.programma, *naar) if naar else None
    velden = {"soort": soort, "regel": van, "naar": heen, "budget": budget, "bedrag": Decimal(bedrag)}
    return verbs.toevoegen(op, **velden, reden="zo gevraagd", by=budgethouder())


def besluit(**anders) -> Besluit:
    velden = {"moment": "ontwerpbegroting", "begrotingsjaar": 2026, "vindplaats": "tabel 1", "reden": "besloten"}
    return Besluit(**velden | {"bron": bron()} | anders)
