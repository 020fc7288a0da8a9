"""gunicorn as ./run serve starts it, killed as a whole and started again."""

import os
import signal
import subprocess
import sys
from contextlib import suppress

from tests.bewijzen.deadline.klok import VERZET, sluit_om
from tests.browser.server import wait_for
from tests.hulpmiddelen.broncode import ROOT
from tests.hulpmiddelen.poorten import free_port


class Server:
    """One portal on one port; `neer` ends it as a power cut would, with every request that it was busy with."""

    def __init__(self, database_url: str, folder, *, clamd: str, sluit: float, productie: bool):
        self.poort, self.folder, self.process, self.starts = free_port(), folder, None, 0
        self.sluit_om(sluit)
        self.env = os.environ | {
            "DATABASE_URL": database_url,
            "PORTAAL_OPSLAG": str(folder / "var"),
            "PORTAAL_POORT": str(self.poort),
            "PORTAAL_DEMO": "0" if productie else "1",
            "HTTPS": "0",
            "VERS_MINUTEN": "120",  # who signed in for the evening need not do so again
            "SESSIE_MINUTEN": "120",
            "CLAMAV": clamd,
            VERZET: str(self.klok),
        }

    @property
    def klok(self):
        return self.folder / "klok"

    def sluit_om(self, moment: float) -> None:
        """The tijdvak closes at `moment`, in real seconds since 1970."""
        self.sluit = moment
        sluit_om(self.klok, moment)

    def op(self) -> None:
        log = self.folder / "gunicorn.log"
        command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "tests.bewijzen.deadline.wsgi"]
        with open(log, "a") as stderr:
            self.process = subprocess.Popen(command, cwd=ROOT, env=self.env, stderr=stderr, start_new_session=True)
        self.starts += 1
        wait_for(f"http://127.0.0.1:{self.poort}/health/ready", self.process, log)

    def neer(self) -> None:
        """Kill -9: the master and its workers are one group, that of our own child."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
