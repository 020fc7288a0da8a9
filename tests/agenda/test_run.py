"""`./run serve` checks the configuration that it serves, and finds its settings in .env as Django does."""

import os
import shutil
import subprocess
import sys
from hashlib import sha256

import pytest
from django.conf import settings

# Stands in for .venv/bin/python: writes down what it is asked to start, and answers small questions for real.
PYTHON = f"""#!/bin/sh
case "$1" in -c) exec {sys.executable} "$@" ;; esac
echo "HTTPS=${{HTTPS:-}} PORTAAL_POORT=${{PORTAAL_POORT:-}} $*" >>started
case "$*" in "${{FAILS:-nothing}}"*) exit 1 ;; esac
"""


@pytest.fixture
def serve(tmp_path):
    """Runs `./run` in a checkout with this .env; gives what it said and the programs it started."""
    shutil.copy(settings.BASE_DIR / "run", tmp_path)
    (tmp_path / "requirements.lock").write_text("")
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/requirements.lock.klaar").write_text(f"{sha256(b'').hexdigest()}  -\n")
    python = tmp_path / ".venv/bin/python"
    python.write_text(PYTHON)
    python.chmod(0o755)

    def run(command="serve", dotenv="", **environment):
        (tmp_path / ".env").write_text(f"PORTAAL_POORT=0\n{dotenv}")  # 0: any free port
        env = {"PATH": os.environ["PATH"]} | environment
        done = subprocess.run([tmp_path / "run", command], env=env, capture_output=True, text=True)
        return done, (tmp_path / "started").read_text().splitlines()

    return run


def line(started, word) -> str:
    """What was in the environment of the one program with this word, and its arguments."""
    (found,) = [each for each in started if word in each]
    return found


@pytest.mark.parametrize(
    ("dotenv", "environment", "https", "level"),
    [
        ("", {}, "0", "ERROR"),
        ("HTTPS=0\n", {}, "0", "ERROR"),
        ("", {"HTTPS": "1"}, "1", "WARNING"),
        ("HTTPS=0\n", {"HTTPS": "1"}, "1", "WARNING"),
        ("HTTPS=1\n", {"HTTPS": "0"}, "0", "ERROR"),
    ],
)
def test_what_is_checked_is_what_is_served(serve, dotenv, environment, https, level):
    _, started = serve(dotenv=dotenv, **environment)
    assert line(started, "--deploy") == f"HTTPS={https} PORTAAL_POORT= manage.py check --deploy --fail-level {level}"
    assert line(started, "gunicorn").startswith(f"HTTPS={https} ")


def test_https_in_dotenv_is_not_overruled(serve):
    """Django reads .env itself, so the program starts without the variable."""
    _, started = serve(dotenv="HTTPS=1\n")
    assert line(started, "--deploy") == "HTTPS= PORTAAL_POORT= manage.py check --deploy --fail-level WARNING"
    assert line(started, "gunicorn").startswith("HTTPS= ")


def test_nothing_is_served_when_the_check_fails(serve):
    done, started = serve(FAILS="manage.py check --deploy")
    assert (done.returncode, [each for each in started if "gunicorn" in each]) == (1, [])


def test_the_port_in_dotenv_is_used(serve):
    _, started = serve()
    assert "PORTAAL_POORT=0 " in line(started, "gunicorn")


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_database_that_does_not_fit_stops_everything_with_a_dutch_line(serve, command):
    done, started = serve(command, FAILS="manage.py check --database")
    assert done.stderr == "FOUT: Het portaal kan nog niet starten: een instelling of de databank klopt niet. Zie de regels hierboven.\n"
    assert (done.returncode, len(started)) == (1, 2)


def test_a_command_of_the_portal_gets_the_secret_that_run_keeps(tmp_path, serve):
    _, started = serve("manage")
    assert line(started, "manage.py").endswith("manage.py")
    assert (tmp_path / "var/geheim").stat().st_mode & 0o077 == 0
