"""The two roles of the database: what the portal runs as can do its work, and cannot touch the log nor any table."""

import pytest
from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction

from agenda import audit, checks, taken
from agenda.access import Rol
from agenda.models import AuditRegel, Gebruiker, Provincie, Spoor, Zegel
from agenda.spoor import rollen
from agenda.spoor.verzegelen import verzegelen
from tests.hulpmiddelen.databank import as_application

pytestmark = pytest.mark.django_db


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def toepassing(db):
    """From here on the connection is that of the application role, whose rights are gone after the test."""
    sql("CREATE TABLE agenda_later (nummer int PRIMARY KEY)")
    with as_application():
        yield


REFUSED = {
    "UPDATE agenda_auditregel SET account = 1": "permission denied for table agenda_auditregel",
    "DELETE FROM agenda_auditregel": "permission denied for table agenda_auditregel",
    "TRUNCATE agenda_auditregel": "permission denied for table agenda_auditregel",
    "UPDATE agenda_feitversie SET tekst = 'x'": "permission denied for table agenda_feitversie",
    "DELETE FROM agenda_momentopname": "permission denied for table agenda_momentopname",
    "UPDATE agenda_zegel SET sha256 = ''": "permission denied for table agenda_zegel",
    "DELETE FROM agenda_zegel": "permission denied for table agenda_zegel",
    "INSERT INTO agenda_spoor DEFAULT VALUES": "permission denied for table agenda_spoor",
    "UPDATE agenda_spoor SET account = 1": "permission denied for table agenda_spoor",
    "DELETE FROM agenda_spoor": "permission denied for table agenda_spoor",
    "DELETE FROM django_migrations": "permission denied for table django_migrations",
    "SELECT setval('agenda_auditregel_id_seq', 1)": "permission denied for sequence agenda_auditregel_id_seq",
    "TRUNCATE agenda_provincie": "permission denied for table agenda_provincie",
    "ALTER TABLE agenda_auditregel DISABLE TRIGGER USER": "must be owner of table agenda_auditregel",
    "DROP TRIGGER spoor ON agenda_provincie": "must be owner of relation agenda_provincie",
    "DROP TABLE agenda_zegel": "must be owner of table agenda_zegel",
    "CREATE TABLE eigen (nummer int)": "permission denied for schema public",
    "SET session_replication_role = replica": 'permission denied to set parameter "session_replication_role"',
    "SELECT portaal_spoor()": "permission denied for function portaal_spoor",
}


@pytest.mark.parametrize("statement", REFUSED)
def test_the_portal_is_refused(toepassing, statement):
    with pytest.raises(ProgrammingError) as refusal, transaction.atomic():
        sql(statement)
    assert str(refusal.value).splitlines()[0] == REFUSED[statement]


def test_the_portal_writes_rows_lines_and_zegels_and_the_trail_follows(toepassing):
    gebruiker = Gebruiker.objects.create_user("a@voorbeeld.invalid", naam="A", rollen=[Rol.AUDITOR])
    audit.record(gebruiker, "uitloggen", by=gebruiker)
    Provincie.objects.create(code="PV25", naam="Noord")
    Provincie.objects.update(naam="Oost")
    Provincie.objects.all().delete()
    assert list(Spoor.objects.filter(tabel="agenda_provincie").values_list("soort", flat=True)) == ["I", "U", "D"]
    assert verzegelen() == Zegel.objects.get()
    assert AuditRegel.objects.count() == 1


def test_the_portal_loads_its_programme_and_works_off_its_queue(toepassing):
    call_command("laad_programma", verbosity=0)
    taken.enqueue("lijst_exporteren", by=Gebruiker.objects.systeem(), lijst="x", vraag="", formaat="csv")
    assert taken.run_pending() == 1


def test_a_table_that_nobody_thought_of_is_for_rows_only(toepassing):
    sql("INSERT INTO agenda_later VALUES (1)")
    with pytest.raises(ProgrammingError, match="must be owner of table agenda_later"), transaction.atomic():
        sql("ALTER TABLE agenda_later ADD naam text")


# --- Which role when --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("config", "role"),
    [
        ({"USER": "portaal", "OPTIONS": {}}, "portaal"),
        ({"USER": "", "OPTIONS": {"host": "/run", "user": "portaal"}}, "portaal"),
        ({"USER": ""}, ""),
    ],
)
def test_the_role_of_a_connection_is_read_from_its_address(config, role):
    assert checks.role_of(config) == role


def test_with_one_role_migrate_stays_who_it_is(settings):
    settings.DATABASE_EIGENAAR = connection.settings_dict
    with rollen.as_owner() as application:
        assert application == ""


@pytest.mark.django_db(transaction=True)
def test_with_two_roles_migrate_is_the_owner_and_then_the_portal_again(settings):
    application = checks.role_of(connection.settings_dict)
    options = connection.settings_dict["OPTIONS"]
    settings.DATABASE_EIGENAAR = connection.settings_dict | {"USER": "", "OPTIONS": options | {"user": "eigenaar"}}
    with rollen.as_owner() as role:
        assert (role, checks.role_of(connection.settings_dict)) == (application, "eigenaar")
    assert checks.role_of(connection.settings_dict) == application


def test_the_check_before_production_warns_when_the_portal_owns_its_database(settings):
    settings.DATABASE_EIGENAAR = settings.DATABASES["default"]
    assert [each.id for each in checks.the_portal_does_not_own_its_database(None)] == ["portaal.W002"]
    settings.DATABASE_EIGENAAR = settings.DATABASES["default"] | {"USER": "eigenaar"}
    assert checks.the_portal_does_not_own_its_database(None) == []
