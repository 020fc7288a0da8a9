"""Whether an id_token was written by our provider, for us, for this sign-in, and is still valid."""

import hashlib

import jwt
from allauth.socialaccount.providers.oauth2.client import OAuth2Error

ALGORITHMS = ("ES256", "PS256", "RS256")  # never none, never one with a shared secret
LEEWAY = 30  # seconds that two clocks may differ
REQUIRED = ["iss", "sub", "aud", "exp", "iat", "nonce"]


def nonce(verifier: str) -> str:
    """Ties the id_token to the browser that began: only its session knows the PKCE verifier."""
    return hashlib.sha256(b"nonce " + verifier.encode()).hexdigest()


def verify(token, *, keys: list[dict], issuer: str, client_id: str, nonce: str) -> dict:
    """The claims of `token` (OpenID Connect Core 3.1.3.7). Raises OAuth2Error if anything is not as it must be."""
    try:
        header = jwt.get_unverified_header(token)
        claims = jwt.decode(
            token,
            _key(header, keys),
            algorithms=[header["alg"]],
            issuer=issuer,
            audience=client_id,
            leeway=LEEWAY,
            options={"require": REQUIRED},
        )
    except (jwt.PyJWTError, ValueError, TypeError, KeyError, AttributeError) as fault:
        raise OAuth2Error(f"id_token: {type(fault).__name__}: {fault}") from fault
    if claims["aud"] not in (client_id, [client_id]) or claims.get("azp", client_id) != client_id:
        raise OAuth2Error("id_token: ook voor een ander bedoeld")
    if not claims["sub"]:
        raise OAuth2Error("id_token: zonder persoon")
    if claims["nonce"] != nonce:
        raise OAuth2Error("id_token: nonce hoort niet bij deze aanmelding")
    return claims


def _key(header: dict, keys: list[dict]) -> jwt.PyJWK:
    """The key that the header names; the algorithm must be one of ours and the one that the key is for."""
    algorithm, kid = header["alg"], header.get("kid")
    if algorithm not in ALGORITHMS:
        raise OAuth2Error(f"id_token: algoritme {algorithm} is niet toegestaan")
    for key in keys:
        if key.get("kid") == kid and key.get("use", "sig") == "sig" and key.get("alg", algorithm) == algorithm:
            return jwt.PyJWK(key, algorithm=algorithm)
    raise OAuth2Error(f"id_token: de aanbieder heeft geen sleutel {kid} voor {algorithm}")
