"""The trail: whatever way a row is written, there is a line, with who did it and without what is private."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from agenda import audit
from agenda.access import Rol
from agenda.herkomst import acting
from agenda.models import Gebruiker, Provincie, Spoor
from agenda.privacy import VELDEN
from agenda.spoor import triggers
from agenda.spoor.stempel import stamp, writes
from agenda.spoor.tabellen import NIET_BEWAARD, NOOIT_BEWAARD, UITGEZONDERD, shielded

pytestmark = pytest.mark.django_db

BESTANDSVELDEN = [
    "agenda.bestand.naam",
    "actielijnen.import.naam",
    "actielijnen.importrij.cellen",
    "subsidies.aanlevering.naam",
    "subsidies.aanleverrij.cellen",
]


def lines(**which) -> list[tuple]:
    return list(Spoor.objects.filter(**which).values_list("tabel", "sleutel", "soort", "oud", "nieuw"))


def sql(statement: str, parameters=()) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


@pytest.fixture
def provincies():
    """Two rows, and an empty trail after them."""
    made = [Provincie.objects.create(code=code, naam=naam) for code, naam in (("PV25", "Noord"), ("PV26", "Zuid"))]
    sql("TRUNCATE agenda_spoor")
    return made


def save(provincies):
    provincies[0].naam = "Oost"
    provincies[0].save()


def bulk_update(provincies):
    provincies[0].naam = "Oost"
    Provincie.objects.bulk_update(provincies, ["naam"])


def queryset_update(provincies):
    Provincie.objects.filter(naam="Noord").update(naam="Oost")


def in_sql(provincies):
    sql("UPDATE agenda_provincie SET naam = 'Oost' WHERE code = 'PV25'")


@pytest.mark.parametrize("write", [save, bulk_update, queryset_update, in_sql])
def test_a_change_leaves_one_line_with_what_changed_whatever_way_it_is_made(provincies, write):
    write(provincies)
    sleutel = str(provincies[0].pk)
    assert lines() == [("agenda_provincie", sleutel, "U", {"naam": "Noord"}, {"naam": "Oost"})]


def test_rows_added_in_bulk_leave_a_line_each_with_the_whole_row():
    made = Provincie.objects.bulk_create([Provincie(code=f"PV3{n}", naam=f"Nieuw {n}") for n in range(3)])
    assert lines() == [
        ("agenda_provincie", str(row.pk), "I", None, {"id": row.pk, "code": row.code, "naam": row.naam}) for row in made
    ]


def test_a_row_removed_leaves_a_line_with_all_that_it_held(provincies):
    zuid = provincies[1].pk
    Provincie.objects.filter(code="PV26").delete()
    assert lines() == [("agenda_provincie", str(zuid), "D", {"id": zuid, "code": "PV26", "naam": "Zuid"}, None)]


def test_a_write_that_changes_nothing_leaves_no_line(provincies):
    provincies[0].save()
    assert lines() == []


def test_the_lines_of_one_transaction_have_one_number_and_its_audit_line_has_it_too(redacteur):
    regel = audit.record(redacteur, "uitloggen", by=redacteur)
    Provincie.objects.create(code="PV25", naam="Noord")
    assert set(Spoor.objects.values_list("transactie", flat=True)) == {regel.transactie}


# --- What is private --------------------------------------------------------------------------------


def test_of_what_is_private_the_trail_says_that_it_changed_and_not_to_what(redacteur):
    sql("TRUNCATE agenda_spoor")
    Gebruiker.objects.filter(pk=redacteur.pk).update(naam="Aukje Auteur", is_active=False)
    assert lines() == [
        (
            "agenda_gebruiker",
            str(redacteur.pk),
            "U",
            {"naam": "niet bewaard", "is_active": True},
            {"naam": "niet bewaard", "is_active": False},
        )
    ]


def test_a_name_an_address_and_a_password_are_nowhere_in_the_trail():
    Gebruiker.objects.create_user("aukje@voorbeeld.invalid", "zeer geheim 123", naam="Aukje", rollen=[Rol.AUDITOR])
    Gebruiker.objects.filter(naam="Aukje").delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(s::text, ' ') FROM agenda_spoor s")
        (text,) = cursor.fetchone()
    assert [word for word in ("Aukje", "aukje", "md5") if word in text] == []
    assert "auditor" in text


@pytest.mark.parametrize("table", sorted(NIET_BEWAARD))
def test_every_column_that_is_shielded_exists(table):
    (found,) = (each for each in triggers.tables() if each.name == table)
    assert NIET_BEWAARD[table] - set(found.columns) == set()


def test_what_a_file_is_called_and_what_its_rows_held_is_not_kept():
    """Whoever builds a new import describes its fields in the register, and so joins here."""
    found = {}
    for naam, veld in VELDEN.items():
        if re.search(r"(naam|rij) van een (\w+ )?bestand", veld.wat):
            table, column = apps.get_model(naam.rpartition(".")[0])._meta.db_table, naam.rpartition(".")[2]
            found[naam] = column in shielded(table, [column])
    assert found == dict.fromkeys(BESTANDSVELDEN, True)


def test_some_names_of_columns_are_private_in_every_table():
    assert shielded("een_tabel_van_morgen", ["id", "email", "plaats"]) == ["email"]
    assert "password" in NOOIT_BEWAARD


# --- Which tables -------------------------------------------------------------------------------------


def test_every_table_leaves_a_trail_or_is_an_exception_with_a_reason():
    odd = [table.name for table in triggers.tables() if table.arguments != table.wanted]
    assert odd == []
    assert UITGEZONDERD.keys() - {table.name for table in triggers.tables()} == set()


def test_a_new_table_joins_by_existing_and_leaves_when_it_becomes_an_exception(monkeypatch):
    sql("CREATE TABLE agenda_nieuw (nummer int PRIMARY KEY, email text)")
    triggers.install()
    sql("INSERT INTO agenda_nieuw VALUES (7, 'a@voorbeeld.invalid')")
    assert lines() == [("agenda_nieuw", "7", "I", None, {"nummer": 7, "email": "niet bewaard"})]
    monkeypatch.setitem(UITGEZONDERD, "agenda_nieuw", "proef")
    triggers.install()
    sql("DELETE FROM agenda_nieuw")
    assert len(lines()) == 1


def test_the_trail_names_its_tables_itself_so_nobody_can_slip_in_another():
    sql("CREATE TEMP TABLE agenda_spoor (LIKE public.agenda_spoor)")
    Provincie.objects.create(code="PV25", naam="Noord")
    with connection.cursor() as cursor:
        cursor.execute("SELECT (SELECT count(*) FROM public.agenda_spoor), (SELECT count(*) FROM pg_temp.agenda_spoor)")
        assert cursor.fetchone() == (1, 0)


# --- Who ----------------------------------------------------------------------------------------------


def actors() -> list[tuple]:
    return list(Spoor.objects.filter(tabel="agenda_provincie").values_list("account", "vanaf"))


def test_a_line_says_who_and_from_where():
    with acting("192.0.2.1", lambda: 7):
        Provincie.objects.create(code="PV25", naam="Noord")
    with acting("opdracht laad_programma"):
        Provincie.objects.update(naam="Oost")
    assert actors() == [(7, "192.0.2.1"), (None, "opdracht laad_programma")]


def test_what_is_done_past_the_portal_names_the_role_of_the_database():
    sql("SELECT set_config('portaal.vanaf', '', false), set_config('portaal.actor', '', false)")
    connection.connection.execute("INSERT INTO agenda_provincie (code, naam) VALUES ('PV25', 'Noord')")
    (role,) = connection.connection.execute("SELECT session_user").fetchone()
    assert actors() == [(None, f"databank, als {role}")]


@pytest.mark.parametrize("within", [transaction.atomic, lambda: transaction.atomic(savepoint=True)])
def test_a_rollback_does_not_leave_the_write_after_it_to_somebody_else(within):
    """What is told inside a transaction is taken back with it; once told is therefore not enough."""
    with acting("192.0.2.1", lambda: 1):
        Provincie.objects.create(code="PV21", naam="Eerst")
    with acting("192.0.2.2", lambda: 2):
        with pytest.raises(IntegrityError), within():
            Provincie.objects.create(code="PV21", naam="Dubbel")
        Provincie.objects.create(code="PV22", naam="Daarna")
    assert actors() == [(1, "192.0.2.1"), (2, "192.0.2.2")]


def by_copy():
    with connection.cursor() as cursor, cursor.copy("COPY agenda_provincie (code, naam) FROM STDIN") as copy:
        copy.write_row(("PV25", "Noord"))


def by_select():
    sql("SELECT schrijf()")


def by_procedure():
    with connection.cursor() as cursor:
        cursor.callproc("schrijf")


SCHRIJF = """
CREATE FUNCTION schrijf() RETURNS void LANGUAGE sql AS
$$ INSERT INTO agenda_provincie (code, naam) VALUES ('PV25', 'Noord') $$
"""


@pytest.mark.parametrize("write", [by_copy, by_select, by_procedure])
@pytest.mark.parametrize("before", ["somebody else", "a rollback"])
def test_a_write_that_is_no_statement_of_writing_names_who_acts_too(write, before):
    sql(SCHRIJF)
    with acting("192.0.2.1", lambda: 1):
        Provincie.objects.create(code="PV21", naam="Eerst")
    if before == "a rollback":
        with transaction.atomic(), acting("192.0.2.2", lambda: 2):
            Provincie.objects.create(code="PV22", naam="Terug")
            transaction.set_rollback(True)
    with acting("192.0.2.2", lambda: 2):
        write()
    assert actors() == [(1, "192.0.2.1"), (2, "192.0.2.2")]


@pytest.mark.django_db(transaction=True)
def test_a_new_connection_is_told_anew():
    with acting("192.0.2.1", lambda: 1):
        Provincie.objects.exists()
        connection.close()
        by_copy()
    assert actors() == [(1, "192.0.2.1")]


def test_after_a_failed_write_in_a_transaction_django_says_so_as_ever():
    with transaction.atomic():
        with pytest.raises(DatabaseError):
            sql("SELECT 1 / 0")
        transaction.set_rollback(True)
        with pytest.raises(TransactionManagementError):
            Provincie.objects.create(code="PV22", naam="Daarna")


def test_telling_who_acts_is_no_query_that_a_page_counts():
    with CaptureQueriesContext(connection) as queries:
        Provincie.objects.create(code="PV25", naam="Noord")
    assert len(queries) == 1


@pytest.mark.parametrize(
    ("statement", "is_write"),
    [
        ("SELECT 1", False),
        ('SAVEPOINT "s1"', False),
        ("SELECT ... FOR UPDATE", False),
        ('INSERT INTO "a" VALUES (1)', True),
        ("\n  update a SET b = 1", True),
        ("DELETE FROM a", True),
        ("WITH weg AS (DELETE FROM a RETURNING id) SELECT * FROM weg", True),
        (object(), True),
    ],
)
def test_only_a_write_is_told_who_acts(statement, is_write):
    assert writes(statement) is is_write


def test_every_connection_of_every_thread_tells_once():
    with ThreadPoolExecutor(max_workers=1) as other:
        wrappers = other.submit(lambda: connection.execute_wrappers).result()
    assert (wrappers, connection.execute_wrappers) == ([stamp], [stamp])
