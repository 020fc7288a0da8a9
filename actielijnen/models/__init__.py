"""Actielijnen, the begroting with its ledger, activiteiten, mijlpalen, Raad and samenhang."""

from actielijnen.models.activiteiten import Activiteit
from actielijnen.models.begroting import Begrotingsregel, Dekkingsbron
from actielijnen.models.indicatoren import Correctievoorstel, Indicator, IndicatorWaarde
from actielijnen.models.lijnen import Actielijn, Begrotingspost
from actielijnen.models.mijlpalen import Mijlpaal
from actielijnen.models.omgeving import Raad, SamenhangendProgramma
from actielijnen.models.verplaatsingen import Verplaatsing
from actielijnen.models.voortgang import Gezondheid, Voortgangsbericht

__all__ = [
    "Actielijn",
    "Activiteit",
    "Begrotingspost",
    "Begrotingsregel",
    "Correctievoorstel",
    "Dekkingsbron",
    "Gezondheid",
    "Indicator",
    "IndicatorWaarde",
    "Mijlpaal",
    "Raad",
    "SamenhangendProgramma",
    "Verplaatsing",
    "Voortgangsbericht",
]
