"""Proof: a bare Debian 12, with nothing but the checkout, makes the same letter to the byte."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from rapportage.brief import pdf, schrijven

pytestmark = [pytest.mark.proof, pytest.mark.pdf]

# Where this machine gets its packages from, the bare one does too.
BRONNEN = ["/etc/pip.conf", "/etc/apt/apt.conf.d", "/etc/apt/sources.list", "/etc/apt/sources.list.d",
           "/etc/resolv.conf", "/etc/hosts", "/etc/ssl/certs/ca-certificates.crt"]  # fmt: skip


def do(*woorden: str, **opties) -> subprocess.CompletedProcess:
    return subprocess.run(woorden, check=True, capture_output=True, **opties)


def _copy(pad: Path, naar: Path) -> None:
    naar.parent.mkdir(parents=True, exist_ok=True)
    if pad.is_dir():
        shutil.copytree(pad, naar, dirs_exist_ok=True)
    elif pad.exists():
        shutil.copy(pad, naar)


# The mounts and processes are the namespace's own: they end with it, so nothing of this machine can be reached
# through the folder, not by a test that is killed either. $1 is the root, the rest the command in it.
IN_DEBIAN = """
wortel=$1; shift
mount -t proc proc "$wortel/proc"
mount -t tmpfs tmpfs "$wortel/dev"
for node in null:3 zero:5 full:7 random:8 urandom:9; do
    mknod -m 666 "$wortel/dev/${node%:*}" c 1 "${node#*:}"
done
ln -s /proc/self/fd "$wortel/dev/fd"
mkdir -m 1777 "$wortel/dev/shm"
chroot "$wortel" "$@"
"""
RUIMTE = ("unshare", "--mount", "--pid", "--fork", "--kill-child")
OMGEVING = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C"}


def kale_debian(map: Path) -> Path:
    """A root with Debian's minimal set."""
    if os.geteuid() != 0 or not shutil.which("mmdebstrap"):
        pytest.fail("Dit bewijs heeft root en mmdebstrap nodig: apt-get install mmdebstrap")
    wortel = map / "debian"
    do("mmdebstrap", "--variant=minbase", "--include=ca-certificates", "bookworm", str(wortel))
    for bron in BRONNEN:
        _copy(Path(bron), wortel / bron[1:])
    return wortel


def do_in(wortel: Path, *woorden: str) -> None:
    do(*RUIMTE, "sh", "-ec", IN_DEBIAN, "sh", str(wortel), *woorden, env=OMGEVING)


def test_a_bare_debian_makes_the_same_letter(programma, redacteur, tmp_path):
    brief = schrijven.aanbieden(schrijven.openen(programma, "voortgang", 2024, by=redacteur), by=redacteur)
    hier = hashlib.sha256(pdf.bytes_van(brief.opname.inhoud)).hexdigest()
    wortel = kale_debian(tmp_path)
    thuis = wortel / "srv" / "portaal"
    thuis.mkdir(mode=0o700)
    archief = do("git", "archive", "HEAD", cwd=settings.BASE_DIR).stdout
    do("tar", "-x", "-C", str(thuis), input=archief)
    do_in(wortel, "/srv/portaal/run", "demo", "--no-serve")
    daar = hashlib.sha256((thuis / "uitvoer" / "voortgangsbrief-2024.pdf").read_bytes()).hexdigest()
    assert daar == hier


def test_what_is_mounted_for_a_bare_debian_is_not_there_outside_and_goes_with_its_processes(tmp_path):
    for naam in ("proc", "dev"):
        (tmp_path / naam).mkdir()
    script = IN_DEBIAN.replace('chroot "$wortel"', "")
    klaar = do(*RUIMTE, "sh", "-ec", script, "sh", str(tmp_path), "sh", "-c", f"ls {tmp_path}/dev; mount", text=True)
    assert klaar.stdout.split()[:7] == ["fd", "full", "null", "random", "shm", "urandom", "zero"]
    assert f"on {tmp_path}/dev" in klaar.stdout
    assert list((tmp_path / "dev").iterdir()) == []
    assert str(tmp_path) not in Path("/proc/mounts").read_text()
