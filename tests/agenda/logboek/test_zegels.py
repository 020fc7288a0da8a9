"""The zegels: whoever changes the log, the owner of the database too, is found, with the line it was done to."""

import pytest
from django.db import connection

from agenda import audit, klok
from agenda.models import AuditRegel, Provincie, Spoor, Zegel
from agenda.spoor import verzegelen as sealing
from agenda.spoor.controle import controleren
from agenda.spoor.verzegelen import verzegelen
from tests.agenda.logboek.conftest import after, as_owner

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_a_log_that_nobody_touched_is_right(sealed, redacteur):
    audit.record(redacteur, "uitloggen", by=redacteur)
    Provincie.objects.update(naam="Daarna")
    assert controleren() == []


def test_a_log_without_any_zegel_or_line_is_right(db):
    assert controleren() == []


def test_each_line_gets_one_zegel_and_a_quiet_hour_gets_an_empty_one(sealed, seal):
    empty = seal()
    assert (empty.nummer, empty.regels, empty.sporen, bytes(empty.regels_sha256)) == (3, "{}", "{}", b"")
    first, second, _ = Zegel.objects.all()
    a, b, c = (regel.pk for regel in sealed)
    assert (first.regels, second.regels) == (f"{{[{a},{b + 1})}}", f"{{[{c},{c + 1})}}")
    assert second.vorige == first.sha256
    assert controleren() == []


def test_a_line_with_a_number_given_out_before_gets_the_next_zegel(sealed, seal):
    """The transaction that took the number earlier committed later."""
    gap = sealed[-1].pk + 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('agenda_auditregel', 'id'))")
        assert cursor.fetchone() == (gap,)
    late = audit.record(Provincie, "uitloggen", by=type("Iemand", (), {"pk": 1, "rollen": [], "gemeente": None}))
    seal()
    AuditRegel.objects.create(
        pk=gap, moment=klok.nu(), actie="uitloggen", onderwerp_soort="agenda.gebruiker", account=1, rollen=[]
    )
    third, fourth = Zegel.objects.get(nummer=3), seal()
    assert (third.regels, fourth.regels) == (f"{{[{late.pk},{late.pk + 1})}}", f"{{[{gap},{gap + 1})}}")
    assert controleren() == []


# --- The lines ----------------------------------------------------------------------------------------

COPY = """
INSERT INTO agenda_auditregel
    (id, moment, actie, onderwerp_soort, onderwerp_sleutel, account, rollen, gemeente, vanaf, details, transactie)
SELECT 900, moment - interval '1 hour', actie, onderwerp_soort, '', 99, rollen, gemeente, vanaf, details, {transactie}
FROM agenda_auditregel WHERE id = %s
"""


@pytest.mark.parametrize(
    "change",
    [
        "moment = moment - interval '1 microsecond'",
        "actie = 'inloggen'",
        "onderwerp_soort = 'agenda.feit'",
        "onderwerp_sleutel = 'x'",
        "account = 999",
        "rollen = '{auditor}'",
        "gemeente = 'GM0363'",
        "vanaf = '192.0.2.9'",
        "details = '{\"a\": 1}'",
        "transactie = 1",
    ],
)
def test_a_changed_line_of_the_log_is_named_whatever_column_it_was(sealed, change):
    as_owner(f"UPDATE agenda_auditregel SET {change} WHERE id = %s", [sealed[1].pk])
    assert controleren() == [f"Regel {sealed[1].pk} van het logboek is gewijzigd {after(1)}."]


def test_every_column_of_the_log_is_under_the_zegel():
    for reeks, model in zip(sealing.REEKSEN, (AuditRegel, Spoor), strict=True):
        named = {word.split()[0] for word in reeks.columns.split(",")}
        assert named == {field.column for field in model._meta.local_concrete_fields}


@pytest.mark.parametrize("change", ["oud = '{}'", 'nieuw = \'{"naam": "Anders"}\'', "account = 7", "soort = 'D'"])
def test_a_changed_line_of_the_trail_is_named(sealed, change):
    spoor = Spoor.objects.filter(tabel="agenda_provincie")[1]
    as_owner(f"UPDATE agenda_spoor SET {change} WHERE id = %s", [spoor.pk])
    assert controleren() == [f"Regel {spoor.pk} van het spoor is gewijzigd {after(2)}."]


def test_removed_lines_are_named_and_no_others(sealed):
    spoor = Spoor.objects.filter(tabel="agenda_provincie").first()
    as_owner("DELETE FROM agenda_auditregel WHERE id = %s", [sealed[0].pk])
    as_owner("DELETE FROM agenda_spoor WHERE id = %s", [spoor.pk])
    assert controleren() == [
        f"Regel {sealed[0].pk} van het logboek is verwijderd {after(1)}.",
        f"Regel {spoor.pk} van het spoor is verwijderd {after(2)}.",
    ]


@pytest.mark.parametrize("transactie", ["3", "NULL"])
def test_an_inserted_line_of_before_the_zegel_is_named(sealed, transactie):
    as_owner(COPY.format(transactie=transactie), [sealed[0].pk])
    assert controleren() == [f"Regel 900 van het logboek is ingevoegd {after(2)}, met een ouder moment."]


@pytest.mark.django_db(transaction=True)
def test_an_inserted_line_that_says_it_is_older_is_named_though_its_transaction_is_new(sealed):
    as_owner(COPY.format(transactie="txid_current()"), [sealed[0].pk])
    assert controleren() == [f"Regel 900 van het logboek is ingevoegd {after(2)}, met een ouder moment."]


@pytest.mark.django_db(transaction=True)
def test_a_new_line_is_no_insertion_and_the_lines_of_a_running_transaction_wait(redacteur, seal):
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("INSERT INTO agenda_provincie (code, naam) VALUES ('PV40', 'Loopt nog')")
            audit.record(redacteur, "uitloggen", by=redacteur)
            first = seal()
            other.commit()
    finally:
        other.close()
    running = Spoor.objects.get(tabel="agenda_provincie")
    assert controleren() == []
    assert seal().sporen == f"{{[{running.pk},{running.pk + 1})}}"
    (own,) = Spoor.objects.exclude(pk=running.pk)
    assert first.sporen == f"{{[{own.pk},{own.pk + 1})}}"
    assert controleren() == []


def test_after_a_restore_on_another_server_new_lines_are_not_mistrusted(sealed, seal, monkeypatch):
    """There the numbers of transactions begin again, so they say nothing about what was finished when."""
    as_owner(COPY.format(transactie="3"), [sealed[0].pk])
    monkeypatch.setattr("agenda.spoor.controle.database_and_snapshot", lambda: ("1", "3:3:"))
    assert controleren() == []


# --- The zegels -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change", ["moment = now()", "regels = '{}'", "sporen_sha256 = ''", "stand = '3:3:'", "databank = '1'"]
)
def test_a_changed_zegel_is_named(sealed, change):
    as_owner(f"UPDATE agenda_zegel SET {change} WHERE nummer = 1")
    assert "Zegel 1 is gewijzigd." in controleren()


def test_a_removed_zegel_is_named_and_the_file_still_has_it(sealed):
    as_owner("DELETE FROM agenda_zegel WHERE nummer = 1")
    found = controleren()
    assert found[:2] == [
        "Zegel 1 is verwijderd.",
        "Zegel 1 staat in het zegelbestand, maar niet in de databank.",
    ]


@pytest.mark.django_db(transaction=True)
def test_the_last_zegel_removed_is_seen_by_the_file_only(sealed):
    """In one transaction its own lines could count as finished, once another transaction of the server ended."""
    as_owner("DELETE FROM agenda_zegel WHERE nummer = 2")
    assert controleren() == ["Zegel 2 staat in het zegelbestand, maar niet in de databank."]


def test_a_chain_that_was_made_anew_fits_itself_but_not_the_file(sealed):
    """The work of somebody who owns the database and knows this code."""
    as_owner("UPDATE agenda_auditregel SET account = 999 WHERE id = %s", [sealed[2].pk])
    as_owner("DELETE FROM agenda_zegel")
    verzegelen()  # without the commit, so not in the file
    verzegelen()
    assert controleren() == [
        "Zegel 1 is in het zegelbestand anders dan in de databank.",
        "Zegel 2 is in het zegelbestand anders dan in de databank.",
    ]


def test_a_zegel_that_does_not_follow_is_named(sealed):
    second = Zegel.objects.get(nummer=2)
    second.vorige = "f" * 64
    as_owner("UPDATE agenda_zegel SET vorige = %s, sha256 = %s WHERE nummer = 2", [second.vorige, second.fingerprint()])
    assert controleren() == [
        "Zegel 2 sluit niet aan op zegel 1.",
        "Zegel 2 is in het zegelbestand anders dan in de databank.",
    ]


def test_two_at_once_make_one_zegel(monkeypatch):
    monkeypatch.setattr(sealing, "_row", lambda *question: (False,))
    assert verzegelen() is None
    assert Zegel.objects.count() == 0
