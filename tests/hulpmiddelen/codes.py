"""The code that an authenticator app shows (RFC 6238), worked out here a second time."""

import base64
import hmac
import struct
import time

STAP = 30  # seconds


def totp(sleutel: str, moment: float | None = None) -> str:
    """The six digits for `sleutel` (base32, spaces allowed) at `moment`, now by default."""
    counter = struct.pack(">Q", int(time.time() if moment is None else moment) // STAP)
    digest = hmac.digest(base64.b32decode(sleutel.replace(" ", "")), counter, "sha1")
    start = digest[-1] & 0x0F
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06}"
