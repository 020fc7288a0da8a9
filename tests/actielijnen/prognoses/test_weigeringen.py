"""What the verbs of a prognose refuse, message by message, and what the database refuses itself."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from actielijnen.begroting import prognose as verbs
from actielijnen.begroting.plafond import Geweigerd
from actielijnen.begroting.prognose import Invulling
from actielijnen.models import Aanname, Afwijkingsverklaring, Prognose
from agenda.access import GeenToegang, Rol
from agenda.levensloop import Functiescheiding, NietMogelijk
from agenda.models import AuditRegel
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.begroting import regel
from tests.hulpmiddelen.vooruitzicht import PEILDATUM, budgethouder, jaarregel, prognose, verplichting


@pytest.fixture
def programma(db):
    made = vooruitzicht.programma()
    jaarregel(made, 1, 100_000)
    return made


NIEUW = {"jaar": 2026, "naam": "mei 2026", "peildatum": PEILDATUM, "drempel": Decimal(0)}

# What is asked otherwise than NIEUW, and what the answer is: the field, and the words.
GEWEIGERD = [
    ({"jaar": 2030}, "jaar", "Voor 2030 heeft dit programma geen begroting. Kies een van deze jaren: 2026."),
    (
        {"peildatum": date(2099, 1, 1)},
        "peildatum",
        "De peildatum ligt in de toekomst. Wat dan betaald is, weet nog niemand.",
    ),
    (
        {"drempel": Decimal(-1)},
        "drempel",
        "De drempel is € 0 of meer. Met € 0 heeft elke afwijking een verklaring nodig.",
    ),
    ({"naam": "april 2026"}, "naam", "Er is al een prognose ‘april 2026’ over 2026. Kies een andere naam."),
]


@pytest.mark.parametrize(("anders", "veld", "melding"), GEWEIGERD)
def test_a_prognose_that_cannot_be_is_refused_at_its_field(programma, anders, veld, melding):
    prognose(programma)
    with pytest.raises(Geweigerd) as fout, vooruitzicht.klok.vastgezet(vooruitzicht.IN_MEI):
        verbs.maken(programma, **NIEUW | anders, by=budgethouder())
    assert (fout.value.veld, str(fout.value)) == (veld, melding)
    assert Prognose.objects.count() == 1


def test_a_peildatum_after_the_year_is_refused(programma):
    jaarregel(programma, 1, 5, jaar=2025)
    with pytest.raises(Geweigerd, match=r"Op 30-04-2026 is 2025 al voorbij. Kies een dag in of vóór 2025."):
        prognose(programma, jaar=2025)


def test_a_begroting_that_is_not_divided_over_years_has_no_prognose(db):
    onverdeeld = vooruitzicht.programma("onverdeeld")
    regel(onverdeeld, 1)
    with pytest.raises(Geweigerd) as fout:
        prognose(onverdeeld)
    assert str(fout.value) == (
        "De verdeling over jaren is onbekend: de bron van deze begroting verdeelt de bedragen niet over jaren. "
        "Een prognose gaat over één jaar en is daarom niet mogelijk."
    )


INVULLINGEN = [
    (Invulling(Decimal(-1), Decimal(0), "x"), "openstaand", "Wat u verwacht te betalen, is € 0 of meer."),
    (Invulling(Decimal(0), Decimal(-1)), "nieuw", "Wat u aan nieuwe uitgaven verwacht, is € 0 of meer."),
    (
        Invulling(Decimal(5), Decimal(0), " "),
        "reden",
        "Volgens de planning komt er nog € 0. U verwacht € 5. Schrijf op waarom, "
        "bijvoorbeeld: de factuur komt pas in januari.",
    ),
]


@pytest.mark.parametrize(("invulling", "veld", "melding"), INVULLINGEN)
def test_what_is_expected_on_a_line_is_refused_at_its_field(programma, invulling, veld, melding):
    made = prognose(programma)
    rij = made.regels.get()
    with pytest.raises(Geweigerd) as fout:
        verbs.invullen(made, rij.regel.post, regels={rij.regel_id: invulling}, verklaring="", by=budgethouder())
    assert (fout.value.veld, str(fout.value).replace("\u00a0", " ")) == (f"{veld}_{rij.regel_id}", melding)


def test_a_deviation_of_the_drempel_or_more_must_be_explained(programma, account):
    made = prognose(programma, drempel=100_000)
    with pytest.raises(Geweigerd) as fout:
        verbs.vaststellen(made, by=account(Rol.PROGRAMMAMANAGER))
    assert str(fout.value).replace("\u00a0", " ") == (
        "Bij ‘1. Post 1’ is de afwijking € 100.000 of meer, en er staat geen verklaring. "
        "Vul bij die post in waardoor het komt."
    )


def test_a_deviation_under_the_drempel_needs_no_explanation(programma, account):
    made = prognose(programma, drempel="100000.01")
    verbs.vaststellen(made, by=account(Rol.PROGRAMMAMANAGER))
    assert Prognose.objects.get().status == "vastgesteld"


def test_what_is_booked_meanwhile_must_be_looked_at_first(programma, account):
    made = prognose(programma, drempel=200_000)
    op = made.regels.get().regel
    verplichting(op, "A", 50_000, betaald=[(date(2026, 2, 1), 20_000)])
    with pytest.raises(Geweigerd, match=r"de stand van 30-04-2026 is anders bij ‘1. Post 1’. Haal de stand opnieuw op"):
        verbs.vaststellen(made, by=account(Rol.PROGRAMMAMANAGER))
    verbs.ophalen(made, by=budgethouder())
    verbs.vaststellen(made, by=account(Rol.BESLISSER, Rol.BUDGETHOUDER))
    assert int(made.regels.get().betaald) == 20_000


def test_taking_the_stand_anew_keeps_what_was_filled_in(programma):
    made = prognose(programma)
    rij = made.regels.get()
    ingevuld = {rij.regel_id: Invulling(Decimal(7), Decimal(3), "een factuur")}
    verbs.invullen(made, rij.regel.post, regels=ingevuld, verklaring="", by=budgethouder())
    verplichting(rij.regel, "A", 50_000, gepland=[(6, 50_000)])
    verbs.ophalen(made, by=budgethouder())
    rij.refresh_from_db()
    assert (int(rij.volgens_planning), int(rij.uit_openstaand), int(rij.nieuw)) == (50_000, 7, 3)


@pytest.mark.parametrize("verb", ["maken", "invullen", "aannemen"])
def test_who_worked_on_a_prognose_does_not_fix_it(programma, verb):
    een, twee = budgethouder(), budgethouder("twee@voorbeeld.invalid")
    made = prognose(programma, drempel=200_000, by=twee if verb == "maken" else een)
    if verb == "invullen":
        verbs.invullen(made, made.regels.get().regel.post, regels={}, verklaring="", by=twee)
    if verb == "aannemen":
        delen = dict.fromkeys(("laag", "verwacht", "hoog"), Decimal(0))
        verbs.aannemen(made, Aanname.Soort.TE_LAAT, **delen, reden="ervaring", by=twee)
    with pytest.raises(Functiescheiding):
        verbs.vaststellen(made, by=twee)
    verbs.vaststellen(made, by=budgethouder("drie@voorbeeld.invalid"))
    assert AuditRegel.objects.filter(actie="prognose_vaststellen").count() == 1


@pytest.mark.parametrize("rol", [Rol.AUDITOR, Rol.REDACTEUR, Rol.BESLISSER])
def test_who_may_not_make_a_prognose_does_not_make_or_fix_one(programma, account, rol):
    made, user = prognose(programma, drempel=200_000), account(rol)
    with pytest.raises(GeenToegang):
        prognose(programma, naam="mei 2026", by=user)
    with pytest.raises(GeenToegang):
        verbs.vaststellen(made, by=user)


@pytest.fixture
def vast(programma, account):
    """A fixed prognose with an explanation and an assumption."""
    made = prognose(programma, drempel=200_000)
    verbs.invullen(made, made.regels.get().regel.post, regels={}, verklaring="Later.", by=budgethouder())
    delen = dict.fromkeys(("laag", "verwacht", "hoog"), Decimal(0))
    verbs.aannemen(made, Aanname.Soort.TE_LAAT, **delen, reden="ervaring", by=budgethouder())
    verbs.vaststellen(made, by=account(Rol.PROGRAMMAMANAGER))
    return made


def test_a_fixed_prognose_is_not_filled_in_any_more(vast):
    with pytest.raises(Geweigerd, match=r"is vastgesteld en verandert niet meer. Maak een nieuwe prognose."):
        verbs.invullen(vast, vast.regels.get().regel.post, regels={}, verklaring="Anders.", by=budgethouder())
    with pytest.raises(Geweigerd):
        verbs.ophalen(vast, by=budgethouder())
    with pytest.raises(NietMogelijk):
        verbs.vaststellen(vast, by=budgethouder("drie@voorbeeld.invalid"))


TABELLEN = ["prognose", "prognoseregel", "afwijkingsverklaring", "aanname"]


@pytest.mark.parametrize("tabel", TABELLEN)
@pytest.mark.parametrize("sql", ["UPDATE actielijnen_{} SET id = id", "DELETE FROM actielijnen_{}"])
def test_the_database_refuses_every_change_of_a_fixed_prognose(vast, tabel, sql):
    with (
        pytest.raises(IntegrityError, match="staat vast en verandert niet meer"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql.format(tabel))


def test_the_database_refuses_a_row_that_comes_later(vast):
    post = vast.regels.get().regel.post
    with pytest.raises(IntegrityError, match="staat vast"), transaction.atomic():
        Afwijkingsverklaring.objects.bulk_create([Afwijkingsverklaring(prognose=vast, post=post, tekst="Nog iets.")])


def test_a_concept_does_change(programma):
    made = prognose(programma)
    assert Prognose.objects.filter(pk=made.pk).update(drempel=1) == 1


def test_the_newest_fixed_prognose_counts_and_no_concept(programma, account, django_assert_num_queries):
    assert verbs.nieuwste(programma) == {}
    pm = account(Rol.PROGRAMMAMANAGER)
    for naam in ("april 2026", "mei 2026"):
        verbs.vaststellen(prognose(programma, naam=naam, drempel=200_000), by=pm)
    concept = prognose(programma, naam="juni 2026")
    with django_assert_num_queries(1):
        found = verbs.nieuwste(programma)
    assert {rij.prognose_id for rij in found.values()} == {concept.pk - 1}


def test_earlier_years_count_which_share_came_late(programma):
    """2025, seen on 30 April: 30.000 still planned for that year, of which 12.000 was paid in it: 60 % late."""
    vorig = jaarregel(programma, 1, 100_000, jaar=2025)
    dag = date(2025, 1, 10)
    verplichting(vorig, "A", 20_000, dag=dag, gepland=[(6, 20_000)], betaald=[(date(2025, 7, 1), 12_000)])
    verplichting(vorig, "B", 10_000, dag=dag, gepland=[(11, 10_000)], betaald=[(date(2026, 1, 20), 10_000)])
    verplichting(vorig, "C", 9_000, dag=dag, gepland=[(3, 9_000)], betaald=[(date(2025, 3, 1), 9_000)])
    verplichting(vorig, "D", 8_000, dag=date(2025, 6, 1), gepland=[(7, 8_000)])
    band = verbs.uit_eerdere_jaren(prognose(programma))
    assert (band.laag, band.verwacht, band.hoog) == (Decimal("0.6"),) * 3


def test_without_earlier_years_nothing_is_counted(programma):
    assert verbs.uit_eerdere_jaren(prognose(programma)) is None
