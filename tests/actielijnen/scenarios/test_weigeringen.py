"""What a scenario refuses: steps that cannot be, and decisions that are not somebody's to take."""

from decimal import Decimal
from uuid import uuid4

import pytest

from actielijnen.begroting import scenario as verbs
from actielijnen.begroting.plafond import Geweigerd
from actielijnen.models import Mutatie, Scenario
from actielijnen.vooruitzicht.scenariobeeld import scenariobeeld
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import NietMogelijk
from tests.actielijnen.scenarios.bedenken import besluit, scenario, stap
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.begroting import boek, regel
from tests.hulpmiddelen.vooruitzicht import bron, budgethouder

# A step, the field that is wrong, and what is said.
GEWEIGERD = [
    (("verlagen", 1, 2026, 0, None, "beide"), "bedrag", "Vul een bedrag in van meer dan € 0, bijvoorbeeld 250.000 of 1.234,50."),
    (("verlagen", 1, 2026, 5, (2, 2026), "beide"), "naar", "Verlagen en verhogen gaan over één regel. Laat ‘naar’ leeg."),
    (("verschuiven", 1, 2026, 5, None, "beide"), "naar", "Kies naar welke andere regel het bedrag gaat."),
    (("verschuiven", 1, 2026, 5, (1, 2027), "beide"), "naar", "Verschuiven gaat naar een andere post. Kies voor een ander jaar ‘vertragen’."),
    (("vertragen", 1, 2027, 5, (1, 2026), "kas"), "naar", "Vertragen gaat naar een later jaar van dezelfde post en dezelfde dekkingsbron."),
    (("vertragen", 1, 2026, 5, (2, 2027), "kas"), "naar", "Vertragen gaat naar een later jaar van dezelfde post en dezelfde dekkingsbron."),
    (("vertragen", 1, 2026, 5, (1, 2027), "beide"), "budget", "Vertragen verschuift alleen kas. Kies ‘kas’."),
]  # fmt: skip


@pytest.mark.parametrize(("stap_", "veld", "melding"), GEWEIGERD)
def test_a_step_that_cannot_be_is_refused_at_its_field(programma, stap_, veld, melding):
    made = scenario(programma)
    soort, nummer, jaar, bedrag, naar, budget = stap_
    with pytest.raises(Geweigerd) as fout:
        stap(made, soort, nummer, jaar, bedrag, naar=naar, budget=budget)
    assert (fout.value.veld, str(fout.value).replace("\u00a0", " ")) == (veld, melding)
    assert made.stappen.count() == 0


def test_an_undivided_begroting_has_no_later_year_and_says_so(db):
    onverdeeld = vooruitzicht.programma("onverdeeld")
    een, twee = regel(onverdeeld, 1), regel(onverdeeld, 2)
    boek(een, 1_000, bron=bron(), by=budgethouder())
    made = scenario(onverdeeld)
    velden = {"budget": "kas", "bedrag": Decimal(5), "reden": "later", "by": budgethouder()}
    with pytest.raises(Geweigerd, match="De verdeling over jaren is onbekend"):
        verbs.toevoegen(made, soort="vertragen", regel=een, naar=twee, **velden)
    verbs.toevoegen(made, soort="verlagen", regel=een, **velden)
    assert scenariobeeld(made).is_onverdeeld


def test_a_closed_year_takes_no_step(programma):
    programma.begrotingsjaren.create(jaar=2026, status="afgesloten", afgesloten_op=klok.nu())
    with pytest.raises(Geweigerd, match="Het jaar 2026 is afgesloten") as fout:
        stap(scenario(programma), "vertragen", 1, 2026, 5, naar=(1, 2027), budget="kas")
    assert fout.value.veld == "regel"


def test_a_scenario_without_steps_is_not_adopted(programma):
    with pytest.raises(Geweigerd, match="Dit scenario heeft nog geen stappen"):
        verbs.aannemen(scenario(programma), besluit=besluit(), by=budgethouder())


def test_a_rejected_scenario_stays_readable_and_is_not_adopted(programma):
    made = scenario(programma)
    stap(made, "verlagen", 1, 2026, 10_000)
    verbs.verwerpen(made, reden="te duur", by=budgethouder())
    with pytest.raises(NietMogelijk):
        verbs.aannemen(Scenario.objects.get(), besluit=besluit(), by=budgethouder())
    assert (Scenario.objects.get().status, made.stappen.count(), Mutatie.objects.filter(besluit=uuid4()).count()) == (
        "verworpen",
        1,
        0,
    )


@pytest.mark.parametrize("rol", [Rol.AUDITOR, Rol.PROGRAMMAMANAGER, Rol.REDACTEUR])
def test_who_may_not_change_the_begroting_makes_and_adopts_no_scenario(programma, account, rol):
    made, user = scenario(programma), account(rol)
    stap(made, "verlagen", 1, 2026, 10_000)
    for poging in (
        lambda: verbs.maken(programma, naam="x", doel="y", by=user),
        lambda: verbs.aannemen(made, besluit=besluit(), by=user),
        lambda: verbs.verwerpen(made, reden="nee", by=user),
        lambda: verbs.weghalen(made, 1, by=user),
    ):
        with pytest.raises(GeenToegang):
            poging()
