"""A provider that lies as a test wants it to: discovery, keys, tokens and userinfo over HTTP on loopback."""

import base64
import hashlib
import hmac
import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import ECAlgorithm

CLIENT = "rijk"


class Vervalser:
    """What the next sign-in gets; every part may be replaced."""

    def __init__(self, adres: str):
        self.adres = adres
        self.key = self.signer = ec.generate_private_key(ec.SECP256R1())
        self.jwk = ECAlgorithm.to_jwk(self.key.public_key(), as_dict=True) | {
            "kid": "een",
            "alg": "ES256",
            "use": "sig",
        }
        self.header = {"kid": "een"}
        self.algorithm = "ES256"
        now = int(time.time())
        self.claims = {"iss": adres, "aud": CLIENT, "sub": "persoon-1", "iat": now, "exp": now + 300, "amr": ["mfa"]}
        self.userinfo = {"sub": "persoon-1", "name": "Vera Vals", "groups": ["portaal-redactie"]}
        self.answers = {}  # path: (status, headers, body), instead of ours
        self.asked = []  # what came in: (path, form)
        self.back = {"iss": adres}  # what the browser brings back beside code and state

    def id_token(self) -> str:
        return jwt.encode(self.claims, self.signer, self.algorithm, headers=self.header)

    def hs256(self) -> str:
        """Signed with the public key as if it were a shared secret."""
        public = self.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        parts = [{"alg": "HS256", "kid": "een", "typ": "JWT"}, self.claims]
        text = b".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in parts)
        seal = hmac.new(public, text, hashlib.sha256).digest()
        return (text + b"." + base64.urlsafe_b64encode(seal).rstrip(b"=")).decode()

    def discovery(self) -> dict:
        return {
            "issuer": self.adres,
            "authorization_endpoint": f"{self.adres}/auth",
            "token_endpoint": f"{self.adres}/token",
            "jwks_uri": f"{self.adres}/jwks",
            "userinfo_endpoint": f"{self.adres}/me",
            "authorization_response_iss_parameter_supported": True,
        }

    def answer(self, path: str) -> tuple[int, dict, str]:
        if path in self.answers:
            return self.answers[path]
        bodies = {
            "/.well-known/openid-configuration": self.discovery,
            "/jwks": lambda: {"keys": [self.jwk]},
            "/token": lambda: {"access_token": "toegang", "token_type": "Bearer", "id_token": self.id_token()},
            "/me": lambda: self.userinfo,
        }
        return 200, {"Content-Type": "application/json"}, json.dumps(bodies[path]())


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.server.vervalser.asked.append((self.path, parse_qs(self.rfile.read(length).decode())))
        status, headers, body = self.server.vervalser.answer(self.path)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    do_POST = do_GET

    def log_message(self, *arguments):
        pass


@contextmanager
def running():
    """The server; each test sets `server.vervalser` anew."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server
        server.shutdown()


def asked_in(address: str) -> dict:
    """What the portal asks of the provider."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def begin(client, naam="rijk", **query) -> dict:
    return asked_in(client.get(f"/account/sso/{naam}/", query_params=query)["Location"])


def finish(client, vals: Vervalser, asked: dict, naam="rijk", **changes):
    """The browser comes back, and the provider answers with a token for this sign-in."""
    vals.claims.setdefault("nonce", asked["nonce"])
    back = {"code": "code", "state": asked["state"]} | vals.back | changes
    return client.get(f"/account/sso/{naam}/terug/", query_params=back)
