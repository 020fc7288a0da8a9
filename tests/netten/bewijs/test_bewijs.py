"""Puts each fault in a copy of the project and sees the net beside it fail."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.hulpmiddelen.broncode import ROOT
from tests.hulpmiddelen.databank import database_url
from tests.netten.bewijs.fout import Fout
from tests.netten.bewijs.fouten import FOUTEN

# Run every time, because a proof that nobody runs is none. They need no database with the programme.
STEEKPROEF = {"upward import inside an app", "status set outside the levensloop", "unused template"}


@pytest.fixture(scope="session")
def kopie(tmp_path_factory):
    """The project as it stands, in a folder and under a git of its own."""
    folder = tmp_path_factory.mktemp("kopie")
    listed = subprocess.run(
        ["git", "ls-files", "-coz", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    return folder


def run(kopie, *arguments) -> subprocess.CompletedProcess:
    """pytest in the copy, on a database that the runs share."""
    env = os.environ | {"DATABASE_URL": database_url("bewijs"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "--tb=line", "--show-capture=no", *arguments]
    return subprocess.run(command, cwd=kopie, env=env, capture_output=True, text=True)


def database(kopie, fout: Fout) -> str:
    """A new database for the first run (an old one may miss a migration), and for and after a fault in the schema."""
    marker = kopie / ".databank-is-goed"
    if fout.is_schema:
        marker.unlink(missing_ok=True)
        return "--create-db"
    is_good = marker.exists()
    marker.touch()
    return "--reuse-db" if is_good else "--create-db"


def assert_caught(kopie, fout: Fout) -> None:
    path = kopie / fout.bestand
    good = path.read_text(encoding="utf-8")
    assert fout.oud in good, f"{fout.bestand} bevat niet meer: {fout.oud!r}. Pas de fout in fouten.py aan."
    path.write_text(good.replace(fout.oud, fout.nieuw, 1), encoding="utf-8")
    try:
        outcome = run(kopie, database(kopie, fout), fout.test)
    finally:
        path.write_text(good, encoding="utf-8")
    # Its own line in the summary, because a run that breaks off proves nothing.
    report = outcome.stdout[-3000:] + outcome.stderr[-3000:]
    assert f"FAILED {fout.test}" in outcome.stdout, f"{fout.net}: niet gevangen door {fout.test}\n{report}"


def is_there(test: str) -> bool:
    """Whether the test that a fault names exists; the one with a value between brackets below a decorator."""
    file, _, name = test.partition("::")
    function, bracket, _ = name.partition("[")
    above, found, _ = (ROOT / file).read_text(encoding="utf-8").partition(f"def {function}(")
    return not name or bool(found and (not bracket or above.splitlines()[-1].startswith(("@", ")"))))


def test_every_fault_can_still_be_put_in_and_the_test_beside_it_still_exists():
    """Without this the proof itself would go stale unseen: nobody runs all of it each time."""
    stale = []
    for fout in FOUTEN:
        if not is_there(fout.test) or fout.oud not in (ROOT / fout.bestand).read_text(encoding="utf-8"):
            stale.append(fout.net)
    assert stale == []


@pytest.mark.parametrize("fout", [fout for fout in FOUTEN if fout.net in STEEKPROEF], ids=str)
def test_a_fault_of_the_sample_is_caught(kopie, fout):
    assert_caught(kopie, fout)


@pytest.mark.proof
def test_without_a_fault_every_named_test_passes(kopie):
    outcome = run(kopie, "--create-db", *sorted({fout.test for fout in FOUTEN}))
    assert outcome.returncode == 0, outcome.stdout[-3000:]


@pytest.mark.proof
@pytest.mark.parametrize("fout", FOUTEN, ids=str)
def test_a_fault_is_caught(kopie, fout):
    assert_caught(kopie, fout)
