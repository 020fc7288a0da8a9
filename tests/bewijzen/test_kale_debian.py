"""Proof: a bare Debian 12, with nothing but the checkout, makes the same letter to the byte."""

import hashlib
import os
import shutil
import subprocess
from contextlib import contextmanager
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


@contextmanager
def kale_debian(map: Path):
    """A root with Debian's minimal set, proc and dev mounted; yields its folder."""
    if os.geteuid() != 0 or not shutil.which("mmdebstrap"):
        pytest.fail("Dit bewijs heeft root en mmdebstrap nodig: apt-get install mmdebstrap")
    wortel = map / "debian"
    do("mmdebstrap", "--variant=minbase", "--include=ca-certificates", "bookworm", str(wortel))
    for bron in BRONNEN:
        _copy(Path(bron), wortel / bron[1:])
    do("mount", "-t", "proc", "proc", str(wortel / "proc"))
    do("mount", "--rbind", "--make-rslave", "/dev", str(wortel / "dev"))
    try:
        yield wortel
    finally:
        do("umount", "-l", str(wortel / "dev"))
        do("umount", "-l", str(wortel / "proc"))


def test_a_bare_debian_makes_the_same_letter(programma, redacteur, tmp_path):
    brief = schrijven.aanbieden(schrijven.openen(programma, "voortgang", 2024, by=redacteur), by=redacteur)
    hier = hashlib.sha256(pdf.bytes_van(brief.opname.inhoud)).hexdigest()
    with kale_debian(tmp_path) as wortel:
        thuis = wortel / "root" / "portaal"
        thuis.mkdir(mode=0o700)
        archief = do("git", "archive", "HEAD", cwd=settings.BASE_DIR).stdout
        do("tar", "-x", "-C", str(thuis), input=archief)
        omgeving = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C"}
        do("chroot", str(wortel), "/root/portaal/run", "demo", "--no-serve", env=omgeving)
        daar = hashlib.sha256((thuis / "uitvoer" / "voortgangsbrief-2024.pdf").read_bytes()).hexdigest()
        do("chroot", str(wortel), "/root/portaal/run", "stop", env=omgeving)
    assert daar == hier
