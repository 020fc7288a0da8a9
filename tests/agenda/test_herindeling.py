"""A herindeling on 1 January in the middle of a programme: the successor carries on, and the old name stays findable."""

from collections import Counter
from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.accounts.overzetten import overzetten, te_doen
from agenda.herindeling import Herindeling, in_woorden
from agenda.levensloop import NietMogelijk
from agenda.models import AuditRegel, Bericht, Bron, Gebied, Gebruiker, Gemeente, Organisatienummer, Provincie
from agenda.naslag.views.gemeenten import GemeentenLijst

NIEUWJAAR, LATER = date(2027, 1, 1), date(2028, 1, 1)
IN_2026 = datetime(2026, 12, 31, 12, tzinfo=klok.AMSTERDAM)
IN_2027 = datetime(2027, 1, 1, 0, 5, tzinfo=klok.AMSTERDAM)


@pytest.fixture
def gemeenten(db):
    """Dorp goes up in Dam on 1 January 2027, Dam in Stad a year later; Gaarde is divided over Stad and Rade."""
    provincie = Provincie.objects.create(code="PV99", naam="Voorbeeldland")
    names = ["Stad", "Dam", "Rade", "Dorp", "Gaarde"]
    made = {
        naam: Gemeente.objects.create(
            code=f"GM99{nummer:02}", naam=f"Voorbeeld{naam.lower()}", naam_cbs=naam, provincie=provincie
        )
        for nummer, naam in enumerate(names)
    }
    for naam, opvolger, dag in (("Dorp", "Dam", NIEUWJAAR), ("Dam", "Stad", LATER)):
        Gemeente.objects.filter(pk=made[naam].pk).update(opvolger=made[opvolger], opgegaan_op=dag)
    Gemeente.objects.filter(pk=made["Gaarde"].pk).update(is_verdeeld=True, opgegaan_op=NIEUWJAAR)
    made["Gaarde"].verdeeld_over.set([made["Stad"], made["Rade"]])
    return {naam: Gemeente.objects.get(pk=each.pk) for naam, each in made.items()}


# fmt: off
OP_EEN_DAG = [
    # day                Dorp    Dam     Gaarde    Stad
    (date(2026, 12, 31), "Dorp", "Dam",  "Gaarde", "Stad"),
    (NIEUWJAAR,          "Dam",  "Dam",  "Gaarde", "Stad"),
    (date(2027, 12, 31), "Dam",  "Dam",  "Gaarde", "Stad"),
    (LATER,              "Stad", "Stad", "Gaarde", "Stad"),
]
# fmt: on


@pytest.mark.parametrize(("dag", *["Dorp", "Dam", "Gaarde", "Stad"]), OP_EEN_DAG)
def test_a_record_belongs_on_each_day_to_who_carries_on_then(gemeenten, dag, Dorp, Dam, Gaarde, Stad):
    herindeling = Herindeling(dag)
    found = [herindeling.nu(gemeenten[naam]).naam_cbs for naam in ("Dorp", "Dam", "Gaarde", "Stad")]
    assert found == [Dorp, Dam, Gaarde, Stad]


def test_a_list_shows_the_new_name_with_the_old_ones(gemeenten):
    op_nieuwjaar, later = Herindeling(NIEUWJAAR), Herindeling(LATER)
    assert op_nieuwjaar.naam(gemeenten["Dorp"]) == "Voorbeelddam (eerder Voorbeelddorp)"
    assert later.naam(gemeenten["Dorp"]) == "Voorbeeldstad (eerder Voorbeelddorp en Voorbeelddam)"
    assert later.naam(gemeenten["Gaarde"]) == "Voorbeeldgaarde"
    assert in_woorden(gemeenten["Gaarde"]) == "op 01-01-2027 verdeeld over Voorbeeldrade en Voorbeeldstad"


def test_searching_for_the_old_name_finds_the_successor_too(gemeenten, account):
    lijst = GemeentenLijst(QueryDict("naam=dorp"), account(Rol.AUDITOR))
    lijst.programma = None
    assert [each.naam for each in lijst.filter.qs.order_by("naam")] == ["Voorbeelddam", "Voorbeelddorp"]


@settings(max_examples=25)
@given(data=st.data())
def test_any_history_keeps_every_amount_and_names_a_gemeente_that_exists(data):
    """Random herindelingen of twelve gemeenten: moving series to who carries on loses and doubles nothing."""
    rows = {pk: Gemeente(pk=pk, naam=str(pk)) for pk in range(12)}
    for pk in range(1, 12):  # a successor has a lower number, and exists on the day
        if data.draw(st.booleans()):
            over = rows[data.draw(st.integers(0, pk - 1))]
            latest = (over.opgegaan_op.year if over.opgegaan_op else 2040) - 1
            if latest >= 2026:
                rows[pk].opvolger, rows[pk].opgegaan_op = over, date(data.draw(st.integers(2026, latest)), 1, 1)
    dag = date(data.draw(st.integers(2025, 2041)), 6, 1)
    herindeling = object.__new__(Herindeling)
    gone = {pk: each for pk, each in rows.items() if each.opgegaan_op and each.opgegaan_op <= dag}
    herindeling._opvolgers = {pk: each.opvolger for pk, each in gone.items()}
    herindeling._namen = {pk: each.naam for pk, each in gone.items()}

    series = Counter()
    for pk, each in rows.items():
        series[herindeling.nu(each).pk] += 10**pk
    assert sum(series.values()) == sum(10**pk for pk in rows)
    assert not series.keys() & gone.keys()
    assert {herindeling.nu(herindeling.nu(each)).pk for each in rows.values()} == set(series)
    assert sum(len(herindeling.voorgangers(rows[pk])) for pk in series) == len(gone)


# --- What cannot be -----------------------------------------------------------------------------------------


def test_a_successor_must_exist_on_the_day_and_no_chain_is_endless(gemeenten):
    stad, dam = gemeenten["Stad"], gemeenten["Dam"]
    stad.opvolger, stad.opgegaan_op = dam, date(2029, 1, 1)
    with pytest.raises(ValidationError, match="bestaat dan niet meer"):
        stad.clean()
    stad.opvolger = stad
    with pytest.raises(ValidationError, match="eigen opvolger"):
        stad.clean()
    dam.opgegaan_op = NIEUWJAAR
    with pytest.raises(ValidationError, match="gaat later nog in deze op"):
        dam.clean()


@pytest.mark.parametrize("velden", [{"opgegaan_op": NIEUWJAAR}, {"is_verdeeld": True}])
def test_the_database_wants_a_day_with_a_successor_or_a_division(gemeenten, velden):
    with pytest.raises(IntegrityError, match="opgegaan_heeft_opvolger"), transaction.atomic():
        Gemeente.objects.filter(naam_cbs="Rade").update(**velden)


# --- The people -----------------------------------------------------------------------------------------------


def test_a_beheerder_moves_the_people_of_a_gemeente_with_all_that_opens_it_to_them(gemeenten, account):
    dorp, dam, beheerder = gemeenten["Dorp"], gemeenten["Dam"], account(Rol.BEHEERDER)
    persoon = account(Rol.GEMEENTELIJK_AANVRAGER, gemeente=dorp)
    nummer = Organisatienummer.objects.create(gemeente=dorp, nummer="00000012")
    with klok.vastgezet(IN_2027):
        assert te_doen() == [(dorp, dam, 1)]
        assert overzetten(dorp, by=beheerder) == 1
        assert te_doen() == []

    persoon.refresh_from_db(), nummer.refresh_from_db()
    assert (persoon.gemeente, nummer.gemeente) == (dam, dam)
    regel = AuditRegel.objects.about(persoon).get(actie="account_overzetten")
    assert (regel.account, regel.details) == (beheerder.pk, {"van": "Voorbeelddorp", "naar": "Voorbeelddam"})
    assert [(each.soort, each.ontvanger) for each in Bericht.objects.all()] == [("gemeente_heringedeeld", persoon)]


def test_people_move_by_who_manages_accounts_only_and_never_too_early_or_from_a_division(gemeenten, account):
    beheerder = account(Rol.BEHEERDER)
    for naam in ("Dorp", "Gaarde"):
        wie = {"naam": naam, "rollen": [Rol.GEMEENTELIJK_AANVRAGER], "gemeente": gemeenten[naam]}
        Gebruiker.objects.create_user(f"{naam}@voorbeeld.invalid", **wie)
    with klok.vastgezet(IN_2026), pytest.raises(NietMogelijk, match="bestaat nog"):
        overzetten(gemeenten["Dorp"], by=beheerder)
    with klok.vastgezet(IN_2027):
        with pytest.raises(NietMogelijk, match="verdeeld over meer gemeenten"):
            overzetten(gemeenten["Gaarde"], by=beheerder)
        overzetten(gemeenten["Dorp"], by=beheerder)
        with pytest.raises(NietMogelijk, match="niets over te zetten"):
            overzetten(gemeenten["Dorp"], by=beheerder)
        with pytest.raises(GeenToegang):
            overzetten(gemeenten["Gaarde"], by=account(Rol.PROGRAMMAMANAGER))


def test_the_successor_sees_what_came_before_it_from_the_day_itself_and_the_old_gemeente_of_others_never(
    gemeenten, account
):
    """What is of a gemeente is found by `visible_to`; here by its gebieden, whose gemeente never changes."""
    bron = Bron.objects.create(sleutel="plan", soort="voorbeeld", titel="Plan", bekend_precisie="onbekend")
    for nummer, naam in enumerate(("Dorp", "Gaarde"), start=901):
        Gebied.objects.create(nummer=nummer, naam=f"{naam} Oost", gemeente=gemeenten[naam], bron=bron, rd_x=0, rd_y=0)
    van_dam = account(Rol.GEMEENTELIJK_AANVRAGER, gemeente=gemeenten["Dam"])
    van_stad = account(Rol.GEMEENTELIJK_ONDERTEKENAAR, gemeente=gemeenten["Stad"])

    def seen(persoon):
        return [each.naam for each in Gebied.objects.visible_to(persoon)]

    with klok.vastgezet(IN_2026):
        assert (seen(van_dam), seen(van_stad)) == ([], [])
    with klok.vastgezet(IN_2027):
        assert (seen(van_dam), seen(van_stad)) == (["Dorp Oost"], [])
    with klok.vastgezet(datetime(2028, 1, 1, 9, tzinfo=klok.AMSTERDAM)):
        assert (seen(van_dam), seen(van_stad)) == (["Dorp Oost"], ["Dorp Oost"])
