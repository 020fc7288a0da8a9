"""A real clamd of our own: it knows two signatures, listens on a socket in a temporary folder, and ends with the tests."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# The test file of EICAR, in two halves: whole in this file it would alarm the scanner of whoever checks this out.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
PROEF = b"PROEFVIRUS-VAN-HET-PORTAAL"
GROOTSTE = 3 * 1024**2  # bytes that this clamd takes
GEDULD = 120  # seconds until it listens; the machine may be busy


@contextmanager
def clamd() -> Iterator[tuple[str, subprocess.Popen]]:
    """The address for CLAMAV, and the process."""
    with tempfile.TemporaryDirectory(prefix="clamd-") as folder:
        process = subprocess.Popen(
            ["clamd", f"--config-file={_written(Path(folder))}"],
            env=os.environ | {"PATH": f"{os.environ['PATH']}:/usr/sbin"},  # not on the PATH of an ordinary user
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield str(_listening(Path(folder, "clamd.sock"), process)), process
        finally:
            process.kill()
            process.wait()


def _written(folder: Path) -> Path:
    """Its settings and signatures. Without `User` it stays who started it."""
    signatures = {"Eicar-Test-Signature": EICAR, "Portaal-Proef": PROEF}
    lines = [f"{name}:0:*:{content.hex()}\n" for name, content in signatures.items()]
    Path(folder, "handtekeningen.ndb").write_text("".join(lines), encoding="ascii")
    config = folder / "clamd.conf"
    config.write_text(
        f"LocalSocket {folder}/clamd.sock\nDatabaseDirectory {folder}\nForeground yes\n"
        f"StreamMaxLength {GROOTSTE}\nAlertExceedsMax yes\n",
        encoding="utf-8",
    )
    return config


def _listening(path: Path, process: subprocess.Popen) -> Path:
    end = time.monotonic() + GEDULD
    while not path.is_socket():
        assert process.poll() is None, "clamd stopt meteen. Is clamav-daemon geïnstalleerd?"
        assert time.monotonic() < end, f"clamd luistert na {GEDULD} seconden nog niet."
        time.sleep(0.05)
    return path
