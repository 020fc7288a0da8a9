"""Actielijnen, the begroting with its ledger, mijlpalen, Raad and samenhang."""

from actielijnen.models.begroting import Begrotingsregel, Dekkingsbron
from actielijnen.models.lijnen import Actielijn, Begrotingspost
from actielijnen.models.mijlpalen import Mijlpaal
from actielijnen.models.omgeving import Raad, SamenhangendProgramma

__all__ = [
    "Actielijn",
    "Begrotingspost",
    "Begrotingsregel",
    "Dekkingsbron",
    "Mijlpaal",
    "Raad",
    "SamenhangendProgramma",
]
