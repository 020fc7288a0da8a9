"""All models of the ground, split by noun."""

from agenda.models.aanmelden import Groepsrol, Organisatienummer
from agenda.models.audit import AuditRegel
from agenda.models.berichten import Bericht, Deel, Mail, Mailkeuze, Mailvoorkeur
from agenda.models.bestanden import Bestand, Scanstand
from agenda.models.brondocumenten import Brondocument
from agenda.models.bronnen import (
    Bron,
    Feit,
    FeitVersie,
    Kwalificatie,
    Precisie,
    Weergave,
)
from agenda.models.documenten import Momentopname
from agenda.models.gebruikers import Gebruiker
from agenda.models.gemeenten import Gebied, GebiedAlias, Gemeente, Provincie
from agenda.models.programma import (
    Ministerie,
    Programma,
    ProgrammaAlias,
    ProgrammaPeriode,
    ProgrammaTekst,
)
from agenda.models.sessies import BewaardeInvoer, Sessie
from agenda.models.spoor import Spoor
from agenda.models.taken import Taak, TaakGestopt
from agenda.models.tegenspraken import OpenVraag, Tegenspraak, TegenspraakVariant
from agenda.models.uitnodigingen import Uitnodiging
from agenda.models.vernietiging import Vernietigingslijst, Vernietigingsregel, Vernietigingsverklaring
from agenda.models.zegel import Zegel

__all__ = [
    "AuditRegel",
    "Bericht",
    "Bestand",
    "BewaardeInvoer",
    "Bron",
    "Brondocument",
    "Deel",
    "Feit",
    "FeitVersie",
    "Gebied",
    "GebiedAlias",
    "Gebruiker",
    "Gemeente",
    "Groepsrol",
    "Kwalificatie",
    "Mail",
    "Mailkeuze",
    "Mailvoorkeur",
    "Ministerie",
    "Momentopname",
    "OpenVraag",
    "Organisatienummer",
    "Precisie",
    "Programma",
    "ProgrammaAlias",
    "ProgrammaPeriode",
    "ProgrammaTekst",
    "Provincie",
    "Scanstand",
    "Sessie",
    "Spoor",
    "Taak",
    "TaakGestopt",
    "Tegenspraak",
    "TegenspraakVariant",
    "Uitnodiging",
    "Vernietigingslijst",
    "Vernietigingsregel",
    "Vernietigingsverklaring",
    "Weergave",
    "Zegel",
]
