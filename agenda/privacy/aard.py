"""What a field with personal data is, and what happens to it when the person is erased."""

from enum import StrEnum
from typing import NamedTuple


class Aard(StrEnum):
    """What a value says of a person, and so what must happen to it when the person is erased."""

    DIRECT = "direct"  # name, address, IP: erased, and never in the row trail
    GEHEIM = "geheim"  # secret or derived from one: erased, and never in the row trail
    INHOUD = "inhoud"  # written by or about one person: goes with its row, and never in the row trail
    NUMMER = "nummer"  # the number of an account: stays, and means nobody once the account is erased
    KENMERK = "kenmerk"  # says something of whom the row is about: means nobody once the account is erased
    VRIJE_TEKST = "vrije tekst"  # about the work, but somebody can have put a name in it


class Veld(NamedTuple):
    """One field of the register: what it is in words, the key of its verwerking, and its nature."""

    wat: str
    verwerking: str
    aard: Aard
