"""The embedded PostgreSQL: started, started again, killed, raced for, and out of reach of its account."""

import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from agenda import postgres

OWN_ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in ("DATABASE_URL", "PORTAAL_POSTGRES_BIN", "PYTHONPATH")
}
only_as_root = pytest.mark.skipif(os.geteuid() != 0, reason="alleen root wisselt van gebruiker")


@dataclass(frozen=True)
class Checkout:
    """A copy of the starter in a folder of its own, called as a user calls it."""

    root: Path

    def call(self, command, **environment):
        return subprocess.run(
            [sys.executable, "-m", "agenda.postgres", command],
            cwd=self.root,
            env=OWN_ENVIRONMENT | environment,
            capture_output=True,
            text=True,
        )

    def url(self, **environment):
        done = self.call("url", **environment)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def status(self, **environment):
        word, data, url = self.call("status", **environment).stdout.splitlines()
        return word, Path(data), url

    def pid(self):
        return int((self.status()[1] / "postmaster.pid").read_text().splitlines()[0])

    def query(self, statement, **environment):
        with psycopg.connect(self.url(**environment)) as connection:
            return connection.execute(statement).fetchone()[0]


@pytest.fixture(scope="module")
def new_checkout(tmp_path_factory):
    """Makes checkouts, and clears away their servers and their folders in /var/tmp."""
    made = []

    def make(root=None):
        root = root or tmp_path_factory.mktemp("checkout")
        (root / "agenda").mkdir(parents=True)
        (root / "agenda" / "__init__.py").touch()
        shutil.copy(postgres.__file__, root / "agenda")
        made.append(Checkout(root))
        return made[-1]

    yield make
    with pytest.MonkeyPatch.context() as patch:
        for checkout in made:
            checkout.call("stop")
            patch.setattr(postgres, "ROOT", checkout.root)
            shutil.rmtree(postgres.elsewhere(), ignore_errors=True)


@pytest.fixture(scope="module")
def checkout(new_checkout):
    return new_checkout()


def test_the_printed_url_opens_the_newest_postgresql_of_the_wheel(checkout):
    version = checkout.query("show server_version_num")

    assert version.startswith("18")


def test_the_server_is_utf8_sorts_by_code_point_syncs_to_disk_and_has_no_network(checkout):
    with psycopg.connect(checkout.url()) as connection:
        rows = connection.execute(
            "select name, setting from pg_settings "
            "where name in ('server_encoding', 'fsync', 'listen_addresses', 'unix_socket_permissions')"
        )
        settings = dict(rows.fetchall())
        collation = connection.execute("select datcollate from pg_database where datname = 'portaal'")
        accented = connection.execute("select upper('één') collate \"default\"")

        assert settings == {
            "server_encoding": "UTF8",
            "fsync": "on",
            "listen_addresses": "",
            "unix_socket_permissions": "0700",
        }
        assert collation.fetchone() == ("C.UTF-8",)
        assert accented.fetchone() == ("ÉÉN",)


def test_only_the_account_of_the_server_can_open_its_socket(checkout):
    sockets = Path(psycopg.conninfo.conninfo_to_dict(checkout.url())["host"])

    assert oct(sockets.stat().st_mode & 0o777) == "0o700"


def test_the_owner_may_create_the_test_database(checkout):
    with psycopg.connect(checkout.call("eigenaar").stdout.strip()) as connection:
        role = connection.execute("select rolcreatedb and rolsuper from pg_roles where rolname = current_user")
        assert role.fetchone() == (True,)


def test_the_portal_runs_as_a_role_that_may_nothing_but_connect(checkout):
    assert not checkout.query("select rolsuper or rolcreatedb from pg_roles where rolname = current_user")
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="permission denied for schema public"):
        checkout.query("create table eigen (nummer int)")


def test_data_of_before_the_two_roles_get_the_second_one(checkout):
    with psycopg.connect(checkout.call("eigenaar").stdout.strip()) as connection:
        connection.execute("drop role portaal_toepassing")
    assert checkout.query("select current_user") == "portaal_toepassing"


def test_a_second_start_keeps_the_server_and_its_settings(checkout):
    """It is already there: nothing restarts and no setting is read again."""
    checkout.url()
    first, settings = checkout.pid(), checkout.query("select pg_conf_load_time()")

    checkout.url()

    assert checkout.pid() == first
    assert checkout.query("select pg_conf_load_time()") == settings


def test_variables_of_another_server_do_not_lead_the_starter_astray(new_checkout):
    astray = {"PGDATA": "/nergens", "PGPORT": "6543", "PGHOST": "/nergens", "PGUSER": "niemand"}
    other = new_checkout()

    assert other.call("url", **astray).returncode == 0
    assert other.query("select current_user") == "portaal_toepassing"


def test_data_survive_a_stop_and_a_start(checkout):
    with psycopg.connect(checkout.call("eigenaar").stdout.strip()) as connection:
        connection.execute("create table bewaard as select 342 as gemeenten")
        connection.execute("grant select on bewaard to portaal_toepassing")

    checkout.call("stop")

    assert checkout.status()[0] == "draait niet"
    assert checkout.query("select gemeenten from bewaard") == 342


def test_a_stop_of_a_stopped_server_is_no_error(checkout):
    checkout.call("stop")

    assert checkout.call("stop").returncode == 0


def test_the_server_starts_again_after_kill_9(checkout):
    checkout.url()
    os.kill(checkout.pid(), signal.SIGKILL)

    assert checkout.query("select 1") == 1


def test_the_server_starts_when_another_program_got_the_pid_of_the_killed_one(checkout):
    checkout.url()
    data = checkout.status()[1]
    owner = data.stat()
    drop = {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    os.kill(checkout.pid(), signal.SIGKILL)
    lines = (data / "postmaster.pid").read_text().splitlines()

    with subprocess.Popen(["sleep", "600"], **drop) as innocent:
        (data / "postmaster.pid").write_text("\n".join([str(innocent.pid), *lines[1:]]) + "\n")
        (data / ".s.PGSQL.5432.lock").write_text(f"{innocent.pid}\n")
        answer = checkout.query("select 1")
        still_there = innocent.poll() is None
        innocent.kill()

    assert answer == 1
    assert still_there


def test_the_server_starts_after_an_interrupted_first_start(new_checkout):
    interrupted = new_checkout()
    half = interrupted.status()[1].with_name("18.nieuw")
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")

    assert interrupted.query("select 1") == 1


def test_two_starters_at_once_get_one_server(new_checkout):
    raced = new_checkout()

    with ThreadPoolExecutor(4) as starters:
        urls = list(starters.map(lambda _: raced.url(), range(4)))

    assert len(set(urls)) == 1
    assert raced.query("select 1") == 1
    assert (raced.status()[1] / "server.log").read_text().count("starting PostgreSQL") == 1


def test_a_long_path_with_spaces_and_a_comma_still_gets_a_socket(new_checkout, tmp_path_factory):
    folder = tmp_path_factory.mktemp("lang") / ("een, lange map " * 8)
    folder.mkdir()

    assert new_checkout(folder / "portaal").query("select 1") == 1


def test_a_path_with_spaces_and_a_comma_that_is_short_enough(new_checkout, tmp_path_factory):
    folder = tmp_path_factory.mktemp("k") / "a, b & 'c'"

    assert new_checkout(folder).query("select 1") == 1


@only_as_root
def test_a_checkout_that_the_account_cannot_enter_has_its_data_in_var_tmp(new_checkout, tmp_path):
    tmp_path.chmod(0o700)
    closed = new_checkout(tmp_path / "portaal")

    assert closed.query("select 1") == 1
    assert closed.status()[1].parent.parent == Path("/var/tmp")
    assert oct(tmp_path.stat().st_mode & 0o777) == "0o700"


@only_as_root
def test_binaries_that_the_account_cannot_reach_are_copied_once(new_checkout, tmp_path, monkeypatch):
    tmp_path.chmod(0o700)
    monkeypatch.delenv("PORTAAL_POSTGRES_BIN", raising=False)
    package = postgres.find_binaries().parent.parent
    for folder in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(folder, tmp_path / folder.name)
    closed = new_checkout(tmp_path / "portaal")

    assert closed.query("select 1", PYTHONPATH=str(tmp_path)) == 1
    copy = closed.status(PYTHONPATH=str(tmp_path))[1].parent / "postgresql-18.4"
    made = copy.stat().st_mtime_ns
    closed.call("stop", PYTHONPATH=str(tmp_path))
    assert closed.query("select 1", PYTHONPATH=str(tmp_path)) == 1
    assert copy.stat().st_mtime_ns == made


@only_as_root
def test_a_folder_of_somebody_else_in_var_tmp_is_refused(new_checkout, tmp_path, monkeypatch):
    tmp_path.chmod(0o700)
    closed = new_checkout(tmp_path / "portaal")
    monkeypatch.setattr(postgres, "ROOT", closed.root)
    taken = postgres.elsewhere()
    taken.mkdir()
    os.chown(taken, 12345, 12345)

    done = closed.call("url")

    assert done.returncode == 1
    refusal = f"FOUT: {taken} is van een andere gebruiker. Verwijder die map en probeer het opnieuw.\n"
    assert done.stderr == refusal


def test_chosen_binaries_without_postgresql_are_named_in_the_message(checkout):
    done = checkout.call("url", PORTAAL_POSTGRES_BIN="/nergens/bin")

    assert done.returncode == 1
    assert done.stderr == (
        "FOUT: Geen PostgreSQL gevonden in /nergens/bin. "
        "Start met ./run demo, installeer postgresql-15, of geef een DATABASE_URL.\n"
    )


def test_other_binaries_have_their_own_data_beside_the_first(checkout):
    debian = Path("/usr/lib/postgresql/15/bin")
    if not debian.exists():
        pytest.skip("PostgreSQL 15 van Debian staat hier niet")
    chosen = {"PORTAAL_POSTGRES_BIN": str(debian)}

    try:
        version = checkout.query("show server_version_num", **chosen)
    finally:
        checkout.call("stop", **chosen)

    assert version.startswith("15")
    assert checkout.query("show server_version_num").startswith("18")


def test_an_unknown_command_tells_the_known_ones(checkout):
    done = checkout.call("begin")

    assert (done.returncode, done.stderr) == (1, "Gebruik: python -m agenda.postgres url | eigenaar | stop | status\n")
