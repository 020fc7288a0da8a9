"""Starts the provider, and tells the portal where it is."""

import json
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import environ
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from jwt.algorithms import ECAlgorithm

from agenda import aanbieders
from tests.hulpmiddelen.poorten import free_port
from tests.oidc.klaarzetten import FOLDER, NODE, klaarzetten

GEHEIM = "een geheim van de tests: met / en +"


@dataclass(frozen=True)
class Aanbieder:
    """A running provider: its address, and the file with the key by which the portal proves who it is."""

    adres: str
    sleutel: Path

    def environment(self) -> dict[str, str]:
        """The settings of a portal that signs in here."""
        return {
            "OIDC_RIJK_ADRES": self.adres,
            "OIDC_RIJK_CLIENT_ID": "rijk",
            "OIDC_RIJK_SLEUTEL": str(self.sleutel),
            "OIDC_RIJK_SCOPES": "openid,profile,email,groups",
            "OIDC_EHERKENNING_ADRES": self.adres,
            "OIDC_EHERKENNING_CLIENT_ID": "eherkenning",
            "OIDC_EHERKENNING_GEHEIM": GEHEIM,
            "OIDC_EHERKENNING_SCOPES": "openid,eherkenning",
            "OIDC_EHERKENNING_CLAIM_OIN": "urn:etoegang:1.9:EntityConcernedID:OIN",
        }

    def settings(self) -> dict:
        """`settings.OIDC` of such a portal."""
        env = environ.Env()
        env.ENVIRON = self.environment()
        return aanbieders.oidc(env)


@contextmanager
def running(folder: Path):
    """A provider on a free port; the key of the portal comes in `folder`."""
    klaarzetten()
    key = ec.generate_private_key(ec.SECP256R1())
    sleutel = folder / "sleutel.pem"
    sleutel.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    port = free_port()
    question = {
        "port": port,
        "keys": {"rijk": ECAlgorithm.to_jwk(key.public_key(), as_dict=True)},
        "secrets": {"eherkenning": GEHEIM},
        "accounts": json.loads((FOLDER / "accounts.json").read_text(encoding="utf-8")),
    }
    with (
        open(folder / "aanbieder.log", "w") as log,
        subprocess.Popen(
            [NODE, "server.mjs"], cwd=FOLDER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True
        ) as process,
    ):
        try:
            process.stdin.write(json.dumps(question))
            process.stdin.close()
            if process.stdout.readline() != "ready\n":
                raise RuntimeError(f"De aanbieder start niet. Zie {log.name}.")
            yield Aanbieder(f"http://127.0.0.1:{port}", sleutel)
        finally:
            process.terminate()
