"""Brieven with the toezeggingen they settle, and what must be entered before a letter."""

from rapportage.models.brieven import (
    Aanbieding,
    Brief,
    Briefsectie,
    Paraaf,
    Toezegging,
    Vindplaats,
    Voetnoot,
)
from rapportage.models.voorbereiding import Sjabloonpunt, Voorbereiding, Voorbereidingspunt

__all__ = [
    "Aanbieding",
    "Brief",
    "Briefsectie",
    "Paraaf",
    "Sjabloonpunt",
    "Toezegging",
    "Vindplaats",
    "Voetnoot",
    "Voorbereiding",
    "Voorbereidingspunt",
]
