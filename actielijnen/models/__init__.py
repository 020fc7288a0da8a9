"""Actielijnen, the begroting with its ledger, activiteiten, mijlpalen, Raad and samenhang."""

from actielijnen.models.activiteiten import Activiteit, Verplaatsing
from actielijnen.models.begroting import Begrotingsregel, Dekkingsbron
from actielijnen.models.lijnen import Actielijn, Begrotingspost
from actielijnen.models.mijlpalen import Mijlpaal
from actielijnen.models.omgeving import Raad, SamenhangendProgramma
from actielijnen.models.voortgang import Gezondheid, Voortgangsbericht

__all__ = [
    "Actielijn",
    "Activiteit",
    "Begrotingspost",
    "Begrotingsregel",
    "Dekkingsbron",
    "Gezondheid",
    "Mijlpaal",
    "Raad",
    "SamenhangendProgramma",
    "Verplaatsing",
    "Voortgangsbericht",
]
