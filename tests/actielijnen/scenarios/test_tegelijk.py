"""A scenario under two pairs of hands: it is adopted once, and what is adopted is what was decided about."""

from decimal import Decimal

import pytest

from actielijnen.begroting import scenario as verbs
from actielijnen.begroting.mutaties import Besluit
from actielijnen.begroting.plafond import Geweigerd
from actielijnen.models import Begrotingsregel, Mutatie, Scenario
from agenda.levensloop import NietMogelijk
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.tegelijk import while_uncommitted
from tests.hulpmiddelen.vooruitzicht import bron, budgethouder, jaarregel

pytestmark = pytest.mark.django_db(transaction=True)

BEDRAG = Decimal(1000)


@pytest.fixture
def bedenksel():
    """A concept that adds € 1.000 to a line of € 100.000."""
    programma = vooruitzicht.programma()
    jaarregel(programma, 1, 100_000)
    return vooruitzicht.scenario(programma)


def aannemen():
    besluit = Besluit("ontwerpbegroting", 2026, bron(), "tabel 1", "besloten")
    verbs.aannemen(Scenario.objects.get(), besluit=besluit, by=budgethouder())


def nog_een_stap():
    velden = {"soort": "verhogen", "regel": Begrotingsregel.objects.get(), "budget": "beide", "bedrag": BEDRAG}
    verbs.toevoegen(Scenario.objects.get(), **velden, reden="ook nog", by=budgethouder())


@pytest.mark.parametrize(("tweede", "weigering"), [(aannemen, NietMogelijk), (nog_een_stap, Geweigerd)])
def test_who_comes_while_a_scenario_is_being_adopted_is_refused(bedenksel, tweede, weigering):
    with pytest.raises(weigering):
        while_uncommitted(aannemen, tweede)
    made = Scenario.objects.get()
    assert (made.status, made.stappen.count()) == ("aangenomen", 1)
    assert [each.bedrag for each in Mutatie.objects.filter(besluit=made.besluit)] == [BEDRAG]
    assert Mutatie.objects.count() == 2
