"""Actielijnen, the begroting with its ledger, activiteiten, mijlpalen, Raad and samenhang."""

from actielijnen.models.activiteiten import Activiteit
from actielijnen.models.begroting import (
    NA_VASTSTELLING,
    ONTWERP,
    TOT_VASTSTELLING,
    Begrotingsregel,
    Budget,
    Dekkingsbron,
    Moment,
    Mutatie,
    MutatieSoort,
)
from actielijnen.models.besluiten import Begrotingsjaar, Herschikking
from actielijnen.models.documenten import Verplichtingsdocument
from actielijnen.models.indicatoren import Correctievoorstel, Indicator, IndicatorWaarde
from actielijnen.models.lijnen import Actielijn, Begrotingspost
from actielijnen.models.mijlpalen import Mijlpaal
from actielijnen.models.omgeving import Raad, SamenhangendProgramma
from actielijnen.models.prognoses import Aanname, Afwijkingsverklaring, Prognose, Prognoseregel
from actielijnen.models.scenarios import Scenario, Scenariostap
from actielijnen.models.uitwisseling import Import, Importrij
from actielijnen.models.verplaatsingen import Verplaatsing
from actielijnen.models.verplichtingen import Betaaltermijn, Betaling, Bijstelling, Reservering, Verplichting
from actielijnen.models.verzendingen import Verzending
from actielijnen.models.voortgang import Gezondheid, Voortgangsbericht

__all__ = [
    "NA_VASTSTELLING",
    "ONTWERP",
    "TOT_VASTSTELLING",
    "Aanname",
    "Actielijn",
    "Activiteit",
    "Afwijkingsverklaring",
    "Begrotingsjaar",
    "Begrotingspost",
    "Begrotingsregel",
    "Betaaltermijn",
    "Betaling",
    "Bijstelling",
    "Budget",
    "Correctievoorstel",
    "Dekkingsbron",
    "Gezondheid",
    "Herschikking",
    "Import",
    "Importrij",
    "Indicator",
    "IndicatorWaarde",
    "Mijlpaal",
    "Moment",
    "Mutatie",
    "MutatieSoort",
    "Prognose",
    "Prognoseregel",
    "Raad",
    "Reservering",
    "SamenhangendProgramma",
    "Scenario",
    "Scenariostap",
    "Verplaatsing",
    "Verplichting",
    "Verplichtingsdocument",
    "Verzending",
    "Voortgangsbericht",
]
