"""What a scenario computes, what adopting it books, and what it refuses."""

from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actielijnen.begroting import herschikken
from actielijnen.begroting import scenario as verbs
from actielijnen.begroting.plafond import Geweigerd, Tekort
from actielijnen.begroting.standen import standen
from actielijnen.models import Begrotingsregel, Herschikking, Mutatie, Scenario
from actielijnen.vooruitzicht.scenariobeeld import scenariobeeld
from agenda.cijfers import find
from agenda.levensloop import Functiescheiding, NietMogelijk
from agenda.models import AuditRegel
from tests.actielijnen.scenarios.bedenken import besluit, lijn, scenario, stap
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.begroting import boek, regel
from tests.hulpmiddelen.vooruitzicht import bron, budgethouder, jaarregel


def akkoord_van_twee(programma) -> None:
    for voorstel in Herschikking.objects.van_programma(programma):
        for nummer in (1, 2):
            herschikken.akkoord(voorstel, by=budgethouder(f"akkoord{nummer}@voorbeeld.invalid"))


def test_the_effect_by_hand(programma):
    """Post 1 in 2026: 100.000 − 30.000 kas later − 10.000 to post 2; post 2 in 2027: 100.000 + 5.000."""
    made = scenario(programma)
    stap(made, "vertragen", 1, 2026, 30_000, naar=(1, 2027), budget="kas")
    stap(made, "verschuiven", 1, 2026, 10_000, naar=(2, 2026))
    stap(made, "verhogen", 2, 2027, 5_000)
    beeld = scenariobeeld(made)
    assert {each.naam: (int(each.straks.budget), int(each.straks.kasbudget)) for each in beeld.posten} == {
        "1. Post 1": (190_000, 190_000),
        "2. Post 2": (215_000, 215_000),
    }
    assert {each.naam: (int(each.straks.budget), int(each.straks.kasbudget)) for each in beeld.jaren} == {
        "2026": (200_000, 170_000),
        "2027": (205_000, 235_000),
    }
    assert {each.naam: (int(each.nu), int(each.straks)) for each in beeld.brief} == {
        "begroting.post.1": (200_000, 190_000),
        "begroting.post.2": (200_000, 215_000),
        "begroting.totaal": (400_000, 405_000),
    }
    assert [each.naam for each in beeld.veranderd] == [
        "1. Post 1 (2026)",
        "1. Post 1 (2027)",
        "2. Post 2 (2026)",
        "2. Post 2 (2027)",
    ]
    assert beeld.tekorten == []


def test_a_post_that_gets_its_first_money_has_a_figure_of_the_letter(programma):
    regel(programma, 3, jaar=2027)
    made = scenario(programma)
    stap(made, "verhogen", 3, 2027, 5_000)
    stap(made, "verhogen", 2, 2027, 7_000, budget="kas")  # which the letter does not speak of
    assert {each.titel: (int(each.nu), int(each.straks)) for each in scenariobeeld(made).brief} == {
        "1. Post 1": (200_000, 200_000),
        "2. Post 2": (200_000, 200_000),
        "3. Post 3": (0, 5_000),
        "Begroting, totaal": (400_000, 405_000),
    }


def test_a_shortage_is_shown_before_anybody_commits(programma):
    made = scenario(programma)
    stap(made, "verlagen", 1, 2026, 45_000)
    assert [each.replace("\u00a0", " ") for each in scenariobeeld(made).tekorten] == [
        "1. Post 1 (2026): € 5.000 tekort aan vrij beschikbaar. Dit is een hard plafond: zo past het niet."
    ]


def test_looking_at_a_scenario_writes_nothing(programma):
    made = scenario(programma)
    stap(made, "verlagen", 1, 2026, 45_000)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        scenariobeeld(made)
    assert {each["sql"].lstrip("(").split()[0] for each in queries} == {"SELECT"}


def test_more_steps_and_lines_need_no_more_queries(programma):
    made = scenario(programma)
    stap(made, "verlagen", 1, 2026, 1)
    with CaptureQueriesContext(connection) as few:
        scenariobeeld(made)
    jaarregel(programma, 3, 50_000, jaar=2028)
    stap(made, "verhogen", 2, 2027, 1)
    stap(made, "verschuiven", 2, 2027, 1, naar=(1, 2026))
    with CaptureQueriesContext(connection) as many:
        scenariobeeld(made)
    assert len(many) == len(few)


STAPPEN = st.lists(
    st.tuples(
        st.sampled_from(["verschuiven", "vertragen", "verlagen", "verhogen"]),
        st.sampled_from([1, 2]),
        st.sampled_from([2026, 2027]),
        st.integers(1, 6_000),
        st.sampled_from(["beide", "kas", "verplichtingen"]),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(stappen=STAPPEN)
def test_what_a_scenario_shows_is_what_stands_there_after_it_is_adopted(programma, stappen):
    with transaction.atomic():
        check_promise(programma, stappen)
        transaction.set_rollback(True)


def check_promise(programma, stappen) -> None:
    regels = list(Begrotingsregel.objects.van(programma))
    made = scenario(programma)
    for soort, nummer, jaar, bedrag, budget in stappen:
        doel = {"verschuiven": (3 - nummer, jaar), "vertragen": (nummer, 2027)}.get(soort)
        if soort == "vertragen":
            jaar, budget = 2026, "kas"
        stap(made, soort, nummer, jaar, bedrag, naar=doel, budget=budget)
    beeld = scenariobeeld(made)
    beloofd = verbs.straks(standen(regels), beeld.stappen)
    verbs.aannemen(made, besluit=besluit(), by=budgethouder())
    akkoord_van_twee(programma)
    assert standen(regels) == beloofd
    assert {each.naam: each.straks for each in beeld.brief} == {
        naam: Decimal(cijfer.waarde)
        for naam, cijfer in find(programma, vooruitzicht.klok.vandaag(), [each.naam for each in beeld.brief]).items()
    }


def test_adopting_books_one_decision_and_proposes_what_goes_between_posts(programma):
    made = scenario(programma)
    stap(made, "verlagen", 1, 2026, 10_000)
    stap(made, "verschuiven", 2, 2026, 4_000, naar=(1, 2026))
    voor = Mutatie.objects.count()
    verbs.aannemen(made, besluit=besluit(), by=budgethouder())
    assert list(Mutatie.objects.filter(besluit=made.besluit).values_list("bedrag", "soort", "reden")) == [
        (Decimal(-10_000), "beleidsmatig", "besloten")
    ]
    assert Mutatie.objects.count() == voor + 1
    assert list(Herschikking.objects.values_list("bedrag", "status", "scenariostap__scenario")) == [
        (Decimal(4_000), "voorgesteld", made.pk)
    ]
    assert AuditRegel.objects.about(made).filter(actie="scenario_aannemen").count() == 1


def test_who_adopts_does_not_approve_what_goes_between_posts(programma):
    made = scenario(programma)
    stap(made, "verschuiven", 2, 2026, 4_000, naar=(1, 2026))
    verbs.aannemen(made, besluit=besluit(), by=budgethouder())
    with pytest.raises(Functiescheiding):
        herschikken.akkoord(Herschikking.objects.get(), by=budgethouder())


def test_a_scenario_is_adopted_once(programma):
    made = scenario(programma)
    stap(made, "verlagen", 1, 2026, 10_000)
    verbs.aannemen(made, besluit=besluit(), by=budgethouder())
    nog_eens = Scenario.objects.get(pk=made.pk)
    with pytest.raises(NietMogelijk):
        verbs.aannemen(nog_eens, besluit=besluit(), by=budgethouder())
    with pytest.raises(Geweigerd, match="is aangenomen en verandert niet meer"):
        stap(nog_eens, "verlagen", 1, 2026, 10_000)
    assert Mutatie.objects.filter(bedrag=-10_000).count() == 1


def test_a_scenario_that_no_longer_fits_is_refused_with_what_changed(programma):
    made = scenario(programma)
    stap(made, "verhogen", 2, 2026, 1)
    stap(made, "verlagen", 1, 2026, 30_000)
    boek(lijn(programma, 1, 2026), -20_000, bron=bron(), by=budgethouder())
    voor = Mutatie.objects.count()
    with pytest.raises(Tekort) as fout:
        verbs.aannemen(Scenario.objects.get(), besluit=besluit(), by=budgethouder())
    assert (fout.value.tekort, Mutatie.objects.count(), Scenario.objects.get().status) == (10_000, voor, "concept")
    assert str(fout.value).replace("\u00a0", " ") == (
        "Dit scenario past niet. Op ‘1. Post 1 (2026)’ is € 20.000 vrij beschikbaar. U vraagt € 30.000: € 10.000 te "
        "veel. Dit is een hard plafond. Boek ten hoogste € 20.000, of verhoog eerst het budget. "
        "Het budget van ‘1. Post 1 (2026)’ is veranderd sinds dit scenario is gemaakt."
    )


def test_only_the_outcome_must_fit_and_not_each_step_on_the_way(programma):
    made = scenario(programma)
    stap(made, "verlagen", 1, 2026, 45_000)
    stap(made, "verhogen", 1, 2026, 5_000)
    verbs.aannemen(made, besluit=besluit(), by=budgethouder())
    assert int(standen([lijn(programma, 1, 2026)])[lijn(programma, 1, 2026).pk].beschikbaar) == 0
