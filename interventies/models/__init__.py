"""The interventiepalet: terms, interventies with their versions, what was judged of them, and projecten."""

from interventies.models.bewijs import NIVEAUS, Bewijsoordeel, Ladder, Niveau
from interventies.models.documenten import Interventiedocument
from interventies.models.evaluaties import Evaluatie, Uitkomst
from interventies.models.kaders import Praktijkkader
from interventies.models.leerkringen import Bijeenkomst, Leerkring
from interventies.models.onderzoek import Bronvermelding
from interventies.models.palet import Interventie, InterventieVersie
from interventies.models.projecten import Project
from interventies.models.publicaties import Publicatie
from interventies.models.scope import Scopetoets
from interventies.models.termen import Term, TermVermelding
from interventies.models.uitvoeringen import Bereik, Uitvoering
from interventies.models.voorstellen import Interventievoorstel
from interventies.models.zoeken import Zoekwoord

__all__ = [
    "NIVEAUS",
    "Bereik",
    "Bewijsoordeel",
    "Bijeenkomst",
    "Bronvermelding",
    "Evaluatie",
    "Interventie",
    "InterventieVersie",
    "Interventiedocument",
    "Interventievoorstel",
    "Ladder",
    "Leerkring",
    "Niveau",
    "Praktijkkader",
    "Project",
    "Publicatie",
    "Scopetoets",
    "Term",
    "TermVermelding",
    "Uitkomst",
    "Uitvoering",
    "Zoekwoord",
]
