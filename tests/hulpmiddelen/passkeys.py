"""A passkey as a browser registers it, for tests that need an account that has one."""

import secrets

from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

AANWEZIG_EN_HERKEND = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT


def registration() -> dict:
    """What a browser sends after making a passkey for localhost."""
    key = ec.generate_private_key(ec.SECP256R1()).public_key()
    number = secrets.token_bytes(16)
    known = AttestedCredentialData.create(bytes(16), number, ES256.from_cryptography_key(key))
    made = AuthenticatorData.create(secrets.token_bytes(32), AANWEZIG_EN_HERKEND, 0, known)
    asked = CollectedClientData.create(CollectedClientData.TYPE.CREATE, secrets.token_bytes(32), "http://localhost")
    return {
        "type": "public-key",
        "id": websafe_encode(number),
        "rawId": websafe_encode(number),
        "response": {
            "clientDataJSON": websafe_encode(asked),
            "attestationObject": websafe_encode(AttestationObject.create("none", made, {})),
        },
        "clientExtensionResults": {"credProps": {"rk": True}},
    }


def passkey(user, naam="Laptop") -> Authenticator:
    """A passkey of `user`."""
    return Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": naam, "credential": registration()}
    )
